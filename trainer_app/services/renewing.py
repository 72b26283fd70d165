"""A new data key for a laptop: keyring and store change together, whenever the laptop dies.

The keyring opens both keys from before the swap of the store until after it. So every moment
between leaves a folder that opens for those who remain, and `finish_if_begun` goes on from there.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from trainer_app.domain.errors import DiskFails, DiskFull, ReadOnly, StoreDamaged
from trainer_app.keys.keyring import Keyring, Unlocked
from trainer_app.store import renewal
from trainer_app.store.store import FILE

_DISK = (DiskFull, ReadOnly, DiskFails)


def renew(folder: Path, old_key: bytes, new_key: bytes, keyring: Keyring) -> None:
    """Bring a closed store to `new_key`; `keyring` comes from `Keyring.renewed(new_key)`.

    Raises InUse, NoCentre, StoreDamaged, DiskFull, ReadOnly, DiskFails: then the store still has
    the old key, and the keyring in the folder opens it. Once the store has the new one nothing is
    raised any more; what is missing then, `finish_if_begun` does at the next unlocking.
    """
    if not keyring.is_changing:
        raise ValueError("a keyring that opens both keys is needed")
    renewal.prepare(folder, old_key, new_key)
    try:
        keyring.save(folder)
    except BaseException:
        renewal.discard(folder)
        raise
    try:
        renewal.swap(folder)
    except _DISK:
        if not renewal.opens(folder / FILE, new_key):
            raise
    with contextlib.suppress(*_DISK):
        _settle(folder, keyring)


def finish_if_begun(folder: Path, keyring: Keyring, unlocked: Unlocked) -> bytes:
    """Finish a renewal that was interrupted, and say which data key opens the store now.

    Call it after each unlocking of a closed folder, before the store is opened. Raises
    StoreDamaged where neither key fits. On a full or closed disk the old key goes on being used.
    """
    with contextlib.suppress(*_DISK):
        renewal.discard(folder)
    before = unlocked.data_key_before
    if before is None:
        if keyring.to_mend:
            with contextlib.suppress(*_DISK):
                keyring.save(folder)
        return unlocked.data_key
    if not _has(folder, unlocked.data_key, before):
        try:
            _finish(folder, keyring, before, unlocked.data_key)
        except _DISK:
            return before
    with contextlib.suppress(*_DISK):
        _settle(folder, keyring)
    return unlocked.data_key


def _has(folder: Path, new_key: bytes, old_key: bytes) -> bool:
    """Whether the store has the new key already; raises StoreDamaged where it has neither."""
    file = folder / FILE
    for look in (renewal.opens, renewal.recovers):
        # The old one first: what an interrupted write left beside the file is the old one's.
        for key in (old_key, new_key):
            if look(file, key):
                return key == new_key
    raise StoreDamaged(file=FILE)


def _finish(folder: Path, keyring: Keyring, old_key: bytes, new_key: bytes) -> None:
    renewal.prepare(folder, old_key, new_key)
    if keyring.to_mend:
        keyring.save(folder)  # both copies open both keys before the file has only one
    renewal.swap(folder)


def _settle(folder: Path, keyring: Keyring) -> None:
    keyring.settle()
    keyring.save(folder)
