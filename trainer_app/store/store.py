"""The store of one laptop: written through one thread, read from any."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from sqlite_utils import Database

from trainer_app.domain.errors import (
    CentreExists,
    InUse,
    NewerSchema,
    NoCentre,
    NotAllowed,
    ReadOnly,
    StoreDamaged,
)
from trainer_app.domain.events import Draft, Event, standing
from trainer_app.domain.ids import uuid7
from trainer_app.store import log, schema
from trainer_app.store.blank import make_tables
from trainer_app.store.engine import (
    connect,
    connect_reader,
    has_failed,
    is_writable,
    known_trouble,
    put_in_place,
    remove,
)
from trainer_app.store.first_look import first_look
from trainer_app.store.gate import Gate
from trainer_app.store.home import home_of
from trainer_app.store.projecting import Sharing, events_of
from trainer_app.store.records import Sealed
from trainer_app.store.writer import Writer

FILE = "centre.db"


class Listener(Protocol):
    """Whoever carries on what is written here, such as a room of laptops."""

    def recorded(self, events: Sequence[Sealed]) -> None:
        """This laptop wrote events, and they are on the disk; only to be handed on, in no time."""

    def closing(self) -> None:
        """The store is about to be closed: let go of it before this returns."""


class Store:
    """An open store. `device` is this laptop's id; `now` gives the time with its zone."""

    def __init__(self, file: Path, key: bytes, device: str, now: Callable[[], datetime]) -> None:
        self.file = file
        self.device = device
        self._key = key
        self._now = now
        self._closed = False
        self._ids = threading.Lock()
        self._last_id = 0
        self._readers = threading.local()
        # All threads' connections, so that closing closes them whoever opened them.
        self._opened: list[Database] = []
        self._gate = Gate()
        self._listeners: list[Listener] = []
        self._writer = Writer(file, key, device, now, self._tell)

    @classmethod
    def create(cls, folder: Path, key: bytes, now: Callable[[], datetime]) -> Store:
        """Make a new store in a folder. Raises CentreExists, ReadOnly, DiskFull."""
        file = folder / FILE
        if file.exists():
            raise CentreExists(folder=folder.name)
        if not is_writable(folder):
            raise ReadOnly(file=folder.name)
        device = uuid7(int(now().timestamp() * 1000), secrets.token_bytes(10))
        # Under another name until it is whole: whoever is interrupted can simply begin again.
        new = file.with_name(f"{FILE}.new")
        with known_trouble(file):
            remove(new)
        try:
            _make(new, key, device)
            put_in_place(new, file)
        except BaseException:
            remove(new)
            raise
        store = cls(file, key, device, now)
        store.keep_secret("home", home_of(file))
        return store

    @classmethod
    def open(cls, folder: Path, key: bytes, now: Callable[[], datetime]) -> Store:
        """Open the store of a folder.

        Raises NoCentre, StoreDamaged, NewerSchema, ReadOnly, DiskFull; nothing is changed then.
        """
        file = folder / FILE
        if not file.exists():
            raise NoCentre(folder=folder.name)
        if not is_writable(folder) or not is_writable_file(file):
            raise ReadOnly(file=file.name)
        if file.stat().st_size == 0:
            raise StoreDamaged(file=file.name)
        first_look(file, key)
        db = connect(file, key)
        try:
            with known_trouble(file):
                device = _look_after(db, file)
                if not _is_at_home(db, file):
                    # To go on with the same sequence would lose events of one or the other.
                    device = uuid7(int(now().timestamp() * 1000), secrets.token_bytes(10))
                    with db.atomic():
                        _begin_anew(db, device, file)
        finally:
            db.close()
        return cls(file, key, device, now)

    @property
    def key(self) -> bytes:
        """The data key, for copies of the store. Raises NotAllowed once closed."""
        if self._closed:
            raise NotAllowed()
        return self._key

    def new_id(self) -> str:
        """A fresh id for a person, course, session or sitting; later ones sort after it."""
        with self._ids:
            self._last_id = max(self._last_id + 1, int(self._now().timestamp() * 1000))
            return uuid7(self._last_id, secrets.token_bytes(10))

    @property
    def reader(self) -> Database:
        """The calling thread's own reading connection. Raises NotAllowed once closed."""
        if self._closed:
            raise NotAllowed()
        db: Database | None = getattr(self._readers, "db", None)
        if db is None or db not in self._opened or has_failed(db):
            db = connect_reader(self.file, self._key)
            self._readers.db = db
            self._opened.append(db)
        return db

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The reader, which nobody closes meanwhile. For this room's modules."""
        with self._gate.reading():
            yield self.reader

    def append(self, *drafts: Draft) -> list[Event]:
        """Record what happened, all of it or none; it is on the disk when this returns."""
        return self._writer.append(drafts)

    def listen(self, listener: Listener) -> None:
        """Have somebody hear of all that this laptop writes from now on."""
        self._listeners.append(listener)

    def leave(self, listener: Listener) -> None:
        """Have it hear no more."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def events_of(self, thing: str) -> list[Event]:
        """All events about one thing that count, under any id of its person, in no order."""
        with self.reading() as db:
            return list(events_of(db, Sharing.of(db).names_of(thing)))

    def standing_ids(self, thing: str) -> tuple[str, ...]:
        """Ids of the events about a thing that nobody replaced: what an informed edit names."""
        return tuple(event.id for event in standing(self.events_of(thing)))

    def query(self, sql: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """Rows of a reading query, for the modules of this room."""
        with self.reading() as db:
            return iter(list(db.query(sql, list(values))))

    def write_now(self, job: Callable[[Database], Any]) -> Any:
        """Do a small job in one transaction, in its turn. For this room's modules."""
        return self._writer.run(job)

    def write_later(self, job: Callable[[Database], Any]) -> Any:
        """Do a part of long work in one transaction; answers go first. For this room's modules."""
        return self._writer.run(job, later=True)

    def is_awaited(self) -> bool:
        """Whether an answer waits, so that a part of long work should be committed now."""
        return self._writer.is_awaited()

    def rebuild(self) -> int:
        """Make all projections anew from the log; returns the number of things."""
        return int(self._writer.run(log.rebuild))

    def begin_anew(self) -> None:
        """Write under a new device id from now on; a trainer has to admit it.

        For a laptop that learns of a second history under its own: more of the same would not
        count.
        """
        device = uuid7(int(self._now().timestamp() * 1000), secrets.token_bytes(10))

        def job(db: Database) -> None:
            _begin_anew(db, device, self.file)
            self._writer.device = device

        self._writer.run(job)
        self.device = device

    def former(self) -> dict[str, str]:
        """Devices under which this laptop wrote before, with the seed of each one's key."""
        found: dict[str, str] = json.loads(self.secret("former") or "{}")
        return found

    def secret(self, name: str) -> str | None:
        """A value that belongs to this laptop alone, such as its signing key."""
        with self.reading() as db:
            return _secret(db, name)

    def keep_secret(self, name: str, value: str) -> None:
        """Keep a value that belongs to this laptop alone."""
        self._writer.run(lambda db: _set_secret(db, name, value))

    def close(self) -> None:
        """Finish writing, close all connections and forget the key."""
        for listener in list(self._listeners):
            listener.closing()
        self._closed = True
        with self._gate.closing():
            self._writer.close()
            self._close_readers()
            self._key = b""

    def renew(self, renewing: Callable[[], bytes]) -> None:
        """Close the file, let it be given another key, and go on with the key returned.

        Whatever `renewing` raises is raised after the file was opened again with the old key.
        Raises NotAllowed where another thread has closed the store meanwhile.
        """
        with self._gate.closing():
            if self._closed:
                raise NotAllowed()
            self._writer.close()
            self._close_readers()
            try:
                self._key = renewing()
            finally:
                self._writer = Writer(self.file, self._key, self.device, self._now, self._tell)

    def fold_in(self) -> None:
        """Leave nothing in the write-ahead log: what was erased is in no old frame of it."""
        with self._gate.closing():
            self._writer.run(_fold_in, bare=True)

    def _tell(self, events: Sequence[Sealed]) -> None:
        for listener in list(self._listeners):
            listener.recorded(events)

    def _close_readers(self) -> None:
        while self._opened:
            self._opened.pop().close()


