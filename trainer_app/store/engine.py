"""Opens the encrypted file; the only place that knows SQLCipher."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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
    mode = "ro" if readonly else "rwc"
    with known_trouble(file):
        connection = sqlcipher.connect(
            f"{file.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # so that closing the store can close every thread's
        )
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
