"""Reads attendance: the marks of a session, and the rows that screens and files share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trainer_app.store.store import Store

# Who left while the session ran left at a time of day; how early that was, only the end tells.
_EARLY = """CASE WHEN attendance.left_at IS NOT NULL AND ended IS NOT NULL
            THEN max(0, (ended - attendance.left_at) / 60) ELSE attendance.early END AS early"""


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
    """The marks of a session by person."""
    rows = store.query(
        f"""
        SELECT attendance.session, person, status, late, {_EARLY}, left_at, role, marks
        FROM attendance
        LEFT JOIN session_times ON session_times.session = attendance.session
        WHERE attendance.session = ?
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
    since: str | None = None,
    until: str | None = None,
) -> list[dict[str, Any]]:
    """One row for each mark, by date, session and participant number: the one query of all files.

    `since` and `until` are ISO dates, both included.
    """
    conditions = {
        "sessions.id = ?": session,
        "sessions.course = ?": course,
        "sessions.date >= ?": since,
        "sessions.date <= ?": until,
    }
    used = {text: value for text, value in conditions.items() if value is not None}
    where = f"WHERE {' AND '.join(used)}" if used else ""
    return list(
        store.query(
            f"""
            SELECT sessions.id AS session_id, people.id AS person_id, courses.project,
                   courses.funder, courses.title AS course, sessions.number AS session_number,
                   sessions.date, planned_start, planned_end, started, ended,
                   coalesce(sessions.place, courses.place) AS place, people.number, people.name,
                   role, status, late, {_EARLY}
            FROM attendance
            JOIN sessions ON sessions.id = attendance.session
            JOIN courses ON courses.id = sessions.course
            JOIN people ON people.id = attendance.person
            LEFT JOIN session_times ON session_times.session = sessions.id
            {where}
            ORDER BY sessions.date, planned_start, sessions.id, length(people.number),
                     people.number
            """,
            list(used.values()),
        )
    )


def _mark(row: dict[str, Any]) -> Mark:
    return Mark(
        row["session"], row["person"], row["status"], row["late"], row["early"],
        row["left_at"], row["role"],
        row["marks"] > 1,
    )  # fmt: skip
