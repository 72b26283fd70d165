"""Every event that can still be read out of a damaged store, page by page.

SQLCipher refuses a page of which one bit is wrong, and SQLite then everything that hangs on it.
So each page is looked at alone: a bare file is made with the same key, the damaged file's pages
are put into it at their places (a page is sealed together with its number), and a table is hung
on each of them. What comes out counts only where its hashes fit. The damaged file is only read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Event, Header, check_sealed
from trainer_app.store import wal
from trainer_app.store.engine import known_trouble, remove

PAGE = 4096
SALT = 16
_AT_ONCE = 1000  # tables; each new connection reads them all
_MOST_ROWS = 16  # a page holds fewer headers; one higher up would lead to all below it
# In the order in which the steps of the schema made them.
_COLUMNS = (
    'id, device, seq, clock, "by", kind, version, subject, replaces, previous, body_hash,'
    " hash, thing, salt, body"
)
_NUMBER = re.compile(r"page ([0-9]+)$")

Pages = Mapping[int, bytes]


@dataclass(slots=True)
class Salvaged:
    """What could be read of a damaged store.

    `events` by the hash of their header; `secrets` belong to the laptop, empty where their table
    is lost. `pages` and `damaged` count pages. `first_page`: whether the page is whole that leads
    to all others; it also says how many there should be, and `cut_off` that some are not there.
    """

    events: dict[str, Event] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    damaged: int = 0
    first_page: bool = False
    cut_off: bool = False


def salvage(
    store_file: Path, key: bytes, scratch: Path, *, salts: Iterable[bytes] = ()
) -> Salvaged:
    """Read every event that is still whole in a damaged store and in the log beside it.

    `scratch`: a file to work in, as large as the store, removed at the end. `salts`: with what
    other files of this store begin (`salt_of`), should its own beginning be lost. Raises DiskFull,
    ReadOnly.
    """
    content = store_file.read_bytes() if store_file.is_file() else b""
    frames = wal.committed(store_file.with_name(store_file.name + "-wal"), PAGE)
    in_file = dict(_split(content))
    in_log = {frame.page: frame.content for frame in frames if frame.whole}
    newest = {**in_file, **in_log}
    found = Salvaged(pages=max(newest, default=0), damaged=len(newest))
    own = [layer[1][:SALT] for layer in (in_log, in_file) if 1 in layer]
    with known_trouble(scratch):
        try:
            for salt in dict.fromkeys([*own, *salts] if newest else ()):
                bench = _Bench(scratch, key + salt, found.pages)
                # First what the file says, so that the newer words of the log win.
                if sum([bench.read(in_file, found.events), bench.read(in_log, found.events)]):
                    bench.look_at_whole(newest, found)
                    break
        finally:
            remove(scratch)
    return found


def salt_of(file: Path) -> bytes:
    """With what a store's file and all its snapshots begin (16 bytes)."""
    with file.open("rb") as handle:
        return handle.read(SALT)


