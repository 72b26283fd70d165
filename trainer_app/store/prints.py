"""Reads prints of people, and which projects have a key that they are made with."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.store.store import Store


@dataclass(frozen=True, slots=True)
class KnownPrint:
    """One print. `key`: the public halves of the key that it was made with."""

    id: str
    person: str
    project: str
    period: str
    print: str
    key: str


@dataclass(frozen=True, slots=True)
class KeyOf:
    """The key of a project's period, by its public halves."""

    project: str
    period: str
    key: str


def all_of_them(store: Store) -> list[KnownPrint]:
    """Every print that stands, the smallest id first."""
    rows = store.query("SELECT id, person, project, period, print, key FROM prints ORDER BY id")
    return [KnownPrint(**row) for row in rows]


def keys(store: Store) -> list[KeyOf]:
    """The projects and periods whose people are counted once."""
    rows = store.query("SELECT project, period, key FROM doubles ORDER BY project, period")
    return [KeyOf(**row) for row in rows]


def dropped(store: Store) -> set[str]:
    """Ids of all prints that were taken away, wherever that was said."""
    rows = store.query(
        "SELECT DISTINCT thing FROM events WHERE kind = 'print-dropped'"
        " AND thing BETWEEN 'print:' AND 'print:\uffff'"
    )
    return {row["thing"].partition(":")[2] for row in rows}
