"""One program at a time on one data folder."""

from __future__ import annotations

from pathlib import Path

import filelock

from trainer_app.domain.errors import InUse
from trainer_app.store.engine import known_trouble


class FolderLock:
    """Held from opening to closing; the system lets go of it when a program dies.

    Taking it raises InUse, ReadOnly, DiskFull.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = filelock.FileLock(folder / "in-use.lock", timeout=0)
        with known_trouble(folder):
            try:
                self._lock.acquire()
            except filelock.Timeout:
                raise InUse(folder=folder.name) from None

    def release(self) -> None:
        """Let another program in."""
        self._lock.release()
