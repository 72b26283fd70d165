"""Who was there, for how long, in what role; and the figures that are never added into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Status(StrEnum):
    """What the trainer marked for one person in one session."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left-early"
    LATE_LEFT_EARLY = "late-left-early"
    ABSENT = "absent"
    EXCUSED = "excused"


class Role(StrEnum):
    """As what somebody was in the room; only a participant counts as one."""

    PARTICIPANT = "participant"
    HELPER = "helper"
    INTERPRETER = "interpreter"
    COMPANION_CHILD = "companion-child"
    TRAINER = "trainer"


ATTENDED = frozenset({Status.PRESENT, Status.LATE, Status.LEFT_EARLY, Status.LATE_LEFT_EARLY})
CAME_LATE = frozenset({Status.LATE, Status.LATE_LEFT_EARLY})
WENT_EARLY = frozenset({Status.LEFT_EARLY, Status.LATE_LEFT_EARLY})

_MINUTES_IN_AN_HOUR = 60
_HUNDREDTH = Decimal("0.01")


def status_of(late: int, early: int) -> Status:
    """The status of who came `late` minutes after the start and left `early` before the end."""
    if late > 0:
        return Status.LATE_LEFT_EARLY if early > 0 else Status.LATE
    return Status.LEFT_EARLY if early > 0 else Status.PRESENT


def minutes_present(
    started: int | None, ended: int | None, status: str, late: int, early: int
) -> int | None:
    """Whole minutes in the room, reckoned from the real times, never below zero.

    `started` and `ended`: UTC, seconds since 1970, on the minute. `late` and `early`: minutes,
    which only count where the status says so. None while a session has not ended.
    """
    if status not in ATTENDED:
        return 0
    if started is None or ended is None:
        return None
    missed = (late if status in CAME_LATE else 0) + (early if status in WENT_EARLY else 0)
    return max(0, (ended - started) // 60 - missed)


def participant_hours(minutes: int | None, role: str) -> Decimal | None:
    """Hours of 60 minutes with two decimals, half up; zero for every role but participant."""
    if role != Role.PARTICIPANT:
        return Decimal("0.00")
    if minutes is None:
        return None
    return (Decimal(minutes) / _MINUTES_IN_AN_HOUR).quantize(_HUNDREDTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person in one session: what the screen shows and what every file holds.

    `started` and `ended` are local times without a zone, on the minute. `erased`: the person was
    erased, what is left is the count; `person_id` is then the erasure's id. `unsettled`: laptops
    say different things of this row.
    """

    session_id: str
    person_id: str
    project: str | None
    funder: str | None
    course: str
    session_number: int
    date: date
    planned_start: time
    planned_end: time
    started: datetime | None
    ended: datetime | None
    place: str | None
    number: str
    name: str | None
    role: str
    status: str
    late: int
    early: int
    minutes: int | None
    hours: Decimal | None
    erased: bool = False
    unsettled: bool = False
    course_id: str = ""

    @property
    def counts(self) -> bool:
        """Whether this is the attendance of a participant who was there."""
        return self.role == Role.PARTICIPANT and self.status in ATTENDED


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures under a list of attendance rows, equal to a hand count of what is shown.

    `people`: different participants who were there at least once; `attendances`: times that a
    participant was there; `minutes` and `hours`: the sums of the columns as they are shown.
    """

    rows: int
    people: int
    attendances: int
    minutes: int
    hours: Decimal

    @classmethod
    def of(cls, rows: Iterable[AttendanceRow]) -> Totals:
        """Count some rows; what is not known yet adds nothing."""
        known = list(rows)
        there = [row for row in known if row.counts]
        return cls(
            rows=len(known),
            people=len({row.person_id for row in there}),
            attendances=len(there),
            minutes=sum(row.minutes or 0 for row in known),
            hours=sum((row.hours or Decimal(0) for row in known), Decimal("0.00")),
        )
