"""Reads photos of signed sheets, and the order in which people stand on a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.sheets import Sheet
from trainer_app.store.records import events_with
from trainer_app.store.store import Store

_ALL = "SELECT id, session, people, at FROM sheets"


def sheets_of(store: Store, session_id: str) -> list[Sheet]:
    """The photos of a session's sheet, in the order in which they were kept."""
    return _sheets(store, store.query(f"{_ALL} WHERE session = ? ORDER BY at, id", [session_id]))


def sheet(store: Store, sheet_id: str) -> Sheet:
    """One photo; raises UnknownThing."""
    for one in _sheets(store, store.query(f"{_ALL} WHERE id = ?", [sheet_id])):
        return one
    raise UnknownThing(what="sheet", id=sheet_id)


def showing(store: Store, people: Collection[str]) -> list[Sheet]:
    """The photos on which any of these ids is, by session and the time when they were kept."""
    wanted = set(people)
    rows = store.query(f"{_ALL} ORDER BY session, at, id")
    return _sheets(store, (row for row in rows if wanted & set(_ids(row["people"]))))


def count(store: Store, session_id: str) -> int:
    """How many photos a session has."""
    rows = store.query("SELECT count(*) AS count FROM sheets WHERE session = ?", [session_id])
    return int(next(iter(rows))["count"])


def image_of(store: Store, sheet_id: str) -> str:
    """The picture as it stands in its event, in base64. Raises UnknownThing."""
    rows = store.query("SELECT event FROM sheets WHERE id = ?", [sheet_id])
    ids = [row["event"] for row in rows]
    with store.reading() as db:
        for event in events_with(db, ids):
            # A laptop that lies may give two events one id.
            if event.header.kind == "sheet-kept" and event.words.get("sheet") == sheet_id:
                return str(event.words["image"])
    raise UnknownThing(what="sheet", id=sheet_id)


def people_said(store: Store, sheet_id: str) -> tuple[str, ...]:
    """The ids of what was said later of who is on a photo: what a correction replaces."""
    found = store.events_of(f"sheet:{sheet_id}")
    return tuple(event.id for event in found if event.header.kind == "sheet-people-set")


def dropped(store: Store) -> set[str]:
    """Ids of all photos that were deleted, wherever that was said."""
    rows = store.query(
        "SELECT DISTINCT thing FROM events WHERE kind = 'sheet-dropped'"
        " AND thing BETWEEN 'sheet:' AND 'sheet:\uffff'"
    )
    return {row["thing"].partition(":")[2] for row in rows}


def people_in_order(store: Store, course_id: str) -> list[str]:
    """Ids of who is enrolled in a course, in the order in which they were enrolled.

    So the rows of a sheet that was printed keep their numbers when others come in later. Who is
    kept only because a funder asks is among them.
    """
    rows = store.query(
        "SELECT person, (SELECT min(clock) FROM events WHERE events.thing = enrolments.thing) AS at"
        " FROM enrolments WHERE course = ? AND active ORDER BY at, person",
        [course_id],
    )
    return [row["person"] for row in rows]


def _sheets(store: Store, rows: Iterable[dict[str, Any]]) -> list[Sheet]:
    erased = {row["person"] for row in store.query("SELECT person FROM erased")}
    return [
        Sheet(
            row["id"],
            row["session"],
            _ids(row["people"]),
            row["at"],
            len(erased.intersection(_ids(row["people"]))),
        )
        for row in rows
    ]


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
