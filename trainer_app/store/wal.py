"""Reads the pages that were committed to a write-ahead log, also past a damaged one.

The layout is SQLite's (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). SQLite itself
stops at the first frame that does not fit; a frame says what the next one starts from, so that
what was confirmed after it can still be told from what was never confirmed.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADER, _FRAME = 32, 24
_BIG_ENDIAN = 0x377F0683
_LITTLE_ENDIAN = 0x377F0682
_MASK = 0xFFFFFFFF

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as a commit left it; `whole` is False where its own sums do not fit it."""

    page: int
    content: bytes
    ends_commit: bool
    whole: bool


def committed(file: Path, page_size: int) -> list[Frame]:
    """The frames up to the last commit, in the order they were written; none without a log."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return []
    frames = list(_linked(data, page_size))
    commits = [place for place, frame in enumerate(frames) if frame.ends_commit]
    return frames[: commits[-1] + 1] if commits else []


def hides_commits(file: Path, page_size: int = 4096) -> bool:
    """Whether SQLite would pass over a commit: it stands behind a place that is damaged.

    A torn last commit, as a power cut leaves it, hides nothing: nobody was told that it is safe.
    """
    frames = committed(file, page_size)
    damaged = next((place for place, frame in enumerate(frames) if not frame.whole), len(frames))
    return any(frame.whole and frame.ends_commit for frame in frames[damaged:])


def _linked(data: bytes, page_size: int) -> Iterator[Frame]:
    """Frames that follow one another; after two misfits in a row nothing is known any more."""
    if len(data) < _HEADER:
        return
    magic, _, _, _, salt1, salt2, start1, start2 = struct.unpack_from(">8I", data)
    big = magic == _BIG_ENDIAN
    if magic not in (_BIG_ENDIAN, _LITTLE_ENDIAN):
        return
    starts: list[Sums] = [(start1, start2)]
    misfits = 0
    for at in range(_HEADER, len(data) - _FRAME - page_size + 1, _FRAME + page_size):
        page, size_after, *salts, said1, said2 = struct.unpack_from(">6I", data, at)
        if salts != [salt1, salt2]:
            return
        covered = data[at : at + 8] + data[at + _FRAME : at + _FRAME + page_size]
        sums = {start: _sums(covered, start, big=big) for start in starts}
        whole = (said1, said2) in sums.values()
        misfits = 0 if whole else misfits + 1
        if misfits > 1:
            return
        yield Frame(page, data[at + _FRAME : at + _FRAME + page_size], size_after > 0, whole)
        starts = [(said1, said2)] if whole else [(said1, said2), *sums.values()]


def _sums(covered: bytes, start: Sums, *, big: bool) -> Sums:
    words = array("I", covered)
    if big != (struct.pack("=I", 1) == struct.pack(">I", 1)):
        words.byteswap()
    one, two = start
    for place in range(0, len(words), 2):
        one = (one + words[place] + two) & _MASK
        two = (two + words[place + 1] + one) & _MASK
    return one, two
