"""Who took part in what is paid for: one record a person, from which all figures are made.

Unique people, attendances and participant-hours are three figures and never one. Staff, helpers,
children who came along, guests and heads without a name are no participants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from trainer_app.domain.attendance import CAME_LATE, WENT_EARLY, AttendanceRow
from trainer_app.domain.funding.answers import Said
from trainer_app.domain.funding.projects import Rules

_HUNDREDTH = Decimal("0.01")
_MINUTE = timedelta(minutes=1)
STEPS = {"quarter": 15, "half": 30, "hour": 60}


@dataclass(frozen=True, slots=True)
class Passed:
    """A lesson that somebody passed: its id, and when (local day)."""

    lesson: str
    on: date


@dataclass(frozen=True, slots=True)
class Participation:
    """One person within a scope (a project, a course, a period), by the rules of a project.

    `entry`: first day that she was there, ever, within the project or course; `exit`: the day that
    she left for good, None while she has not. `minutes`: counted by the rules. `courses`: those of
    the scope that she came to; `completed`: those of them that she completed. `passed`: lessons.
    `levels`: DigComp competence to the highest level of a lesson passed. `erased`: nothing but the
    counts is left; then `person_id` is the erasure's, which still is one person.
    """

    person_id: str
    number: str
    name: str | None
    entry: date
    exit: date | None
    attendances: int
    minutes: int
    hours: Decimal
    gender: str | None = None
    birth_year: int | None = None
    language: str | None = None
    courses: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    passed: tuple[Passed, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    erased: bool = False

    @property
    def age_at_entry(self) -> int | None:
        """Whole years on the first of January of the entry's year: only the year is stored."""
        return None if self.birth_year is None else self.entry.year - self.birth_year


def counted_minutes(row: AttendanceRow, rules: Rules) -> int | None:
    """Minutes of one attendance as a project counts them; None while its session runs.

    In this order: late in full, the break taken off, rounded half up. Zero for whoever is no
    participant or was not there.
    """
    if not row.counts:
        return 0
    if row.minutes is None:
        return None
    minutes = row.minutes
    if rules.late_in_full and row.status in CAME_LATE and row.started and row.ended:
        early = row.early if row.status in WENT_EARLY else 0
        minutes = max(minutes, (row.ended - row.started) // _MINUTE - early)
    return rounded(max(0, minutes - rules.break_minutes), rules)


def rounded(minutes: int, rules: Rules) -> int:
    """Minutes to the nearest step of the rules, half up."""
    step = STEPS.get(rules.rounding, 1)
    return (2 * minutes + step) // (2 * step) * step


def counted_hours(minutes: int, rules: Rules) -> Decimal:
    """Hours of the project's length, two decimals, half up."""
    return (Decimal(minutes) / rules.hour_minutes).quantize(_HUNDREDTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Times:
    """What the rows of one person come to."""

    attendances: int
    minutes: int
    hours: Decimal
    first: date
    last: date


def times_of(rows: Iterable[AttendanceRow], rules: Rules) -> dict[str, Times]:
    """By person, for those who were there at all: hours are the sum of what each row shows."""
    found: dict[str, list[Any]] = defaultdict(lambda: [0, 0, Decimal("0.00"), date.max, date.min])
    for row in rows:
        if not row.counts:
            continue
        minutes = counted_minutes(row, rules) or 0
        of = found[row.person_id]
        of[0] += 1
        of[1] += minutes
        of[2] += counted_hours(minutes, rules)
        of[3], of[4] = min(of[3], row.date), max(of[4], row.date)
    return {person: Times(*of) for person, of in found.items()}


@dataclass(frozen=True, slots=True)
class Sums:
    """What some people's taking part comes to: figures that are never added into one.

    `people`: different ones; `completed`: how many of them completed a course at least.
    """

    people: int
    attendances: int
    minutes: int
    hours: Decimal
    completed: int


def sums_of(participations: Sequence[Participation]) -> Sums:
    """The figures of some people, as reports, claims and files show them."""
    return Sums(
        people=len(participations),
        attendances=sum(one.attendances for one in participations),
        minutes=sum(one.minutes for one in participations),
        hours=sum((one.hours for one in participations), Decimal("0.00")),
        completed=sum(bool(one.completed) for one in participations),
    )


def enough(participations: Sequence[Participation], rules: Rules) -> list[Participation]:
    """Those who were there long enough to count as participants."""
    return [one for one in participations if one.minutes >= rules.least_minutes]
