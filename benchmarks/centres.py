"""A founded centre for a task to work in, and a bare encrypted file beside it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3

from trainer_app import app
from trainer_app.keys.wrapping import Cost
from trainer_app.services.ledger import Ledger

# What a passphrase costs is no part of any task here.
_CHEAP = Cost(memory=8, time=1, parallelism=1)


@contextmanager
def founded_centre() -> Iterator[tuple[Ledger, Path]]:
    """A fresh centre with its trainer inside, and the folder that it lies in."""
    # Not in the system's folder for temporary files: where that is memory, no commit waits.
    with TemporaryDirectory(prefix="benchmark-", dir=Path.cwd()) as name:
        folder = Path(name)
        door, lock = app.open_door(folder, cost=_CHEAP)
        try:
            yield door.found("Canal House", "Sanne", "kite", "a passphrase").ledger, folder
        finally:
            door.lock()
            lock.release()


def bare_file(file: Path) -> Any:
    """A connection to a new encrypted file that waits for the disk at each commit."""
    connection = sqlcipher3.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    return connection
