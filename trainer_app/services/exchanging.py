"""What laptops of a centre tell each other, whichever way it travels: by stick or in a room.

Nobody need be inside: a laptop in the learners' state writes and takes in news like any other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from trainer_app.bundles.lines import Carried
from trainer_app.bundles.manifest import Head, Manifest
from trainer_app.bundles.opening import Bundle, open_bundle
from trainer_app.bundles.writing import bundled
from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.events import Event
from trainer_app.domain.kinds import FOR_ORGANISATIONS
from trainer_app.keys.authority import Trust
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.laptop import LaptopKey
from trainer_app.services.admitting import KEY_BEFORE, centre_keys, signed_events, trust_of
from trainer_app.services.door import Door
from trainer_app.store import meeting, pooling, vouching
from trainer_app.store.pooling import BATCH, SignedHead
from trainer_app.store.records import Sealed

_BATCH_LETTERS = 8_000_000
"""What of a bundle stands in memory at a time; a photo of a signed sheet is one long event."""


class Written(NamedTuple):
    """The bytes of a bundle, and how many events it holds."""

    whole: bytes
    events: int


class Exchanging:
    """News of an open store to the other laptops of its centre, and theirs taken in."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._ledger = door.ledger
        self._store = door.ledger.store

    def write(
        self, since: Mapping[str, int], name: str = "", organisation: PublicKeys | None = None
    ) -> Written:
        """A bundle of all that is held after `since` (by device the last sequence left out).

        `organisation`: for it alone, then, without the centre's keys and without the words of what
        no report is made from. `name` is the file's in what is raised. Raises NotAllowed where a
        trainer has to admit this laptop first, BundleTooLarge.
        """
        heads = [head for head in self._heads() if head.seq > since.get(head.device, 0)]
        manifest = Manifest(
            centre=self._door.centre,
            device=self._store.device,
            # A laptop whose battery is flat may wake up before 1970.
            made=max(0, int(self._ledger.now().timestamp() * 1000)),
            heads=tuple(Head(*head) for head in heads),
            holds=pooling.holds(self._store),
            keys={} if organisation else centre_keys(self._ledger),
        )
        count = 0

        def counted() -> Iterator[Sealed]:
            nonlocal count
            for one in pooling.stretches(self._store, since, [head.hash for head in heads]):
                count += 1
                yield one

        whole = bundled(
            name,
            laptop=self.laptop_key(),
            manifest=manifest,
            admissions=signed_events(self._ledger),
            events=(_spoken(one.event) if organisation else one.event for one in counted()),
            recipients=[organisation] if organisation else self._recipients(),
        )
        return Written(whole, count)

    def open(self, bundle: Path | bytes, trust: Trust | None = None) -> Bundle:
        """Open another laptop's bundle, all of it checked. Raises what `open_bundle` raises.

        `trust` is what earlier bundles of the same merge taught, or None.
        """
        return open_bundle(
            bundle,
            centre=self._door.centre,
            identities=self._identities(),
            trust=trust or self.trust(),
        )

    def take_in(
        self,
        bundle: Bundle,
        done: Callable[[int], None] = lambda _done: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Commit what a bundle brings, behind whatever is urgent; returns how many were new.

        `done` hears how many were committed each time; `stopped` is asked between batches, and
        part of a bundle is as good as the whole. Raises DiskFull, ReadOnly, NotAllowed.
        """
        new = 0
        for batch in in_batches(bundle.carried()):
            if stopped():
                return new
            new += pooling.take_in(self._store, [Sealed(*one) for one in batch])
            done(len(batch))
        self._note(bundle)
        return new

    def trust(self) -> Trust:
        """Whose word counts, by what this laptop knows now."""
        return trust_of(self._ledger, self._door.keyring)

    def laptop_key(self) -> LaptopKey:
        """This laptop's own key. Raises NotAllowed where a trainer has to admit it first.

        While it gets a new one that is the old one, until a trainer's word for the new is written.
        """
        admitted = meeting.laptop_keys(self._store).get(self._store.device)
        seed, before = (self._store.secret(name) for name in ("laptop-key", KEY_BEFORE))
        if seed is None:
            # A substitute opened a moved folder.
            raise NotAllowed()
        key = LaptopKey(bytes.fromhex(seed))
        if before and key.public.hex() != admitted:
            return LaptopKey(bytes.fromhex(before))
        return key

    def _note(self, bundle: Bundle) -> None:
        """Remember what was signed, what the writer has, and the keys that it knew."""
        manifest = bundle.manifest
        pooling.keep_heads(self._store, [signed_head(head) for head in manifest.heads])
        pooling.acknowledge(self._store, manifest.device, manifest.holds)
        known = centre_keys(self._ledger)
        named = vouching.centre_keys_ever(self._store)
        new = {
            public: seed
            for public, seed in manifest.keys.items()
            if public in named and public not in known and _is_seed_of(public, seed)
        }
        if new:
            self._store.keep_secret("centre-keys", json.dumps({**new, **known}))

    def _heads(self) -> list[SignedHead]:
        """The ends of all chains with a signature; this laptop signs its own now."""
        signed = pooling.signed_heads(self._store)
        own = dict(self._store.former())
        with suppress(NotAllowed):
            own[self._store.device] = self.laptop_key().seed.hex()
        heads, fresh = [], []
        for device, seq, hash in pooling.tips(self._store):
            if hash in signed:
                heads.append(SignedHead(device, seq, hash, signed[hash]))
            elif own.get(device):
                signature = LaptopKey(bytes.fromhex(own[device])).sign_head(device, seq, hash)
                fresh.append(SignedHead(device, seq, hash, signature))
        if fresh:
            pooling.keep_heads(self._store, fresh)
        return heads + fresh

    def _recipients(self) -> list[PublicKeys]:
        """Everyone who may read news: the centre's laptops, its trainers, the recovery code."""
        keyring = self._door.keyring
        current = vouching.centre_key(self._store)
        seed = centre_keys(self._ledger).get(current or "")
        found = [slot.public for slot in keyring.slots if slot.kind != "substitute"]
        if seed is not None:
            found.append(PrivateKeys(bytes.fromhex(seed)).public)
        return found

    def _identities(self) -> list[PrivateKeys]:
        """What opens bundles here: the centre's keys, and those of a trainer who is inside."""
        seeds = centre_keys(self._ledger).values()
        found = [PrivateKeys(bytes.fromhex(seed)) for seed in seeds]
        try:
            return [*found, self._door.keys]
        except NotAllowed:
            return found


def _spoken(event: Event) -> Event:
    """An event as an organisation gets it: without its words where no report is made from them."""
    return event if event.header.kind in FOR_ORGANISATIONS else Event(event.header, None)


def signed_head(head: Head) -> SignedHead:
    """The same as the store keeps it."""
    return SignedHead(head.device, head.seq, head.hash, head.signature)


def _is_seed_of(public: str, seed: str) -> bool:
    try:
        return PrivateKeys(bytes.fromhex(seed)).public.box_hex == public
    except ValueError:
        return False


def in_batches(items: Iterable[Carried], size: int = BATCH) -> Iterator[list[Carried]]:
    """Batches of so many events, or of fewer where they are long, as photos are."""
    batch: list[Carried] = []
    letters = 0
    for one in items:
        batch.append(one)
        letters += len(one.body or "")
        if len(batch) == size or letters > _BATCH_LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch
