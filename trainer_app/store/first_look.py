"""Looks whether a store is whole before anybody opens it for writing.

Closing a connection that may write folds the log into the file, however damaged, and deletes it;
and where a place in the log is damaged SQLite passes over what was confirmed after it.
"""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.errors import StoreDamaged
from trainer_app.store import wal
from trainer_app.store.engine import connect, known_trouble


def first_look(file: Path, key: bytes) -> None:
    """Raise StoreDamaged where the file or its log is not whole, and then change nothing.

    Reads every page that is in use once: nobody need do so again after it. Where a laptop died
    between two ways of writing, its half-made change is taken back first, as any opening would.
    """
    log, index = file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")
    there = [one for one in (log, index) if one.exists()]
    if log in there and wal.hides_commits(log):
        raise StoreDamaged(file=file.name)
    if _is_half_changed(file) and log not in there:
        connect(file, key).close()
    db = None
    try:
        db = connect(file, key, readonly=True)
        with known_trouble(file):
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise StoreDamaged(file=file.name)
    finally:
        if db is not None:
            db.close()
        with known_trouble(file):
            for one in (log, index):
                if one not in there:
                    one.unlink(missing_ok=True)


def _is_half_changed(file: Path) -> bool:
    """Whether a rollback journal waits, which only a connection that may write takes back.

    SQLite keeps one only while a file goes from the write-ahead log to none, or back: as keys are
    renewed, and when what has no log yet is opened first.
    """
    journal = file.with_name(f"{file.name}-journal")
    return journal.exists() and journal.stat().st_size > 0
