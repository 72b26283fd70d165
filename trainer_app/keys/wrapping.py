"""A passphrase closes a secret: Argon2id (RFC 9106) makes the key, XSalsa20-Poly1305 closes."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random as random_bytes

from trainer_app.domain.errors import EmptyField, WrongPassphrase
from trainer_app.domain.events import canonical

_SALT_BYTES = 16
_MOST_CLOSED = 1024
_MOST_LETTERS = 4096


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs. `memory` in KiB, `time` in passes, `parallelism` in lanes.

    The limits keep a tampered file from asking an old laptop for more memory than it has.
    """

    memory: int
    time: int
    parallelism: int

    def __post_init__(self) -> None:
        if not (
            8 * self.parallelism <= self.memory <= 512 * 1024
            and 1 <= self.time <= 20
            and 1 <= self.parallelism <= 8
        ):
            raise ValueError("a cost outside what a laptop can pay")


STANDARD = Cost(memory=64 * 1024, time=3, parallelism=1)
"""RFC 9106's second choice with one lane: 0.22 s on a two-core machine."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A closed secret with all but the passphrase that opens it."""

    cost: Cost
    salt: bytes
    closed: bytes

    def __post_init__(self) -> None:
        if len(self.salt) != _SALT_BYTES:
            raise ValueError("a salt has 16 bytes")

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values, bytes in hex."""
        return {
            "cost": asdict(self.cost),
            "salt": self.salt.hex(),
            "closed": self.closed.hex(),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Wrapped:
        """Read it back. Raises KeyError, TypeError, ValueError or AttributeError."""
        cost, closed = value["cost"], bytes.fromhex(value["closed"])
        if any(type(number) is not int for number in cost.values()):
            raise TypeError("a cost is made of whole numbers")
        if len(closed) > _MOST_CLOSED:
            raise ValueError("more closed bytes than keys have")
        return cls(Cost(**cost), bytes.fromhex(value["salt"]), closed)

    def as_text(self) -> str:
        """One line, as it travels in an event from laptop to laptop."""
        return canonical(self.as_json()).decode()

    @classmethod
    def from_text(cls, text: str) -> Wrapped:
        """Read what `as_text` wrote. Raises ValueError for anything else."""
        if len(text) > _MOST_LETTERS:
            raise ValueError("longer than wrapped keys are")
        try:
            return cls.from_json(json.loads(text))
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not wrapped keys") from error


def wrap(passphrase: str, secret: bytes, cost: Cost = STANDARD) -> Wrapped:
    """Close `secret` with a new salt. Raises EmptyField where nothing was typed."""
    if not _typed(passphrase):
        raise EmptyField(field="passphrase")
    salt = random_bytes(_SALT_BYTES)
    return Wrapped(cost, salt, bytes(_box(passphrase, salt, cost).encrypt(secret)))


def unwrap(passphrase: str, wrapped: Wrapped) -> bytes:
    """Return the secret. Raises WrongPassphrase, also where the closed bytes were changed."""
    try:
        return _box(passphrase, wrapped.salt, wrapped.cost).decrypt(wrapped.closed)
    except (CryptoError, ValueError):
        raise WrongPassphrase from None


def _typed(passphrase: str) -> bytes:
    """Keyboards write the same letters in several ways; all of them must open."""
    plain = unicodedata.normalize("NFKC", passphrase).strip()
    return plain.encode("utf-8", "surrogatepass")


def _box(passphrase: str, salt: bytes, cost: Cost) -> SecretBox:
    return SecretBox(
        hash_secret_raw(
            _typed(passphrase),
            salt,
            time_cost=cost.time,
            memory_cost=cost.memory,
            parallelism=cost.parallelism,
            hash_len=SecretBox.KEY_SIZE,
            type=Type.ID,
        )
    )
