"""Opens the encrypted file; the only place that knows SQLCipher."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from trainer_app.domain.errors import DiskFull, InUse, ReadOnly, StoreDamaged

KEY_BYTES = 32


def connect(file: Path, key: bytes, *, readonly: bool = False) -> Database:
    """Open the store for the calling thread.

    `key` is the raw 32-byte data key. Raises StoreDamaged where the key does not fit the file.
    """
    mode = "ro" if readonly else "rwc"
    with known_trouble(file):
        connection = sqlcipher.connect(
            f"{file.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None
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
        text = str(error)
        name = file.name
        if "full" in text:
            raise DiskFull(file=name) from error
        if "readonly" in text or "unable to open" in text:
            raise ReadOnly(file=name) from error
        if "locked" in text:
            raise InUse(folder=file.parent.name) from error
        if "not a database" in text or "malformed" in text:
            raise StoreDamaged(file=name) from error
        if "disk I/O error" in text:
            raise DiskFull(file=name) from error
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(file=file.name) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise ReadOnly(file=file.name) from error
        raise


def is_writable(folder: Path) -> bool:
    """Whether new files can be made in a folder (asked before anything is changed)."""
    return os.access(folder, os.W_OK | os.X_OK)
