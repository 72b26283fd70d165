"""A pass opens one enrolled laptop for one evening: its data key, sealed to its room key.

A trainer signs it. Whether the key in it is the right one, the laptop's own keyring proves. A pass
says nothing that can be read but ids made by chance, and when it begins and ends.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from trainer_app.domain.errors import (
    EveningOver,
    MalformedPass,
    NewerSchema,
    PassForAnother,
    WrongClock,
    WrongPass,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.room_key import RoomKey
from trainer_app.keys.slots import Slot

FORMAT = 1
MOST_BYTES = 16 * 1024
"""Of one pass, and of what a laptop says to get one."""
MOST_FILE_BYTES = 1024 * 1024
_MOST_PASSES = 500
_MOST_SLOTS = 200
_LONGEST = 36 * 60 * 60
"""Seconds that a pass may be good for, whatever it says of itself."""
_CLOCK_SLACK = 2 * 60 * 60
"""Seconds by which a laptop's clock may be behind the trainer's: some have the wrong zone."""
_LATEST = 4_102_444_800  # 2100-01-01
_PURPOSE = "trainer-app: this laptop is open tonight, 1"
_MARK = b"trainer centre"


@dataclass(frozen=True, slots=True)
class Pass:
    """What opens `laptop` from `made` until `until` (UTC seconds) for a session, if there is one.

    `centre` is the centre's mark (`mark_of`), `by` the trainer whose `signature` it carries,
    `sealed` the laptop's data key.
    """

    centre: str
    laptop: str
    session: str | None
    made: int
    until: int
    by: str
    sealed: bytes
    signature: bytes = b""

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values, bytes in hex."""
        return {**self._said(), "signature": self.signature.hex()}

    def as_bytes(self) -> bytes:
        """As it goes through the network; `read_pass` reads it."""
        return canonical(self.as_json())

    def signed(self, keys: PrivateKeys) -> Pass:
        """The same with the signature of the trainer `by`."""
        return replace(self, signature=keys.sign(self._statement()))

    def is_signed_by(self, public: PublicKeys) -> bool:
        """Whether the trainer with these keys signed exactly this."""
        return public.verify(self._statement(), self.signature)

    def _said(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "centre": self.centre,
            "laptop": self.laptop,
            "session": self.session,
            "made": self.made,
            "until": self.until,
            "by": self.by,
            "sealed": self.sealed.hex(),
        }

    def _statement(self) -> bytes:
        return canonical({"purpose": _PURPOSE, **self._said()})


def mark_of(centre: str) -> str:
    """What tells a centre's passes from another's and says nothing else; 32 hex digits."""
    digest = hashlib.blake2b(centre.encode("utf-8", "surrogatepass"), person=_MARK, digest_size=16)
    return digest.hexdigest()


def opened(one: Pass, room: RoomKey, keyring: Keyring, now: datetime) -> bytes:
    """Check a pass, open the keyring with what is in it, and return the data key.

    `now`: this laptop's time with its zone. Raises PassForAnother, EveningOver, WrongClock,
    WrongPass; the keyring stays closed then.
    """
    if one.centre != mark_of(keyring.centre) or one.laptop != room.laptop:
        raise PassForAnother
    check_time(one, now)
    if keyring.is_changing:
        raise WrongPass(reason="busy")
    _check_signer(one, keyring, now)
    try:
        data_key = room.keys.open(one.sealed)
    except ValueError:
        raise WrongPass(reason="used") from None
    if not keyring.open_with(data_key):
        raise WrongPass(reason="renewed")
    return data_key


def check_time(one: Pass, now: datetime) -> None:
    """Raise EveningOver or WrongClock unless it is the evening that a pass is for."""
    seconds = int(now.timestamp())
    if seconds < one.made - _CLOCK_SLACK:
        raise WrongClock
    if seconds >= min(one.until, one.made + _LONGEST):
        raise EveningOver


