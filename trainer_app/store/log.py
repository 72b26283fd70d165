"""The log of events and what is projected from it, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from trainer_app.domain.events import Event, Header
from trainer_app.domain.folding import FOLDS, key_of
from trainer_app.domain.kinds import KINDS
from trainer_app.store.schema import PRIMARY, make_projections

_COLUMNS = (
    "id, device, seq, clock, by, kind, version, subject, replaces, previous, body_hash, salt, body"
)


def insert(db: Database, events: Iterable[Event]) -> set[str]:
    """Add events that are not there yet, and bring the rows of their things up to date.

    Returns the names of the things that changed. Must run inside a transaction.
    """
    things: set[str] = set()
    for event in events:
        header = event.header
        thing = _thing_of(event)
        cursor = db.execute(
            f"INSERT OR IGNORE INTO events ({_COLUMNS}, hash, thing)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                header.id, header.device, header.seq, header.clock, header.by, header.kind,
                header.version, header.subject, json.dumps(list(header.replaces)),
                header.previous, header.body_hash, event.salt,
                None if event.body is None else json.dumps(dict(event.body), ensure_ascii=False),
                header.hash(), thing,
            ],
        )  # fmt: skip
        if cursor.rowcount and thing is not None:
            things.add(thing)
    for thing in things:
        project(db, thing)
    return things


def _thing_of(event: Event) -> str | None:
    """What an event is about. What a newer program wrote is kept, but shows nowhere yet."""
    header = event.header
    kind = KINDS.get(header.kind)
    if kind is None or header.version > kind.version or event.body is None:
        return None
    return kind.thing_of(event.body, header.subject)


def project(db: Database, thing: str) -> None:
    """Make one thing's row anew from all events about it."""
    table, fold = FOLDS[thing.partition(":")[0]]
    row = fold(list(events_of(db, thing)))
    primary = PRIMARY[table]
    if row is None:
        db.execute(f"DELETE FROM {table} WHERE {primary} = ?", [key_of(thing)])
        return
    names = ", ".join(f'"{name}"' for name in row)
    holes = ", ".join("?" * len(row))
    db.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({holes})", list(row.values()))


def rebuild(db: Database) -> int:
    """Make all projections anew from the log; returns how many things there are.

    What an event is about is worked out again too: this program may know more kinds than the one
    that took the event in.
    """
    make_projections(db)
    things: set[str] = set()
    for event in list(_read(db, "1", [])):
        thing = _thing_of(event)
        db.execute("UPDATE events SET thing = ? WHERE id = ? AND thing IS NOT ?",
                   [thing, event.id, thing])  # fmt: skip
        if thing is not None:
            things.add(thing)
    for thing in things:
        project(db, thing)
    return len(things)


def events_of(db: Database, thing: str) -> Iterator[Event]:
    """All events about one thing, in no promised order."""
    return _read(db, "thing = ?", [thing])


def events_with(db: Database, ids: Sequence[str]) -> Iterator[Event]:
    """The events with these ids that are there."""
    return _read(db, f"id IN ({','.join('?' * len(ids))})", list(ids))


def chain_of(db: Database, device: str) -> Iterator[Event]:
    """A laptop's events in the order it wrote them."""
    return _read(db, "device = ? ORDER BY seq", [device])


def _read(db: Database, where: str, values: list[str]) -> Iterator[Event]:
    for row in db.execute(f"SELECT {_COLUMNS} FROM events WHERE {where}", values):
        id, device, seq, clock, by, kind, version, subject, old, previous, said, salt, body = row
        replaces = tuple(json.loads(old))
        header = Header(
            id, device, seq, clock, by, kind, version, subject, replaces, previous, said
        )
        yield Event(header, salt, None if body is None else json.loads(body))
