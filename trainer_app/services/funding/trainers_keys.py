"""Keys that the trainers of a centre share: for sensitive answers, badges, and prints of people.

Each is kept in the log, its seed sealed to every full trainer and to the recovery code. A key that
somebody knows who was removed since opens what it closed, and is used for nothing new.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable

from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.services.inside import OpenFolder
from trainer_app.store import trainers_keys, vouching
from trainer_app.store.store import Store
from trainer_app.store.trainers_keys import KnownKey

_HALF = 64
_BLOCK = 64
"""What is sealed is filled up to a multiple of this: how long an answer is, tells which it is."""


class TrainersKeys:
    """The shared keys of one open folder.

    A purpose is a word such as "sensitive", "badges" or "prints". `public` names a key by its
    public halves in hex: 64 digits to seal to, then 64 to verify signatures with.
    """

    def __init__(self, door: OpenFolder) -> None:
        self._door = door

    def public(self, purpose: str) -> str:
        """The key to use for something new, as `halves_of` reads it; made where there is none.

        Where two laptops made one each the older one counts. Making one raises NotAllowed,
        NotForSubstitutes, DiskFull, ReadOnly.
        """
        store = self._door.ledger.store
        now, ever = _who_may(store).keys(), _could_ever(store)
        for key in trainers_keys.of_purpose(store, purpose):
            who = key.lodged.keys()
            if who & now and who <= ever and _public(key.public[:_HALF], key.public[_HALF:]):
                return key.public
        return self._make(purpose)

    def private(self, purpose: str, public: str) -> PrivateKeys | None:
        """The private halves of a key; None where nobody inside may open it, or it is not known."""
        keys = self._own_keys()
        if keys is None:
            return None
        known = self._door.shared.keys
        if (purpose, public) not in known:
            key = trainers_keys.one(self._door.ledger.store, purpose, public)
            opened = None if key is None else _open(key, keys)
            if opened is None:
                return None
            known[purpose, public] = opened
        return known[purpose, public]

    def seal(self, purpose: str, words: str) -> tuple[str, str]:
        """Close a few words to the trainers: (public halves of the key, what was sealed, base64).

        Raises as `public`.
        """
        public = self.public(purpose)
        plain = words.encode()
        filled = plain.ljust(-(-(len(plain) + 1) // _BLOCK) * _BLOCK, b"\0")
        return public, base64.b64encode(halves_of(public).seal(filled)).decode()

    def unseal(self, purpose: str, public: str, sealed: str) -> str | None:
        """What `seal` closed; None where nobody inside may open it, or it is damaged."""
        keys = self.private(purpose, public)
        if keys is None:
            return None
        shared = self._door.shared
        if sealed not in shared.words:
            try:
                opened = keys.open(base64.b64decode(sealed, validate=True))
                shared.words[sealed] = opened.rstrip(b"\0").decode()
            except ValueError:
                return None
        return shared.words[sealed]

    def keep(self, purpose: str, key: PrivateKeys) -> str:
        """Lodge a key with all who may open it now; what names it. It may come from elsewhere.

        Raises NotAllowed, NotForSubstitutes, DiskFull, ReadOnly.
        """
        self._door.ledger.require_full_trainer()
        self._lodge(purpose, key, _who_may(self._door.ledger.store).values())
        return name_of(key.public)

    def lodge_missing(self, opener: PrivateKeys | None = None) -> None:
        """Let trainers who came later, and a new recovery code, open what those before them can.

        Does nothing unless a full trainer is inside. `opener`: the recovery code's keys, where she
        came in by it and her own open nothing yet. Raises DiskFull, ReadOnly, DiskFails.
        """
        keys = opener or self._own_keys()
        if keys is None or self._own_keys() is None:
            return
        store = self._door.ledger.store
        wanted = _who_may(store)
        for key in trainers_keys.all_of_them(store):
            missing = [public for box, public in wanted.items() if box not in key.lodged]
            opened = _open(key, keys) if missing else None
            if opened is not None:
                self._lodge(key.purpose, opened, missing)

    def _make(self, purpose: str) -> str:
        """A new key pair, in the log before anything is closed with it."""
        return self.keep(purpose, PrivateKeys.random())

    def _lodge(self, purpose: str, key: PrivateKeys, to: Iterable[PublicKeys]) -> None:
        lodged = {public.box_hex: public.seal(key.seed).hex() for public in to}
        body = {
            "purpose": purpose,
            "public": name_of(key.public),
            "lodged": json.dumps(lodged, sort_keys=True, separators=(",", ":")),
            "at": max(0, self._door.ledger.seconds()),
        }
        # Beside what stands: two laptops may lodge one key with different trainers.
        draft = self._door.authority.draft("trainers-key-set", body, edit=False)
        self._door.ledger.write(draft)

    def _own_keys(self) -> PrivateKeys | None:
        """The private keys of the full trainer inside, if one is."""
        ledger = self._door.ledger
        return None if ledger.trainer is None or ledger.substitute else self._door.keys


def name_of(public: PublicKeys) -> str:
    """What names a key: both public halves in hex."""
    return public.box_hex + public.sign_hex


def halves_of(public: str) -> PublicKeys:
    """Both public halves of a key by what names it. Raises ValueError."""
    return PublicKeys.from_hex(public[:_HALF], public[_HALF:])


def _open(key: KnownKey, keys: PrivateKeys) -> PrivateKeys | None:
    """The key itself, if it was lodged with these keys and is what its name says."""
    sealed = key.lodged.get(keys.public.box_hex)
    if sealed is None:
        return None
    try:
        opened = PrivateKeys(keys.open(bytes.fromhex(sealed)))
    except ValueError:
        return None
    return opened if name_of(opened.public) == key.public else None


def _who_may(store: Store) -> dict[str, PublicKeys]:
    """Who may open a key now, by X25519 half in hex: full trainers, and the newest code."""
    halves = [
        (one.box_key, one.sign_key)
        for one in vouching.trainers(store)
        if one.role == "trainer" and not one.removed
    ]
    recovery = vouching.recovery(store)
    if recovery is not None:
        halves.append(recovery)
    found = (_public(*both) for both in halves)
    return {public.box_hex: public for public in found if public is not None}


def _could_ever(store: Store) -> set[str]:
    """The X25519 halves of those who may, with what they had before they forgot a passphrase."""
    trainers = vouching.trainers(store)
    now = {one.id for one in trainers if one.role == "trainer" and not one.removed}
    earlier = {
        str(event.words.get("box_key"))
        for event in vouching.signed_events(store, {"trainer-added"})
        if event.header.subject in now
    }
    return earlier | _who_may(store).keys()


def _public(box: str, sign: str) -> PublicKeys | None:
    """What a log says that holds for a key; None for what cannot be one."""
    try:
        return PublicKeys.from_hex(box, sign)
    except ValueError:
        return None
