"""Photos of signed sheets: what one is, how large it may be, and what stands in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_SIDE = 1800
"""Pixels of the longer side: on A4 a signature is still a signature."""

MOST_BYTES = 500_000
"""As base64 it fits into one event with room to spare."""

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_BASELINE, _EXTENDED = 0xC0, 0xC1
# Tables, the frame, the scan, and the one mark of the file format; words and places are others.
_PARTS = frozenset({0xE0, 0xDB, 0xC4, 0xDD, _BASELINE, _EXTENDED, _SCAN})
_JFIF = b"JFIF\0"
_JFIF_BYTES = 14  # without a small picture inside


@dataclass(frozen=True, slots=True)
class Sheet:
    """A photo that is kept. `people`: ids of who is on it; `at`: UTC seconds when it was kept.

    `erased`: how many of them were erased since.
    """

    id: str
    session: str
    people: tuple[str, ...]
    at: int
    erased: int = 0


def is_grey_jpeg(content: bytes) -> bool:
    """Whether this is a JPEG as our own decoder writes them: small, grey, and pixels only."""
    if len(content) > MOST_BYTES or not content.startswith(_START) or not content.endswith(_END):
        return False
    frames, scans, last = 0, 0, 0
    for kind, data in _parts(content):
        if kind not in _PARTS or (kind == 0xE0 and not _is_plain_mark(data)):
            return False
        if kind in (_BASELINE, _EXTENDED):
            frames += 1
            if not _is_small_and_grey(data):
                return False
        scans += kind == _SCAN
        last = kind
    return frames == 1 and scans == 1 and last == _SCAN


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts up to the pixels; one that is cut off or out of place comes as kind 0."""
    at = len(_START)
    while True:
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        data = content[at + 4 : at + 2 + length]
        if content[at : at + 1] != b"\xff" or length < 2 or len(data) != length - 2:
            yield 0, b""
            return
        kind = content[at + 1]
        yield kind, data
        at += 2 + length
        if kind == _SCAN:
            if not _is_only_pixels(content[at : -len(_END)]):
                yield 0, b""
            return


def _is_plain_mark(data: bytes) -> bool:
    return data.startswith(_JFIF) and len(data) == _JFIF_BYTES


def _is_small_and_grey(data: bytes) -> bool:
    """A frame: bits, height, width, and one colour only."""
    if len(data) != 9 or data[0] != 8 or data[5] != 1:
        return False
    high, wide = int.from_bytes(data[1:3], "big"), int.from_bytes(data[3:5], "big")
    return 1 <= high <= MOST_SIDE and 1 <= wide <= MOST_SIDE


def _is_only_pixels(scan: bytes) -> bool:
    """In a scan 0xFF is followed by nought, or by a mark from which decoding can begin again."""
    at = scan.find(b"\xff")
    while at >= 0:
        after = scan[at + 1 : at + 2]
        if after != b"\0" and not (after and 0xD0 <= after[0] <= 0xD7):
            return False
        at = scan.find(b"\xff", at + 2)
    return True
