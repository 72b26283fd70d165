"""How long the room waits, and how much it bears; in one place so that tests can be quick."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.classroom.messages import MIB


@dataclass(frozen=True, slots=True)
class Rate:
    """So much each second, and `burst` more at once after a quiet while."""

    each_second: float
    burst: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, bytes and counts. A laptop's rates are what a host bears from each.

    `knocks` are new connections from one address. A host speaks for all laptops of the room, so
    that it may say more than one of them.
    """

    handshake: float = 10.0
    ping: float = 5.0
    silent: float = 15.0
    goodbye: float = 0.5
    connections: int = 64
    unproven: int = 16
    unproven_per_address: int = 8
    knocks: Rate = Rate(5, 200)
    wrong_codes: int = 5
    wrong_codes_within: float = 60.0
    waiting_bytes: int = 136 * MIB
    laptop_messages: Rate = Rate(50, 1_000)
    laptop_bytes: Rate = Rate(4 * MIB, 136 * MIB)
    host_messages: Rate = Rate(300, 5_000)
    host_bytes: Rate = Rate(16 * MIB, 136 * MIB)


STANDARD = Limits()
