"""One visit of this laptop to a room: how it proves itself there, and what it hears."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import NamedTuple, Protocol

from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Role, Told
from trainer_app.domain.errors import NotAllowed
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.carrying import Carrying
from trainer_app.services.room.doors import standing_of
from trainer_app.services.room.line import Claim, Line

_LOOK_AGAIN = 0.02
_EVENTS = frozenset({Told.HOLDS, Told.BUNDLE, Told.NEWS, Told.ACK})


class Target(NamedTuple):
    """Where a room is, and as what we go there. `name`: as it is announced, "" if typed."""

    host: str
    port: int
    role: Role
    code: str = ""
    name: str = ""

    @property
    def room(self) -> str:
        """What tells this room from others."""
        return self.name or f"{self.host}:{self.port}"


class Owner(Protocol):
    """Who makes visits; called in the network's thread, to hand things on."""

    def visit_joined(self, visit: Visit) -> None:
        """We are in."""

    def visit_left(self, visit: Visit, reason: str) -> None:
        """We are out, or never came in."""

    def visit_heard(self, visit: Visit, message: Message) -> None:
        """The room said something that is not about events."""


class Visit:
    """The ports of one connection. `ended` is set once it is known how the try to come in went;
    `refused` then says why not, or is "".
    """

    def __init__(
        self, owner: Owner, target: Target, door: Door, carriers: Carriers, limits: Limits
    ) -> None:
        self.target = target
        self.ended, self.refused = threading.Event(), ""
        self.line: Line | None = None
        self.asked_for: set[str] = set()
        self._owner, self._door, self._carriers = owner, door, carriers
        self._host_device = ""
        self._claim: Claim | None = None
        self._carrying: Carrying | None = None
        self._store = door.ledger.store if target.role == "ours" else None
        self._room_key = RoomKey.load(door.folder) if target.role == "closed" else None
        self._client = RoomClient(
            self,
            role=target.role,
            centre="" if target.role == "guest" else centre_of(door),
            code=target.code,
            limits=limits,
            on_bug=carriers.on_bug,
        )

    def begin(self) -> None:
        """Go there; returns at once."""
        self._client.connect(self.target.host, self.target.port)

    def end(self) -> None:
        """Say goodbye; nothing is heard of this visit any more."""
        self._client.close()
        self._leave_line()
        if not self.ended.is_set():
            self.refused = "not-found"
            self.ended.set()

    def send(self, told: Told, payload: bytes) -> None:
        """Say something to the room."""
        self._client.send(Message(told, payload))

    @property
    def unconfirmed(self) -> int:
        """How many of this laptop's own events the room has not confirmed."""
        if self._carrying is None or self.line is None:
            return 0
        return self._carrying.unconfirmed(self.line)

    def has_confirmed(self, patience: float) -> bool:
        """Whether the room has all that was written here, or comes to, within so many seconds."""
        until, tick = time.monotonic() + patience, threading.Event()
        while self.unconfirmed:
            if time.monotonic() >= until:
                return False
            tick.wait(_LOOK_AGAIN)
        return True

    @property
    def is_proven(self) -> bool:
        """Whether the room has shown whose it is: a guest's by its code, ours by its key."""
        return self.line is None or self.line.claim is None

    # What the network says
    def prove(self, statement: bytes) -> tuple[str, bytes]:
        """Who this laptop is, with its own key, or its room key while it is closed."""
        if self._room_key is not None:
            return self._room_key.laptop, self._room_key.keys.sign(statement)
        ledger = self._door.ledger
        return ledger.store.device, Exchanging(self._door).laptop_key().sign(statement)

    def knows(self, device: str, statement: bytes, signature: bytes) -> bool:
        """Whether the room is of a laptop of ours, or may still show that it is."""
        if self._store is None:
            return False
        claim = Claim(statement, signature)
        standing = standing_of(self._store, device, claim)
        self._host_device = device
        self._claim = claim if standing == "stranger" else None
        return standing != "shut-out" and not self._is_there_twice(self._store.device, device)

    def joined(self) -> None:
        """We are in."""
        if self._store is not None:
            try:
                self._carrying = self._carriers.of(self._door)
            except NotAllowed:
                return  # locked at this very moment: the visit is being ended
            self.line = Line(
                self._host_device,
                send=self._client.send,
                drop=partial(self._owner.visit_left, self),
                claim=self._claim,
            )
            self._carrying.join(self.line)
        self.ended.set()
        self._owner.visit_joined(self)

    def left(self, reason: str) -> None:
        """We are out, or never came in."""
        self._leave_line()
        if not self.ended.is_set():
            self.refused = reason or "not-found"
            self.ended.set()
        self._owner.visit_left(self, reason)

    def received(self, message: Message) -> None:
        """The room said something."""
        if message.told not in _EVENTS:
            self._owner.visit_heard(self, message)
        elif self._carrying is not None and self.line is not None:
            self._carrying.hear(self.line, message)

    def _is_there_twice(self, own: str, device: str) -> bool:
        """Two trainers' laptops that each have a room need one line between them, not two."""
        if not self._carriers.own_rooms or device < own:
            return False
        return self._carriers.of(self._door).has_line_to(device)

    def _leave_line(self) -> None:
        line, self.line = self.line, None
        if line is not None and self._carrying is not None:
            self._carrying.leave(line)


def centre_of(door: Door) -> str:
    """The centre's id as the keyring has it, be it open or locked; "" where there is none.

    Raises KeyringDamaged, NewerSchema.
    """
    return Keyring.load(door.folder).centre if door.has_centre else ""
