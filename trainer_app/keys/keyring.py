"""The small file beside the store that says who can open this laptop, kept in two copies.

It holds nothing that opens without a passphrase or the code, and no name: slots show pictures.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from trainer_app.domain.errors import (
    DiskFull,
    KeyringDamaged,
    LastTrainer,
    NotAllowed,
    UnknownThing,
    WrongRecoveryCode,
)
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.keyring_file import FILE, FILES, Content, read_copies, write_copies
from trainer_app.keys.recovery import keys_of
from trainer_app.keys.slots import Slot
from trainer_app.keys.wrapping import STANDARD, Cost, Wrapped, unwrap, wrap

DATA_KEY_BYTES = 32
RECOVERY = "recovery"
_PROOF = b"trainer keyring"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a passphrase or code opened. `trainer` is None where the recovery code did.

    `data_key_before` is there while the data key is being renewed: the store has one of the two.
    """

    trainer: str | None
    private_keys: PrivateKeys = field(repr=False)
    data_key: bytes = field(repr=False)
    data_key_before: bytes | None = field(default=None, repr=False)
    substitute: bool = False
    until: str | None = None

    def has_ended(self, today: date) -> bool:
        """Whether a substitute's pass is over; its last day still counts."""
        return self.until is not None and today.isoformat() > self.until


