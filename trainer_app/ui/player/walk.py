"""Where somebody is in a lesson: its pages, its questions, its end and its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

from trainer_app.domain.lessons import Lesson, Question, Step
from trainer_app.domain.quiz import Attempt

Part = Literal["page", "question", "end", "card"]


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through a lesson. `at` counts pages first, then questions, then end and card.

    `passed` is None until the quiz has been finished in this walk.
    """

    lesson: Lesson
    at: int
    attempt: Attempt
    passed: bool | None = None

    @classmethod
    def start(cls, lesson: Lesson, page: int = 0) -> Self:
        """A new walk that begins at a page (from 0)."""
        return cls(lesson, page, Attempt.start(lesson))

    @property
    def pages(self) -> int:
        """How many pages the lesson has."""
        return len(self.lesson.steps)

    @property
    def steps(self) -> int:
        """How many pages and questions it has together."""
        return self.pages + len(self.lesson.quiz)

    @property
    def part(self) -> Part:
        """What is in sight."""
        if self.at < self.pages:
            return "page"
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
        return self.lesson.quiz[self.at - self.pages]

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

    def finish(self, passed: bool) -> Self:
        """The walk at its end."""
        return replace(self, at=self.steps, passed=passed)
