"""What the commands of data safety do: laptops, their news, backups, the state of a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app.app.clock import local_now
from trainer_app.app.desk import make_erasing
from trainer_app.app.folder import unlock_any
from trainer_app.domain.errors import (
    NoCentre,
    NoGoodSnapshot,
    StoreDamaged,
    UnknownThing,
    WrongPassphrase,
)
from trainer_app.domain.keeping import Snapshot
from trainer_app.domain.laptops import Laptop, Merged
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services.door import Door
from trainer_app.services.examining import Examination, examine, look_before
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.ledger import Ledger
from trainer_app.services.merging import Merging
from trainer_app.services.rescuing import Offer, Rescued, Rescuing
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import health


@dataclass(frozen=True, slots=True)
class Damaged:
    """What the doctor says of a file that cannot be used, and what can be done about it."""

    offer: Offer


def look_after(door: Door, passphrase: str) -> Examination | Damaged:
    """Examine a folder, and mend what can be mended; a damaged file is only looked at.

    Raises what unlocking raises, KeyringDamaged, DiskFull, ReadOnly.
    """
    before = look_before(door.folder)
    if not _opens_whole(door, passphrase):
        return Damaged(Rescuing(door.folder, door.damaged_key, door.now).offer())
    make_erasing(door).sweep()
    return examine(door.ledger, before)


def invite(door: Door, file: Path) -> str:
    """Write an invitation for another laptop; returns its code, which is kept nowhere."""
    return Laptops(door).invite(file)


def join(
    folder: Path,
    file: Path,
    code: str,
    passphrase: str,
    now: Callable[[], datetime] = local_now,
    cost: Cost = STANDARD,
) -> Laptop:
    """Make the laptop of this folder, which the caller holds, part of the invitation's centre.

    Raises what Joining raises; WrongPassphrase where no trainer of the invitation has this one.
    """
    joining = Joining(folder, now, cost)
    for slot, _picture in joining.open(file, code):
        try:
            door = joining.join(slot, passphrase)
        except WrongPassphrase:
            continue
        try:
            return laptops(door)[0]
        finally:
            door.lock()
    raise WrongPassphrase


def laptops(door: Door) -> list[Laptop]:
    """All laptops of the centre, this one first."""
    return Laptops(door).all()


def shut_out(door: Door, letters: str) -> None:
    """Count nothing that a laptop writes from now on. Raises UnknownThing (laptop)."""
    Laptops(door).shut_out(_named(door, letters, counts=True).id)


def readmit(door: Door, letters: str) -> None:
    """Count again whatever a laptop wrote. Raises UnknownThing (laptop)."""
    Laptops(door).readmit(_named(door, letters, counts=False).id)


def write_news(door: Door, file: Path, *, since_last: bool) -> int:
    """Write what this laptop holds for the others; returns how many events."""
    return Merging(door).write_news(file, since_last=since_last)


def merge_news(door: Door, files: Sequence[Path]) -> Merged:
    """Take in other laptops' news, and erase here whoever they say was erased."""
    merged = Merging(door).merge(files)
    make_erasing(door).sweep()
    return merged


def back_up(ledger: Ledger) -> Snapshot:
    """Make a backup now."""
    return Safekeeping(ledger, ledger.now).snapshot()


def backups(ledger: Ledger) -> list[Snapshot]:
    """All backups, newest first, each read to its last page."""
    return Safekeeping(ledger, ledger.now).list()


def restore(door: Door, passphrase: str, name: str | None) -> Rescued:
    """Put a backup in place, the newest whole one without a name; the folder is closed afterwards.

    From a damaged file all that can be read comes along. Raises what unlocking raises,
    NoGoodSnapshot, SnapshotDamaged, UnreadableFile, DiskFull, ReadOnly.
    """
    if not _opens_whole(door, passphrase):
        return Rescuing(door.folder, door.damaged_key, door.now).restore(name)
    keeping = Safekeeping(door.ledger, door.now)
    if name is None:
        name = next((one.name for one in keeping.list() if one.whole), None)
    if name is None:
        raise NoGoodSnapshot(folder=keeping.folder.name)
    restored = keeping.restore(name)
    door.lock()
    return restored


def _opens_whole(door: Door, passphrase: str) -> bool:
    """Unlock and look at every page; False leaves the folder closed, its key at hand."""
    try:
        ledger = unlock_any(door, passphrase)
    except (StoreDamaged, NoCentre):
        if not door.is_damaged:
            raise
        return False
    if health.file_is_whole(ledger.store):
        return True
    door.close_damaged()
    return False


def _named(door: Door, letters: str, *, counts: bool) -> Laptop:
    """A laptop by letters or id; of two that share letters the one that counts, or does not."""
    wanted = letters.strip()
    found = [one for one in laptops(door) if wanted.upper() == one.letters or wanted == one.id]
    if not found:
        raise UnknownThing(what="laptop", id=letters)
    return min(found, key=lambda one: (one.standing == "counts") is not counts)
