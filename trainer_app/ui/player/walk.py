"""Where somebody is in a lesson: its pages, its practice, its questions, its end and its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

from trainer_app.domain.lessons import Lesson, Question, Step
from trainer_app.domain.quiz import Attempt

Part = Literal["page", "practice", "question", "end", "card"]


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through a lesson. `at` counts pages, the practice, questions, then end and card.

    `practice`: there is something to practise, and `practised` whether it has been done.
    `quiz_passed` is None until the quiz has been finished in this walk.
    """

    lesson: Lesson
    at: int
    attempt: Attempt
    practice: bool = False
    practised: bool = False
    quiz_passed: bool | None = None

    @classmethod
    def start(
        cls, lesson: Lesson, page: int = 0, *, practice: bool = False, practised: bool = False
    ) -> Self:
        """A new walk that begins at a page (from 0)."""
        return cls(lesson, page, Attempt.start(lesson), practice, practised)

    @property
    def pages(self) -> int:
        """How many pages the lesson has."""
        return len(self.lesson.steps)

    @property
    def first_question(self) -> int:
        """Where the questions begin."""
        return self.pages + int(self.practice)

    @property
    def steps(self) -> int:
        """How many pages and questions it has, and the practice, together."""
        return self.first_question + len(self.lesson.quiz)

    @property
    def passed(self) -> bool:
        """Whether the quiz is passed, and the practice done if there is one."""
        return bool(self.quiz_passed) and (self.practised or not self.practice)

    @property
    def part(self) -> Part:
        """What is in sight."""
        if self.at < self.pages:
            return "page"
        if self.at < self.first_question:
            return "practice"
        if self.at < self.steps:
            return "question"
        return "end" if self.at == self.steps else "card"

    @property
    def step(self) -> Step:
        """The page in sight."""
        return self.lesson.steps[self.at]

    @property
    def question(self) -> Question:
        """The question in sight."""
        return self.lesson.quiz[self.at - self.first_question]

    @property
    def may_go_on(self) -> bool:
        """Whether there is something behind, and it is open."""
        if self.part == "question":
            return self.attempt.answered(self.question.id)
        return self.part != "card"

    @property
    def is_last_question(self) -> bool:
        """Whether the end comes next."""
        return self.at == self.steps - 1

    def go(self, by: int) -> Self:
        """The walk one or more places on, or back."""
        return replace(self, at=max(0, min(self.at + by, self.steps + 1)))

    def choose(self, choice: str) -> Self:
        """The walk after choosing an answer to the question in sight."""
        return replace(self, attempt=self.attempt.choose(self.question.id, choice))

    def finish(self, quiz_passed: bool) -> Self:
        """The walk at its end."""
        return replace(self, at=self.steps, quiz_passed=quiz_passed)

    def after_practice(self, done: bool) -> Self:
        """The walk after a visit to the practice: on to the questions once it is done."""
        walk = replace(self, practised=self.practised or done)
        return walk.go(1) if done and self.part == "practice" else walk

    def in_another_language(self, practice: bool) -> Self:
        """The same place, where the lesson has a practice in the one language but not the other."""
        moved = int(practice) - int(self.practice)
        behind = self.at > self.pages or (self.at == self.pages and moved > 0)
        return replace(self, practice=practice, at=self.at + moved if behind else self.at)
