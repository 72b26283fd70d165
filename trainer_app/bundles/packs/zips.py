"""Reads a zip file as strictly as it can be read: in the one form that our own writing has.

A zip says everything twice, before each entry and in a list at the end. Readers that believe one
of the two can be told two stories, so both must agree, and nothing may stand between or behind.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.names import check_names, shown
from trainer_app.domain.errors import (
    NotAPack,
    PackDamaged,
    PackTooLarge,
    UnsafePack,
)

_FIRST = b"PK\x03\x04"
_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s6H3L5H2L")
_BEFORE = struct.Struct("<4s5H3L2H")

_LOCKED, _LEVELS, _UTF8 = 0x1, 0x6, 0x800
_STORED, _DEFLATED = 0, 8
_FOLDER = 0x10


class _Listed(NamedTuple):
    """The fields of the list's entries that come before the name, in their order."""

    mark: bytes
    made_by: int
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name: int
    extra: int
    comment: int
    disk: int
    inner: int
    outer: int
    offset: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a zip, with its packed bytes."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes


def entries(content: bytes, file: str) -> list[Entry]:
    """What a zip declares, checked before anything is unpacked.

    Raises NotAPack, PackDamaged, PackTooLarge, UnsafePack.
    """
    if content[:4] != _FIRST:
        raise NotAPack(file=file)
    found = [*_walk(content, file)]
    check_names((entry.name for entry in found), file)
    if sum(entry.size for entry in found) > limits.UNPACKED_BYTES:
        raise PackTooLarge(file=file, reason="unpacked")
    return found


def unpacked(entry: Entry, file: str) -> bytes:
    """The bytes of an entry, never more than it declares. Raises PackDamaged."""
    if entry.method == _STORED:
        found = entry.packed
    else:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = unpacker.decompress(entry.packed, entry.size + 1)
        except zlib.error:
            raise PackDamaged(file=file) from None
        if not unpacker.eof or unpacker.unused_data:
            raise PackDamaged(file=file)
    if len(found) != entry.size or zlib.crc32(found) != entry.crc:
        raise PackDamaged(file=file)
    return found


def _walk(content: bytes, file: str) -> Iterator[Entry]:
    """Each entry of the list at the end, beside what stands before its bytes."""
    count, list_start = _end(content, file)
    at, here = list_start, 0
    for _ in range(count):
        listed, name = _listed(content, at, file)
        at += _LISTED.size + listed.name
        _check(listed, name, file)
        start = here + _BEFORE.size + listed.name
        if listed.offset != here or content[here:start] != _as_before(listed, name):
            raise PackDamaged(file=file)
        here = start + listed.packed
        yield Entry(_text(name), listed.method, listed.crc, listed.size, content[start:here])
    if here != list_start or at != len(content) - _END.size:
        raise PackDamaged(file=file)


def _end(content: bytes, file: str) -> tuple[int, int]:
    """How many entries there are, and where their list begins."""
    if len(content) < _END.size:
        raise PackDamaged(file=file)
    mark, disk, list_disk, here, count, size, start, comment = _END.unpack(content[-_END.size :])
    if mark != b"PK\x05\x06" or disk or list_disk or here != count or comment:
        raise PackDamaged(file=file)
    if count > limits.ENTRIES:
        raise PackTooLarge(file=file, reason="entries")
    if start + size + _END.size != len(content):
        raise PackDamaged(file=file)
    return count, start


def _listed(content: bytes, at: int, file: str) -> tuple[_Listed, bytes]:
    head = content[at : at + _LISTED.size]
    if len(head) < _LISTED.size or head[:4] != b"PK\x01\x02":
        raise PackDamaged(file=file)
    listed = _Listed(*_LISTED.unpack(head))
    name = content[at + _LISTED.size : at + _LISTED.size + listed.name]
    if len(name) < listed.name:
        raise PackDamaged(file=file)
    return listed, name


def _check(listed: _Listed, name: bytes, file: str) -> None:
    """Raise UnsafePack or PackTooLarge for what none of our packs declares."""

    def unsafe(reason: str) -> UnsafePack:
        return UnsafePack(file=file, reason=reason, inside=shown(_text(name)))

    kind = stat.S_IFMT(listed.outer >> 16)
    if kind not in (0, stat.S_IFREG) or listed.outer & _FOLDER:
        raise unsafe("link")
    if listed.flags & _LOCKED:
        raise unsafe("locked")
    if listed.flags & ~(_LEVELS | _UTF8) or listed.method not in (_STORED, _DEFLATED):
        raise unsafe("packing")
    if listed.extra or listed.comment or listed.disk:
        raise unsafe("packing")
    if listed.name > limits.NAME_BYTES:
        raise unsafe("name")
    if max(listed.size, listed.packed) > limits.FILE_BYTES:
        raise PackTooLarge(file=file, reason="entry", inside=shown(_text(name)))
    if listed.method == _STORED and listed.size != listed.packed:
        raise PackDamaged(file=file)


def _as_before(listed: _Listed, name: bytes) -> bytes:
    """What must stand before the bytes of an entry that is listed so."""
    same = listed[2:10]
    return _BEFORE.pack(_FIRST, *same, len(name), 0) + name


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")
