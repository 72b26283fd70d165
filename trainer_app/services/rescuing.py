"""A store that does not open: what is wrong, what can be had back, and putting it right.

The damaged file is only read; it is kept whole whatever happens afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from trainer_app.domain.errors import NoGoodSnapshot, SnapshotDamaged
from trainer_app.domain.events import Event
from trainer_app.domain.keeping import Holds, Snapshot
from trainer_app.keys.keyring_file import FILES as KEYRING_FILES
from trainer_app.store import replacing, snapshots, wal
from trainer_app.store.salvage import Salvaged, salt_of, salvage
from trainer_app.store.store import FILE

Damage = Literal[
    "missing", "unreadable", "beginning-lost", "pages-damaged", "cut-off", "log-damaged", "other"
]
"""`unreadable`: no page can be opened. `beginning-lost`: the page that leads to all others.
`log-damaged`: what was recorded last and is not folded into the file yet."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done. `pages` and `damaged` count pages of the file.

    `snapshot` is the newest whole backup, if any; `later` counts events of the damaged file that
    it does not hold, `readable` all that can be read from the damaged file.
    """

    file: str
    damage: Damage
    pages: int
    damaged: int
    snapshot: Snapshot | None
    later: int
    readable: int

    @property
    def can_mend(self) -> bool:
        """Whether anything can be had back."""
        return self.snapshot is not None or self.readable > 0


@dataclass(frozen=True, slots=True)
class Rescued:
    """The centre as it stands now. `brought` events came out of what stood there before.

    `kept_in` is the folder, within the data folder, where that lies whole.
    """

    holds: Holds
    brought: int
    snapshot: str | None
    kept_in: str


class Rescuing:
    """One data folder whose store is damaged; nobody has it open. `key` is the data key."""

    def __init__(self, folder: Path, key: bytes, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._key = key
        self._now = now
        self._salvaged: Salvaged | None = None

    def offer(self) -> Offer:
        """Look at every page of the file and at the backups; takes seconds for a large one.

        Raises DiskFull, ReadOnly: reading a damaged file takes as much room as the file has.
        """
        found = self._found()
        snapshot = self._newest_whole()
        return Offer(
            file=FILE,
            damage=self._damage(found),
            pages=found.pages,
            damaged=found.damaged,
            snapshot=snapshot,
            later=len(self._later(snapshot)),
            readable=len(found.events),
        )

    def restore(self, name: str | None = None) -> Rescued:
        """Put the newest whole backup, or the one named, in place, with all that was saved.

        Without any whole backup the centre is made from what the damaged file still says. Raises
        NoGoodSnapshot (nothing at all can be had back), SnapshotDamaged, UnreadableFile (no backup
        of that name), DiskFull, ReadOnly; then everything stands as it stood.
        """
        found = self._found()
        snapshot = self._newest_whole() if name is None else self._named(name)
        if snapshot is None and not found.events:
            raise NoGoodSnapshot(folder=snapshots.FOLDER)
        later = self._later(snapshot)
        source = None if snapshot is None else snapshots.find(self._folder, snapshot.name)
        holds = replacing.prepare(
            self._folder,
            self._key,
            self._now,
            source=source,
            bring=later,
            secrets=found.secrets if source is None else None,
        )
        kept = replacing.swap(self._folder, self._now(), beside=keyring_copies(self._folder))
        used = None if snapshot is None else snapshot.name
        return Rescued(holds, len(later), used, f"{replacing.FOLDER}/{kept}")

    def _found(self) -> Salvaged:
        if self._salvaged is None:
            salts = [salt_of(file) for file in snapshots.files(self._folder)]
            with replacing.workshop(self._folder) as place:
                self._salvaged = salvage(self._folder / FILE, self._key, place / FILE, salts=salts)
        return self._salvaged

    def _newest_whole(self) -> Snapshot | None:
        found = snapshots.newest_first(self._folder, self._key)
        return next((one for one in found if one.whole), None)

    def _named(self, name: str) -> Snapshot:
        found = snapshots.look_at(snapshots.find(self._folder, name), self._key)
        if not found.whole:
            raise SnapshotDamaged(file=name)
        return found

    def _later(self, snapshot: Snapshot | None) -> list[Event]:
        """Saved events that a backup does not hold, each laptop's in its order."""
        there: frozenset[str] = frozenset()
        if snapshot is not None:
            there = snapshots.hashes(snapshots.find(self._folder, snapshot.name), self._key)
        found = self._found().events
        later = [event for hash, event in found.items() if hash not in there]
        return sorted(later, key=lambda one: (one.header.device, one.header.seq))

    def _damage(self, found: Salvaged) -> Damage:
        if not (self._folder / FILE).exists():
            return "missing"
        if found.damaged == found.pages:
            return "unreadable"
        if not found.first_page:
            return "beginning-lost"
        if found.damaged:
            return "pages-damaged"
        if found.cut_off:
            return "cut-off"
        log = self._folder / f"{FILE}-wal"
        return "log-damaged" if wal.hides_commits(log) else "other"


def keyring_copies(folder: Path) -> list[Path]:
    """The keyring's files that are there, to be kept beside a copy of the store."""
    return [folder / name for name in KEYRING_FILES if (folder / name).exists()]
