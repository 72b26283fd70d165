"""Whether a data folder still lies where it was, or is a copy that would write in the same name."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_MULTICAST = 1 << 40


def home_of(file: Path, content: Path | None = None) -> str:
    """A fingerprint of this machine and of where the file lies on it.

    `content`: the file that is going to have that name. Two copies of a folder must not both go
    on with one laptop's sequence: the same place in its chain would hold two different events.
    Moving a folder costs no more than new letters.
    """
    inode = (content or file).stat().st_ino
    said = "\n".join([_machine(), str(file.resolve()), str(inode)])
    return hashlib.blake2b(said.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _machine() -> str:
    for file in _MACHINE_IDS:
        try:
            return file.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
    node = uuid.getnode()
    # Without a network card Python makes a number up, another one at each start.
    return "" if node & _MULTICAST else f"{node:x}"
