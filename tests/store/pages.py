"""Every page of an encrypted file in the clear, decrypted by hand: what somebody with the key sees.

SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes, each AES-256-CBC with
its own vector; the last 80 bytes are that vector and an HMAC-SHA512. The first 16 bytes of the
file are a salt. A frame of the write-ahead log is 24 bytes of header and one such page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVE, SALT, VECTOR = 4096, 80, 16, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def pages_of(file: Path, key: bytes) -> Iterator[bytes]:
    """All pages of a database file, those that are free or overflow too."""
    data = file.read_bytes()
    assert len(data) % PAGE == 0
    for at in range(0, len(data), PAGE):
        yield _clear(data[at : at + PAGE], key, first=at == 0)


def frames_of(log: Path, key: bytes) -> Iterator[bytes]:
    """All pages in a write-ahead log, whichever transaction and checkpoint they are from."""
    data = log.read_bytes() if log.exists() else b""
    step = FRAME_HEADER + PAGE
    for at in range(LOG_HEADER, len(data) - step + 1, step):
        number = int.from_bytes(data[at : at + 4], "big")
        yield _clear(data[at + FRAME_HEADER : at + step], key, first=number == 1)


def everything_in(folder: Path, key: bytes) -> Iterator[tuple[str, bytes]]:
    """Each page of each database and log below a folder, and all other files as they are."""
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        pages: Iterable[bytes] = [file.read_bytes()]
        if file.suffix == ".db":
            pages = pages_of(file, key)
        elif file.name.endswith("-wal"):
            pages = frames_of(file, key)
        for page in pages:
            yield str(file.relative_to(folder)), page


def _clear(page: bytes, key: bytes, *, first: bool) -> bytes:
    start = SALT if first else 0
    end = PAGE - RESERVE
    cipher = Cipher(AES(key), CBC(page[end : end + VECTOR])).decryptor()
    return cipher.update(page[start:end]) + cipher.finalize()
