"""Gives a store another data key: a new file, verified, then swapped; never in place.

In place the write-ahead log would leave a main file that the old key still opens. The export
(`sqlcipher_export`, 65 MB in 0.7 s) writes no byte under the old key, which `VACUUM INTO` and a
change of the copy's key would do first, in twice the time.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from trainer_app.domain.errors import (
    DiskFails,
    DiskFull,
    NoCentre,
    ReadOnly,
    StoreDamaged,
    TrainerError,
)
from trainer_app.store.engine import connect, known_trouble, put_in_place, remove
from trainer_app.store.home import home_of
from trainer_app.store.store import FILE

NEW = f"{FILE}.new"
_PATIENCE = 2000  # milliseconds until somebody who still reads counts as another program

_WORDS: dict[str, type[TrainerError]] = {
    "full": DiskFull,
    "readonly": ReadOnly,
    "unable to open": ReadOnly,
    "malformed": StoreDamaged,
    "not a database": StoreDamaged,
    "disk I/O error": DiskFails,
}


def prepare(folder: Path, old_key: bytes, new_key: bytes) -> None:
    """Write the whole store beside itself under the new key, verify it, and put it on the disk.

    Nobody may have the store open: raises InUse then. Raises NoCentre, StoreDamaged (the old key
    does not fit, or the old file is not whole), DiskFull, ReadOnly; the store stands as it was.
    Afterwards everything is in the main file and no log lies beside it, until somebody opens it.
    """
    file, new = folder / FILE, folder / NEW
    if not file.exists():
        raise NoCentre(folder=folder.name)
    discard(folder)
    try:
        with _alone(file, old_key) as db:
            _export(db, file, new, new_key)
            _compare(db, new, new_key)
        if opens(new, old_key):
            raise StoreDamaged(file=new.name)
        with known_trouble(file):
            _settle(new)
            # The log's name must be gone before the new file has its own.
            _settle_folder(folder)
    except BaseException:
        discard(folder)
        raise


def swap(folder: Path) -> None:
    """Put what `prepare` wrote in the place of the store; the old file is gone with this."""
    put_in_place(folder / NEW, folder / FILE)


def discard(folder: Path) -> None:
    """Delete what an interrupted renewal left beside the store. Raises ReadOnly."""
    with known_trouble(folder / NEW):
        remove(folder / NEW)


def opens(file: Path, key: bytes) -> bool:
    """Whether a key fits a file as it lies there; looks without writing, rolling back, or locking.

    False for a file that is cut off or empty. Raises what a disk can do, such as DiskFails.
    """
    with known_trouble(file):
        if file.stat().st_size == 0:
            return False
        # A log or journal beside it may belong to the other key, and must not be touched.
        look = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlcipher.connect(look, uri=True)
    try:
        with known_trouble(file):
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA user_version").fetchone()  # reads the first page only
    except StoreDamaged:
        return False
    finally:
        connection.close()
    return True


def recovers(file: Path, key: bytes) -> bool:
    """Whether a key opens a file once its log or journal has been folded in, which this does."""
    try:
        connect(file, key).close()
    except StoreDamaged:
        return False
    return True


@contextlib.contextmanager
def _alone(file: Path, key: bytes) -> Iterator[Database]:
    """The only connection to a file; leaving the log's mode folds the log in and deletes it."""
    db = connect(file, key)
    try:
        with known_trouble(file):
            db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
            db.execute("PRAGMA journal_mode = DELETE").fetchall()
            db.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
            yield db
    finally:
        db.close()


@contextlib.contextmanager
def _told_by_words(new: Path) -> Iterator[None]:
    """The export passes no result code on, only the words of what went wrong."""
    try:
        yield
    except sqlcipher.OperationalError as error:
        for words, kind in _WORDS.items():
            if words in str(error):
                raise kind(file=new.name) from error
        raise


def _export(db: Database, file: Path, new: Path, key: bytes) -> None:
    with known_trouble(new), _told_by_words(new):
        db.execute("ATTACH DATABASE ? AS renewed KEY ?", [str(new.absolute()), f"x'{key.hex()}'"])
        # Nobody needs the half of it: it is on the disk before it gets its name.
        db.execute("PRAGMA renewed.journal_mode = OFF").fetchall()
        db.execute("PRAGMA renewed.synchronous = OFF")
        db.execute("SELECT sqlcipher_export('renewed')").fetchall()
        version = db.execute("PRAGMA main.user_version").fetchone()[0]
        db.execute(f"PRAGMA renewed.user_version = {int(version)}")
        if db.table("secrets").exists():
            # The same laptop goes on in another file; a copied folder stays a copy.
            db.execute(
                "UPDATE renewed.secrets SET value = ? WHERE name = 'home' AND value = ?",
                [home_of(file, new), home_of(file)],
            )
        db.execute("DETACH DATABASE renewed")


def _compare(db: Database, new: Path, key: bytes) -> None:
    """Both checks, since each misses what the other finds; the same tables, the same rows."""
    copy = connect(new, key, readonly=True)
    try:
        with known_trouble(new):
            whole = not list(copy.execute("PRAGMA cipher_integrity_check"))
            whole = whole and copy.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            if not whole or _contents(copy) != _contents(db):
                raise StoreDamaged(file=new.name)
    finally:
        copy.close()


def _contents(db: Database) -> tuple[list[tuple[str, ...]], dict[str, int]]:
    """Every table and index as it was made, and how many rows there are."""
    made = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    tables = [row[1] for row in made if row[0] == "table"]
    rows = {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    return made, rows


def _settle(file: Path) -> None:
    with file.open("r+b") as handle:
        os.fsync(handle.fileno())


def _settle_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is; Windows cannot open a folder for this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