def _check_signer(one: Pass, keyring: Keyring, now: datetime) -> None:
    """A trainer of this laptop signed it; that her slot is genuine, the keyring's proof says."""
    slot = next((slot for slot in keyring.trainers if slot.id == one.by), None)
    if slot is None or (slot.until is not None and slot.until < now.date().isoformat()):
        raise WrongPass(reason="renewed")
    if not one.is_signed_by(slot.public):
        raise WrongPass(reason="forged")


# Reading what others wrote
def read_pass(data: bytes, file: str = "") -> Pass:
    """Read what `as_bytes` wrote. Raises MalformedPass, NewerSchema."""
    if len(data) > MOST_BYTES:
        raise MalformedPass(file=file)
    return _pass_of(_parsed(data, file), file)


def file_of(passes: Iterable[Pass]) -> bytes:
    """The passes of several laptops as one file."""
    return canonical({"format": FORMAT, "passes": [one.as_json() for one in passes]})


def read_file(data: bytes, file: str = "") -> tuple[Pass, ...]:
    """Read what `file_of` wrote. Raises MalformedPass, NewerSchema."""
    if len(data) > MOST_FILE_BYTES:
        raise MalformedPass(file=file)
    said = _parsed(data, file)
    _check_format(said, file)
    listed = said.get("passes")
    if not isinstance(listed, list) or len(listed) > _MOST_PASSES:
        raise MalformedPass(file=file)
    return tuple(_pass_of(one, file) for one in listed)


def lodged_text(slots: Iterable[Slot]) -> str:
    """A laptop's data key as each trainer of `slots` can open it: ids to hex, as JSON."""
    return canonical(
        {slot.id: slot.sealed.hex() for slot in slots if slot.kind != "recovery"}
    ).decode()


def read_lodged(text: str | bytes) -> dict[str, bytes]:
    """Read what `lodged_text` wrote. Raises MalformedPass."""
    if len(text) > MOST_BYTES * 4:
        raise MalformedPass(file="")
    said = _parsed(text, "")
    if len(said) > _MOST_SLOTS:
        raise MalformedPass(file="")
    return {id: _bytes(sealed, "") for id, sealed in said.items()}


def _pass_of(said: object, file: str) -> Pass:
    if not isinstance(said, dict):
        raise MalformedPass(file=file)
    _check_format(said, file)
    session = said.get("session")
    found = Pass(
        centre=_id(said, "centre", file),
        laptop=_id(said, "laptop", file),
        session=None if session is None else _id(said, "session", file),
        made=_moment(said, "made", file),
        until=_moment(said, "until", file),
        by=_id(said, "by", file),
        sealed=_bytes(said.get("sealed"), file),
        signature=_bytes(said.get("signature"), file),
    )
    if found.until <= found.made:
        raise MalformedPass(file=file)
    return found


def _parsed(data: str | bytes, file: str) -> dict[str, Any]:
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise MalformedPass(file=file) from None
    if not isinstance(said, dict):
        raise MalformedPass(file=file)
    return said


def _check_format(said: Mapping[str, Any], file: str) -> None:
    found = said.get("format")
    if type(found) is not int or not 1 <= found < _LATEST:
        raise MalformedPass(file=file)
    if found > FORMAT:
        raise NewerSchema(file=file, found=found, known=FORMAT)


def _id(said: Mapping[str, Any], name: str, file: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not 1 <= len(found) <= 64 or not found.isascii():
        raise MalformedPass(file=file)
    return found


def _moment(said: Mapping[str, Any], name: str, file: str) -> int:
    found = said.get(name)
    if type(found) is not int or not 0 <= found < _LATEST:
        raise MalformedPass(file=file)
    return found


def _bytes(found: object, file: str) -> bytes:
    """At most a few hundred: a sealed key has 80, a signature 64."""
    if not isinstance(found, str) or len(found) > 512:
        raise MalformedPass(file=file)
    try:
        return bytes.fromhex(found)
    except ValueError:
        raise MalformedPass(file=file) from None
