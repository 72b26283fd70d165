"""Attendance as rows that the screen shows and the files carry: one query feeds both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from trainer_app.domain.attendance import (
    AttendanceRow,
    Role,
    Status,
    Totals,
    minutes_present,
    participant_hours,
)
from trainer_app.domain.courses import Session, local_time
from trainer_app.services.ledger import Ledger
from trainer_app.store import funding, marks, registers


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about; nothing set means everything. Dates are both included.

    `project`: the id of one; a course may belong to several. `place`: as it is written.
    """

    course: str | None = None
    session: str | None = None
    since: date | None = None
    until: date | None = None
    project: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Attendance within a scope. `headcount` is people without a name, shown apart.

    A claim says how many of its rows are unsettled: where laptops say different things.
    """

    scope: Scope
    rows: tuple[AttendanceRow, ...]
    totals: Totals
    headcount: int
    made: datetime

    @property
    def unsettled(self) -> int:
        """How many rows wait for a trainer's choice."""
        return sum(row.unsettled for row in self.rows)


class Reporting:
    """Reads attendance for screens and exports."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def attendance(self, scope: Scope) -> Report:
        """All marks within a scope. Raises NotAllowed in the learners' state."""
        rows = self.rows(scope)
        now = self._ledger.now()
        return Report(scope, rows, Totals.of(rows), self.headcount(scope), now)

    def rows(self, scope: Scope) -> tuple[AttendanceRow, ...]:
        """All marks within a scope: the one query of screens and files. Raises NotAllowed."""
        self._ledger.require_trainer()
        now = self._ledger.now()
        found = marks.attendance_rows(
            self._store,
            session=scope.session,
            course=scope.course,
            courses=None
            if scope.project is None
            else funding.courses_of(self._store, scope.project),
            since=_iso(scope.since),
            until=_iso(scope.until),
        )
        rows = (attendance_row(row, now) for row in found)
        return tuple(row for row in rows if scope.place in (None, row.place))

    def sessions(self, scope: Scope) -> list[Session]:
        """The sessions within a scope, by day; cancelled ones too. Raises NotAllowed."""
        self._ledger.require_trainer()
        courses = self._courses(scope)
        of_course = {course.id: course.place for course in registers.courses(self._store)}
        return [
            session
            for session in registers.sessions(self._store, scope.course)
            if (courses is None or session.course in courses)
            and scope.session in (None, session.id)
            and (scope.since is None or scope.since <= session.date)
            and (scope.until is None or session.date <= scope.until)
            and scope.place
            in (None, of_course.get(session.course) if session.place is None else session.place)
        ]

    def places(self) -> list[str]:
        """Every place that a session or a course names, in the order of letters."""
        named = {course.place for course in registers.courses(self._store)}
        named |= {session.place for session in registers.sessions(self._store)}
        return sorted(place for place in named if place)

    def first_and_last_day(self) -> tuple[date, date] | None:
        """The days of the first and the last session, for a period to start from."""
        days = [session.date for session in registers.sessions(self._store)]
        return (min(days), max(days)) if days else None

    def _courses(self, scope: Scope) -> list[str] | None:
        return None if scope.project is None else funding.courses_of(self._store, scope.project)

    def headcount(self, scope: Scope) -> int:
        """People without a name within a scope. Raises NotAllowed."""
        return sum(marks.headcount(self._store, session.id) for session in self.sessions(scope))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def attendance_row(row: dict[str, Any], now: datetime) -> AttendanceRow:
    """A row of `marks.attendance_rows` with its minutes and hours, in the zone of `now`."""
    status, role = Status(row["status"]), Role(row["role"])
    minutes = minutes_present(row["started"], row["ended"], status, row["late"], row["early"])
    return AttendanceRow(
        **{
            **row,
            "status": status,
            "role": role,
            "date": date.fromisoformat(row["date"]),
            "planned_start": time.fromisoformat(row["planned_start"]),
            "planned_end": time.fromisoformat(row["planned_end"]),
            "started": local_time(row["started"], now),
            "ended": local_time(row["ended"], now),
            "minutes": minutes,
            "hours": participant_hours(minutes, role),
            "erased": bool(row["erased"]),
            "unsettled": bool(row["unsettled"]),
        }
    )
