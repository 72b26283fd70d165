"""The closed language of rules over one participation: a small tree, without a way to run code.

A tree is data: `judging` asks it of a record, an organisation makes a query of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trainer_app.domain.funding.answers import Stage

Fact = Literal["gender", "birth-year", "language"]
FACTS: tuple[Fact, ...] = ("gender", "birth-year", "language")
"""What the register may hold of a person, or not."""


@dataclass(frozen=True, slots=True)
class Everyone:
    """Yes for each participant."""


@dataclass(frozen=True, slots=True)
class All:
    """Yes where each part says yes."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Yes where at least one part says yes (`any`)."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The other way round; what is unknown stays unknown."""

    part: Rule


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether a question was answered with one of these choices (their ids)."""

    stage: Stage
    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years at entry, both ends included; None for no end."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class OfGender:
    """Whether the register has one of these genders."""

    genders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaks:
    """Whether one of these is the person's language (codes)."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Whether the register holds this fact; never unknown but for who is erased."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Left:
    """Whether she left for good: yes or no."""


@dataclass(frozen=True, slots=True)
class Attended:
    """At least so many attendances."""

    least: int


@dataclass(frozen=True, slots=True)
class Hours:
    """At least so many participant-hours, as the project counts them."""

    least: Decimal


@dataclass(frozen=True, slots=True)
class Completed:
    """At least so many courses completed, by what the project calls that."""

    least: int


@dataclass(frozen=True, slots=True)
class PassedLesson:
    """Whether this lesson (its id) is passed."""

    lesson: str


@dataclass(frozen=True, slots=True)
class PassedLessons:
    """At least so many lessons passed."""

    least: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A DigComp level or more in a competence ("1.1"), in an area ("1"), or anywhere (None)."""

    at_least: str
    competence: str | None = None
    area: str | None = None


Rule = (
    Everyone | All | Either | Not | Answered | Age | OfGender | Speaks | Known | Left
    | Attended | Hours | Completed | PassedLesson | PassedLessons | Reached
)  # fmt: skip


def inner(rule: Rule) -> tuple[Rule, ...]:
    """The parts that a rule is made of; none for a leaf."""
    match rule:
        case All(parts) | Either(parts):
            return parts
        case Not(part):
            return (part,)
        case _:
            return ()


def leaves(rule: Rule) -> tuple[Rule, ...]:
    """What a rule asks of a record, in its order."""
    parts = inner(rule)
    return (rule,) if not parts else tuple(leaf for part in parts for leaf in leaves(part))
