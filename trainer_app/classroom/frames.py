"""Bytes on the wire: length, kind and payload, each checked before its payload is waited for."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from trainer_app.classroom.messages import IN_PIECES, MOST, PIECE, Message, Told

_HEAD = struct.Struct(">IB")
LAST, MORE = b"\x00", b"\x01"
"""The first byte of a piece: whether another follows."""


class Malformed(Exception):
    """The other end does not speak as laptops of a room do. Never holds what it said."""


class Frame(NamedTuple):
    """One length-prefixed piece of what was said."""

    kind: int
    payload: bytes


def framed(kind: int, payload: bytes) -> bytes:
    """The bytes of one frame: 4 of its payload's length, 1 of its kind, the payload."""
    return _HEAD.pack(len(payload), kind) + payload


def told(message: Message) -> Iterator[bytes]:
    """The frames of a message, made one after the other. Raises ValueError if it is too large."""
    if len(message.payload) > MOST[message.told]:
        raise ValueError(f"a message of kind {message.told.name} is too large")
    if message.told not in IN_PIECES:
        return iter((framed(message.told, message.payload),))
    return _pieces(message)


def _pieces(message: Message) -> Iterator[bytes]:
    size = len(message.payload)
    for start in range(0, max(size, 1), PIECE):
        mark = MORE if start + PIECE < size else LAST
        yield framed(message.told, mark + message.payload[start : start + PIECE])


def largest(kind: int) -> int:
    """How large the payload of a frame of this kind may be; -1 for what is no kind."""
    try:
        known = Told(kind)
    except ValueError:
        return -1
    return PIECE + 1 if known in IN_PIECES else MOST[known]


class FrameReader:
    """Cuts a stream into frames. `largest` says how large a kind may be, below 0: not at all."""

    def __init__(self, largest: Callable[[int], int]) -> None:
        self.largest = largest
        self._bytes = bytearray()

    def feed(self, data: bytes) -> None:
        """Take what came; `next` gives its frames."""
        self._bytes += data

    def next(self) -> Frame | None:
        """The next whole frame, None while it is not all there. Raises Malformed."""
        if len(self._bytes) < _HEAD.size:
            return None
        size, kind = _HEAD.unpack_from(self._bytes)
        if size > self.largest(kind):
            raise Malformed
        end = _HEAD.size + size
        if len(self._bytes) < end:
            return None
        payload = bytes(memoryview(self._bytes)[_HEAD.size : end])
        del self._bytes[:end]
        return Frame(kind, payload)


class Joiner:
    """Makes messages of frames: pieces of one large message stand together until its last."""

    def __init__(self) -> None:
        self._parts: dict[Told, list[bytes]] = {}
        self._sizes: dict[Told, int] = {}

    def take(self, frame: Frame) -> Message | None:
        """The message that this frame ends, None while more follows. Raises Malformed."""
        kind = Told(frame.kind)
        if kind not in IN_PIECES:
            return Message(kind, frame.payload)
        mark, part = frame.payload[:1], frame.payload[1:]
        size = self._sizes.get(kind, 0) + len(part)
        # Only the last piece may be short: nobody can make the room keep a million tiny ones.
        if mark not in (LAST, MORE) or (mark == MORE and len(part) != PIECE) or size > MOST[kind]:
            raise Malformed
        parts = self._parts.setdefault(kind, [])
        parts.append(part)
        self._sizes[kind] = size
        if mark == MORE:
            return None
        del self._parts[kind], self._sizes[kind]
        return Message(kind, b"".join(parts))