def _split(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Whole pages by their number, which counts from 1."""
    for number in range(1, len(content) // PAGE + 1):
        yield number, content[(number - 1) * PAGE : number * PAGE]


class _Bench:
    """A file of our own, sealed as the damaged one is, on which pages are looked at."""

    def __init__(self, file: Path, key_and_salt: bytes, pages: int) -> None:
        self._file = file
        self._key = key_and_salt
        remove(file)
        with closing(self._open()) as db:
            db.execute("CREATE TABLE filler (x)")
            for start in range(0, pages + 2, 50_000):
                size = min(50_000, pages + 2 - start) * PAGE
                db.execute("INSERT INTO filler VALUES (zeroblob(?))", [size])
            db.execute("PRAGMA writable_schema = ON")
            db.execute("DELETE FROM sqlite_schema")

    def read(self, pages: Pages, events: dict[str, Event]) -> int:
        """Add the events on these pages; returns how many pages can be opened at all."""
        # What all else hangs on is the bench's own here.
        ours = {number: content for number, content in pages.items() if number > 1}
        if not ours:
            return 0
        self._put(ours)
        good = sorted(set(ours) - self._unreadable())
        for start in range(0, len(good), _AT_ONCE):
            some = good[start : start + _AT_ONCE]
            self._hang_tables_on(some)
            reader = _Reader(self._open)
            for number in some:
                for row in reader.rows_on(f"p{number}"):
                    event = _event_of(row)
                    if event is not None:
                        events[event.header.hash()] = event
            reader.close()
        return len(good)

    def look_at_whole(self, pages: Pages, found: Salvaged) -> None:
        """With all pages in, the first too: which are damaged, and are the secrets still there."""
        self._put({number: content for number, content in pages.items() if number == 1})
        damaged = self._unreadable() & set(pages)
        found.damaged, found.first_page = len(damaged), 1 in pages and 1 not in damaged
        with self._file.open("r+b") as handle:
            handle.truncate(found.pages * PAGE)
        with closing(self._open()) as db:
            try:
                db.execute("SELECT 1 FROM sqlite_schema").fetchone()
            except sqlcipher.DatabaseError:
                found.cut_off = found.first_page
        with closing(self._open()) as db, suppress(sqlcipher.DatabaseError):
            db.execute("PRAGMA writable_schema = ON")  # reads a file that was cut off, too
            found.secrets = dict(db.execute("SELECT name, value FROM secrets").fetchall())

    def _put(self, pages: Pages) -> None:
        with self._file.open("r+b") as handle:
            for number, content in pages.items():
                handle.seek((number - 1) * PAGE)
                handle.write(content)

    def _unreadable(self) -> set[int]:
        """The numbers of the pages that lie here and cannot be opened."""
        with closing(self._open()) as db:
            said = [row[0] for row in db.execute("PRAGMA cipher_integrity_check")]
        return {int(match[1]) for one in said if (match := _NUMBER.search(one))}

    def _hang_tables_on(self, numbers: Sequence[int]) -> None:
        with closing(self._open()) as db:
            db.execute("PRAGMA writable_schema = ON")
            db.execute("BEGIN")
            db.execute("DELETE FROM sqlite_schema")
            db.executemany(
                "INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, ?2, ?3)",
                ((f"p{n}", n, f"CREATE TABLE p{n} ({_COLUMNS})") for n in numbers),
            )
            db.execute("COMMIT")

    def _open(self) -> Any:
        db = sqlcipher.connect(str(self._file), isolation_level=None)
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        # Nothing here outlives the rescue.
        with suppress(sqlcipher.DatabaseError):
            db.execute("PRAGMA journal_mode = MEMORY")
            db.execute("PRAGMA synchronous = OFF")
        return db


class _Reader:
    """Reads the tables of a bench. SQLCipher, once it met a damaged page, opens no other one."""

    def __init__(self, open_: Callable[[], Any]) -> None:
        self._open = open_
        self._db = open_()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def rows_on(self, table: str) -> list[Any]:
        """The rows that can be read; none where the page is one of something else."""
        rows, met_damage = self._some(f"SELECT * FROM {table} LIMIT {_MOST_ROWS}")
        if not met_damage:
            return rows
        # A long row may go on in a damaged page; those beside it are none the worse.
        ids, _ = self._some(f"SELECT rowid FROM {table} LIMIT {_MOST_ROWS}")
        return [
            row
            for (id,) in ids
            for row in self._some(f"SELECT * FROM {table} WHERE rowid = {id}")[0]
        ]

    def _some(self, sql: str) -> tuple[list[Any], bool]:
        """Rows, and whether there are none because a damaged page was met."""
        try:
            return self._db.execute(sql).fetchall(), False
        except sqlcipher.DatabaseError:
            if self._still_reads():
                return [], False
            self._db.close()
            self._db = self._open()
            return [], True

    def _still_reads(self) -> bool:
        try:
            self._db.execute("PRAGMA shrink_memory")
            self._db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        except sqlcipher.DatabaseError:
            return False
        return True


def _event_of(row: Sequence[Any]) -> Event | None:
    """The event of a row, if its hashes say that it is one and whole."""
    id, device, seq, clock, by, kind, version, subject, old, previous, said, hash, _, salt, body = (
        row
    )
    texts = (id, device, kind, old, previous, said, hash)
    numbers = (seq, clock, version)
    if not all(isinstance(one, str) for one in texts):
        return None
    if not all(isinstance(one, int) for one in numbers):
        return None
    try:
        header = Header(
            id, device, seq, clock, by, kind, version, subject, tuple(json.loads(old)), previous,
            said,
        )  # fmt: skip
        event = Event(header, salt, None if body is None else json.loads(body))
        check_sealed(event)
        return event if header.hash() == hash else None
    except (ValueError, TypeError, AttributeError, MalformedEvent):
        return None
