"""What this laptop holds of each laptop, what they signed, and what others are known to hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sqlite_utils import Database

from trainer_app.domain.laptops import Laptop, Standing
from trainer_app.store import log
from trainer_app.store.records import Sealed, chain_of, read, sealed
from trainer_app.store.store import Store

BATCH = 500
"""So many events are committed at a time."""
_PART, _PART_LETTERS = 60, 2_000_000
"""A learner's answer waits for no more events than that, nor for more words: photos are long."""


class SignedHead(NamedTuple):
    """The newest event of a stretch of a laptop's chain, signed by that laptop."""

    device: str
    seq: int
    hash: str
    signature: str


def take_in(store: Store, batch: Sequence[Sealed]) -> int:
    """Commit at most BATCH events from elsewhere, behind whatever is urgent; returns how many
    were new.

    Where an answer comes meanwhile, what is done by then is committed and the answer goes first:
    any part of a batch is as good as the whole.
    """
    new = done = 0
    while done < len(batch):
        more, done = store.write_later(partial(_take_some, store, batch, done))
        new += more
        # Here rather than in a later commit on the writer's thread, where answers would wait.
        with store.reading() as db:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    return new


def _take_some(store: Store, batch: Sequence[Sealed], done: int, db: Database) -> tuple[int, int]:
    """Take in what follows the first `done`, until somebody waits; how many were new, and done."""
    new = 0
    while done < len(batch):
        part = _part(batch, done)
        new += log.insert(db, part)
        done += len(part)
        if store.is_awaited():
            break
    return new, done


def _part(batch: Sequence[Sealed], start: int) -> Sequence[Sealed]:
    """The next few events, at least one."""
    letters, end = 0, start
    while end < min(len(batch), start + _PART) and (letters < _PART_LETTERS or end == start):
        letters += len(batch[end].text or "")
        end += 1
    return batch[start:end]


def keep_heads(store: Store, heads: Sequence[SignedHead]) -> None:
    """Remember what laptops signed, so that their events can be passed on."""

    def job(db: Database) -> None:
        for head in heads:
            db.execute(
                "INSERT OR IGNORE INTO heads (device, seq, hash, signature) VALUES (?, ?, ?, ?)",
                list(head),
            )

    store.write_later(job)


def acknowledge(store: Store, laptop: str, holds: Mapping[str, int]) -> None:
    """Remember how far another laptop has come with each laptop's events."""

    def job(db: Database) -> None:
        for device, seq in holds.items():
            db.execute(
                "INSERT INTO acknowledged (laptop, device, seq) VALUES (?, ?, ?)"
                " ON CONFLICT (laptop, device) DO UPDATE SET seq = max(seq, excluded.seq)",
                [laptop, device, seq],
            )

    store.write_later(job)


def holds(store: Store) -> dict[str, int]:
    """The highest sequence of each laptop up to which nothing is missing here."""
    found = {}
    for row in store.query(
        "SELECT device, max(seq) AS last, count(DISTINCT seq) AS count FROM events GROUP BY device"
    ):
        device, last = row["device"], row["last"]
        found[device] = last if last == row["count"] else _first_gap(store, device) - 1
    return found


def end_without_gap(store: Store, device: str) -> tuple[int, str]:
    """A laptop's event up to which nothing is missing here: its sequence and hash, 0 and "" if
    there is none; of two histories the same end on every laptop.
    """
    rows = store.query(
        "SELECT max(seq) AS last, count(DISTINCT seq) AS count FROM events WHERE device = ?",
        [device],
    )
    last, count = next((row["last"] or 0, row["count"]) for row in rows)
    seq = last if last == count else _first_gap(store, device) - 1
    ends = store.query(
        "SELECT max(hash) AS hash FROM events WHERE device = ? AND seq = ?", [device, seq]
    )
    return seq, next(row["hash"] or "" for row in ends)


def gaps(store: Store) -> list[str]:
    """Laptops of which something in between is missing."""
    rows = store.query(
        "SELECT device FROM events GROUP BY device HAVING max(seq) <> count(DISTINCT seq)"
    )
    return [row["device"] for row in rows]


def known_everywhere(store: Store) -> dict[str, int]:
    """By device, the sequence that every other laptop that counts has said it holds."""
    others = [
        row["id"]
        for row in store.query(
            "SELECT id FROM laptops WHERE id <> ? AND last_seq IS NULL", [store.device]
        )
    ]
    if not others:
        return {}
    told: dict[str, dict[str, int]] = {}
    for row in store.query("SELECT laptop, device, seq FROM acknowledged"):
        told.setdefault(row["laptop"], {})[row["device"]] = row["seq"]
    devices = {device for one in told.values() for device in one}
    return {
        device: min(told.get(laptop, {}).get(device, 0) for laptop in others) for device in devices
    }


def tips(store: Store) -> list[tuple[str, int, str]]:
    """The ends of all stretches of all chains, as (device, sequence, hash)."""
    rows = store.query(
        "SELECT device, seq, hash FROM events AS one WHERE NOT EXISTS"
        " (SELECT 1 FROM events AS next WHERE next.device = one.device"
        "  AND next.seq = one.seq + 1 AND next.previous = one.hash) ORDER BY device, seq, hash"
    )
    return [(row["device"], row["seq"], row["hash"]) for row in rows]


def signed_heads(store: Store) -> dict[str, str]:
    """Signatures by the hash of the header that was signed."""
    return {row["hash"]: row["signature"] for row in store.query("SELECT * FROM heads")}


