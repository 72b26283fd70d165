"""Marking a quiz: the first choice counts, and a wrong one may be tried again until it is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from trainer_app.domain.blocks import plain
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.lessons import PASS_PERCENT, Lesson, Question, QuestionWords


def mark(question: Question, choice: str) -> bool:
    """Whether the choice (its id) is the right one.

    Raises UnknownThing(what="choice") for a choice that the question does not offer.
    """
    if choice not in question.choices:
        raise UnknownThing(what="choice", id=choice)
    return choice == question.right


def passed(right: int, of: int) -> bool:
    """Whether `right` first answers out of `of` questions pass the quiz.

    A quiz without questions passes nobody. Raises ValueError for counts that cannot be.
    """
    if not 0 <= right <= of:
        raise ValueError(f"{right} right out of {of}")
    return of > 0 and right * 100 >= PASS_PERCENT * of


def given_away(question: Question, words: QuestionWords) -> bool:
    """Whether the right answer is longer than every other one."""
    lengths = {choice.id: len(plain(choice.line)) for choice in words.choices}
    right = lengths.pop(question.right)
    return right > max(lengths.values(), default=right)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One walk through a quiz. `chosen` holds (question id, choice id) in the order of choosing."""

    questions: tuple[Question, ...]
    chosen: tuple[tuple[str, str], ...] = ()

    @classmethod
    def start(cls, lesson: Lesson) -> Self:
        """A walk through this lesson's quiz with nothing chosen yet."""
        return cls(lesson.quiz)

    def choose(self, question_id: str, choice_id: str) -> Self:
        """The attempt after this choice.

        Nothing changes once the question is answered, or for a choice tried before.
        Raises UnknownThing(what="question" or "choice").
        """
        mark(self._question(question_id), choice_id)
        if self.answered(question_id) or choice_id in self.tried(question_id):
            return self
        return replace(self, chosen=(*self.chosen, (question_id, choice_id)))

    def tried(self, question_id: str) -> tuple[str, ...]:
        """The choices made for a question so far, the first one first."""
        self._question(question_id)
        return tuple(choice for question, choice in self.chosen if question == question_id)

    def answered(self, question_id: str) -> bool:
        """Whether the right choice has been found, at the first try or later.

        Raises UnknownThing(what="question").
        """
        return self._question(question_id).right in self.tried(question_id)

    @property
    def right(self) -> int:
        """How many questions were right at the first choice."""
        return sum(self.tried(item.id)[:1] == (item.right,) for item in self.questions)

    @property
    def of(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    @property
    def finished(self) -> bool:
        """Whether every question has been answered."""
        return all(self.answered(item.id) for item in self.questions)

    def _question(self, question_id: str) -> Question:
        for item in self.questions:
            if item.id == question_id:
                return item
        raise UnknownThing(what="question", id=question_id)
