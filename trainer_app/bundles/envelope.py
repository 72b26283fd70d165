"""The sealed envelope: a line that says for whom it is, then what only they can read."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from nacl.utils import random as random_bytes

from trainer_app.bundles import limits
from trainer_app.domain.errors import (
    BundleDamaged,
    BundleTooLarge,
    NewerBundle,
    NotABundle,
    OtherCentre,
    UnreadableFile,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys, PublicKeys

MAGIC = b"trainer-app bundle\n"
VERSION = 1
_HIGHEST_VERSION = 9999


def mark_of(centre: str) -> str:
    """What tells one centre's bundles from another's without a key; it gives no name away."""
    return hashlib.blake2b(centre.encode()).hexdigest()[:16]


def sealed(content: bytes, centre: str, recipients: Sequence[PublicKeys], version: int) -> bytes:
    """Close `content` for each of the recipients, under a key made for this file alone."""
    key = random_bytes(Aead.KEY_SIZE)
    line = {
        "version": version,
        "centre": mark_of(centre),
        "keys": [recipient.seal(key).hex() for recipient in recipients],
    }
    prefix = MAGIC + canonical(line) + b"\n"
    return prefix + bytes(Aead(key).encrypt(content, prefix))


class Envelope(NamedTuple):
    """The line in the open, and what is closed. `name` is the file's in what is raised."""

    line: bytes
    closed: bytes
    name: str


def read_file(path: Path) -> Envelope:
    """Read a bundle's file, never more than a bundle may have.

    Raises UnreadableFile, NotABundle, BundleDamaged, NewerBundle, BundleTooLarge.
    """
    try:
        # A pipe or a device would keep the reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile(file=path.name)
        with path.open("rb") as file:
            return _read(file, path.name)
    except OSError as trouble:
        raise UnreadableFile(file=path.name) from trouble


def read_bytes(whole: bytes, name: str) -> Envelope:
    """The same of a bundle in memory. Raises what `read_file` raises but UnreadableFile."""
    return _read(BytesIO(whole), name)


def opened(envelope: Envelope, centre: str, identities: Sequence[PrivateKeys]) -> bytes:
    """Open it with the first identity that can. Raises OtherCentre, BundleDamaged."""
    return _unlocked(envelope, _keys_for(envelope.line, centre, envelope.name), identities)


def opened_for(envelope: Envelope, identities: Sequence[PrivateKeys]) -> bytes:
    """The same of whatever centre; who asks checks `is_of`. Raises OtherCentre, BundleDamaged."""
    fields = _fields(envelope.line, envelope.name)
    return _unlocked(envelope, _sealed_keys(fields, envelope.name), identities)


def is_of(envelope: Envelope, centre: str) -> bool:
    """Whether the line in the open says that it is of this centre."""
    return _fields(envelope.line, envelope.name).get("centre") == mark_of(centre)


def _unlocked(
    envelope: Envelope, keys: Sequence[bytes], identities: Sequence[PrivateKeys]
) -> bytes:
    line, closed, name = envelope
    opening = (_unsealed(key, identity) for identity in identities for key in keys)
    key = next((key for key in opening if key is not None), None)
    if key is None:
        raise OtherCentre(file=name)
    try:
        return bytes(Aead(key).decrypt(closed, MAGIC + line + b"\n"))
    except (CryptoError, ValueError):
        raise BundleDamaged(file=name) from None


def _read(file: BinaryIO, name: str) -> Envelope:
    line = _line(file, name)
    return Envelope(line, file.read(_left_of(file, name)), name)


def _line(file: BinaryIO, name: str) -> bytes:
    if file.read(len(MAGIC)) != MAGIC:
        raise NotABundle(file=name)
    line = file.readline(limits.PREFIX_BYTES)
    if not line.endswith(b"\n"):
        raise BundleDamaged(file=name)
    _check_version(line, name)
    return line[:-1]


def _left_of(file: BinaryIO, name: str) -> int:
    """How many bytes follow: asked first, as memory is set aside for all that might be read."""
    here = file.tell()
    end = file.seek(0, os.SEEK_END)
    if end > limits.FILE_BYTES:
        raise BundleTooLarge(file=name)
    file.seek(here)
    return end - here


def _check_version(line: bytes, name: str) -> None:
    version = _fields(line, name).get("version")
    if type(version) is not int or not 1 <= version <= _HIGHEST_VERSION:
        raise BundleDamaged(file=name)
    if version > VERSION:
        raise NewerBundle(file=name, found=version, known=VERSION)


def _fields(line: bytes, name: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise BundleDamaged(file=name) from None
    if not isinstance(fields, dict):
        raise BundleDamaged(file=name)
    return fields


def _keys_for(line: bytes, centre: str, name: str) -> list[bytes]:
    """The sealed keys of the line, once it says that it is meant for this centre."""
    fields = _fields(line, name)
    keys = _sealed_keys(fields, name)
    if fields["centre"] != mark_of(centre):
        raise OtherCentre(file=name)
    return keys


def _sealed_keys(fields: dict[str, Any], name: str) -> list[bytes]:
    keys = fields.get("keys")
    if not isinstance(fields.get("centre"), str) or not isinstance(keys, list):
        raise BundleDamaged(file=name)
    try:
        return [bytes.fromhex(key) for key in keys]
    except (ValueError, TypeError):
        raise BundleDamaged(file=name) from None


def _unsealed(sealed_key: bytes, identity: PrivateKeys) -> bytes | None:
    try:
        key = identity.open(sealed_key)
    except ValueError:
        return None
    return key if len(key) == Aead.KEY_SIZE else None
