"""What a lesson pack offers, and who says so: what a trainer sees before she takes it in."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from trainer_app.bundles.packs.label import Kind, Label
from trainer_app.services.admitting import signed_events, trust_of
from trainer_app.services.door import Door
from trainer_app.store import vouching

if TYPE_CHECKING:
    from trainer_app.bundles.packs.examining import Examined
    from trainer_app.content.rules.table import Finding

Standing = Literal["new", "newer", "same", "older"]
"""Against what is here of the same author; only new and newer ones can be taken in."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose key signed a pack.

    `name`: of a trainer of this centre, or "" for somebody whom nobody here knows. `code` is
    short, of the key alone: two people can read it to each other.
    """

    name: str
    code: str
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that may be taken in. `version` is the pack's, `here` what is here of it (0: none).

    `examined`: its files, pictures written anew, its languages, and what is not in style.
    `edited_here`: what it would replace was worked on here and never shared like that.
    """

    file: str
    label: Label
    signer: Signer
    standing: Standing
    here: int
    examined: Examined = field(repr=False)
    edited_here: bool = False

    @property
    def kind(self) -> Kind:
        """Whether it is a lesson or a translation of one."""
        return self.label.kind

    @property
    def lesson(self) -> str:
        """The lesson's id."""
        return self.label.lesson

    @property
    def title(self) -> str:
        """What its author calls it, as plain words."""
        return self.label.title

    @property
    def version(self) -> int:
        """Raised by its author with each change that was shared."""
        return self.label.version

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it can be taught in."""
        return self.examined.languages

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is not in style."""
        return self.examined.findings

    @property
    def can_be_taken(self) -> bool:
        """Whether it brings anything that is not here."""
        return self.standing in ("new", "newer")


class Signers:
    """The trainers of an open centre by their keys."""

    def __init__(self, door: Door) -> None:
        store = door.ledger.store
        self._me = door.ledger.trainer
        self._names = vouching.trainer_names(store)
        gone = vouching.removed_trainers(store).keys()
        trusted = trust_of(door.ledger, door.keyring).trainers
        self._trusted = {who: trusted[who] for who in trusted.keys() & self._names.keys() - gone}
        # With the keys that they had before: whoever forgot a passphrase got new ones.
        self._ever: dict[str, set[str]] = {}
        for event in signed_events(door.ledger):
            if event.header.kind == "trainer-added" and event.header.subject:
                keys = self._ever.setdefault(event.header.subject, set())
                keys.add(str(event.words.get("sign_key", "")))

    def signer(self, key: str) -> Signer:
        """Who holds this key, in hex."""
        who = next((each for each, keys in self._trusted.items() if key in keys), None)
        name = self._names[who] if who else ""
        return Signer(name, code_of(key), is_me=who is not None and who == self._me)

    def are_one(self, key: str, other: str) -> bool:
        """Whether two keys are of one person, as far as this centre knows."""
        return key == other or any({key, other} <= keys for keys in self._ever.values())


def code_of(key: str) -> str:
    """A short code of a public key in hex: twelve letters and digits, such as `K7QM-2XHD-9RTW`."""
    letters = base64.b32encode(hashlib.sha256(bytes.fromhex(key)).digest()).decode()
    return "-".join(letters[at : at + 4] for at in (0, 4, 8))
