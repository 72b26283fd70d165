"""Reads attendance: the marks of a session, and the rows that screens and files share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.funding.projects import names_and_funders
from trainer_app.store.funding import Belonging
from trainer_app.store.records import holes
from trainer_app.store.store import Store

# Who left while the session ran left at a time of day; how early that was, only the end tells.
_EARLY = """CASE WHEN attendance.left_at IS NOT NULL AND ended IS NOT NULL
            THEN max(0, (ended - attendance.left_at) / 60) ELSE attendance.early END AS early"""

_ROWS = """
    SELECT sessions.id AS session_id, {person} AS person_id, courses.id AS course_id,
           courses.project, courses.funder, courses.projects, courses.title AS course,
           sessions.number AS session_number, sessions.date,
           planned_start, planned_end, started, ended,
           coalesce(sessions.place, courses.place) AS place, {number} AS number, {name} AS name,
           role, status, late, {early}, {erased} AS erased,
           EXISTS (SELECT 1 FROM conflicts
                   WHERE thing IN ({thing}, 'times:' || sessions.id)) AS unsettled
    FROM {marks}
    JOIN sessions ON sessions.id = attendance.session
    JOIN courses ON courses.id = sessions.course
    LEFT JOIN session_times ON session_times.session = sessions.id
    {where}
"""
_OF_PEOPLE = {
    "person": "people.id",
    "number": "people.number",
    "name": "people.name",
    "erased": "0",
    "thing": "attendance.thing",
    "marks": "attendance JOIN people ON people.id = attendance.person",
}
_OF_ERASED = {
    "person": "attendance.erasure",
    "number": "''",
    "name": "NULL",
    "erased": "1",
    "thing": "NULL",
    "marks": "erased_attendance AS attendance",
}
"""How a row is read of a person's mark, and of what an erased person left."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one person attended one session. `late` and `early` are minutes.

    `left_at` is in UTC seconds, where it is known. `unsettled`: laptops say different things.
    """

    session: str
    person: str
    status: str
    late: int
    early: int
    left_at: int | None
    role: str
    unsettled: bool


def marks_of(store: Store, session_id: str) -> dict[str, Mark]:
    """The marks of a session by person; who is kept only because a funder asks is not shown."""
    rows = store.query(
        f"""
        SELECT attendance.session, person, status, late, {_EARLY}, left_at, role, marks
        FROM attendance
        LEFT JOIN session_times ON session_times.session = attendance.session
        WHERE attendance.session = ?
          AND NOT EXISTS (SELECT 1 FROM restrictions
                          WHERE restrictions.person = attendance.person)
        """,
        [session_id],
    )
    return {row["person"]: _mark(row) for row in rows}


def headcount(store: Store, session_id: str) -> int:
    """People who were there and gave no name."""
    rows = store.query("SELECT count FROM headcounts WHERE session = ?", [session_id])
    return next((row["count"] for row in rows), 0)


def listening(store: Store, session_id: str) -> bool:
    """Whether the trainer has asked everyone to listen."""
    rows = store.query('SELECT "on" FROM listening WHERE session = ?', [session_id])
    return any(row["on"] for row in rows)


def attendance_rows(
    store: Store,
    *,
    session: str | None = None,
    course: str | None = None,
    courses: Collection[str] | None = None,
    person: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[dict[str, Any]]:
    """One row for each mark, by date, session and participant number: the one query of all files.

    The marks that erased people left stand behind the others, without number and name; their
    `person_id` is the erasure's. `courses`: of any of these only. `since` and `until` are ISO
    dates, both included.
    """
    equal = {
        "sessions.id = ?": session,
        "sessions.course = ?": course,
        "person_id = ?": person,
        "sessions.date >= ?": since,
        "sessions.date <= ?": until,
    }
    used = {text: value for text, value in equal.items() if value is not None}
    values = list(used.values())
    conditions = list(used)
    if courses is not None:
        conditions.append(f"sessions.course IN ({holes(list(courses))})")
        values.extend(courses)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    of_people, of_erased = (
        _ROWS.format(early=_EARLY, where=where, **part) for part in (_OF_PEOPLE, _OF_ERASED)
    )
    rows = store.query(
        f"SELECT * FROM ({of_people} UNION ALL {of_erased})"
        " ORDER BY date, planned_start, session_id, erased, length(number), number, person_id",
        [*values, *values],
    )
    return _with_all_projects(rows, Belonging(store))


def _with_all_projects(
    rows: Iterable[dict[str, Any]], belonging: Belonging
) -> list[dict[str, Any]]:
    """A row says every project of its course, called as they are now, and every funder."""
    called: dict[str, dict[str, str | None]] = {}
    found = []
    for row in rows:
        if row["course_id"] not in called:
            names, funders = names_and_funders(belonging.of(row))
            called[row["course_id"]] = {
                "project": names or row["project"],
                "funder": funders or row["funder"],
            }
        del row["projects"]
        row.update(called[row["course_id"]])
        found.append(row)
    return found


def _mark(row: dict[str, Any]) -> Mark:
    return Mark(
        row["session"], row["person"], row["status"], row["late"], row["early"],
        row["left_at"], row["role"],
        row["marks"] > 1,
    )  # fmt: skip
