"""A claim as it was handed in: rows and figures that never change again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.participation import (
    Sums,
    counted_hours,
    counted_minutes,
)
from trainer_app.domain.funding.projects import Rules

Standing = Literal["good", "forged", "damaged"]
"""Whether a claim that is read is as a trainer signed it."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One person in one session as a claim counts her; `person` was her id then."""

    session: str
    person: str
    role: str
    status: str
    minutes: int
    hours: Decimal

    @property
    def key(self) -> tuple[str, str]:
        """What a row is about."""
        return self.session, self.person

    @property
    def counted(self) -> tuple[str, str, int, Decimal]:
        """What a row says."""
        return self.role, self.status, self.minutes, self.hours


@dataclass(frozen=True, slots=True)
class ClaimSession:
    """A session that a claim has rows of: its day, course id, and the course's title then."""

    id: str
    day: date
    course: str
    title: str


_NOTHING = Sums(0, 0, 0, Decimal("0.00"), 0)


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """The figures of one indicator set: by code, and in each by name (`women`, `total`, …).

    `counted`: people; `incomplete`: how many lacked something.
    """

    name: str
    version: str
    counted: int
    incomplete: int
    figures: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it was frozen.

    `rows` are all of its period, `below` the people (ids) who were there for less than the
    project's least and are in no figure. `holds`: by laptop, up to which event it was made from.
    `heads`: the head of the log. `earlier`: ids of the project's claims before it. `at`: local
    time; `by`: who signed it (id). Where `standing` is not good, only id, project, label, period,
    `at` and `by` are told.
    """

    id: str
    project: str
    label: str
    since: date
    until: date
    at: datetime
    by: str
    heads: str = ""
    standing: Standing = "good"
    program: str = ""
    name: str = ""
    grant: str | None = None
    rules: Rules = field(default_factory=Rules)
    rows: tuple[ClaimRow, ...] = ()
    below: frozenset[str] = frozenset()
    sessions: tuple[ClaimSession, ...] = ()
    figures: Sums = _NOTHING
    sets: tuple[ClaimSet, ...] = ()
    earlier: tuple[str, ...] = ()
    holds: Mapping[str, int] = field(default_factory=dict)

    def overlaps(self, since: date, until: date) -> bool:
        """Whether its period has a day in common with another one."""
        return self.since <= until and since <= self.until


def frozen_rows(rows: Iterable[AttendanceRow], rules: Rules) -> tuple[ClaimRow, ...]:
    """Rows of attendance as a claim keeps them, by session and person.

    A session that still runs has no minutes yet.
    """
    found = []
    for row in rows:
        minutes = counted_minutes(row, rules) or 0
        hours = counted_hours(minutes, rules)
        found.append(
            ClaimRow(row.session_id, row.person_id, str(row.role), str(row.status), minutes, hours)
        )
    return tuple(sorted(found, key=lambda row: row.key))
