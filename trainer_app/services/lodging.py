"""What a laptop leaves with its trainers, so that one of them can open it from hers for an evening.

It is what its keyring says anyway: its data key, sealed to each trainer. With it go the public
halves of its room key, to which the key comes back.
"""

from __future__ import annotations

from pathlib import Path

from trainer_app.keys.keyring import Keyring
from trainer_app.keys.passes import lodged_text
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.ledger import Ledger
from trainer_app.store import doors
from trainer_app.store.doors import LaptopDoor


def lodge(ledger: Ledger, keyring: Keyring, folder: Path) -> bool:
    """Say in the log how this laptop is opened now, if it has not; returns whether it did.

    Makes a room key where there is none for this laptop. Raises DiskFull, ReadOnly, DiskFails.
    """
    laptop = ledger.store.device
    room = RoomKey.load(folder)
    if room is None or room.laptop != laptop:
        room = RoomKey.random(laptop)
        room.save(folder)
    return _say(ledger, keyring, room)


def renew_room_key(ledger: Ledger, keyring: Keyring, folder: Path) -> None:
    """Let a pass that was made before open nothing any more, wherever it lies.

    Raises DiskFull, ReadOnly, DiskFails.
    """
    room = RoomKey.random(ledger.store.device)
    # First the key: a pass that opened once must not open again, whatever fails then.
    room.save(folder)
    _say(ledger, keyring, room)


def _say(ledger: Ledger, keyring: Keyring, room: RoomKey) -> bool:
    trainers = (slot for slot in keyring.trainers if slot.kind == "trainer")
    public = room.keys.public
    now = LaptopDoor(room.laptop, public.box_hex, public.sign_hex, lodged_text(trainers))
    if doors.own(ledger.store) == now:
        return False
    body = {
        "laptop": now.laptop,
        "box_key": now.box_key,
        "sign_key": now.sign_key,
        "lodged": now.lodged,
        # A laptop whose battery is flat may wake up before 1970.
        "at": max(0, ledger.seconds()),
    }
    ledger.write(ledger.edit("laptop-door-set", body))
    return True
