"""A centre that is being made in a folder: it is there only once all of it is.

A mark stands while it is being made. Whoever is interrupted simply begins again.
"""

from __future__ import annotations

from pathlib import Path

from trainer_app.keys.durable import write_whole
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.keyring_file import FILES as KEYRING_FILES
from trainer_app.store import snapshots
from trainer_app.store.engine import known_trouble, remove
from trainer_app.store.store import FILE

MARK = "beginning.new"


def stands(folder: Path) -> bool:
    """Whether a centre was made in a folder: its file, or a keyring and backups without it."""
    if (folder / MARK).exists():
        return False
    lost = Keyring.stands_in(folder) and bool(snapshots.files(folder))
    return (folder / FILE).is_file() or lost


def begin(folder: Path) -> None:
    """Mark that a centre is being made; what an interrupted try left is cleared away.

    Raises DiskFull, ReadOnly.
    """
    if (folder / MARK).exists():
        with known_trouble(folder / FILE):
            remove(folder / FILE)
            for name in KEYRING_FILES:
                (folder / name).unlink(missing_ok=True)
    else:
        write_whole(folder / MARK, b"")


def finish(folder: Path) -> None:
    """All of it is on the disk. Raises ReadOnly."""
    with known_trouble(folder / MARK):
        (folder / MARK).unlink(missing_ok=True)
