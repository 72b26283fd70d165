"""A person's key pairs: X25519 to receive secrets, Ed25519 to vouch, both grown from one seed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random as random_bytes

SEED_BYTES = 32
_BOX = b"trainer-app box"
_SIGN = b"trainer-app sign"


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """The halves that anybody may know, 32 bytes each."""

    box: bytes
    sign: bytes

    def __post_init__(self) -> None:
        if len(self.box) != 32 or len(self.sign) != 32:
            raise ValueError("a public key has 32 bytes")

    @classmethod
    def from_hex(cls, box: str, sign: str) -> PublicKeys:
        """Read both halves from hex. Raises ValueError."""
        return cls(bytes.fromhex(box), bytes.fromhex(sign))

    @property
    def box_hex(self) -> str:
        """The X25519 half in hex."""
        return self.box.hex()

    @property
    def sign_hex(self) -> str:
        """The Ed25519 half in hex."""
        return self.sign.hex()

    def seal(self, secret: bytes) -> bytes:
        """Close `secret` so that only the private half opens it; 48 bytes longer."""
        return SealedBox(PublicKey(self.box)).encrypt(secret)

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Say whether the private half signed exactly this message."""
        return signed_by(self.sign, message, signature)


class PrivateKeys:
    """Both private halves. Only the 32-byte seed is ever kept; it never shows in a traceback."""

    __slots__ = ("_box", "_seed", "_sign", "public")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SEED_BYTES:
            raise ValueError("a seed has 32 bytes")
        self._seed = bytes(seed)
        self._box = PrivateKey(_grown(seed, _BOX))
        self._sign = SigningKey(_grown(seed, _SIGN))
        self.public = PublicKeys(bytes(self._box.public_key), bytes(self._sign.verify_key))

    @classmethod
    def random(cls) -> PrivateKeys:
        """New keys from the system's randomness."""
        return cls(random_bytes(SEED_BYTES))

    @property
    def seed(self) -> bytes:
        """The 32 bytes that both halves grow from: as secret as they are."""
        return self._seed

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature of `message`."""
        return self._sign.sign(message).signature

    def open(self, sealed: bytes) -> bytes:
        """Open what was sealed to `public`. Raises ValueError where it was not, or is damaged."""
        try:
            return SealedBox(self._box).decrypt(sealed)
        except (CryptoError, TypeError) as error:
            raise ValueError("not sealed to this key") from error

    def __repr__(self) -> str:
        return f"PrivateKeys(public={self.public.sign_hex[:8]}…)"


def signed_by(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the Ed25519 key `public` (32 bytes) signed `message`; malformed is False."""
    try:
        VerifyKey(public).verify(message, signature)
    except (CryptoError, ValueError):
        return False
    return True


def _grown(seed: bytes, purpose: bytes) -> bytes:
    """Two keys of one seed must not be the same bytes, nor tell of each other."""
    return hashlib.blake2b(b"", key=seed, person=purpose, digest_size=32).digest()
