"""The laptop's own key: it signs the head of its chain, so that nobody forges or reorders it."""

from __future__ import annotations

from nacl.signing import SigningKey
from nacl.utils import random as random_bytes

from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import SEED_BYTES, signed_by

_PURPOSE = "trainer-app: this is the head of my chain, 1"


class LaptopKey:
    """An Ed25519 key made on the laptop; its 32-byte seed is kept inside the encrypted store."""

    __slots__ = ("_key", "public", "seed")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SEED_BYTES:
            raise ValueError("a seed has 32 bytes")
        self.seed = bytes(seed)
        self._key = SigningKey(seed)
        self.public = bytes(self._key.verify_key)

    @classmethod
    def random(cls) -> LaptopKey:
        """A new key from the system's randomness."""
        return cls(random_bytes(SEED_BYTES))

    def sign_head(self, device: str, seq: int, head: str) -> str:
        """Sign the newest header: its device id, sequence and hash. Returns hex."""
        return self._key.sign(_statement(device, seq, head)).signature.hex()

    def sign(self, statement: bytes) -> bytes:
        """Sign what names its own purpose; 64 bytes."""
        return bytes(self._key.sign(statement).signature)

    def __repr__(self) -> str:
        return f"LaptopKey(public={self.public.hex()[:8]}…)"


def verify_head(public: bytes, device: str, seq: int, head: str, signature: str) -> bool:
    """Say whether the laptop with this 32-byte public key signed this head."""
    try:
        signed = bytes.fromhex(signature)
    except ValueError:
        return False
    return signed_by(public, _statement(device, seq, head), signed)


def _statement(device: str, seq: int, head: str) -> bytes:
    return canonical({"purpose": _PURPOSE, "device": device, "seq": seq, "hash": head})
