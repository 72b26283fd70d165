"""Reads what a project took: who led its sessions, and the work that somebody typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trainer_app.store.records import holes
from trainer_app.store.store import Store

# What somebody corrected afterwards, with a reason, does not say that she was there.
_AT_THE_TIME = "aside IS NULL AND coalesce(json_extract(body, '$.reason'), '') = ''"


@dataclass(frozen=True, slots=True)
class Led:
    """A session that took place, and a trainer who started, ended or marked it.

    `started` and `ended` are UTC seconds.
    """

    session: str
    course: str
    title: str
    on: date
    started: int
    ended: int
    trainer: str


def led(store: Store, courses: Sequence[str]) -> list[Led]:
    """The sessions of some courses that are over, once for each trainer who led them."""
    rows = store.query(
        f"""
        WITH held AS (
            SELECT sessions.id, course, title, date, started, ended FROM sessions
            JOIN session_times ON session_times.session = sessions.id
            JOIN courses ON courses.id = course
            WHERE course IN ({holes(courses)}) AND NOT cancelled
              AND started IS NOT NULL AND ended IS NOT NULL)
        SELECT DISTINCT held.*, trainer FROM held JOIN (
            SELECT held.id AS session, "by" AS trainer FROM held
            JOIN events ON thing = 'times:' || held.id
            WHERE {_AT_THE_TIME}
            UNION
            SELECT held.id, "by" FROM held
            -- A colon is followed by a semicolon: all marks of the session, by the index.
            JOIN events ON thing > 'attendance:' || held.id || ':'
                       AND thing < 'attendance:' || held.id || ';'
            WHERE body IS NOT NULL AND {_AT_THE_TIME}
        ) ON session = held.id
        WHERE trainer IS NOT NULL ORDER BY date, started, held.id, trainer
        """,
        list(courses),
    )
    return [
        Led(
            row["id"], row["course"], row["title"], date.fromisoformat(row["date"]),
            row["started"], row["ended"], row["trainer"],
        )
        for row in rows
    ]  # fmt: skip


def work_done(store: Store, projects: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of `work_done` of a project, by day; `projects` are all its records."""
    return list(
        store.query(
            f"SELECT * FROM work_done WHERE project IN ({holes(projects)}) AND NOT removed"
            ' ORDER BY "on", id',
            list(projects),
        )
    )


def paid(store: Store, projects: Sequence[str]) -> dict[str, bool]:
    """Whether each person's or trainer's hours in sessions are paid, of those somebody said."""
    rows = store.query(
        f"SELECT person, paid FROM pay WHERE project IN ({holes(projects)}) ORDER BY thing",
        list(projects),
    )
    return {row["person"]: bool(row["paid"]) for row in rows}


def helpers(store: Store, courses: Sequence[str]) -> list[str]:
    """The ids of those who are in the register and were marked as no participants of courses."""
    rows = store.query(
        "SELECT DISTINCT person FROM attendance JOIN sessions ON sessions.id = session"
        f" WHERE course IN ({holes(courses)})"
        " AND role IN ('helper', 'interpreter', 'trainer') ORDER BY person",
        list(courses),
    )
    return [row["person"] for row in rows]


def work_of(store: Store, people: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of `work_done` of some people, for all projects."""
    return list(
        store.query(
            f"SELECT * FROM work_done WHERE person IN ({holes(people)}) AND NOT removed"
            ' ORDER BY "on", id',
            list(people),
        )
    )


def pay_of(store: Store, people: Sequence[str]) -> list[tuple[str, bool]]:
    """For which projects somebody said whether some people are paid, and what."""
    rows = store.query(
        f"SELECT project, paid FROM pay WHERE person IN ({holes(people)}) ORDER BY thing",
        list(people),
    )
    return [(row["project"], bool(row["paid"])) for row in rows]
