"""Random ids that sort by the time they were made (UUID version 7, RFC 9562)."""

from __future__ import annotations

import uuid


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Return a UUIDv7 as text.

    `milliseconds`: Unix time, 48 bits are kept. `randomness`: at least ten random bytes.
    """
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(randomness[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
