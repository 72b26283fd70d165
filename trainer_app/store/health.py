"""Whether the store is whole: the file, the laptops' chains, and the tables made from them."""

from __future__ import annotations

import hashlib

from trainer_app.domain.errors import MalformedEvent, StoreDamaged
from trainer_app.domain.events import NO_HASH, canonical, check_sealed
from trainer_app.domain.folding import FOLDS, key_of
from trainer_app.store import log
from trainer_app.store.engine import known_trouble
from trainer_app.store.schema import PRIMARY, RULES
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
    """Laptops whose events do not follow one another as they were written."""
    devices = [row["device"] for row in store.query("SELECT DISTINCT device FROM events")]
    return [device for device in devices if not _chain_holds(store, device)]


def stale_things(store: Store) -> list[str]:
    """Things whose row is not what the log makes of them, and rows that nothing made."""
    found = store.query("SELECT DISTINCT thing FROM events WHERE thing IS NOT NULL")
    things = [row["thing"] for row in found]
    stale = [thing for thing in things if not _row_is_true(store, thing)]
    for kind, (table, _) in FOLDS.items():
        made = {key_of(thing) for thing in things if thing.partition(":")[0] == kind}
        primary = PRIMARY[table]
        rows = store.query(f"SELECT {primary} AS key FROM {table}")
        stale += [f"{kind}:{row['key']}" for row in rows if row["key"] not in made]
    return stale


def state_hash(store: Store, key: str) -> str:
    """A keyed fingerprint of all projections: equal on laptops that hold the same events.

    `key` is the centre's, so that nobody learns from the fingerprint what the tables hold.
    """
    digest = hashlib.blake2b(key=bytes.fromhex(key), digest_size=16)
    for table in sorted({table for table, _ in FOLDS.values()}):
        primary = PRIMARY[table]
        digest.update(table.encode())
        for row in store.query(f"SELECT * FROM {table} ORDER BY {primary}"):
            digest.update(canonical(row))
    return f"{RULES}-{digest.hexdigest()}"


def counts(store: Store) -> dict[str, int]:
    """How many events, people, sessions and marks there are."""
    tables = ("events", "people", "courses", "sessions", "attendance", "sittings")
    return {table: store.reader[table].count for table in tables}


def _chain_holds(store: Store, device: str) -> bool:
    rows = store.query("SELECT id, hash FROM events WHERE device = ?", [device])
    written = {row["id"]: row["hash"] for row in rows}
    previous = NO_HASH
    for seq, event in enumerate(log.chain_of(store.reader, device), start=1):
        try:
            check_sealed(event)
        except MalformedEvent:
            return False
        if event.header.seq != seq or event.header.previous != previous:
            return False
        previous = event.header.hash()
        if previous != written[event.id]:
            return False
    return True


def _row_is_true(store: Store, thing: str) -> bool:
    table, fold = FOLDS[thing.partition(":")[0]]
    primary = PRIMARY[table]
    found = next(
        iter(store.query(f"SELECT * FROM {table} WHERE {primary} = ?", [key_of(thing)])), None
    )
    true = fold(store.events_of(thing))
    if found is None or true is None:
        return found is true
    return found == {name: true.get(name) for name in found}