def stretches(store: Store, since: Mapping[str, int], ends: Sequence[str]) -> Iterator[Sealed]:
    """Events after `since`, as runs that each lead to one of `ends` (hashes of signed headers).

    Within a run each event follows the one before; a fork gives one run for each branch.
    """
    wanted = set(ends)
    forked = {
        row["device"]
        for row in store.query(
            "SELECT DISTINCT device FROM events GROUP BY device, seq HAVING count(*) > 1"
        )
    }
    devices = [row["device"] for row in store.query("SELECT DISTINCT device FROM events")]
    for device in sorted(devices):
        after = since.get(device, 0)
        if device in forked:
            yield from _branches(store, device, after, wanted)
        else:
            yield from _straight(store, device, after, wanted)


def _straight(store: Store, device: str, after: int, ends: set[str]) -> Iterator[Sealed]:
    """Up to the last signed event of each run; what follows it nobody could verify."""
    waiting: list[Sealed] = []
    for one in _sealed_rows(store, "device = ? AND seq > ? ORDER BY seq", [device, after]):
        waiting.append(one)
        if one.hash in ends:
            yield from waiting
            waiting = []


def _branches(store: Store, device: str, after: int, ends: set[str]) -> Iterator[Sealed]:
    with store.reading() as db:
        chain = {one.hash: one for one in map(sealed, chain_of(db, device))}
    given: set[str] = set()
    for end in sorted(ends & chain.keys(), key=lambda hash: -chain[hash].event.header.seq):
        path = []
        at = end
        while at in chain and at not in given and chain[at].event.header.seq > after:
            path.append(chain[at])
            given.add(at)
            at = chain[at].event.header.previous
        yield from reversed(path)


def _sealed_rows(store: Store, where: str, values: Sequence[object]) -> Iterator[Sealed]:
    with store.reading() as db:
        rows = db.execute(f"SELECT body, hash FROM events WHERE {where}", list(values))
        for event, (text, hash) in zip(read(db, where, values), rows, strict=True):
            yield Sealed(event, hash, text)


def _first_gap(store: Store, device: str) -> int:
    expected = 1
    for row in store.query(
        "SELECT DISTINCT seq FROM events WHERE device = ? ORDER BY seq", [device]
    ):
        if row["seq"] != expected:
            break
        expected += 1
    return expected


def laptops(store: Store, now: int) -> list[Laptop]:
    """All laptops of the centre, this one first. `now`: UTC seconds."""
    forked = {row["laptop"] for row in store.query("SELECT laptop FROM unsettled_forks")}
    rows = store.query(
        """
        SELECT id, code, last_seq,
               (SELECT clock FROM events WHERE device = laptops.id ORDER BY seq DESC LIMIT 1)
                   AS news,
               (SELECT count(*) FROM events WHERE device = laptops.id) AS events,
               (SELECT count(*) FROM events WHERE device = laptops.id AND aside IS NOT NULL)
                   AS aside,
               EXISTS (SELECT 1 FROM events WHERE device = laptops.id AND aside = 'second-use')
                   AS second
        FROM laptops ORDER BY id <> ?, length(code), code
        """,
        [store.device],
    )
    found = []
    for row in rows:
        standing: Standing = "counts"
        if row["last_seq"] is not None:
            standing = "shut-out"
        elif row["id"] in forked:
            standing = "forked"
        elif row["second"]:
            standing = "second-use"
        news = None if row["news"] is None else row["news"] // 1000
        found.append(
            Laptop(
                row["id"], row["code"], row["id"] == store.device, standing, news,
                row["events"], row["aside"], max(0, (news or now) - now),
            )
        )  # fmt: skip
    return found


def newest_clock(store: Store) -> int:
    """The latest clock among the newest events of all laptops that count, in ms UTC; 0 if none."""
    rows = store.query(
        "SELECT max((SELECT clock FROM events WHERE device = laptops.id ORDER BY seq DESC LIMIT 1))"
        " AS newest FROM laptops WHERE last_seq IS NULL"
    )
    return next((row["newest"] or 0 for row in rows), 0)


class Told(NamedTuple):
    """One branch of a fork: the hash it begins with, its events, and their clocks in ms UTC."""

    hash: str
    events: int
    first: int
    last: int


def unsettled_forks(store: Store, laptop: str) -> list[tuple[str, tuple[Told, ...]]]:
    """The forks of a laptop that nobody settled: what they follow, and each branch."""
    rows = list(
        store.query("SELECT after, branches FROM unsettled_forks WHERE laptop = ?", [laptop])
    )
    return [
        (row["after"], tuple(_branch(store, start) for start in row["branches"].split("\n")))
        for row in rows
    ]


def _branch(store: Store, start: str) -> Told:
    rows = store.query(
        "WITH RECURSIVE branch (hash, device, seq, clock) AS ("
        "  SELECT hash, device, seq, clock FROM events WHERE hash = ?"
        "  UNION ALL SELECT events.hash, events.device, events.seq, events.clock FROM branch"
        "  JOIN events ON events.device = branch.device AND events.seq = branch.seq + 1"
        "  AND events.previous = branch.hash)"
        " SELECT count(*) AS events, min(clock) AS first, max(clock) AS last FROM branch",
        [start],
    )
    row = next(iter(rows))
    return Told(start, row["events"], row["first"], row["last"])
