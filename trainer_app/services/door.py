"""The way into a data folder: founding a centre, unlocking it, locking it again."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    NoCentre,
    NoLongerTrainer,
    NotAllowed,
    PassExpired,
    ReadOnly,
    StoreDamaged,
    UnknownThing,
    WrongPassphrase,
)
from trainer_app.domain.ids import uuid7
from trainer_app.domain.people import Trainer
from trainer_app.keys.authority import RECOVERY
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring, Unlocked
from trainer_app.keys.recovery import keys_of, new_code
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services import beginning
from trainer_app.services.admitting import Authority, say_trainer, settle_in
from trainer_app.services.ledger import Ledger
from trainer_app.services.renewing import finish_if_begun, renew
from trainer_app.services.tries import Tries
from trainer_app.store import registers, replacing, vouching
from trainer_app.store.engine import KEY_BYTES, is_writable
from trainer_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Founded:
    """A new centre, and the code that opens it when every passphrase is forgotten."""

    ledger: Ledger
    recovery_code: str


@dataclass(frozen=True, slots=True)
class _Inside:
    """What is in memory while the store is open; `keys` only while a trainer is inside."""

    ledger: Ledger
    keyring: Keyring
    data_key: bytes = field(repr=False)
    keys: PrivateKeys | None = field(repr=False)


class Door:
    """One data folder, locked until a trainer opens it.

    Two states once open: the learners' (store open, nobody's private keys in memory) and the
    trainer's. `cost` is the work of one passphrase try.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], cost: Cost = STANDARD) -> None:
        self.folder = folder
        self.now = now
        self.cost = cost
        self._inside: _Inside | None = None
        # Keys may be renewed in long work while somebody at the window locks.
        self._changing = threading.Lock()
        self._damaged: Unlocked | None = None
        self._tries: Tries | None = None

    @property
    def has_centre(self) -> bool:
        """Whether a centre was founded here, be its file lost or not."""
        return beginning.stands(self.folder)

    @property
    def ledger(self) -> Ledger:
        """The open store as services write to it; raises NotAllowed while locked."""
        return self._open.ledger

    @property
    def keyring(self) -> Keyring:
        """The open keyring; raises NotAllowed while locked."""
        return self._open.keyring

    @property
    def centre(self) -> str:
        """The centre's id; raises NotAllowed while locked."""
        return self.keyring.centre

    @property
    def keys(self) -> PrivateKeys:
        """The private keys of the trainer inside; raises NotAllowed in the learners' state."""
        if self._open.keys is None:
            raise NotAllowed()
        return self._open.keys

    @property
    def authority(self) -> Authority:
        """Signs as the trainer inside. Raises NotAllowed, NotForSubstitutes."""
        return Authority(self.ledger, self.centre, self.ledger.require_full_trainer(), self.keys)

    @property
    def is_open(self) -> bool:
        """Whether learners can work: the store is open."""
        return self._inside is not None

    @property
    def trainer_inside(self) -> bool:
        """Whether the trainer's screens may be shown."""
        return self._inside is not None and self._inside.ledger.trainer is not None

    @property
    def is_damaged(self) -> bool:
        """Whether a passphrase was right and the store is missing or not whole all the same."""
        return self._damaged is not None

    @property
    def damaged_key(self) -> bytes:
        """The data key of a damaged store whose passphrase was right; raises NotAllowed."""
        if self._damaged is None:
            raise NotAllowed()
        return self._damaged.data_key

    def slots(self) -> list[tuple[str, str]]:
        """The trainers that may unlock: slot id and the picture each chose, never a name."""
        return [(slot.id, slot.picture or "") for slot in Keyring.load(self.folder).trainers]

    def found(self, centre_name: str, trainer_name: str, picture: str, passphrase: str) -> Founded:
        """Make a centre with its first trainer and its first laptop.

        Raises EmptyField, CentreExists, ReadOnly, DiskFull.
        """
        for field_name, text in (("centre", centre_name), ("trainer", trainer_name)):
            if not text.strip():
                raise EmptyField(field=field_name)
        self.check_empty()
        data_key, code = secrets.token_bytes(KEY_BYTES), new_code(secrets.token_bytes(32))
        trainer = PrivateKeys.random()
        beginning.begin(self.folder)
        keyring = Keyring.create(secrets.token_hex(16), data_key)
        trainer_id = uuid7(int(self.now().timestamp() * 1000), secrets.token_bytes(10))
        keyring.add_trainer(picture, trainer, passphrase, id=trainer_id, cost=self.cost)
        keyring.add_recovery(code)
        ledger = self.make(keyring, data_key, trainer_id, trainer)
        say_trainer(keyring, self.authority, trainer_id, trainer_name.strip())
        ledger.write(ledger.edit("centre-named", {"name": centre_name.strip()}))
        settle_in(ledger, keyring, self.authority, trainer_id)
        beginning.finish(self.folder)
        return Founded(ledger, code)

    def check_empty(self) -> None:
        """Raise CentreExists or ReadOnly where no centre can be made."""
        if self.has_centre:
            raise CentreExists(folder=self.folder.name)
        self.folder.mkdir(parents=True, exist_ok=True)
        if not is_writable(self.folder):
            raise ReadOnly(file=self.folder.name)

    def make(
        self, keyring: Keyring, data_key: bytes, trainer_id: str, trainer: PrivateKeys
    ) -> Ledger:
        """Make an empty store under an open keyring, with a trainer inside."""
        keyring.save(self.folder)
        store = Store.create(self.folder, data_key, self.now)
        ledger = Ledger(store, self.now)
        ledger.trainer = trainer_id
        self._inside = _Inside(ledger, keyring, data_key, trainer)
        return ledger

    def unlock(self, slot_id: str, passphrase: str) -> Ledger:
        """Open with a trainer's passphrase.

        Raises WrongPassphrase, TooManyTries, PassExpired, NoLongerTrainer and what Store.open
        raises; where that is StoreDamaged or NoCentre, `damaged_key` opens what can be saved.
        """
        return self._unlock_one_of([slot_id], passphrase)

    def unlock_any(self, passphrase: str) -> Ledger:
        """Open with whichever trainer's passphrase this is; a wrong one is one wrong try.

        Raises what `unlock` raises.
        """
        return self._unlock_one_of([slot for slot, _picture in self.slots()], passphrase)

    def recover(self, code: str, slot_id: str, passphrase: str) -> Ledger:
        """Open with the recovery code and give a trainer who forgot new keys and a passphrase.

        Raises WrongRecoveryCode, UnknownThing (no such trainer), EmptyField (no passphrase).
        """
        keyring = Keyring.load(self.folder)
        slot = next((slot for slot in keyring.trainers if slot.id == slot_id), None)
        if slot is None:
            raise UnknownThing(what="trainer", id=slot_id)
        unlocked = keyring.recover(code)
        trainer = PrivateKeys.random()
        # First what may be refused; the store is opened only with a keyring that was saved.
        data_key = finish_if_begun(self.folder, keyring, unlocked) if not self.is_open else b""
        keyring.add_trainer(
            slot.picture or "", trainer, passphrase, id=slot_id, cost=self.cost, until=slot.until
        )
        keyring.save(self.folder)
        inside = Unlocked(slot_id, trainer, unlocked.data_key, substitute=slot.kind == "substitute")
        try:
            ledger = self._enter(keyring, data_key or self._open.data_key, inside)
        except (StoreDamaged, NoCentre):
            self._damaged = inside
            raise
        name = vouching.trainer_names(ledger.store).get(slot_id, "")
        by_code = Authority(ledger, keyring.centre, RECOVERY, keys_of(code))
        say_trainer(keyring, by_code, slot_id, name)
        return ledger

    def renew(self, keyring: Keyring) -> None:
        """Give the store a new data key, sealed to those in `keyring` (open, its slots as wanted).

        Raises InUse, DiskFull, ReadOnly; the old key stands then.
        """
        inside = self._open
        new_key = secrets.token_bytes(KEY_BYTES)
        renewed = keyring.renewed(new_key)

        def renewing() -> bytes:
            renew(self.folder, inside.data_key, new_key, renewed)
            return new_key

        inside.ledger.store.renew(renewing)
        inside.keyring.close()
        with self._changing:
            # In long work; whoever handed the laptop over or locked it meanwhile did so.
            if self._inside is None:
                renewed.close()
            else:
                self._inside = replace(self._inside, keyring=renewed, data_key=new_key)

    def leave_trainer(self) -> None:
        """Back to the learners' state: no trainer's private key stays in memory."""
        with self._changing:
            if self._inside is not None:
                self._inside.ledger.trainer = None
                self._inside.ledger.substitute = False
                self._inside = replace(self._inside, keys=None)

    def lock(self) -> None:
        """Close the store; a passphrase is needed again."""
        self.leave_trainer()
        if self._inside is not None:
            self._inside.ledger.store.close()
            with self._changing:
                self._inside.keyring.close()
                self._inside = None
        self._damaged = None

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

    def close_damaged(self) -> None:
        """Close an open store that turned out damaged: `damaged_key` opens what can be saved.

        Raises NotAllowed where no trainer is inside.
        """
        inside = self._open
        unlocked = Unlocked(inside.ledger.trainer, self.keys, inside.data_key)
        self.lock()
        self._damaged = unlocked

    @property
    def _open(self) -> _Inside:
        if self._inside is None:
            raise NotAllowed()
        return self._inside

    def _unlock_one_of(self, slot_ids: Sequence[str], passphrase: str) -> Ledger:
        # One for as long as the program runs: it counts on where nothing can be written.
        tries = self._tries = self._tries or Tries(self.folder, self.now)
        tries.check()
        keyring = Keyring.load(self.folder)
        unlocked = None
        for slot_id in slot_ids:
            with suppress(WrongPassphrase):
                unlocked = keyring.unlock(slot_id, passphrase)
                break
        if unlocked is None:
            tries.wrong()
            raise WrongPassphrase
        tries.right()
        if unlocked.has_ended(self.now().date()):
            raise PassExpired(until=unlocked.until or "")
        return self._open_with(keyring, unlocked)

    def _open_with(self, keyring: Keyring, unlocked: Unlocked) -> Ledger:
        if self._inside is not None:
            ledger = self._enter(keyring, self._inside.data_key, unlocked)
        else:
            try:
                # A restore that was interrupted goes on before anybody looks into the file.
                replacing.finish_if_begun(self.folder)
                data_key = finish_if_begun(self.folder, keyring, unlocked)
                ledger = self._enter(keyring, data_key, unlocked)
            except (StoreDamaged, NoCentre):
                self._damaged = unlocked
                raise
        if ledger.trainer in vouching.removed_trainers(ledger.store):
            self.lock()
            raise NoLongerTrainer()
        if not unlocked.substitute:
            settle_in(ledger, keyring, self.authority, ledger.require_trainer())
        return ledger

    def _enter(self, keyring: Keyring, data_key: bytes, unlocked: Unlocked) -> Ledger:
        if self._inside is not None:
            ledger = self._inside.ledger
        else:
            ledger = Ledger(Store.open(self.folder, data_key, self.now), self.now)
        ledger.trainer, ledger.substitute = unlocked.trainer, unlocked.substitute
        self._inside = _Inside(ledger, keyring, data_key, unlocked.private_keys)
        self._damaged = None
        return ledger
