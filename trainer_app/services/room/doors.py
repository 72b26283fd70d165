"""Who may come into the room, and what opens closed laptops there."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Literal

from trainer_app.domain.errors import MalformedPass
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.line import Claim
from trainer_app.store import meeting
from trainer_app.store.store import Store

Standing = Literal["ours", "stranger", "shut-out"]


def standing_of(store: Store, device: str, claim: Claim) -> Standing:
    """Whether a laptop is known to be ours, may still show it, or was shut out."""
    if device in meeting.shut_out(store):
        return "shut-out"
    return "ours" if claim.is_of(meeting.laptop_keys(store).get(device)) else "stranger"


class RoomDoors:
    """Kept for one opening of a room. `knows` and `prove` are asked in the network's thread."""

    def __init__(self, door: Door, doorkeeping: Doorkeeping) -> None:
        self._store = door.ledger.store
        self._exchanging = Exchanging(door)
        self._doorkeeping = doorkeeping
        self._lock = threading.Lock()
        self._claims: dict[str, Claim] = {}
        self._sent_away: set[str] = set()
        self._let_in: set[str] = set()
        self._asking: dict[str, bytes] = {}
        self.ask_first = False
        """Whether closed laptops wait until they are let in."""

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        """This laptop's device and its signature."""
        return self._store.device, self._exchanging.laptop_key().sign(statement)

    def knows(self, role: str, device: str, statement: bytes, signature: bytes) -> bool:
        """Whether a laptop may come in.

        One of ours that this laptop has not heard of, or not of its new key, may knock: it stays
        a stranger until its news show that a trainer admitted it.
        """
        if device in self._sent_away or device == self._store.device:
            return False
        if role == "closed":
            return self._doorkeeping.knows(device, statement, signature)
        claim = Claim(statement, signature)
        standing = standing_of(self._store, device, claim)
        if standing == "stranger":
            self._claims[device] = claim
        return standing != "shut-out"

    def claim_of(self, device: str) -> Claim | None:
        """What a laptop that just came in still has to show; None where it is known."""
        return self._claims.pop(device, None)

    def send_away(self, device: str) -> None:
        """Not let it in again while this room is open."""
        self._sent_away.add(device)

    def asks(self, device: str, slots: bytes) -> None:
        """A closed laptop asks to be opened."""
        with self._lock:
            self._asking[device] = slots

    def let_in(self, device: str) -> None:
        """It may be opened, now or when it asks."""
        self._let_in.add(device)

    def gone(self, device: str) -> None:
        """It asks no longer."""
        with self._lock:
            self._asking.pop(device, None)

    def open_those_who_may(
        self, send: Callable[[str, bytes], None], drop: Callable[[str], None]
    ) -> None:
        """Give passes to the closed laptops that ask and may be opened.

        One that lodged nothing which the trainer can open goes on waiting for its stick.
        """
        for device in self._may_be_opened():
            with self._lock:
                slots = self._asking.pop(device, None)
            if slots is None:
                continue
            try:
                found = self._doorkeeping.pass_for(device, slots)
            except MalformedPass:
                drop(device)
                continue
            if found is not None:
                send(device, found.as_bytes())

    def _may_be_opened(self) -> list[str]:
        with self._lock:
            return [one for one in self._asking if not self.ask_first or one in self._let_in]
