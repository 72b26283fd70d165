"""A laptop's keyring follows the log: who was let in elsewhere, and who was removed."""

from __future__ import annotations

from trainer_app.keys.keypair import PublicKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.wrapping import Wrapped
from trainer_app.services.admitting import admit_this
from trainer_app.services.door import Door
from trainer_app.store import vouching
from trainer_app.store.vouching import KnownTrainer


def follow(door: Door) -> bool:
    """Let in who was added, take out who was removed, and renew the keys that she knew.

    A laptop whose letters another one had first takes new ones, so that no two people get one
    number: an invitation was used twice.

    A laptop that learns of a second history under its own name goes on under another.

    Returns whether keys were renewed: older backups open with the old ones. Does nothing where the
    keyring says the same as the log already. A kill in between is made good
    at the next unlocking. Raises NotAllowed, NotForSubstitutes, DiskFull, ReadOnly, InUse.
    """
    door.ledger.require_full_trainer()
    keyring, store = door.keyring, door.ledger.store
    trainers = {one.id: one for one in vouching.trainers(store)}
    changed = False
    for trainer in trainers.values():
        if not trainer.removed and not _has(keyring, trainer):
            changed = _let_in(keyring, trainer) or changed
    recovery = vouching.recovery(store)
    if recovery is not None and keyring.recovery != PublicKeys.from_hex(*recovery):
        keyring.put_recovery(PublicKeys.from_hex(*recovery))
        changed = True
    gone = [s.id for s in keyring.trainers if s.id in trainers and trainers[s.id].removed]
    if gone:
        _shut(door, keyring, gone)
    elif changed:
        keyring.save(door.folder)
    if vouching.has_second_history(store):
        store.begin_anew()
        admit_this(door.ledger, door.authority)
    if store.device in vouching.letters_taken(store):
        admit_this(door.ledger, door.authority)
    door.lodge()
    return bool(gone)


def _let_in(keyring: Keyring, trainer: KnownTrainer) -> bool:
    """Give a trainer her slot; nobody gets in by an entry that is not whole."""
    if trainer.role == "substitute" and trainer.until is None:
        return False
    try:
        public = PublicKeys.from_hex(trainer.box_key, trainer.sign_key)
        wrapped = Wrapped.from_text(trainer.wrapped or "")
    except ValueError:
        return False
    keyring.put_trainer(trainer.id, trainer.picture, public, wrapped, until=trainer.until)
    return True


def _has(keyring: Keyring, trainer: KnownTrainer) -> bool:
    for slot in keyring.trainers:
        if slot.id == trainer.id:
            return (
                slot.wrapped is not None
                and slot.wrapped.as_text() == trainer.wrapped
                and slot.picture == trainer.picture
                and (slot.public.box_hex, slot.public.sign_hex)
                == (trainer.box_key, trainer.sign_key)
                and slot.until == trainer.until
            )
    return False


def _shut(door: Door, keyring: Keyring, gone: list[str]) -> None:
    """Nothing that a removed trainer knew opens or signs anything new on this laptop."""
    store = door.ledger.store
    store.keep_secret("letters", vouching.letters(store, store.device))
    admit_this(door.ledger, door.authority)
    for id in gone:
        keyring.remove(id)
    door.renew(keyring)
