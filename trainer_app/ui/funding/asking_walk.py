"""One person's walk through the questions of a stage: where she is, and what she chose so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from trainer_app.domain.funding.answers import Question, Stage
from trainer_app.services.funding.taking import Before, Taking

Place = Literal["consent", "question", "private", "end"]


@dataclass
class Walk:
    """Outlives the page, which is built again when language or text size change.

    `questions`: those without a consent of their own first. `before`: what she said for another
    project, by question. `chosen`: answers of this walk only, never read back from the store.
    `tongue`: her language where only the questions have it, and the program does not.
    """

    taking: Taking
    stage: Stage
    questions: tuple[Question, ...]
    before: Mapping[str, Before] = field(default_factory=dict)
    at: int = 0
    chosen: dict[str, str] = field(default_factory=dict)
    interpreter: bool = False
    guardian: str = ""
    tongue: str = ""
    declined: bool = False

    @classmethod
    def through(
        cls,
        taking: Taking,
        stage: Stage,
        questions: Sequence[Question],
        before: Mapping[str, Before],
    ) -> Walk:
        """A walk through some questions, in their order but for the sensitive ones at the end."""
        ordered = sorted(questions, key=lambda one: one.sensitive)
        consents = taking.consents.get("answers")
        guardian = (consents.guardian if consents else None) or ""
        return cls(taking, stage, tuple(ordered), before, guardian=guardian)

    @property
    def steps(self) -> tuple[tuple[Place, Question | None], ...]:
        """Every page of the walk."""
        plain = [one for one in self.questions if not one.sensitive]
        private = [one for one in self.questions if one.sensitive]
        steps: list[tuple[Place, Question | None]] = [("consent", None)]
        steps += [("question", one) for one in plain]
        if private:
            steps.append(("private", None))
            steps += [("question", one) for one in private]
        return (*steps, ("end", None))

    @property
    def place(self) -> Place:
        """What kind of page is in sight."""
        return self.steps[self.at][0]

    @property
    def question(self) -> Question | None:
        """The question in sight."""
        return self.steps[self.at][1]

    @property
    def number(self) -> int:
        """Which question it is, from 1."""
        return sum(place == "question" for place, _ in self.steps[: self.at + 1])

    @property
    def private(self) -> int:
        """How many questions have a consent of their own."""
        return sum(one.sensitive for one in self.questions)

    def go_on(self) -> None:
        """To the next page."""
        self.at = min(self.at + 1, len(self.steps) - 1)

    def go_back(self) -> None:
        """To the page before; the first one stays."""
        self.at = max(self.at - 1, 0)

    def finish(self, *, declined: bool = False) -> None:
        """To the last page; `declined`: she wants no questions at all."""
        self.declined = declined
        self.at = len(self.steps) - 1
