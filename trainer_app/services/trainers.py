"""Who may unlock a centre: let somebody in, take somebody out, and renew what they knew."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from datetime import date

from trainer_app.domain.colleagues import Colleague
from trainer_app.domain.errors import (
    DiskFull,
    EmptyField,
    LastTrainer,
    UnknownThing,
    WrongPassphrase,
)
from trainer_app.domain.events import Draft
from trainer_app.domain.ids import uuid7
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.i18n.ordering import name_key
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.recovery import keys_of, new_code
from trainer_app.services.admitting import (
    public_body,
    renew_centre_key,
    say_trainer,
    trust_of,
)
from trainer_app.services.door import Door
from trainer_app.services.following import follow
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.tries import Tries
from trainer_app.store import vouching

_CODE_DUE = "recovery-unseen"
_CENTRE_KEY_DUE = "centre-key-due"
_YES, _NO = "1", ""


class Trainers:
    """What the trainer inside may do about trainers; a substitute may only look.

    What is signed goes to the log first, durable, and the keyring follows it: whoever is
    interrupted has it finished by `finish` at the next unlocking.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    def all(self) -> list[Colleague]:
        """All who may unlock, by name; substitutes with the last day of their pass."""
        ledger = self._door.ledger
        here = {slot.id for slot in self._door.keyring.trainers}
        known = [one for one in vouching.trainers(ledger.store) if not one.removed]
        return [
            Colleague(
                one.id,
                one.name,
                one.picture,
                me=one.id == ledger.trainer,
                until=date.fromisoformat(one.until) if one.until else None,
                here=one.id in here,
            )
            for one in sorted(known, key=lambda one: (name_key(one.name), one.id))
        ]

    @property
    def may_decide(self) -> bool:
        """Whether who is inside may change anything; a substitute may not."""
        return not self._door.ledger.substitute

    @property
    def code_is_due(self) -> bool:
        """Whether a recovery code was made that nobody put away: perhaps nobody ever saw it."""
        return self._door.ledger.store.secret(_CODE_DUE) == _YES

    def add(self, name: str, picture: str, passphrase: str) -> str:
        """Let a trainer in on this laptop, and on others when they hear of it; returns her id.

        Raises EmptyField, NotAllowed, NotForSubstitutes, DiskFull, ReadOnly.
        """
        return self._add(name, picture, passphrase, None)

    def add_substitute(self, name: str, picture: str, passphrase: str, until: date) -> str:
        """Give a pass that opens until the end of that day, to mark and teach only."""
        return self._add(name, picture, passphrase, until.isoformat())

    def remove(self, id: str) -> str:
        """Take a trainer out: new data, centre and device keys; returns the new recovery code.

        The code is to be shown now and put away (`code_put_away`). Raises LastTrainer for
        oneself, UnknownThing, NotAllowed, NotForSubstitutes, InUse, DiskFull, ReadOnly. Where the
        disk did not take the new keys the removal is recorded all the same, and finished later.
        """
        ledger, authority = self._door.ledger, self._door.authority
        if id == ledger.trainer:
            raise LastTrainer
        if id not in {one.id for one in self.all()}:
            raise UnknownThing(what="trainer", id=id)
        removal = authority.draft("trainer-removed", {"known": self._signed_by(id)}, id)
        ledger.store.keep_secret(_CENTRE_KEY_DUE, _YES)
        code, renewal = self._new_code()
        ledger.write(removal, renewal)
        self.finish()
        return code

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the keys of the trainer inside anew.

        Raises WrongPassphrase, TooManyTries, EmptyField, NotForSubstitutes (a trainer gives a new
        pass instead), DiskFull, ReadOnly.
        """
        door, tries = self._door, Tries(self._door.folder, self._door.now)
        authority, me = door.authority, door.ledger.require_trainer()
        tries.check()

        def change() -> None:
            try:
                door.keyring.change_passphrase(me, old, new, cost=door.cost)
            except WrongPassphrase:
                tries.wrong()
                raise
            tries.right()
            name = vouching.trainer_names(door.ledger.store).get(me, "")
            say_trainer(door.keyring, authority, me, name)

        self._keep(change)

    def new_recovery_code(self) -> str:
        """Retire the old recovery code; returns the new one, to be shown now and put away.

        Raises NotAllowed, NotForSubstitutes, DiskFull, ReadOnly.
        """
        code, renewal = self._new_code()

        def change() -> None:
            self._door.keyring.add_recovery(code)
            self._door.ledger.write(renewal)

        self._keep(change)
        return code

    def code_put_away(self) -> None:
        """The trainer said that the newest code is in a safe place."""
        self._door.ledger.store.keep_secret(_CODE_DUE, _NO)

    def finish(self) -> None:
        """Bring keyring and keys to what the log says: after unlocking, a merge, or a removal.

        Does nothing for a substitute, for a trainer who was removed herself (those who remain do
        it), nor where nothing is left to do. Raises InUse, DiskFull, ReadOnly; what is left is
        tried again the next time.
        """
        store, me = self._door.ledger.store, self._door.ledger.require_trainer()
        if not self.may_decide or me in vouching.removed_trainers(store):
            return
        if follow(self._door):
            with contextlib.suppress(DiskFull):  # a backup is due as soon as there is room
                Safekeeping(self._door.ledger, self._door.now).forget_old()
        if store.secret(_CENTRE_KEY_DUE) == _YES:
            # Only now: the old data key, which a removed trainer has, must not open the new one.
            renew_centre_key(self._door.ledger, self._door.authority)
            store.keep_secret(_CENTRE_KEY_DUE, _NO)

    def _add(self, name: str, picture: str, passphrase: str, until: str | None) -> str:
        door, authority = self._door, self._door.authority
        if not name.strip():
            raise EmptyField(field="name")
        id = uuid7(int(door.now().timestamp() * 1000), secrets.token_bytes(10))

        def change() -> None:
            door.keyring.add_trainer(
                picture, PrivateKeys.random(), passphrase, id=id, until=until, cost=door.cost
            )
            say_trainer(door.keyring, authority, id, name.strip())

        self._keep(change)
        return id

    def _new_code(self) -> tuple[str, Draft]:
        """A code and the event that says so; it counts as not put away until somebody says so."""
        authority = self._door.authority
        code = new_code(secrets.token_bytes(32))
        body = public_body(keys_of(code).public)
        self._door.ledger.store.keep_secret(_CODE_DUE, _YES)
        return code, authority.draft("recovery-renewed", body)

    def _keep(self, change: Callable[[], None]) -> None:
        """Change the keyring with its event, then save it; without the event it stays as it was."""
        keyring = self._door.keyring
        with keyring.undone_on_error():
            change()
        keyring.save(self._door.folder)
        self._door.lodge()

    def _signed_by(self, trainer: str) -> list[str]:
        """Signatures of a trainer that count now; what turns up later does not."""
        ledger = self._door.ledger
        trust = trust_of(ledger, self._door.keyring)
        return [
            str(event.words["signature"])
            for event in vouching.signed_events(ledger.store, AUTHORITY)
            if event.words.get("signer") == trainer and trust.vouches(event)
        ]