class Keyring:
    """The ways into one laptop. Changes stay in memory until `save`.

    Slots change only while it is open: after `create`, `unlock` or `recover`, until `close`.
    A proof keyed with the data key covers every slot's public halves, so that nobody who only
    reached the file can slip in keys of their own to which the next data key would be sealed.
    """

    def __init__(self, content: Content) -> None:
        self.centre = content.centre
        self.slots = content.slots
        self.to_mend: tuple[str, ...] = ()
        """File names of copies that were missing, damaged or behind at `load`; saving mends."""
        self._proof = content.proof
        self._proof_before = content.proof_before
        self._data_key: bytes | None = None
        self._key_before: bytes | None = None

    @classmethod
    def create(cls, centre: str, data_key: bytes) -> Keyring:
        """Make an open keyring without slots. `data_key`: the store's 32 random bytes."""
        if len(data_key) != DATA_KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        keyring = cls(Content(centre, (), _proof(data_key, centre, ())))
        keyring._data_key = data_key
        return keyring

    @classmethod
    def load(cls, folder: Path) -> Keyring:
        """Read the first whole copy, closed. Raises KeyringDamaged, or NewerSchema."""
        content, to_mend = read_copies(folder)
        keyring = cls(content)
        keyring.to_mend = to_mend
        return keyring

    @staticmethod
    def stands_in(folder: Path) -> bool:
        """Say whether the folder holds any copy, whole or not."""
        return any((folder / name).exists() for name in FILES)

    def save(self, folder: Path) -> None:
        """Write both copies whole. Raises DiskFull or ReadOnly; one copy is whole even then."""
        content = Content(self.centre, self.slots, self._proof, self._proof_before)
        write_copies(folder, content)
        self.to_mend = ()

    @property
    def trainers(self) -> tuple[Slot, ...]:
        """The slots to choose from on screen, substitutes too, in the order they were added."""
        return tuple(slot for slot in self.slots if slot.kind != "recovery")

    @property
    def recovery(self) -> PublicKeys | None:
        """The public halves of the recovery code that opens this laptop."""
        return next((slot.public for slot in self.slots if slot.kind == "recovery"), None)

    @property
    def is_open(self) -> bool:
        """Whether slots can be changed now."""
        return self._data_key is not None

    @property
    def is_changing(self) -> bool:
        """Whether the data key is being renewed: each slot opens the old one as well."""
        return self._proof_before is not None

    def close(self) -> None:
        """Forget the data key."""
        self._data_key = self._key_before = None

    def add_trainer(
        self,
        picture: str,
        private_keys: PrivateKeys,
        passphrase: str,
        *,
        id: str,
        until: str | None = None,
        cost: Cost = STANDARD,
    ) -> Slot:
        """Let a trainer in, or a substitute where `until` (ISO date) names the last day.

        Their id is the slot's, the same on every laptop of the centre. A slot of that id is
        replaced: so a trainer who forgot gets new keys and a new passphrase after recovery.
        Raises NotAllowed while closed, EmptyField without a passphrase.
        """
        wrapped = wrap(passphrase, private_keys.seed, cost)
        return self.put_trainer(id, picture, private_keys.public, wrapped, until=until)

    def put_trainer(
        self,
        id: str,
        picture: str,
        public: PublicKeys,
        wrapped: Wrapped,
        *,
        until: str | None = None,
    ) -> Slot:
        """Let in a trainer who chose a passphrase on another laptop; replaces a slot of that id.

        Raises NotAllowed while closed.
        """
        if id == RECOVERY:
            raise ValueError("this id is the recovery code's")
        kind = "trainer" if until is None else "substitute"
        slot = Slot(id, kind, picture, public, b"", wrapped, until)  # type: ignore[arg-type]
        return self._put(slot)

    def add_recovery(self, code: str) -> Slot:
        """Let the recovery code in; an earlier code opens this keyring no more.

        Raises NotAllowed while closed, WrongRecoveryCode where the code fails its check.
        """
        return self.put_recovery(keys_of(code).public)

    def put_recovery(self, public: PublicKeys) -> Slot:
        """Let in a recovery code made on another laptop. Raises NotAllowed while closed."""
        return self._put(Slot(RECOVERY, "recovery", None, public, b"", None))

    def remove(self, id: str) -> None:
        """Take out a trainer's slot. She still knows the data key: renew it after this.

        Raises NotAllowed while closed, UnknownThing, and LastTrainer where only substitutes
        would be left.
        """
        self._key()
        self._trainer(id)
        left = tuple(slot for slot in self.slots if slot.id != id)
        if not any(slot.kind == "trainer" for slot in left):
            raise LastTrainer
        self._set(left)

    def renewed(self, data_key: bytes) -> Keyring:
        """The same slots with a new data key and still the old one, open, until `settle`.

        Only public halves are needed. Raises NotAllowed while closed, and DiskFull where the last
        renewal could not be finished: nothing else leaves an open keyring with two keys.
        """
        key = self._key()
        if self.is_changing:
            raise DiskFull(file=FILE)
        keyring = Keyring.create(self.centre, data_key)
        keyring._key_before = key
        keyring._set(
            tuple(
                replace(slot, sealed=slot.public.seal(data_key), before=slot.sealed)
                for slot in self.slots
            )
        )
        return keyring

    @contextlib.contextmanager
    def undone_on_error(self) -> Iterator[None]:
        """Put the slots back as they were where something that belongs to a change fails."""
        before = self.slots, self._proof, self._proof_before
        try:
            yield
        except BaseException:
            self.slots, self._proof, self._proof_before = before
            raise

    def settle(self) -> None:
        """The store has the new data key: forget the old one."""
        self.slots = tuple(replace(slot, before=None) for slot in self.slots)
        self._proof_before = self._key_before = None

    def unlock(self, slot_id: str, passphrase: str) -> Unlocked:
        """Open with a trainer's passphrase, in about a quarter of a second.

        Raises WrongPassphrase, UnknownThing (no such trainer), KeyringDamaged (tampered with).
        """
        slot, wrapped = self._trainer(slot_id)
        try:
            private_keys = PrivateKeys(unwrap(passphrase, wrapped))
        except ValueError:
            raise KeyringDamaged(file=FILE) from None
        return self._opened(slot, private_keys)

    def recover(self, code: str) -> Unlocked:
        """Open with the recovery code. Raises WrongRecoveryCode or KeyringDamaged."""
        private_keys = keys_of(code)
        for slot in self.slots:
            if slot.kind == "recovery" and slot.public == private_keys.public:
                return self._opened(slot, private_keys)
        raise WrongRecoveryCode

    def open_with(self, data_key: bytes) -> bool:
        """Open with the data key itself, as an evening pass brings it; False where it is wrong.

        It opens nothing where the keyring was tampered with, nor while the key is being renewed.
        """
        if self.is_changing or len(data_key) != DATA_KEY_BYTES:
            return False
        if not hmac.compare_digest(_proof(data_key, self.centre, self.slots), self._proof):
            return False
        self._data_key = data_key
        return True

    def change_passphrase(self, slot_id: str, old: str, new: str, *, cost: Cost = STANDARD) -> Slot:
        """Wrap the same keys with another passphrase. Copies kept from before open with the old.

        Raises WrongPassphrase, UnknownThing, EmptyField.
        """
        slot, wrapped = self._trainer(slot_id)
        changed = replace(slot, wrapped=wrap(new, unwrap(old, wrapped), cost))
        self.slots = tuple(changed if one.id == slot_id else one for one in self.slots)
        return changed

    def _trainer(self, slot_id: str) -> tuple[Slot, Wrapped]:
        for slot in self.slots:
            if slot.id == slot_id and slot.wrapped is not None:
                return slot, slot.wrapped
        raise UnknownThing(what="trainer", id=slot_id)

    def _key(self) -> bytes:
        if self._data_key is None:
            raise NotAllowed
        return self._data_key

    def _put(self, slot: Slot) -> Slot:
        before = None if self._key_before is None else slot.public.seal(self._key_before)
        slot = replace(slot, sealed=slot.public.seal(self._key()), before=before)
        self._set((*(one for one in self.slots if one.id != slot.id), slot))
        return slot

    def _set(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots
        self._proof = _proof(self._key(), self.centre, slots)
        if self._key_before is not None:
            self._proof_before = _proof(self._key_before, self.centre, slots)

    def _opened(self, slot: Slot, private_keys: PrivateKeys) -> Unlocked:
        """What the slot opens, once the keys and every slot are known to be the ones put there."""
        if private_keys.public != slot.public:
            raise KeyringDamaged(file=FILE)
        data_key = self._proven(private_keys, slot.sealed, self._proof)
        before = None
        if slot.before is not None and self._proof_before is not None:
            before = self._proven(private_keys, slot.before, self._proof_before)
        self._data_key, self._key_before = data_key, before
        trainer = None if slot.kind == "recovery" else slot.id
        is_substitute = slot.kind == "substitute"
        return Unlocked(trainer, private_keys, data_key, before, is_substitute, slot.until)

    def _proven(self, private_keys: PrivateKeys, sealed: bytes, proof: bytes) -> bytes:
        try:
            data_key = private_keys.open(sealed)
            expected = _proof(data_key, self.centre, self.slots)
        except ValueError:
            raise KeyringDamaged(file=FILE) from None
        if not hmac.compare_digest(expected, proof):
            raise KeyringDamaged(file=FILE)
        return data_key


def _proof(data_key: bytes, centre: str, slots: tuple[Slot, ...]) -> bytes:
    said = canonical({"centre": centre, "slots": [slot.identity() for slot in slots]})
    return hashlib.blake2b(said, key=data_key, person=_PROOF, digest_size=32).digest()
