"""Takes events into the log and brings all tables up to date, in one transaction.

What stands here is a function of the set of events: any order, any repetition and any subset
that is completed later gives the same tables on every laptop.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from trainer_app.domain.kinds import AUTHORITY
from trainer_app.store import derived
from trainer_app.store.projecting import Sharing, project_all
from trainer_app.store.records import COLUMNS, SIGNED_THINGS, Sealed, read, row_of, thing_of
from trainer_app.store.schema import make_projections

_INSERT = f"INSERT INTO events ({COLUMNS}, hash, thing) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

Places = dict[int, dict[str, bool]]
"""By sequence: the hashes that are there, and whether each has its body."""


@dataclass(slots=True)
class _Coming:
    """What a batch changes besides adding rows."""

    rows: list[list[object]] = field(default_factory=list)
    bare: list[Sealed] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    judged: set[str] = field(default_factory=set)
    authority: bool = False


def insert(db: Database, events: Sequence[Sealed]) -> int:
    """Add events that are not there yet, and bring all tables up to date.

    A body that is missing here and may be known is filled in. Returns how many events were new.
    Must run inside a transaction.
    """
    coming = _Coming()
    erased = derived.erased_people(db)
    dropped = _dropped(db, events)
    watched = derived.watched_laptops(db)
    by_device: dict[str, list[Sealed]] = {}
    for one in events:
        by_device.setdefault(one.event.header.device, []).append(one)
    for device, batch in by_device.items():
        there = _there(db, device, batch)
        for one in batch:
            _take(db, one, there, coming, gone=_is_gone(one, erased, dropped))
        if device in watched:
            coming.judged.add(device)
    db.conn.executemany(_INSERT, coming.rows)
    for one in coming.bare:
        coming.things |= derived.supersede(db, one.hash, one.event.header.replaces)
    _settle(db, coming)
    return len(coming.rows)


def rebuild(db: Database) -> int:
    """Make all projections anew from the log; returns how many things there are.

    What an event is about is worked out again too: this program may know more kinds than the one
    that took the event in.
    """
    make_projections(db)
    db.execute("DELETE FROM superseded")
    things: set[str] = set()
    other: list[tuple[str | None, str]] = []
    names = db.execute("SELECT hash, thing FROM events ORDER BY rowid")
    for event, (hash, before) in zip(read(db, "1 ORDER BY rowid", []), names, strict=True):
        thing = thing_of(event)
        if thing != before:
            other.append((thing, hash))
        if thing is not None:
            things.add(thing)
    db.conn.executemany("UPDATE events SET thing = ? WHERE hash = ?", other)
    for hash, replaces in db.execute(
        "SELECT hash, replaces FROM events WHERE body IS NULL AND replaces <> '[]'"
    ).fetchall():
        derived.supersede(db, hash, json.loads(replaces))
    contested = derived.contested_laptops(db) | derived.watched_laptops(db)
    _settle(db, _Coming(things=set(things), judged=contested, authority=True))
    return len(things)


def _there(db: Database, device: str, batch: Sequence[Sealed]) -> Places:
    places: Places = {}
    seqs = [one.event.header.seq for one in batch]
    rows = db.execute(
        "SELECT seq, hash, body IS NOT NULL FROM events WHERE device = ? AND seq BETWEEN ? AND ?",
        [device, min(seqs), max(seqs)],
    )
    for seq, hash, has_body in rows:
        places.setdefault(seq, {})[hash] = bool(has_body)
    return places


def _dropped(db: Database, events: Sequence[Sealed]) -> set[str]:
    """What was dropped, where something of that kind comes: its words are never written."""
    kept = {kept for kept, _ in derived.DROPPED.values()}
    if not any(one.event.header.kind in kept for one in events):
        return set()
    return derived.dropped_things(db, (one.event for one in events))


def _is_gone(one: Sealed, erased: Mapping[str, str], dropped: Collection[str]) -> bool:
    """Whether the words of an event are not to be kept: of who was erased, of what was dropped."""
    header = one.event.header
    if header.subject in erased and header.kind not in AUTHORITY:
        return True
    holds = header.kind in {kept for kept, _ in derived.DROPPED.values()}
    return bool(dropped) and holds and thing_of(one.event) in dropped


def _take(db: Database, one: Sealed, there: Places, coming: _Coming, *, gone: bool) -> None:
    header = one.event.header
    bare = gone or one.text is None
    place = there.setdefault(header.seq, {})
    if one.hash in place and (bare or place[one.hash]):
        return
    thing = None if bare else thing_of(one.event)
    if one.hash in place:
        db.execute(
            "UPDATE events SET salt = ?, body = ?, thing = ? WHERE hash = ?",
            [one.event.salt, one.text, thing, one.hash],
        )
        coming.things |= derived.found_again(db, one.hash)
    else:
        if place:
            coming.judged.add(header.device)
        coming.rows.append(row_of(one, thing, gone))
        if bare:
            coming.bare.append(one)
    place[one.hash] = not bare
    coming.authority = coming.authority or header.kind in AUTHORITY
    if thing is not None:
        coming.things.add(thing)


def _settle(db: Database, coming: _Coming) -> None:
    """Work out what counts now, and make the rows of all that changed."""
    things = coming.things
    if coming.authority:
        things |= derived.judge_trainers(db)
        project_all(db, _of(things, *SIGNED_THINGS))
    if _of(things, "laptop", "fork"):
        things |= derived.judge_laptops(db)
    elif coming.judged:
        things |= derived.judge_laptops(db, coming.judged)
    if _of(things, "erasure"):
        things |= derived.erase(db)
    for kind in derived.DROPPED:
        if _of(things, kind):
            things |= derived.drop(db, kind)
    if _of(things, "erasure", "edge"):
        project_all(db, _of(things, "edge"))
        before = Sharing.of(db)
        things |= derived.share(db)
        # A row that stood under another id of the same person is made anew there too.
        things |= {before.names_of(thing)[0] for thing in things}
    project_all(db, things)


def _of(things: Iterable[str], *kinds: str) -> set[str]:
    return {thing for thing in things if thing.partition(":")[0] in kinds}
