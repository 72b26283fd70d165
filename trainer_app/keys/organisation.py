"""An organisation's key: centres seal news to its public half, a passphrase closes the rest."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import NotAnOrganisationKey, UnreadableFile
from trainer_app.domain.events import canonical
from trainer_app.keys.durable import write_whole
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.wrapping import STANDARD, Cost, Wrapped, unwrap, wrap

PUBLIC_SUFFIX = ".public"
_FORMAT = 1
_LARGEST = 8 * 2**10
_PRIVATE, _PUBLIC = "trainer-app organisation key", "trainer-app organisation"
_NAME_LETTERS = 120
_SIGNS = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as centres know it: what it calls itself, and its public halves."""

    name: str
    public: PublicKeys

    @property
    def fingerprint(self) -> str:
        """What two people compare by telephone."""
        return fingerprint(self.public.box + self.public.sign)

    def write(self, file: Path) -> None:
        """Write what centres get. Raises DiskFull, ReadOnly, DiskFails."""
        write_whole(file, canonical({**self._as_json(), "what": _PUBLIC}) + b"\n")

    @classmethod
    def read(cls, file: Path) -> Organisation:
        """Read a public file. Raises UnreadableFile, NotAnOrganisationKey."""
        return _public(_fields(file, _PUBLIC), file)

    def _as_json(self) -> dict[str, object]:
        return {
            "format": _FORMAT,
            "name": self.name,
            "box_key": self.public.box_hex,
            "sign_key": self.public.sign_hex,
        }


def make_key(file: Path, name: str, passphrase: str, cost: Cost = STANDARD) -> Organisation:
    """Make a key pair: `file` is closed with the passphrase, `file`.public is for the centres.

    Raises EmptyField, DiskFull, ReadOnly, DiskFails. The caller sees that no key is written over.
    """
    keys = PrivateKeys.random()
    made = Organisation(_SIGNS.sub(" ", name).strip()[:_NAME_LETTERS], keys.public)
    wrapped = wrap(passphrase, keys.seed, cost)
    closed = {**made._as_json(), "what": _PRIVATE, "wrapped": wrapped.as_json()}
    write_whole(file, canonical(closed) + b"\n")
    made.write(public_file(file))
    return made


def open_key(file: Path, passphrase: str) -> tuple[Organisation, PrivateKeys]:
    """Open an organisation's key. Raises UnreadableFile, NotAnOrganisationKey, WrongPassphrase."""
    fields = _fields(file, _PRIVATE)
    organisation = _public(fields, file)
    try:
        wrapped = Wrapped.from_json(fields["wrapped"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotAnOrganisationKey(file=file.name) from None
    keys = PrivateKeys(unwrap(passphrase, wrapped))
    if keys.public != organisation.public:
        raise NotAnOrganisationKey(file=file.name)
    return organisation, keys


def public_file(file: Path) -> Path:
    """Where the public half of a key lies: beside it."""
    return file.with_name(f"{file.name}{PUBLIC_SUFFIX}")


def fingerprint(public: bytes) -> str:
    """Eighty bits of a public key as five groups of four signs, to read out."""
    letters = hashlib.blake2b(public, digest_size=10, person=b"fingerprint").hexdigest()
    return " ".join(letters[at : at + 4] for at in range(0, 20, 4))


def _fields(file: Path, what: str) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            fields = json.loads(opened.read(_LARGEST).decode())
    except OSError:
        raise UnreadableFile(file=file.name) from None
    except (ValueError, RecursionError):
        raise NotAnOrganisationKey(file=file.name) from None
    if not isinstance(fields, dict) or (fields.get("what"), fields.get("format")) != (
        what,
        _FORMAT,
    ):
        raise NotAnOrganisationKey(file=file.name)
    return fields


def _public(fields: dict[str, Any], file: Path) -> Organisation:
    try:
        public = PublicKeys.from_hex(fields["box_key"], fields["sign_key"])
        return Organisation(_SIGNS.sub(" ", str(fields["name"]))[:_NAME_LETTERS], public)
    except (KeyError, TypeError, ValueError):
        raise NotAnOrganisationKey(file=file.name) from None
