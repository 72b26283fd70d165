"""The way into a data folder: founding a centre, unlocking it, locking it again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    NotAllowed,
    ReadOnly,
    UnknownThing,
)
from trainer_app.domain.events import Draft
from trainer_app.domain.ids import uuid7
from trainer_app.domain.people import Trainer
from trainer_app.keys.certificate import certify
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring, Unlocked
from trainer_app.keys.laptop import LaptopKey
from trainer_app.keys.recovery import new_code
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services.ledger import Ledger
from trainer_app.store import registers
from trainer_app.store.engine import KEY_BYTES, is_writable
from trainer_app.store.store import FILE, Store

FIRST_LAPTOP = "A"


@dataclass(frozen=True, slots=True)
class Founded:
    """A new centre, and the code that opens it when every passphrase is forgotten."""

    ledger: Ledger
    recovery_code: str


class Door:
    """One data folder, locked until a trainer opens it.

    Two states once open: the learners' (store open, nobody's private keys in memory) and the
    trainer's. `cost` is the work of one passphrase try.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], cost: Cost = STANDARD) -> None:
        self.folder = folder
        self._now = now
        self._cost = cost
        self._ledger: Ledger | None = None
        self._trainer_keys: PrivateKeys | None = None

    @property
    def has_centre(self) -> bool:
        """Whether a centre was founded here."""
        return (self.folder / FILE).exists()

    @property
    def ledger(self) -> Ledger:
        """The open store as services write to it; raises NotAllowed while locked."""
        if self._ledger is None:
            raise NotAllowed()
        return self._ledger

    @property
    def is_open(self) -> bool:
        """Whether learners can work: the store is open."""
        return self._ledger is not None

    @property
    def trainer_inside(self) -> bool:
        """Whether the trainer's screens may be shown."""
        return self._ledger is not None and self._ledger.trainer is not None

    def slots(self) -> list[tuple[str, str]]:
        """The trainers that may unlock: slot id and the picture each chose, never a name."""
        return [(slot.id, slot.picture or "") for slot in Keyring.load(self.folder).trainers]

    def found(self, centre_name: str, trainer_name: str, picture: str, passphrase: str) -> Founded:
        """Make a centre with its first trainer and its first laptop.

        Raises EmptyField, CentreExists, ReadOnly, DiskFull.
        """
        for field, text in (("centre", centre_name), ("trainer", trainer_name)):
            if not text.strip():
                raise EmptyField(field=field)
        if self.has_centre:
            raise CentreExists(folder=self.folder.name)
        self.folder.mkdir(parents=True, exist_ok=True)
        if not is_writable(self.folder):
            raise ReadOnly(file=self.folder.name)
        data_key, code = secrets.token_bytes(KEY_BYTES), new_code(secrets.token_bytes(32))
        trainer = PrivateKeys.random()
        # The keyring first: a keyring without a store is harmless, a store without one is lost.
        keyring = Keyring.create(secrets.token_hex(16), data_key)
        trainer_id = uuid7(int(self._now().timestamp() * 1000), secrets.token_bytes(10))
        keyring.add_trainer(picture, trainer, passphrase, id=trainer_id, cost=self._cost)
        keyring.add_recovery(code)
        keyring.save(self.folder)
        store = Store.create(self.folder, data_key, self._now)
        self._enter(store, trainer_id, trainer)
        self._record_founding(keyring.centre, centre_name, trainer_name, picture, trainer)
        return Founded(self.ledger, code)

    def unlock(self, slot_id: str, passphrase: str) -> Ledger:
        """Open with a trainer's passphrase. Raises WrongPassphrase and what Store.open raises."""
        return self._open_with(Keyring.load(self.folder).unlock(slot_id, passphrase))

    def recover(self, code: str, slot_id: str, passphrase: str) -> Ledger:
        """Open with the recovery code and give a trainer who forgot new keys and a passphrase.

        Raises WrongRecoveryCode, UnknownThing (no such trainer), EmptyField (no passphrase).
        """
        keyring = Keyring.load(self.folder)
        pictures = {slot.id: slot.picture or "" for slot in keyring.trainers}
        if slot_id not in pictures:
            raise UnknownThing(what="trainer", id=slot_id)
        unlocked = keyring.recover(code)
        trainer = PrivateKeys.random()
        keyring.add_trainer(pictures[slot_id], trainer, passphrase, id=slot_id, cost=self._cost)
        ledger = self._open_with(Unlocked(slot_id, trainer, unlocked.data_key))
        keyring.save(self.folder)
        known = {one.id: one.name for one in registers.trainers(ledger.store)}
        ledger.write(
            _trainer_draft(ledger, slot_id, known.get(slot_id, ""), pictures[slot_id], trainer)
        )
        return ledger

    def leave_trainer(self) -> None:
        """Back to the learners' state: no trainer's private key stays in memory."""
        self._trainer_keys = None
        if self._ledger is not None:
            self._ledger.trainer = None

    def lock(self) -> None:
        """Close the store; a passphrase is needed again."""
        self.leave_trainer()
        if self._ledger is not None:
            self._ledger.store.close()
            self._ledger = None

    def centre_name(self) -> str:
        """The name of the open centre."""
        return registers.centre_name(self.ledger.store)

    def trainers(self) -> list[Trainer]:
        """All trainers of the open centre."""
        return registers.trainers(self.ledger.store)

    def trainer(self) -> Trainer | None:
        """The trainer inside."""
        known = {trainer.id: trainer for trainer in self.trainers()}
        return known.get(self.ledger.trainer or "")

    def _open_with(self, unlocked: Unlocked) -> Ledger:
        if self._ledger is None:
            store = Store.open(self.folder, unlocked.data_key, self._now)
        else:
            store = self._ledger.store
        return self._enter(store, unlocked.trainer, unlocked.private_keys)

    def _enter(self, store: Store, trainer_id: str | None, keys: PrivateKeys) -> Ledger:
        ledger = self._ledger or Ledger(store, self._now)
        ledger.trainer = trainer_id
        self._ledger, self._trainer_keys = ledger, keys
        return ledger

    def _record_founding(
        self, centre: str, centre_name: str, name: str, picture: str, trainer: PrivateKeys
    ) -> None:
        ledger = self.ledger
        laptop = LaptopKey.random()
        ledger.store.keep_secret("laptop-key", laptop.seed.hex())
        ledger.store.keep_secret("centre", centre)
        certificate = certify(trainer, centre, ledger.store.device, FIRST_LAPTOP, laptop.public)
        ledger.write(
            ledger.edit("centre-named", {"name": centre_name.strip()}),
            _trainer_draft(ledger, ledger.require_trainer(), name.strip(), picture, trainer),
            ledger.edit(
                "laptop-admitted",
                {
                    "laptop": ledger.store.device,
                    "code": FIRST_LAPTOP,
                    "sign_key": laptop.public.hex(),
                    "certificate": certificate,
                },
            ),
        )


def _trainer_draft(
    ledger: Ledger, trainer_id: str, name: str, picture: str, keys: PrivateKeys
) -> Draft:
    body = {
        "name": name,
        "picture": picture,
        "box_key": keys.public.box_hex,
        "sign_key": keys.public.sign_hex,
    }
    return ledger.edit("trainer-added", body, trainer_id)