def is_writable_file(file: Path) -> bool:
    """Whether a file may be written, asked without changing it."""
    try:
        with file.open("r+b"):
            return True
    except OSError:
        return False


def _make(file: Path, key: bytes, device: str) -> None:
    db = connect(file, key)
    try:
        with known_trouble(file):
            with db.atomic():
                make_tables(db)
                _set_secret(db, "device", device)
                _set_secret(db, "shape", schema.SHAPE)
                _set_secret(db, "schema", str(schema.VERSION))
            # Closing would keep a full disk to itself; this says it.
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        db.close()


def _look_after(db: Database, file: Path) -> str:
    """Check an opened file, bring it up to this program's schema; returns the laptop's id."""
    if "secrets" not in db.table_names():
        raise StoreDamaged(file=file.name)
    found = int(_secret(db, "schema") or "0")
    if found > schema.VERSION:
        raise NewerSchema(file=file.name, found=found, known=schema.VERSION)
    schema.migrations.apply(db)
    if found != schema.VERSION:
        _set_secret(db, "schema", str(schema.VERSION))
    if _secret(db, "shape") != schema.SHAPE:
        with db.atomic():
            log.rebuild(db)
            _set_secret(db, "shape", schema.SHAPE)
    device = _secret(db, "device")
    if device is None:
        raise StoreDamaged(file=file.name)
    return device


def _fold_in(db: Database) -> None:
    busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise InUse(folder="")


def _is_at_home(db: Database, file: Path) -> bool:
    """Whether this is the file that this laptop wrote last, not a copy nor an older state of it."""
    home, here = _secret(db, "home"), home_of(file)
    if home is None:
        _set_secret(db, "home", here)
    return home in (None, here) and _secret(db, "restored") is None


def _begin_anew(db: Database, device: str, file: Path) -> None:
    """Write under a new device id from now on; the old one's key is kept to sign what it wrote."""
    former = json.loads(_secret(db, "former") or "{}")
    former[_secret(db, "device")] = _secret(db, "laptop-key") or ""
    _set_secret(db, "former", json.dumps(former))
    _set_secret(db, "device", device)
    _set_secret(db, "home", home_of(file))
    ended = "('laptop-key', 'laptop-key-before', 'restored')"
    db.execute(f"DELETE FROM secrets WHERE name IN {ended}")


def _secret(db: Database, name: str) -> str | None:
    row = db.execute("SELECT value FROM secrets WHERE name = ?", [name]).fetchone()
    return None if row is None else str(row[0])


def _set_secret(db: Database, name: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)", [name, value])
