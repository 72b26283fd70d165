"""Reads who offered to help, and for how long people helped each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from trainer_app.domain.helpers import Helping, minutes_in, span_of
from trainer_app.store.records import holes
from trainer_app.store.store import Store

_WITH_TIMES = (
    "SELECT helpings.id, helpings.person, helpings.session, helpings.lesson, helpings.began,"
    " helpings.ended, session_times.started AS opened, session_times.ended AS closed"
    " FROM helpings LEFT JOIN session_times ON session_times.session = helpings.session"
)


def offers(store: Store, sitting_ids: Sequence[str]) -> set[str]:
    """Those of some sittings in which somebody offered to help and did not take it back."""
    rows = store.query(
        f'SELECT sitting FROM offers WHERE "on" AND sitting IN ({holes(sitting_ids)})', sitting_ids
    )
    return {row["sitting"] for row in rows}


def open_helpings(store: Store, session_id: str | None = None) -> list[Helping]:
    """Helpings that go on, of one session or of all, the oldest first."""
    where, values = (" AND session = ?", [session_id]) if session_id else ("", [])
    rows = store.query(
        f"SELECT * FROM helpings WHERE ended IS NULL{where} ORDER BY began, id", values
    )
    return [Helping(**row) for row in rows]


def back_since(store: Store, session_id: str) -> dict[str, int | None]:
    """Who helped in a session, and since when each is back (UTC seconds); None who still helps."""
    rows = store.query(
        "SELECT person, max(ended) AS ended, max(ended IS NULL) AS helps FROM helpings"
        " WHERE session = ? GROUP BY person",
        [session_id],
    )
    return {row["person"]: None if row["helps"] else row["ended"] for row in rows}


def minutes_of(store: Store, person_ids: Sequence[str], now: int) -> dict[str, int]:
    """How many minutes some people helped in all, by person; nothing for who never did.

    `now` is in UTC seconds: what goes on counts up to it, never beyond the end of its session.
    """
    rows = store.query(f"{_WITH_TIMES} WHERE helpings.person IN ({holes(person_ids)})", person_ids)
    return {person: sum(each.values()) for person, each in _minutes(rows, now).items()}


def minutes_by_session(store: Store, now: int) -> dict[tuple[str, str | None], int]:
    """Minutes of helping of everyone, by person and session, for reports."""
    found = _minutes(store.query(_WITH_TIMES), now)
    return {
        (person, session): minutes
        for person, each in found.items()
        for session, minutes in each.items()
    }


def minutes_in_session(store: Store, session_id: str, now: int) -> dict[str, int]:
    """Minutes that people helped in one session, by person."""
    rows = store.query(f"{_WITH_TIMES} WHERE helpings.session = ?", [session_id])
    return {person: sum(each.values()) for person, each in _minutes(rows, now).items()}


def _minutes(rows: Iterable[dict[str, Any]], now: int) -> dict[str, dict[str | None, int]]:
    spells: dict[str, dict[str | None, list[tuple[int, int]]]] = {}
    for row in rows:
        opened, closed = row.pop("opened"), row.pop("closed")
        helping = Helping(**row)
        span = span_of(helping, opened, closed, now)
        if span is not None:
            spells.setdefault(helping.person, {}).setdefault(helping.session, []).append(span)
    return {
        person: {session: minutes_in(each) for session, each in theirs.items()}
        for person, theirs in spells.items()
    }
