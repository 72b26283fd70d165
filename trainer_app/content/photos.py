"""Looks at the photos (PNG) of a centre's own lessons without decoding them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MOST_PIXELS = 1_600
"""No side of a photo has more."""

MOST_BYTES = 1_000_000

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What a camera or a program wrote into a picture: a place, a name, a date.
_TELLING = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})


def is_photo(data: bytes) -> bool:
    """Whether these bytes say that they are a PNG."""
    return data.startswith(_SIGNATURE)


def not_small(data: bytes) -> str:
    """The first thing that a photo of a lesson may not be or have; "" if it is as it should be."""
    if not is_photo(data):
        return "PNG"
    if len(data) > MOST_BYTES:
        return "bytes"
    kinds: list[bytes] = []
    for kind, chunk in _chunks(data):
        if not kinds and (kind != b"IHDR" or len(chunk) != 13):
            return "PNG"
        if kind == b"IHDR" and not all(0 < each <= MOST_PIXELS for each in _size(chunk)):
            return "pixels"
        if kind in _TELLING:
            return kind.decode()
        kinds.append(kind)
    return "" if b"IDAT" in kinds and kinds[-1] == b"IEND" else "PNG"


def _size(header: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", header[:8])
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that are whole, each with its kind; what follows a torn one is left."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if at + 12 + length > len(data):
            return
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
