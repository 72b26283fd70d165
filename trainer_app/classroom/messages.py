"""What laptops of a room tell each other: the kinds, how large each may be, and between whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

Role = Literal["ours", "closed", "guest"]

KIB, MIB = 1024, 1024 * 1024
PIECE = 256 * KIB
"""Bytes of each piece of a large message but its last."""


class Told(IntEnum):
    """A kind of message. PING and BYE stay between the two ends; every other is handed on."""

    STATE = 1
    SELF = 2
    HOLDS = 3
    BUNDLE = 4
    NEWS = 5
    ACK = 6
    DOOR = 7
    PASS = 8
    VOTE = 9
    PLAZA = 10
    WANT = 11
    PACK = 12
    PING = 13
    BYE = 14


_LARGER = {
    Told.STATE: 64 * KIB,
    Told.HOLDS: 512 * KIB,
    Told.NEWS: 2 * MIB,
    Told.BUNDLE: 64 * MIB,
    Told.PACK: 64 * MIB,
}

MOST: Mapping[Told, int] = {told: _LARGER.get(told, 16 * KIB) for told in Told}
"""How many bytes of payload a message of each kind may have."""

IN_PIECES = frozenset({Told.BUNDLE, Told.PACK})
"""Kinds that travel in pieces and are joined before they are handed on."""

_EVENTS = frozenset({Told.HOLDS, Told.BUNDLE, Told.NEWS, Told.ACK})
_OPENING = frozenset({Told.DOOR, Told.PASS})

BETWEEN: Mapping[Role, frozenset[Told]] = {
    "ours": frozenset(Told),
    "closed": frozenset(Told) - _EVENTS,
    "guest": frozenset(Told) - _EVENTS - _OPENING,
}
"""What may pass, either way, between the room and a laptop of each role: guests get no event."""

_FROM_HOSTS = frozenset({Told.STATE, Told.PACK})

SAYS: Mapping[Role, frozenset[Told]] = {
    "ours": BETWEEN["ours"],
    "closed": BETWEEN["closed"] - _FROM_HOSTS,
    "guest": BETWEEN["guest"] - _FROM_HOSTS,
}
"""What a laptop of each role may say: whoever is not ours says nothing large."""


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message; what its payload means is known to those who send and take it."""

    told: Told
    payload: bytes = field(repr=False)  # what laptops say never stands in a log
