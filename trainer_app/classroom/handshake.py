"""What both ends of a connection prove to each other, bound to this one connection.

A transcript stands for it: SHA-256 of the purpose, the server's certificate and both hellos, which
hold versions, role and two nonces. Whoever sits between two laptops shows another certificate, so
that no proof fits on both sides. Nothing here reads or writes a socket.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import unicodedata
from dataclasses import dataclass
from typing import Literal

from argon2.low_level import Type, hash_secret_raw

from trainer_app.classroom.frames import Malformed
from trainer_app.classroom.messages import Role

VERSION = 1
"""Of the room's language. A hello also says the oldest one that its writer still speaks."""

NONCE_BYTES = 32
CODE_DIGITS = 20
Side = Literal["laptop", "host"]

_HELLO = struct.Struct(f">HHB{NONCE_BYTES}s")
_ROLES: dict[int, Role] = {1: "ours", 2: "closed", 3: "guest"}
_NUMBERS = {role: number for number, role in _ROLES.items()}
_PURPOSE = b"trainer-app: into the room, 1"
_SIGNING = b"trainer-app: this laptop is in the room, 1"
# 66 bits need little help, and an old laptop has little patience: 6 ms on a two-core machine.
_MEMORY_KIB, _PASSES = 8 * 1024, 1


@dataclass(frozen=True, slots=True)
class Hello:
    """The first words of each end; the host repeats the role that it was asked for."""

    role: Role
    nonce: bytes
    version: int = VERSION
    oldest: int = VERSION

    @classmethod
    def new(cls, role: Role) -> Hello:
        """A hello with a nonce of its own."""
        return cls(role, os.urandom(NONCE_BYTES))

    def as_bytes(self) -> bytes:
        """As it travels."""
        return _HELLO.pack(self.version, self.oldest, _NUMBERS[self.role], self.nonce)

    @classmethod
    def read(cls, payload: bytes) -> Hello:
        """Read it; newer versions may say more behind it. Raises Malformed."""
        if len(payload) < _HELLO.size:
            raise Malformed
        version, oldest, role, nonce = _HELLO.unpack_from(payload)
        if role not in _ROLES or not 1 <= oldest <= version:
            raise Malformed
        return cls(_ROLES[role], nonce, version, oldest)


def transcript(certificate: bytes, laptop: bytes, host: bytes) -> bytes:
    """32 bytes that stand for this connection: its certificate (DER) and both hellos."""
    digest = hashlib.sha256(_PURPOSE)
    for part in (certificate, laptop, host):
        digest.update(len(part).to_bytes(4, "big") + part)
    return digest.digest()


def centre_secret(centre: str) -> bytes | None:
    """What laptops of a centre know of each other: its id, which no stranger is told."""
    return hashlib.sha512(_PURPOSE + b" centre " + centre.encode()).digest() if centre else None


def digits(code: str) -> str:
    """The decimal digits of a typed code, whatever script and gaps it was written with."""
    return "".join(
        str(unicodedata.decimal(sign))
        for sign in code
        if unicodedata.decimal(sign, None) is not None
    )


def code_secret(code: str, certificate: bytes) -> bytes | None:
    """What a room code becomes, for this opening alone; None where the code is not whole."""
    typed = digits(code)
    if len(typed) != CODE_DIGITS:
        return None
    return hash_secret_raw(
        typed.encode(),
        hashlib.sha256(_PURPOSE + certificate).digest(),
        time_cost=_PASSES,
        memory_cost=_MEMORY_KIB,
        parallelism=1,
        hash_len=64,
        type=Type.ID,
    )


def proof(secret: bytes, side: Side, bound: bytes) -> bytes:
    """HMAC-BLAKE2b: this end knows the secret, in the connection whose transcript is `bound`."""
    return hmac.digest(secret, side.encode() + b" " + bound, hashlib.blake2b)


def proven(secret: bytes | None, side: Side, bound: bytes, shown: bytes) -> bool:
    """Say whether `shown` is the other end's proof; always False without a secret."""
    return secret is not None and hmac.compare_digest(proof(secret, side, bound), shown)


def statement(side: Side, bound: bytes) -> bytes:
    """What a laptop signs with its key to say that it is this end of this connection."""
    return _SIGNING + b" " + side.encode() + b" " + bound
