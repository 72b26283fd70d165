"""How far laptops that meet have come with each other's events, and what they bring, at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from trainer_app.store import log
from trainer_app.store.pooling import SignedHead
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

NOTHING = ""


class End(NamedTuple):
    """How far a laptop's events are here without a gap, and what names them up to there.

    `mark` is the hash of the last one; of two histories it stands for all that is here of both.
    """

    seq: int
    mark: str


def ends(store: Store) -> dict[str, End]:
    """The ends of all laptops' events that are here."""
    with store.reading() as db:
        found = {span.device: _end(db, span) for span in _spans(db)}
    return {device: end for device, end in found.items() if end.seq}


def lasts(store: Store) -> dict[str, int]:
    """The highest sequence of each laptop that is here, with or without a gap before it."""
    with store.reading() as db:
        return {span.device: span.last for span in _spans(db)}


def last_of(store: Store, device: str) -> int:
    """The highest sequence of one laptop that is here; 0 if there is none."""
    rows = store.query("SELECT max(seq) AS last FROM events WHERE device = ?", [device])
    return next((row["last"] or 0 for row in rows), 0)


def two_histories(store: Store) -> set[str]:
    """Laptops of which two histories are here."""
    with store.reading() as db:
        return {span.device for span in _spans(db) if span.is_forked}


def end_of(store: Store, device: str) -> End:
    """The end of one laptop's events that are here."""
    with store.reading() as db:
        return next((_end(db, span) for span in _spans(db, device)), End(0, NOTHING))


def had_by(store: Store, theirs: Mapping[str, End]) -> dict[str, int]:
    """By device, up to where another laptop has what is here, by what it says of its ends.

    Where both have something else in one place it is nought: whoever has seen both histories
    can report them.
    """
    since: dict[str, int] = {}
    with store.reading() as db:
        for span in _spans(db):
            mine, its = _end(db, span), theirs.get(span.device)
            if its is None or not its.seq:
                continue
            if its == mine or (its.seq > mine.seq and not span.is_forked):
                since[span.device] = mine.seq
            elif not span.is_forked and _is_there(db, span.device, its.seq, its.mark):
                since[span.device] = its.seq
    return since


def is_there(store: Store, device: str, seq: int, hash: str) -> bool:
    """Whether this very event is here."""
    with store.reading() as db:
        return _is_there(db, device, seq, hash)


def take_in_now(store: Store, events: Sequence[Sealed], heads: Iterable[SignedHead]) -> int:
    """Commit what several laptops just wrote, with what they signed, in one transaction.

    In its turn with the answers of this laptop: so many as a room writes in a moment only.
    Returns how many were new.
    """

    def job(db: Database) -> int:
        new = log.insert(db, events)
        db.conn.executemany(
            "INSERT OR IGNORE INTO heads (device, seq, hash, signature) VALUES (?, ?, ?, ?)",
            [list(head) for head in heads],
        )
        return new

    return int(store.write_now(job))


def laptop_keys(store: Store) -> dict[str, str]:
    """Public signing keys, in hex, of the laptops that count, by device."""
    rows = store.query("SELECT id, sign_key FROM laptops WHERE last_seq IS NULL")
    return {row["id"]: row["sign_key"] for row in rows}


def shut_out(store: Store) -> set[str]:
    """Laptops that a trainer shut out."""
    return {row["id"] for row in store.query("SELECT id FROM laptops WHERE last_seq IS NOT NULL")}


class _Span(NamedTuple):
    """What is here of a laptop: its last place, how many places, and how many events."""

    device: str
    last: int
    places: int
    events: int

    @property
    def is_forked(self) -> bool:
        return self.events > self.places


def _spans(db: Database, device: str | None = None) -> list[_Span]:
    rows = db.execute(
        "SELECT device, max(seq), count(DISTINCT seq), count(*) FROM events"
        f" {'' if device is None else 'WHERE device = ?'} GROUP BY device",
        [] if device is None else [device],
    )
    return [_Span(*row) for row in rows]


def _end(db: Database, span: _Span) -> End:
    device = span.device
    seq = span.last if span.last == span.places else _before_gap(db, device)
    before = "device = ? AND seq <= ?" if span.is_forked else "device = ? AND seq = ?"
    rows = db.execute(f"SELECT hash FROM events WHERE {before} ORDER BY hash", [device, seq])
    hashes = [row[0] for row in rows]
    if len(hashes) == 1:
        return End(seq, hashes[0])
    return End(seq, hashlib.sha256("".join(hashes).encode()).hexdigest() if hashes else NOTHING)


def _is_there(db: Database, device: str, seq: int, hash: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM events WHERE device = ? AND seq = ? AND hash = ?", [device, seq, hash]
    )
    return found.fetchone() is not None


def _before_gap(db: Database, device: str) -> int:
    expected = 1
    rows = db.execute("SELECT DISTINCT seq FROM events WHERE device = ? ORDER BY seq", [device])
    for (seq,) in rows:
        if seq != expected:
            break
        expected += 1
    return expected - 1
