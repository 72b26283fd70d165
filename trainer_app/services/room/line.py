"""A line to another laptop of the centre, and what is known of how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from trainer_app.bundles.live import Stretch
from trainer_app.classroom.messages import Message
from trainer_app.keys.keypair import signed_by
from trainer_app.store.meeting import End


class Claim(NamedTuple):
    """What a laptop signed that this one has not heard of yet: its news must show who it is."""

    statement: bytes
    signature: bytes

    def is_of(self, key: str | None) -> bool:
        """Whether the laptop with this public key (hex) signed it."""
        try:
            return key is not None and signed_by(bytes.fromhex(key), self.statement, self.signature)
        except ValueError:
            return False


@dataclass(eq=False, slots=True)
class Line:
    """One connection. Only the thread that works on the room's news changes it.

    `device`: the other laptop's. `heard`: how far it said it had come. `known`: by device, the
    sequence up to which it has events or was sent them; None before it was sent the first. `acked`:
    what it said is on its disk. `keys`: those of the centre that it knows.
    """

    device: str
    send: Callable[[Message], None]
    drop: Callable[[str], None]
    claim: Claim | None = None
    proven: Callable[[], None] = lambda: None
    """Called when its news showed that the claim is true."""
    heard: Mapping[str, End] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    known: dict[str, int] | None = None
    acked: dict[str, int] = field(default_factory=dict)
    waiting: list[Stretch] = field(default_factory=list)
    """Written while a bundle is made for it: these follow it."""
    to_come: list[Stretch] = field(default_factory=list)
    """What others wrote, until it is this laptop's turn; `told_at`: when that was last."""
    told_at: float = float("-inf")
    giving: bool = False
    """A bundle is being made for it; `again`: another one is needed then. `reset`: it said anew how
    far it has come."""
    again: bool = False
    reset: bool = False
    merging: int = 0
    """How many of its bundles are being taken in; its later news wait for them."""
    held_back: list[Message] = field(default_factory=list)
    asked_at: float = float("-inf")
    """When it was last told how far we have come; `asking`: it will be told again in a while."""
    asking: bool = False
    is_open: bool = True

    @property
    def is_ready(self) -> bool:
        """Whether it can be sent what is written now."""
        return self.is_open and self.claim is None and self.known is not None and not self.giving

    def seconds_to_wait(self, between: float) -> float:
        """How long not to ask it again for a bundle, `between` seconds after the last time."""
        return self.asked_at + between - time.monotonic()

    def lacks(self, stretch: Stretch) -> bool:
        """Whether it may not have the end of a stretch yet."""
        return stretch.head.seq > (self.known or {}).get(stretch.head.device, 0)

    def knows_now(self, held: Mapping[str, int]) -> None:
        """It has, or was sent, events up to these sequences."""
        if self.known is not None:
            raise_to(self.known, held)

    def confirms(self, held: Mapping[str, int]) -> None:
        """It said that these are on its disk."""
        raise_to(self.acked, held)
        self.knows_now(held)


def raise_to(known: dict[str, int], held: Mapping[str, int]) -> None:
    """Let no sequence of `known` be lower than in `held`."""
    for device, seq in held.items():
        known[device] = max(known.get(device, 0), seq)
