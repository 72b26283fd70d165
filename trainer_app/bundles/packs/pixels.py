"""Looks at a PNG file's own account of itself, without decoding a single pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from trainer_app.bundles.packs import limits

PNG = b"\x89PNG\r\n\x1a\n"
_PARTS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_HEAD = struct.Struct(">I4s")
_SIZE = struct.Struct(">II5B")


def png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the header says; None where there is no such header."""
    start = len(PNG)
    head = content[start : start + _HEAD.size]
    if not content.startswith(PNG) or len(content) < start + 25:
        return None
    if _HEAD.unpack(head) != (_SIZE.size, b"IHDR"):
        return None
    wide, high, *_ = _SIZE.unpack(content[start + 8 : start + 8 + _SIZE.size])
    return wide, high


def is_small_png(content: bytes) -> bool:
    """Whether this is a PNG as our own decoder writes them: small, whole, and pixels only."""
    size = png_size(content)
    if size is None or len(content) > limits.PICTURE_BYTES:
        return False
    if not all(1 <= side <= limits.PICTURE_SIDE for side in size):
        return False
    kinds = [kind for kind, _ in _parts(content)]
    return only_pixels(content) == content and kinds[-1] == b"IEND" and b"IDAT" in kinds


def only_pixels(content: bytes) -> bytes:
    """A PNG without the parts that hold anything but pixels: words, places, sizes in print."""
    return PNG + b"".join(part for kind, part in _parts(content) if kind in _PARTS)


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts that are whole, up to the end or to the first one that is not."""
    at, kind = len(PNG), b""
    while at + 12 <= len(content) and kind != b"IEND":
        length, kind = _HEAD.unpack(content[at : at + 8])
        part = content[at : at + 12 + length]
        if len(part) < 12 + length or part[-4:] != struct.pack(">I", zlib.crc32(part[4:-4])):
            return
        yield kind, part
        at += len(part)
