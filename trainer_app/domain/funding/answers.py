"""What people say for a funder's figures: questions as data, answers as given, consent as given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Stage = Literal["entry", "exit", "later"]
STAGES: tuple[Stage, ...] = ("entry", "exit", "later")
"""When somebody comes in, when she leaves, and six months after."""

PREFER_NOT = "prefer-not"
"""The answer "I prefer not to say": always there, and as good as any other."""

Words = Mapping[str, str]
"""Words by language code; English is always there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """One question that indicators need.

    `sensitive`: asked only with a consent of its own, sealed, apart from the register. `reason`:
    why it is asked, in words for the person. `by_trainer`: nobody is asked, the trainer knows
    (what she saw, which course it was). `wording_fixed`: a standard's own wording.
    """

    id: str
    stage: Stage
    ask: Words
    reason: Words
    choices: tuple[Choice, ...]
    sensitive: bool = False
    by_trainer: bool = False
    wording_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said. `value`: a choice's id or `PREFER_NOT`; None while it is sealed.

    `by`: the trainer who asked (id), `language`: in which one, `on`: the day.
    """

    question: str
    stage: Stage
    value: str | None
    on: date
    by: str | None = None
    language: str | None = None
    interpreter: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's word on one use of her data, the last that she gave.

    `use`: "answers" (the questions of a project), "sensitive" (those of Article 9 GDPR). `how`:
    "spoken" or "signed". `guardian`: who said it for a minor.
    """

    project: str
    use: str
    given: bool
    on: date
    how: str = "spoken"
    language: str | None = None
    interpreter: bool = False
    guardian: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """All that one person said within one project, by question id and stage."""

    entry: Mapping[str, Answer] = field(default_factory=dict)
    exit: Mapping[str, Answer] = field(default_factory=dict)
    later: Mapping[str, Answer] = field(default_factory=dict)

    def at(self, stage: Stage) -> Mapping[str, Answer]:
        """The answers of one stage."""
        return {"entry": self.entry, "exit": self.exit, "later": self.later}[stage]
