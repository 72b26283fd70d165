"""The small file beside the store that says who can open this laptop, kept in two copies.

It holds nothing that opens without a passphrase or the code, and no name: slots show pictures.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace
from pathlib import Path

from trainer_app.domain.errors import (
    KeyringDamaged,
    NotAllowed,
    UnknownThing,
    WrongRecoveryCode,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring_file import FILE, FILES, Content, read_copies, write_copies
from trainer_app.keys.recovery import keys_of
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import STANDARD, Cost, Wrapped, unwrap, wrap

DATA_KEY_BYTES = 32
RECOVERY = "recovery"
_PROOF = b"trainer keyring"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a passphrase or code opened. `trainer` is None where the recovery code did."""

    trainer: str | None
    private_keys: PrivateKeys = field(repr=False)
    data_key: bytes = field(repr=False)


class Keyring:
    """The ways into one laptop. Changes stay in memory until `save`.

    Slots are added only while it is open: after `create`, `unlock` or `recover`, until `close`.
    A proof keyed with the data key covers every slot's public halves, so that nobody who only
    reached the file can slip in keys of their own to which the next data key would be sealed.
    """

    def __init__(self, centre: str, slots: tuple[Slot, ...], proof: bytes) -> None:
        self.centre = centre
        self.slots = slots
        self.to_mend: tuple[str, ...] = ()
        """File names of copies that were missing, damaged or behind at `load`; saving mends."""
        self._proof = proof
        self._data_key: bytes | None = None

    @classmethod
    def create(cls, centre: str, data_key: bytes) -> Keyring:
        """Make an open keyring without slots. `data_key`: the store's 32 random bytes."""
        if len(data_key) != DATA_KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        keyring = cls(centre, (), _proof(data_key, centre, ()))
        keyring._data_key = data_key
        return keyring

    @classmethod
    def load(cls, folder: Path) -> Keyring:
        """Read the first whole copy, closed. Raises KeyringDamaged, or NewerSchema."""
        content, to_mend = read_copies(folder)
        keyring = cls(content.centre, content.slots, content.proof)
        keyring.to_mend = to_mend
        return keyring

    @staticmethod
    def stands_in(folder: Path) -> bool:
        """Say whether the folder holds any copy, whole or not."""
        return any((folder / name).exists() for name in FILES)

    def save(self, folder: Path) -> None:
        """Write both copies whole. Raises DiskFull or ReadOnly; one copy is whole even then."""
        write_copies(folder, Content(self.centre, self.slots, self._proof))
        self.to_mend = ()

    @property
    def trainers(self) -> tuple[Slot, ...]:
        """The slots to choose from on screen, in the order they were added."""
        return tuple(slot for slot in self.slots if slot.kind == "trainer")

    @property
    def is_open(self) -> bool:
        """Whether slots can be added now."""
        return self._data_key is not None

    def close(self) -> None:
        """Forget the data key."""
        self._data_key = None

    def add_trainer(
        self,
        picture: str,
        private_keys: PrivateKeys,
        passphrase: str,
        *,
        id: str,
        cost: Cost = STANDARD,
    ) -> Slot:
        """Let a trainer in; their id is the slot's, the same on every laptop of the centre.

        A slot of that id is replaced: so a trainer who forgot gets new keys and a new passphrase
        after recovery. Raises NotAllowed while closed, EmptyField without a passphrase.
        """
        if id == RECOVERY:
            raise ValueError("this id is the recovery code's")
        wrapped = wrap(passphrase, private_keys.seed, cost)
        return self._put(id, picture, private_keys, wrapped)

    def add_recovery(self, code: str) -> Slot:
        """Let the recovery code in; an earlier code opens this keyring no more.

        Raises NotAllowed while closed, WrongRecoveryCode where the code fails its check.
        """
        return self._put(RECOVERY, None, keys_of(code), None)

    def unlock(self, slot_id: str, passphrase: str) -> Unlocked:
        """Open with a trainer's passphrase, in about a quarter of a second.

        Raises WrongPassphrase, UnknownThing (no such trainer), KeyringDamaged (tampered with).
        """
        slot, wrapped = self._trainer(slot_id)
        try:
            private_keys = PrivateKeys(unwrap(passphrase, wrapped))
        except ValueError:
            raise KeyringDamaged(file=FILE) from None
        return Unlocked(slot.id, private_keys, self._opened(slot, private_keys))

    def recover(self, code: str) -> Unlocked:
        """Open with the recovery code. Raises WrongRecoveryCode or KeyringDamaged."""
        private_keys = keys_of(code)
        for slot in self.slots:
            if slot.kind == "recovery" and slot.public == private_keys.public:
                return Unlocked(None, private_keys, self._opened(slot, private_keys))
        raise WrongRecoveryCode

    def change_passphrase(self, slot_id: str, old: str, new: str, *, cost: Cost = STANDARD) -> None:
        """Wrap the same keys with another passphrase. Copies kept from before open with the old.

        Raises WrongPassphrase, UnknownThing, EmptyField.
        """
        slot, wrapped = self._trainer(slot_id)
        changed = replace(slot, wrapped=wrap(new, unwrap(old, wrapped), cost))
        self.slots = tuple(changed if one.id == slot_id else one for one in self.slots)

    def _trainer(self, slot_id: str) -> tuple[Slot, Wrapped]:
        for slot in self.slots:
            if slot.id == slot_id and slot.wrapped is not None:
                return slot, slot.wrapped
        raise UnknownThing(what="trainer", id=slot_id)

    def _put(
        self, id: str, picture: str | None, private_keys: PrivateKeys, wrapped: Wrapped | None
    ) -> Slot:
        if self._data_key is None:
            raise NotAllowed
        public = private_keys.public
        slot = Slot(
            id=id,
            kind="trainer" if wrapped else "recovery",
            picture=picture,
            public=public,
            sealed=public.seal(self._data_key),
            wrapped=wrapped,
        )
        self.slots = (*(one for one in self.slots if one.id != id), slot)
        self._proof = _proof(self._data_key, self.centre, self.slots)
        return slot

    def _opened(self, slot: Slot, private_keys: PrivateKeys) -> bytes:
        """The data key, once the keys and every slot are known to be the ones put there."""
        try:
            data_key = private_keys.open(slot.sealed)
            expected = _proof(data_key, self.centre, self.slots)
        except ValueError:
            raise KeyringDamaged(file=FILE) from None
        if private_keys.public != slot.public or not hmac.compare_digest(expected, self._proof):
            raise KeyringDamaged(file=FILE)
        self._data_key = data_key
        return data_key


def _proof(data_key: bytes, centre: str, slots: tuple[Slot, ...]) -> bytes:
    said = canonical({"centre": centre, "slots": [slot.identity() for slot in slots]})
    return hashlib.blake2b(said, key=data_key, person=_PROOF, digest_size=32).digest()
