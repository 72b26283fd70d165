"""A laptop's place in its centre: what a trainer signs when she first opens it, and its letters."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace

from trainer_app.domain.events import Draft, Event
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.keys.authority import RECOVERY, Trust, signed
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.laptop import LaptopKey
from trainer_app.services.ledger import Ledger
from trainer_app.store import vouching
from trainer_app.store.store import Store

FIRST_LAPTOP = "A"
KEY_BEFORE = "laptop-key-before"
"""The secret that holds this laptop's last key while it gets a new one."""
SINGLE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""I and O are read as digits."""


class Authority:
    """What only a trainer may say, said in the name of the trainer inside."""

    def __init__(self, ledger: Ledger, centre: str, signer: str, keys: PrivateKeys) -> None:
        self._ledger = ledger
        self.centre = centre
        self._signer = signer
        self._keys = keys

    def draft(
        self,
        kind: str,
        body: Mapping[str, object],
        subject: str | None = None,
        *,
        edit: bool = True,
    ) -> Draft:
        """A signed draft; it replaces what stands about the same thing, or stands beside it."""
        record = self._ledger.edit if edit else self._ledger.note
        draft = record(kind, body, subject)
        said = signed(self._keys, self._signer, self.centre, kind, subject, body, draft.replaces)
        return replace(draft, body=said)

    def say(self, kind: str, body: Mapping[str, object], subject: str | None = None) -> Event:
        """Write a signed event; on the disk when this returns."""
        return self._ledger.write(self.draft(kind, body, subject))[0]


def settle_in(ledger: Ledger, keyring: Keyring, authority: Authority, trainer: str) -> None:
    """Record what is not signed yet: this trainer, this laptop, the keys that bundles go to.

    A new centre has none of it; a restored or copied folder lacks its new laptop.
    """
    store = ledger.store
    unsigned = _unsigned(ledger)
    if f"trainer:{trainer}" in unsigned:
        say_trainer(keyring, authority, trainer, vouching.trainer_names(store).get(trainer, ""))
    if f"laptop:{store.device}" in unsigned:
        admit_this(ledger, authority)
    if "centre-key" in unsigned:
        renew_centre_key(ledger, authority)
    if "recovery" in unsigned and keyring.recovery is not None:
        authority.say("recovery-renewed", public_body(keyring.recovery))


def say_trainer(keyring: Keyring, authority: Authority, trainer: str, name: str) -> None:
    """Record a trainer as her slot in the keyring is now."""
    slot = next(one for one in keyring.trainers if one.id == trainer)
    assert slot.wrapped is not None
    body: dict[str, object] = {
        "name": name,
        "picture": slot.picture or "",
        **public_body(slot.public),
        "wrapped": slot.wrapped.as_text(),
        "role": slot.kind,
        "until": slot.until,
    }
    authority.say("trainer-added", body, trainer)


def admit_this(ledger: Ledger, authority: Authority, invitation: str | None = None) -> None:
    """Give this laptop a key of its own and a trainer's word for it."""
    store = ledger.store
    laptop = LaptopKey.random()
    # Until the others can know of the new key, a room that is open goes on with the old one.
    store.keep_secret(KEY_BEFORE, store.secret("laptop-key") or "")
    store.keep_secret("laptop-key", laptop.seed.hex())
    letters = store.secret("letters") or _free_letters(vouching.laptop_codes(store))
    store.keep_secret("letters", "")
    body: dict[str, object] = {
        "laptop": store.device,
        "code": letters,
        "sign_key": laptop.public.hex(),
        "invitation": invitation,
    }
    authority.say("laptop-admitted", body)
    store.keep_secret(KEY_BEFORE, "")


def renew_centre_key(ledger: Ledger, authority: Authority) -> None:
    """Make a new key pair that bundles are sealed to; older ones open what was sealed before."""
    keys = PrivateKeys.random()
    known = centre_keys(ledger)
    ledger.store.keep_secret(
        "centre-keys", json.dumps({**known, keys.public.box_hex: keys.seed.hex()})
    )
    authority.say("centre-key-set", {"box_key": keys.public.box_hex})


def centre_keys(ledger: Ledger) -> dict[str, str]:
    """Seeds of all the centre's key pairs that this laptop knows, by public half in hex."""
    found: dict[str, str] = json.loads(ledger.store.secret("centre-keys") or "{}")
    return found


def public_body(public: PublicKeys) -> dict[str, object]:
    """Public halves as an event's body has them."""
    return {"box_key": public.box_hex, "sign_key": public.sign_hex}


def trust_of(ledger: Ledger, keyring: Keyring) -> Trust:
    """Whose word counts here: rooted in the keyring, grown from what is signed in the log."""
    trainers = {
        slot.id: frozenset({slot.public.sign_hex})
        for slot in keyring.slots
        if slot.kind != "substitute"
    }
    return trust_in(ledger.store, Trust(keyring.centre, trainers, {}))


def trust_in(store: Store, root: Trust) -> Trust:
    """Whose word counts in a store, grown from `root` by what is signed in its log."""
    events = vouching.signed_events(store, AUTHORITY)
    trust = root.learning(events)
    return Trust(trust.centre, trust.trainers, trust.laptops, _retired(store, events, trust))


def signed_events(ledger: Ledger) -> list[Event]:
    """All events that a trainer signed."""
    return vouching.signed_events(ledger.store, AUTHORITY)


def _retired(store: Store, events: Iterable[Event], trust: Trust) -> dict[str, frozenset[str]]:
    """Keys of removed trainers, each with the signatures that still count."""
    retired = {}
    for trainer, known in vouching.removed_trainers(store).items():
        for key in trust.trainers.get(trainer, ()):
            retired[key] = frozenset(known)
    current = vouching.recovery_key(store)
    for key in trust.trainers.get(RECOVERY, ()):
        if current is not None and key != current:
            retired[key] = frozenset(str(event.words.get("signature", "")) for event in events)
    return retired


def _unsigned(ledger: Ledger) -> set[str]:
    """Things of which there is no signed event yet."""
    store = ledger.store
    there = vouching.signed_things(store, AUTHORITY)
    wanted = {f"trainer:{ledger.trainer}", f"laptop:{store.device}", "centre-key", "recovery"}
    return wanted - there


def _free_letters(taken: set[str]) -> str:
    """The first laptop's letter, or two by chance: two copies of a folder must not choose alike."""
    if not taken:
        return FIRST_LAPTOP
    chance = secrets.SystemRandom()
    while True:
        letters = "".join(chance.choices(SINGLE_LETTERS, k=3))
        if not any(letters.startswith(one) for one in taken if len(one) > 2):
            return letters
