"""PNG files of any size, made by hand, and photos of signed sheets."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG, with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def photo(width: int = 4, height: int = 3, *more: bytes) -> bytes:
    """A grey picture; `more` are chunks before its pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" + b"\x80" * min(width, 10))
    return SIGNATURE + b"".join(
        (chunk(b"IHDR", header), *more, chunk(b"IDAT", rows), chunk(b"IEND", b""))
    )


def sheet_photo(seed: int = 1, side: int = 300) -> bytes:
    """A photo of a signed sheet as the program keeps them; no two seeds give alike bytes."""
    from random import Random

    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    grains = Random(seed).randbytes(side * side)
    image = QImage(grains, side, side, side, QImage.Format.Format_Grayscale8)
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(device, "jpg", 70)
    return bytes(device.data().data())
