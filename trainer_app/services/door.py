"""The way into a data folder: founding a centre, unlocking it, locking it again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import (
    CentreExists,
    DiskFails,
    DiskFull,
    NoCentre,
    NoLongerTrainer,
    NotAllowed,
    ReadOnly,
    StoreDamaged,
    UnknownThing,
)
from trainer_app.domain.people import Trainer
from trainer_app.keys.authority import RECOVERY
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring, Unlocked
from trainer_app.keys.passes import Pass
from trainer_app.keys.recovery import keys_of
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services import beginning, founding, lodging, unlocking
from trainer_app.services.admitting import Authority, say_trainer, settle_in
from trainer_app.services.founding import Founded
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.inside import Inside, OpenFolder
from trainer_app.services.ledger import Ledger
from trainer_app.services.renewing import finish_if_begun
from trainer_app.services.tries import Tries
from trainer_app.store import registers, replacing, vouching
from trainer_app.store.engine import is_writable
from trainer_app.store.store import Store


class Door(OpenFolder):
    """One data folder, locked until a trainer opens it, or her pass for an evening.

    `cost` is the work of one passphrase try.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], cost: Cost = STANDARD) -> None:
        super().__init__(folder)
        self.now = now
        self.cost = cost
        self._damaged: Unlocked | None = None
        self._tries: Tries | None = None

    @property
    def has_centre(self) -> bool:
        """Whether a centre was founded here, be its file lost or not."""
        return beginning.stands(self.folder)

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
        return founding.found(self, centre_name, trainer_name, picture, passphrase)

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
        self._inside = Inside(ledger, keyring, data_key, trainer)
        return ledger

    def unlock(self, slot_id: str, passphrase: str) -> Ledger:
        """Open with a trainer's passphrase.

        Raises WrongPassphrase, TooManyTries, PassExpired, NoLongerTrainer and what Store.open
        raises; where that is StoreDamaged or NoCentre, `damaged_key` opens what can be saved.
        """
        return self._unlock([slot_id], passphrase)

    def unlock_any(self, passphrase: str) -> Ledger:
        """Open with whichever trainer's passphrase this is; a wrong one is one wrong try.

        Raises what `unlock` raises.
        """
        return self._unlock([slot for slot, _picture in self.slots()], passphrase)

    def open_with_pass(self, one: Pass, *, once: bool = False) -> Ledger:
        """Open for an evening, in the learners' state; an open store is left as it is.

        `once`: the pass may lie about somewhere, and opens nothing after this. Raises
        PassForAnother, EveningOver, WrongClock, WrongPass, LaptopShutOut, KeyringDamaged, what
        Store.open raises, and DiskFull or ReadOnly.
        """
        if self._inside is not None:
            return self._inside.ledger
        keyring, data_key = unlocking.with_pass(self.folder, one, self.now())
        replacing.finish_if_begun(self.folder)
        ledger = Ledger(Store.open(self.folder, data_key, self.now), self.now)
        self._inside = Inside(ledger, keyring, data_key, None)
        try:
            unlocking.check_store(ledger.store, one)
            if once:
                lodging.renew_room_key(ledger, keyring, self.folder)
        except BaseException:
            self.lock()
            raise
        ledger.tonight = unlocking.tonight_of(one, self.now())
        return ledger

    def lodge(self) -> None:
        """Say in the log how this laptop is opened for an evening, and let trainers who came later
        open what they share; a full disk is no reason to keep a trainer out.
        """
        with suppress(DiskFull, ReadOnly, DiskFails):
            lodging.lodge(self.ledger, self.keyring, self.folder)
            TrainersKeys(self).lodge_missing()

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
        with suppress(DiskFull, ReadOnly, DiskFails):
            TrainersKeys(self).lodge_missing(keys_of(code))
        self.lodge()
        return ledger

    def lock(self) -> None:
        """Close the store; a passphrase is needed again."""
        self.close()
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

    def _unlock(self, slot_ids: list[str], passphrase: str) -> Ledger:
        # One for as long as the program runs: it counts on where nothing can be written.
        tries = self._tries = self._tries or Tries(self.folder, self.now)
        tries.check()
        keyring, today = Keyring.load(self.folder), self.now().date()
        unlocked = unlocking.with_passphrase(keyring, slot_ids, passphrase, tries, today)
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
            self.lodge()
        return ledger

    def _enter(self, keyring: Keyring, data_key: bytes, unlocked: Unlocked) -> Ledger:
        if self._inside is not None:
            ledger = self._inside.ledger
        else:
            ledger = Ledger(Store.open(self.folder, data_key, self.now), self.now)
        ledger.trainer, ledger.substitute = unlocked.trainer, unlocked.substitute
        self._inside = Inside(ledger, keyring, data_key, unlocked.private_keys)
        self._damaged = None
        return ledger
