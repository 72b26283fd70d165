"""Lines of events packed with zstd, and unpacked without ever trusting how much comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import zstandard

from trainer_app.bundles import limits
from trainer_app.domain.errors import BundleDamaged, BundleTooLarge

_LEVEL = 3
# The worst that so few packed bytes can unpack to is 8 MiB.
_MOUTHFUL = 256
_BLOCK = 64 * 2**10


def packed(lines: Iterable[bytes]) -> tuple[bytes, int, int]:
    """Pack lines; returns the packed bytes, how many lines, and their bytes unpacked."""
    packer = zstandard.ZstdCompressor(level=_LEVEL).compressobj()
    parts, count, size = [], 0, 0
    for line in lines:
        count, size = count + 1, size + len(line)
        parts.append(packer.compress(line))
    return b"".join([*parts, packer.flush()]), count, size


def unpacked(content: bytes, count: int, size: int, file: str) -> Iterator[bytes]:
    """The lines of `content`, of which `count` with `size` bytes in all were declared.

    Never holds much more than one line. Raises BundleTooLarge where more comes out than declared,
    BundleDamaged where less does, or where it was not packed by `packed`.
    """
    seen, found, rest = 0, 0, b""
    for block in _blocks(content, size, file):
        seen, found = seen + len(block), found + block.count(b"\n")
        if seen > size or found > count:
            raise BundleTooLarge(file=file)
        # One by one: a block of nothing but ends of lines would make a list of millions.
        text, start = rest + block, 0
        while (end := text.find(b"\n", start)) >= 0:
            yield text[start:end]
            start = end + 1
        rest = text[start:]
        if len(rest) > limits.LINE_BYTES:
            raise BundleTooLarge(file=file)
    if rest or seen != size or found != count:
        raise BundleDamaged(file=file)


def _blocks(content: bytes, size: int, file: str) -> Iterator[bytes]:
    try:
        frame = zstandard.get_frame_parameters(content)
    except zstandard.ZstdError:
        raise BundleDamaged(file=file) from None
    declared = frame.content_size
    if frame.window_size > limits.WINDOW_BYTES or size < declared < zstandard.CONTENTSIZE_UNKNOWN:
        raise BundleTooLarge(file=file)
    unpacker = zstandard.ZstdDecompressor(max_window_size=limits.WINDOW_BYTES).decompressobj()
    parts, waiting = [], 0
    for at in range(0, len(content), _MOUTHFUL):
        try:
            part = unpacker.decompress(content[at : at + _MOUTHFUL])
        except zstandard.ZstdError:
            raise BundleDamaged(file=file) from None
        parts.append(part)
        waiting += len(part)
        if waiting >= _BLOCK:
            yield b"".join(parts)
            parts, waiting = [], 0
        if unpacker.eof and len(content) > at + _MOUTHFUL:
            raise BundleDamaged(file=file)
    if not unpacker.eof or unpacker.unused_data:
        raise BundleDamaged(file=file)
    yield b"".join(parts)
