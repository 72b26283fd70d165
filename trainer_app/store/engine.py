"""Opens the encrypted file; the only place that knows SQLCipher."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from trainer_app.domain.errors import (
    DiskFails,
    DiskFull,
    InUse,
    ReadOnly,
    StoreDamaged,
    TrainerError,
)

KEY_BYTES = 32
_TRIAL_BYTES = 65_536
"""More than SQLite asks for at once, so that a disk too full for it is too full for the trial."""


def connect(file: Path, key: bytes, *, readonly: bool = False) -> Database:
    """Open the store for the calling thread.

    `key` is the raw 32-byte data key. Raises StoreDamaged where the key does not fit the file.
    """
    return _connect(file, key, sqlcipher.Connection, readonly=readonly)


def connect_reader(file: Path, key: bytes) -> Database:
    """Open the store for a thread that only reads.

    Whatever goes wrong while its rows are read is raised as `known_trouble` has it: see
    `has_failed`.
    """
    db = _connect(file, key, _Reading, readonly=False)
    db.execute("PRAGMA query_only = ON")
    return db


def in_memory() -> Database:
    """An empty database that no disk keeps, to work out tables in."""
    return Database(sqlcipher.connect(":memory:", isolation_level=None), execute_plugins=False)


def has_failed(reader: Database) -> bool:
    """Whether a reader came to trouble.

    SQLCipher gives nothing more over a connection that once did not get a page from the disk.
    """
    return isinstance(reader.conn, _Reading) and reader.conn.failed


def _connect(
    file: Path, key: bytes, kind: type[sqlcipher.Connection], *, readonly: bool
) -> Database:
    mode = "ro" if readonly else "rwc"
    with known_trouble(file):
        connection = sqlcipher.connect(
            f"{file.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # so that closing the store can close every thread's
            factory=kind,
        )
    if isinstance(connection, _Reading):
        connection.file = file
    with known_trouble(file), _closed_on_error(connection):
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA busy_timeout = 5000")
        if not readonly:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL waits for the disk at each commit: what a learner sees confirmed is there.
            connection.execute("PRAGMA synchronous = FULL")
    return Database(connection, execute_plugins=False)


class _Reading(sqlcipher.Connection):  # type: ignore[misc]
    """Makes cursors that say trouble."""

    file = Path()
    failed = False

    def cursor(self) -> _ReadingCursor:
        return _ReadingCursor(self)


class _ReadingCursor(sqlcipher.Cursor):  # type: ignore[misc]
    """Says trouble wherever it comes up: with the question, or rows later."""

    def execute(self, *question: Any) -> _ReadingCursor:
        try:
            super().execute(*question)
        except sqlcipher.DatabaseError as error:
            self._say(error)
        return self

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlcipher.DatabaseError as error:
            self._say(error)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlcipher.DatabaseError as error:
            self._say(error)

    def fetchall(self) -> list[Any]:
        try:
            found: list[Any] = super().fetchall()
        except sqlcipher.DatabaseError as error:
            self._say(error)
        return found

    def _say(self, error: sqlcipher.DatabaseError) -> NoReturn:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY":
            raise error  # who writes over a reader made a mistake
        self.connection.failed = True
        with known_trouble(self.connection.file):
            raise error


@contextmanager
def _closed_on_error(connection: sqlcipher.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def put_in_place(new: Path, file: Path) -> None:
    """Give a closed, whole file its name, so that it is there after a power cut too."""
    with known_trouble(file):
        with new.open("r+b") as handle:
            os.fsync(handle.fileno())
        new.replace(file)
        if os.name != "nt":  # Windows cannot open a folder for this
            folder = os.open(file.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def remove(file: Path) -> None:
    """Remove a store with what lies beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


@contextmanager
def known_trouble(file: Path) -> Iterator[None]:
    """Turn what the database says of disk and file into errors that a person can act on."""
    try:
        yield
    except sqlcipher.DatabaseError as error:
        known = _trouble_of_database(getattr(error, "sqlite_errorname", ""), file)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        known = _trouble_of_disk(error.errno, file)
        if known is None:
            raise
        raise known from error


def _trouble_of_database(name: str, file: Path) -> TrainerError | None:
    """What one of SQLite's result codes (https://sqlite.org/rescode.html) means to a person."""
    if name.startswith("SQLITE_FULL"):
        return DiskFull(file=file.name)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
        return ReadOnly(file=file.name)
    if name.startswith("SQLITE_CANTOPEN"):
        return _what_the_disk_says(file) or ReadOnly(file=file.name)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return InUse(folder=file.parent.name)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreDamaged(file=file.name)
    if name.startswith("SQLITE_IOERR"):
        return _what_the_disk_says(file) or DiskFails(file=file.name)
    return None


def _trouble_of_disk(number: int | None, file: Path) -> TrainerError | None:
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(file=file.name)
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnly(file=file.name)
    if number in (errno.EIO, errno.ENXIO, errno.ENODEV):
        return DiskFails(file=file.name)
    return None


def _what_the_disk_says(file: Path) -> TrainerError | None:
    """Ask it: SQLite says the same of a used-up quota, a closed disk and a broken one."""
    trial = file.with_name(f"{file.name}.trial")
    try:
        with trial.open("wb") as handle:
            handle.write(bytes(_TRIAL_BYTES))
            handle.flush()
            os.fsync(handle.fileno())
    except OSError as error:
        return _trouble_of_disk(error.errno, file)
    finally:
        with suppress(OSError):
            trial.unlink()
    return None


def is_writable(folder: Path) -> bool:
    """Whether new files can be made in a folder (asked before anything is changed)."""
    return os.access(folder, os.W_OK | os.X_OK)
