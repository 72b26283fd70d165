"""The key that a locked laptop has at hand, to be opened for an evening without a passphrase.

It lies in the clear beside the keyring and opens nothing by itself: a trainer's laptop seals this
laptop's data key to it, for one evening.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.domain.events import canonical
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys

FILE = "room.key"
VERSION = 1
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class RoomKey:
    """The key pairs of a laptop, and its device id, which its locked store does not tell."""

    laptop: str
    keys: PrivateKeys = field(repr=False)

    @classmethod
    def random(cls, laptop: str) -> RoomKey:
        """New keys for a laptop."""
        return cls(laptop, PrivateKeys.random())

    @classmethod
    def load(cls, folder: Path) -> RoomKey | None:
        """Read the key of a data folder; None where there is none that is whole."""
        try:
            with (folder / FILE).open("rb") as file:
                said = json.loads(file.read(_MOST_BYTES))
            if said["version"] != VERSION or not isinstance(said["laptop"], str):
                return None
            return cls(said["laptop"], PrivateKeys(bytes.fromhex(said["seed"])))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def save(self, folder: Path) -> None:
        """Put it in place of the one before. Raises DiskFull, ReadOnly, DiskFails."""
        said = {"version": VERSION, "laptop": self.laptop, "seed": self.keys.seed.hex()}
        write_whole(folder / FILE, canonical(said))
