"""What somebody is given for a course or a lesson, and who has earned it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trainer_app.domain.people import Person


@dataclass(frozen=True, slots=True)
class Award:
    """A certificate with its badge, of one person. `lesson`: its id, None for the whole course.

    `credential` is the signed badge as JSON. What was taken back is `revoked` and stays listed.
    """

    id: str
    person: str
    course: str | None
    lesson: str | None
    on: date
    credential: str | None
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of a course, and whether she earned what is to be given.

    `attendances` and `hours` (participant-hours of the course's project) of this course. `passed`:
    lessons of the course, in its order. `award`: what she was given for it already.
    """

    person: Person
    earned: bool
    attendances: int = 0
    hours: Decimal = Decimal("0.00")
    passed: tuple[str, ...] = ()
    award: Award | None = None


@dataclass(frozen=True, slots=True)
class BadgeWords:
    """The words of a badge, in the `language` of who gets it."""

    language: str
    name: str
    description: str
    criteria: str
