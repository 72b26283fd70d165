"""Reads who takes part in projects, what they said for them, and what they agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from trainer_app.domain.attendance import ATTENDED
from trainer_app.domain.funding.answers import Consent
from trainer_app.store.records import holes
from trainer_app.store.store import Store


def people_of(store: Store, courses: Sequence[str]) -> set[str]:
    """Ids of the people who are on any of some courses, or came to one as participants."""
    attended = sorted(map(str, ATTENDED))
    rows = store.query(
        f"SELECT person FROM enrolments WHERE active AND course IN ({holes(courses)}) UNION"
        " SELECT person FROM attendance JOIN sessions ON sessions.id = session"
        f" WHERE course IN ({holes(courses)}) AND role = 'participant'"
        f" AND status IN ({holes(attended)})",
        [*courses, *courses, *attended],
    )
    return {row["person"] for row in rows}


def courses_of(store: Store, person: str) -> set[str]:
    """Ids of the courses that somebody is on, or came to as a participant."""
    attended = sorted(map(str, ATTENDED))
    rows = store.query(
        "SELECT course FROM enrolments WHERE active AND person = ? UNION"
        " SELECT course FROM attendance JOIN sessions ON sessions.id = session"
        f" WHERE person = ? AND role = 'participant' AND status IN ({holes(attended)})",
        [person, person, *attended],
    )
    return {row["course"] for row in rows}


def left_by(store: Store, person: str) -> set[str]:
    """Ids of the projects that somebody left."""
    rows = store.query("SELECT project FROM leavings WHERE person = ?", [person])
    return {row["project"] for row in rows}


def said_for(store: Store, records: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of `answers` of all records of a project, the oldest first."""
    rows = store.query(
        f"SELECT * FROM answers WHERE project IN ({holes(records)}) ORDER BY at, id", records
    )
    return list(rows)


def said_by(store: Store, person: str) -> list[dict[str, Any]]:
    """Rows of `answers` of one person for all projects, the oldest first."""
    return list(store.query("SELECT * FROM answers WHERE person = ? ORDER BY at, id", [person]))


def consents_for(store: Store, records: Sequence[str]) -> dict[str, list[Consent]]:
    """What each person said about uses within all records of a project."""
    rows = store.query(
        f"SELECT * FROM consents WHERE project IN ({holes(records)}) ORDER BY thing", records
    )
    found: dict[str, list[Consent]] = {}
    for row in rows:
        found.setdefault(row["person"], []).append(
            Consent(
                row["project"], row["use"], bool(row["given"]), date.fromisoformat(row["on"]),
                row["how"], row["language"], bool(row["interpreter"]), row["guardian"],
            )
        )  # fmt: skip
    return found


def left(store: Store, records: Sequence[str]) -> dict[str, tuple[str, date]]:
    """The last day that each person left a project, with the record that says so."""
    rows = store.query(
        f'SELECT person, project, "on" FROM leavings WHERE project IN ({holes(records)})'
        ' ORDER BY "on"',
        records,
    )
    return {row["person"]: (row["project"], date.fromisoformat(row["on"])) for row in rows}


def taken_back(store: Store) -> set[str]:
    """Ids of answers that were dropped with nothing said in their place, wherever that was."""
    rows = store.query(
        "SELECT DISTINCT gone.thing FROM events AS gone WHERE gone.kind = 'answer-dropped'"
        " AND gone.thing BETWEEN 'answer:' AND 'answer:\uffff' AND NOT EXISTS ("
        "SELECT 1 FROM events AS said WHERE said.kind = 'answer-given'"
        " AND said.subject = gone.subject AND said.device = gone.device AND said.body IS NOT NULL"
        " AND json_extract(said.body, '$.at') = json_extract(gone.body, '$.at'))"
    )
    return {row["thing"].partition(":")[2] for row in rows}
