"""The file that another laptop joins a centre with: it takes the code and a trainer's passphrase.

One line says what it is, a line of JSON the version and the sum, then comes the outer layer. The
code closes that: 110 random bits, told apart from the file. In it lie the trainers' slots and the
content under a key of its own, which is sealed to each trainer. A recovery code opens no
invitation, though both are written alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from nacl.utils import random as random_bytes

from trainer_app.domain.errors import (
    NewerSchema,
    UnknownThing,
    UnreadableInvitation,
    WrongInvitationCode,
    WrongRecoveryCode,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.recovery import grown
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import unwrap

VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
"""Of the whole file; what a new laptop needs to begin is some kilobytes."""
_MAGIC = b"trainer-app invitation\n"
_MOST_HEAD = 1024
_MOST_SLOTS = 200
_PURPOSE = b"trainer-app join"
_INNER = b"trainer-app invitation, inner layer"


def seal_invitation(content: bytes, code: str, slots: Sequence[Slot]) -> bytes:
    """Close `content` for whoever has the code and is one of the trainers among `slots`.

    Substitutes and the recovery code cannot bring in a laptop; their slots are left out. `code`
    is made by `recovery.new_code`. Raises WrongInvitationCode where it fails its check.
    """
    key = random_bytes(Aead.KEY_SIZE)
    trainers = [
        replace(slot, sealed=slot.public.seal(key), before=None).as_json()
        for slot in slots
        if slot.kind == "trainer"
    ]
    inner = bytes(Aead(key).encrypt(content, _INNER))
    plain = canonical({"slots": trainers}) + b"\n" + inner
    nonce = random_bytes(Aead.NONCE_SIZE)
    outer = bytes(_box(code).encrypt(plain, _MAGIC, nonce))
    sealed = _MAGIC + _head(outer) + b"\n" + outer
    if len(sealed) > MOST_BYTES:
        raise ValueError("more than an invitation can hold")
    return sealed


@dataclass(frozen=True, slots=True)
class OpenedInvitation:
    """What the code opened: who may go on. The content still takes a trainer's passphrase."""

    slots: tuple[Slot, ...]
    _inner: bytes
    _file: str

    def unlock(self, slot_id: str, passphrase: str) -> tuple[PrivateKeys, bytes]:
        """Return the trainer's keys and the content.

        Raises WrongPassphrase, UnknownThing (no such trainer), UnreadableInvitation (changed by
        somebody who has the code).
        """
        for slot in self.slots:
            if slot.id == slot_id and slot.wrapped is not None:
                seed = unwrap(passphrase, slot.wrapped)
                return self._opened(slot, seed)
        raise UnknownThing(what="trainer", id=slot_id)

    def _opened(self, slot: Slot, seed: bytes) -> tuple[PrivateKeys, bytes]:
        try:
            keys = PrivateKeys(seed)
            if keys.public != slot.public:
                raise ValueError("halves that do not belong together")
            return keys, bytes(Aead(keys.open(slot.sealed)).decrypt(self._inner, _INNER))
        except (CryptoError, ValueError, TypeError):
            raise UnreadableInvitation(file=self._file) from None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A whole file that says it is an invitation; nothing of it is known without the code."""

    _outer: bytes
    _file: str

    @classmethod
    def read(cls, data: bytes, file: str = "") -> Invitation:
        """Look at a file's bytes. `file`: its name, for the error.

        Raises UnreadableInvitation where it is none or not whole, NewerSchema.
        """
        if not data.startswith(_MAGIC) or len(data) > MOST_BYTES:
            raise UnreadableInvitation(file=file)
        line, end, outer = data[len(_MAGIC) :].partition(b"\n")
        if not end or len(line) > _MOST_HEAD:
            raise UnreadableInvitation(file=file)
        head = _mapping(line, file)
        version = head.get("version")
        if type(version) is not int or version < 1:
            raise UnreadableInvitation(file=file)
        if version > VERSION:
            raise NewerSchema(file=file, found=version, known=VERSION)
        if line != _head(outer):
            raise UnreadableInvitation(file=file)
        return cls(outer, file)

    def open(self, code: str) -> OpenedInvitation:
        """Open the outer layer. Raises WrongInvitationCode, or UnreadableInvitation."""
        try:
            plain = bytes(_box(code).decrypt(self._outer, _MAGIC))
        except (CryptoError, ValueError, TypeError):
            raise WrongInvitationCode from None
        line, _, inner = plain.partition(b"\n")
        try:
            listed = _mapping(line, self._file)["slots"]
            slots = tuple(Slot.from_json(slot) for slot in listed[:_MOST_SLOTS])
        except (KeyError, TypeError, ValueError, AttributeError):
            raise UnreadableInvitation(file=self._file) from None
        if not slots or any(slot.kind != "trainer" for slot in slots):
            raise UnreadableInvitation(file=self._file)
        return OpenedInvitation(slots, inner, self._file)


def _box(code: str) -> Aead:
    try:
        return Aead(grown(code, _PURPOSE))
    except WrongRecoveryCode:
        raise WrongInvitationCode from None


def _mapping(line: bytes, file: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableInvitation(file=file) from None
    if not isinstance(found, dict):
        raise UnreadableInvitation(file=file)
    return found


def _head(outer: bytes) -> bytes:
    """The sum tells a damaged file from a wrong code; it is no secret."""
    return canonical({"version": VERSION, "sha256": hashlib.sha256(outer).hexdigest()})
