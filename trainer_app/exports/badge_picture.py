"""A badge within a PNG picture, as Open Badges 3.0 bakes it: a text chunk that any viewer skips."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadgecredential"
_MOST_TEXT = 256 * 1024


def baked(picture: bytes, credential: str) -> bytes:
    """The picture with a badge in it. Raises ValueError where it is no PNG, or holds one."""
    chunks = list(_chunks(picture))
    if any(_is_badge(name, body) for name, body in chunks):
        raise ValueError("it holds a badge already")
    # Keyword, not compressed, no language and no translated keyword: W3C PNG, 11.3.3.4
    text = _KEYWORD + b"\0\0\0\0\0" + credential.encode()
    made = [chunks[0], (b"iTXt", text), *chunks[1:]]
    return _SIGNATURE + b"".join(_written(name, body) for name, body in made)


def badge_within(content: bytes) -> str:
    """The badge of a file: of a picture's chunk, else the file's own text. Raises ValueError."""
    if not content.startswith(_SIGNATURE):
        return content.decode("utf-8-sig")
    for name, body in _chunks(content):
        if _is_badge(name, body):
            return _text(body[len(_KEYWORD) + 1 :])
    raise ValueError("a picture without a badge")


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not picture.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    at = len(_SIGNATURE)
    while at < len(picture):
        if at + 12 > len(picture):
            raise ValueError("cut short")
        size, name = struct.unpack_from(">I4s", picture, at)
        body = picture[at + 8 : at + 8 + size]
        if len(body) != size:
            raise ValueError("cut short")
        yield name, body
        at += 12 + size
    if at == len(_SIGNATURE):
        raise ValueError("an empty PNG")


def _is_badge(name: bytes, body: bytes) -> bool:
    return name == b"iTXt" and body.startswith(_KEYWORD + b"\0")


def _text(body: bytes) -> str:
    """What follows the keyword: whether and how compressed, two names, the text."""
    if len(body) < 2:
        raise ValueError("cut short")
    packed = body[0]
    parts = body[2:].split(b"\0", 2)
    if len(parts) != 3:
        raise ValueError("cut short")
    if not packed:
        return parts[2].decode()
    opener = zlib.decompressobj()
    try:
        text = opener.decompress(parts[2], _MOST_TEXT)
    except zlib.error:
        raise ValueError("damaged") from None
    return text.decode()


def _written(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
