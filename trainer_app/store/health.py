"""Whether the store is whole: the file, the laptops' chains, and the tables made from them."""

from __future__ import annotations

import hashlib

from sqlite_utils import Database

from trainer_app.domain.errors import MalformedEvent, StoreDamaged
from trainer_app.domain.events import NO_HASH, canonical, check_sealed
from trainer_app.domain.folding import FOLDS, key_of
from trainer_app.store import derived
from trainer_app.store.engine import known_trouble
from trainer_app.store.projecting import Sharing, row_of
from trainer_app.store.records import chain_of
from trainer_app.store.schema import PRIMARY, RULES, TABLES
from trainer_app.store.store import Store


def file_is_whole(store: Store) -> bool:
    """Both checks: SQLCipher's finds a flipped byte, SQLite's a page cut off at the end."""
    try:
        with known_trouble(store.file):
            flipped = list(store.reader.execute("PRAGMA cipher_integrity_check"))
            quick = [row[0] for row in store.reader.execute("PRAGMA quick_check")]
    except StoreDamaged:
        return False
    return not flipped and quick == ["ok"]


def broken_chains(store: Store) -> list[str]:
    """Laptops whose events are not as they were written; of this one's own none may be missing."""
    own = {store.device, *store.former()}
    devices = [row["device"] for row in store.query("SELECT DISTINCT device FROM events")]
    return [device for device in devices if not _chain_holds(store, device, whole=device in own)]


def stale_things(store: Store) -> list[str]:
    """Things whose row is not what the log makes of them, and rows that nothing made."""
    sharing = Sharing.of(store.reader)
    found = store.query("SELECT DISTINCT thing FROM events WHERE thing IS NOT NULL")
    things = {sharing.names_of(row["thing"])[0] for row in found}
    stale = [thing for thing in sorted(things) if not _row_is_true(store, thing, sharing)]
    for kind, (table, _) in FOLDS.items():
        made = {key_of(thing) for thing in things if thing.partition(":")[0] == kind}
        primary = PRIMARY[table]
        rows = store.query(f"SELECT {primary} AS key FROM {table}")
        stale += [f"{kind}:{row['key']}" for row in rows if row["key"] not in made]
    return stale + _stale_conclusions(store)


def state_hash(store: Store, key: str) -> str:
    """A keyed fingerprint of all projections: equal on laptops that hold the same events.

    `key` is the centre's, so that nobody learns from the fingerprint what the tables hold.
    """
    digest = hashlib.blake2b(key=bytes.fromhex(key), digest_size=16)
    for table in sorted(TABLES):
        primary = PRIMARY[table]
        digest.update(table.encode())
        for row in store.query(f"SELECT * FROM {table} ORDER BY {primary}"):
            digest.update(canonical(row))
    return f"{RULES}-{digest.hexdigest()}"


def counts(store: Store) -> dict[str, int]:
    """How many events, people, sessions and marks there are."""
    tables = ("events", "people", "courses", "sessions", "attendance", "sittings")
    return {table: store.reader[table].count for table in tables}


def _stale_conclusions(store: Store) -> list[str]:
    """Things that would change if it was worked out anew what counts and who is one person."""

    def job(db: Database) -> list[str]:
        db.execute("SAVEPOINT looking")
        try:
            return sorted(
                derived.judge_trainers(db)
                | derived.judge_laptops(db)
                | derived.erase(db)
                | {thing for kind in derived.DROPPED for thing in derived.drop(db, kind)}
                | derived.share(db)
            )
        finally:
            db.execute("ROLLBACK TO looking")
            db.execute("RELEASE looking")

    found: list[str] = store.write_later(job)
    return found


def _chain_holds(store: Store, device: str, *, whole: bool) -> bool:
    rows = store.query("SELECT id, seq, hash FROM events WHERE device = ?", [device])
    written = {row["hash"]: row["seq"] for row in rows}
    places = set(written.values())
    for event in chain_of(store.reader, device):
        header = event.header
        try:
            check_sealed(event)
        except MalformedEvent:
            return False
        if written.pop(header.hash(), None) != header.seq:
            return False
        if header.seq == 1 and header.previous != NO_HASH:
            return False
        if header.seq - 1 in places and not _follows(store, device, header.seq, header.previous):
            return False
    return not written and (not whole or len(places) == max(places, default=0))


def _follows(store: Store, device: str, seq: int, previous: str) -> bool:
    found = store.query(
        "SELECT 1 FROM events WHERE device = ? AND seq = ? AND hash = ?",
        [device, seq - 1, previous],
    )
    return any(True for _ in found)


def _row_is_true(store: Store, thing: str, sharing: Sharing) -> bool:
    table = FOLDS[thing.partition(":")[0]][0]
    primary = PRIMARY[table]
    found = next(
        iter(store.query(f"SELECT * FROM {table} WHERE {primary} = ?", [key_of(thing)])), None
    )
    true = row_of(store.reader, thing, sharing)
    if found is None or true is None:
        return found is true
    return found == {name: true.get(name) for name in found}
