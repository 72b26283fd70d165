"""What has to be right before a closed store is opened: a passphrase, or a pass for an evening."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from trainer_app.domain.errors import (
    LaptopShutOut,
    PassExpired,
    PassForAnother,
    WrongClock,
    WrongPass,
    WrongPassphrase,
)
from trainer_app.domain.tonight import Tonight, next_midnight
from trainer_app.keys import passes
from trainer_app.keys.keyring import Keyring, Unlocked
from trainer_app.keys.passes import Pass
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.tries import Tries
from trainer_app.store import doors
from trainer_app.store.store import Store

_AHEAD = 24 * 60 * 60
"""Seconds by which a laptop's own log may be ahead of its clock: time was put right since."""


def with_passphrase(
    keyring: Keyring, slot_ids: Sequence[str], passphrase: str, tries: Tries, today: date
) -> Unlocked:
    """Open the keyring with whichever slot this passphrase is of; a wrong one is one wrong try.

    Raises WrongPassphrase, PassExpired.
    """
    unlocked = None
    for slot_id in slot_ids:
        with suppress(WrongPassphrase):
            unlocked = keyring.unlock(slot_id, passphrase)
            break
    if unlocked is None:
        tries.wrong()
        raise WrongPassphrase
    tries.right()
    if unlocked.has_ended(today):
        raise PassExpired(until=unlocked.until or "")
    return unlocked


def with_pass(folder: Path, one: Pass, now: datetime) -> tuple[Keyring, bytes]:
    """The open keyring of a folder, and its data key.

    Raises PassForAnother, EveningOver, WrongClock, WrongPass, KeyringDamaged.
    """
    keyring, room = Keyring.load(folder), RoomKey.load(folder)
    if room is None:
        raise PassForAnother
    return keyring, passes.opened(one, room, keyring, now)


def check_store(store: Store, one: Pass) -> None:
    """What only the open store can say of a pass: whose it is, who counts, and what time it was.

    Raises WrongPass (the folder is a copy), LaptopShutOut, WrongClock.
    """
    if store.device != one.laptop:
        raise WrongPass(reason="moved")
    if doors.is_shut_out(store):
        raise LaptopShutOut
    # Work of a later day is there already: the clock was set back for an old pass.
    if doors.last_clock(store) > one.until + _AHEAD:
        raise WrongClock


def tonight_of(one: Pass, now: datetime) -> Tonight:
    """How long a laptop is open that is opened with a pass now."""
    return Tonight(one.session, int(now.timestamp()), min(one.until, next_midnight(now)))
