"""Who is in a room, and what its host asks and is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from trainer_app.classroom.messages import Message, Role

OnRefused = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Peer:
    """A laptop in the room. `id` is chance, new for each connection; a guest has no `device`."""

    id: str
    role: Role
    device: str
    address: str


class HostPorts(Protocol):
    """What the room asks and tells. Called in the network's thread; each must return at once."""

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        """This laptop's device id, and its Ed25519 signature of the statement."""

    def knows(self, role: str, device: str, statement: bytes, signature: bytes) -> bool:
        """Say whether this device of ours signed the statement (`closed`: with its room key)."""

    def joined(self, peer: Peer) -> None:
        """A laptop is in the room."""

    def left(self, peer: Peer, reason: str) -> None:
        """It is gone: a `Dropped` of domain/rooms.py, or "" for a goodbye."""

    def received(self, peer: Peer, message: Message) -> None:
        """It said something."""
