"""Backups of an open centre: made by themselves, listed, taken along, put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from trainer_app.domain.keeping import Snapshot, is_due
from trainer_app.services.ledger import Ledger
from trainer_app.services.rescuing import Rescued, keyring_copies
from trainer_app.store import replacing, snapshots


class Safekeeping:
    """What lies in the data folder's `snapshots/`. Learners' state may make backups, too."""

    def __init__(self, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._now = now
        self._folder = ledger.store.file.parent
        # How far the log had come at the last backup; not known before one is made or looked at.
        self._events: int | None = None

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return self._folder / snapshots.FOLDER

    def due_now(self, *, at_boundary: bool = False) -> bool:
        """Whether to call `snapshot` now; `at_boundary` when a session starts or ends."""
        last = snapshots.last_made(self._folder)
        if last is not None and self._events is None:
            self._events = snapshots.events_in_newest(self._ledger.store)
        changed = self._events != snapshots.events_now(self._ledger.store)
        return is_due(last, changed, self._now(), at_boundary=at_boundary)

    def snapshot(self) -> Snapshot:
        """Make one now, and throw away those that need not be kept.

        Raises DiskFull, ReadOnly, StoreDamaged, SnapshotDamaged; no half one stays.
        """
        made = snapshots.make(self._ledger.store, self._now(), beside=keyring_copies(self._folder))
        snapshots.prune(self._folder)
        self._events = made.holds.events if made.holds else None
        return made

    def list(self) -> list[Snapshot]:
        """All backups, newest first. Reads each to its last page: seconds where there are many."""
        self._ledger.require_trainer()
        return snapshots.listed(self._ledger.store)

    def copy_to(self, name: str, target: Path) -> Path:
        """Copy a backup with its keyring to another folder, such as a stick; returns the file.

        Raises NotAllowed, NotForSubstitutes, UnreadableFile (no such backup, or the stick was
        pulled), DiskFull, ReadOnly.
        """
        self._ledger.require_full_trainer()
        return snapshots.copy_to(self._folder, name, target)

    def restore(self, name: str) -> Rescued:
        """Put a backup in the place of the open store, which is closed and kept whole.

        Who was erased since stays erased, and what trainers decided of keys and laptops holds.
        The store is closed afterwards: a passphrase opens it again. Raises NotAllowed,
        NotForSubstitutes, UnreadableFile, SnapshotDamaged, DiskFull, ReadOnly; before the store is
        closed all stands as it stood, after that `finish_if_begun` goes on.
        """
        self._ledger.require_full_trainer()
        store = self._ledger.store
        source = snapshots.find(self._folder, name)
        holds, brought = replacing.prepare_from(store, source, self._now)
        store.close()
        kept = replacing.swap(self._folder, self._now(), beside=keyring_copies(self._folder))
        return Rescued(holds, brought, name, f"{replacing.FOLDER}/{kept}")

    def forget_old(self) -> Snapshot:
        """After an erasure, or once the keys were renewed: one backup of now, and no older copy."""
        self._ledger.require_trainer()
        snapshots.remove_all(self._folder)
        replacing.remove_replaced(self._folder)
        return self.snapshot()
