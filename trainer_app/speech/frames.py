"""What the program and its speaking helper say to each other: JSON behind its length."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_HEAD = struct.Struct(">I")
_MOST = 4_000_000  # a minute of sound in letters, and more

Message = dict[str, Any]


def write(stream: BinaryIO, message: Message) -> None:
    """Send a message at once. OSError or ValueError where nobody listens any more."""
    body = json.dumps(message).encode()
    stream.write(_HEAD.pack(len(body)) + body)
    stream.flush()


def read(stream: BinaryIO) -> Message | None:
    """The next message; None at the end, and where what comes is none."""
    head = _exactly(stream, _HEAD.size)
    if head is None:
        return None
    (length,) = _HEAD.unpack(head)
    body = _exactly(stream, length) if length <= _MOST else None
    if body is None:
        return None
    try:
        message = json.loads(body)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    found = b""
    while len(found) < length:
        piece = stream.read(length - len(found))
        if not piece:
            return None
        found += piece
    return found
