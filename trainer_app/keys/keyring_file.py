"""The keyring on disk: two copies, each with a SHA-256 of itself, so that one may be damaged."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import KeyringDamaged, NewerSchema
from trainer_app.domain.events import canonical
from trainer_app.keys.durable import write_whole
from trainer_app.keys.slots import Slot

FILE = "keyring.json"
FILES = (FILE, "keyring-copy.json")
VERSION = 2
"""2: substitutes' slots, and both data keys while one is renewed. A file of 1 is read as it is."""
_MOST_BYTES = 1_000_000  # a slot takes about 700


@dataclass(frozen=True, slots=True)
class Content:
    """What a keyring file holds; `proof` is 32 bytes keyed with the data key.

    `proof_before` is keyed with the old data key, while it is being renewed.
    """

    centre: str
    slots: tuple[Slot, ...]
    proof: bytes
    proof_before: bytes | None = None

    def __post_init__(self) -> None:
        changing = self.proof_before is not None
        if any((slot.before is not None) != changing for slot in self.slots):
            raise ValueError("all slots are being renewed or none")


def write_copies(folder: Path, content: Content) -> None:
    """Write one copy after the other, each whole. Raises DiskFull or ReadOnly."""
    for name in FILES:
        write_whole(folder / name, _written(content))


def read_copies(folder: Path) -> tuple[Content, tuple[str, ...]]:
    """Return the first whole copy, and the names of the files that are not the same as it.

    Raises KeyringDamaged where no copy is whole, NewerSchema where any whole copy is newer: an
    older program must not write over it.
    """
    copies = {name: _read(folder / name) for name in FILES}
    for content in copies.values():
        if content is not None:
            return content, tuple(name for name in FILES if copies[name] != content)
    raise KeyringDamaged(file=FILE)


def _written(content: Content) -> bytes:
    keyring: dict[str, Any] = {
        "centre": content.centre,
        "slots": [slot.as_json() for slot in content.slots],
        "proof": content.proof.hex(),
    }
    if content.proof_before is not None:
        keyring["proof_before"] = content.proof_before.hex()
    return canonical({"version": VERSION, "keyring": keyring, "sha256": _sum(VERSION, keyring)})


def _read(path: Path) -> Content | None:
    """Whatever is wrong with one copy, the other is the answer; so nothing is told apart here."""
    try:
        with path.open("rb") as file:
            envelope = json.loads(file.read(_MOST_BYTES))
        version, keyring = envelope["version"], envelope["keyring"]
        if not hmac.compare_digest(_sum(version, keyring), envelope["sha256"]):
            return None
        if version > VERSION:
            raise NewerSchema(file=path.name, found=int(version), known=VERSION)
        if version < 1 or not isinstance(keyring["centre"], str):
            return None
        before = keyring.get("proof_before")
        return Content(
            centre=keyring["centre"],
            slots=tuple(Slot.from_json(slot) for slot in keyring["slots"]),
            proof=bytes.fromhex(keyring["proof"]),
            proof_before=None if before is None else bytes.fromhex(before),
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _sum(version: Any, keyring: Any) -> str:
    return hashlib.sha256(canonical({"version": version, "keyring": keyring})).hexdigest()
