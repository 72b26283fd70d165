"""Laptops pool what they know: news written for the others, and theirs taken in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from trainer_app.bundles.manifest import Head, Manifest
from trainer_app.bundles.opening import Bundle, open_bundle
from trainer_app.bundles.writing import write_bundle
from trainer_app.domain.errors import NotAllowed, TrainerError
from trainer_app.domain.laptops import Laptop, Merged, Refusal
from trainer_app.keys.authority import Trust
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.laptop import LaptopKey
from trainer_app.services.admitting import centre_keys, signed_events, trust_of
from trainer_app.services.door import Door
from trainer_app.services.trainers import Trainers
from trainer_app.store import pooling, vouching
from trainer_app.store.pooling import BATCH, SignedHead
from trainer_app.store.records import Sealed

FOLDER, SUFFIX = "trainer-app", ".bundle"
FAR_AHEAD = 24 * 60 * 60
"""Seconds by which another laptop's clock may run ahead before it is named."""

Progress = Callable[[int, int], None]
Item = TypeVar("Item")


class Merging:
    """News to and from the other laptops of the centre, as files or on a stick."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._ledger = door.ledger
        self._store = door.ledger.store

    def write_news(self, file: Path, *, since_last: bool = False) -> int:
        """Write what this laptop holds; returns how many events.

        `since_last`: only what not every other laptop has said that it holds, so that a stick that
        was lost loses nothing. Raises DiskFull, ReadOnly, CannotWriteFile, BundleTooLarge.
        """
        self._ledger.require_trainer()
        since = pooling.known_everywhere(self._store) if since_last else {}
        heads = [head for head in self._heads() if head.seq > since.get(head.device, 0)]
        held = pooling.holds(self._store)
        manifest = Manifest(
            centre=self._door.centre,
            device=self._store.device,
            # A laptop whose battery is flat may wake up before 1970.
            made=max(0, int(self._ledger.now().timestamp() * 1000)),
            heads=tuple(Head(*head) for head in heads),
            holds=held,
            keys=centre_keys(self._ledger),
        )
        count = 0

        def counted() -> Iterator[Sealed]:
            nonlocal count
            for one in pooling.stretches(self._store, since, [head.hash for head in heads]):
                count += 1
                yield one

        write_bundle(
            file,
            laptop=self._laptop_key(),
            manifest=manifest,
            admissions=signed_events(self._ledger),
            events=(one.event for one in counted()),
            recipients=self._recipients(),
        )
        return count

    def write_to_stick(self, stick: Path) -> Path:
        """Put this laptop's news on a stick, in place of its older ones; returns the file."""
        folder = stick / FOLDER
        folder.mkdir(exist_ok=True)
        file = folder / f"{self._store.device}{SUFFIX}"
        self.write_news(file, since_last=True)
        return file

    def files_on(self, stick: Path) -> list[Path]:
        """Other laptops' news on a stick."""
        own = {self._store.device, *self._store.former()}
        found = sorted((stick / FOLDER).glob(f"*{SUFFIX}"))
        return [file for file in found if file.stem not in own]

    def merge(
        self,
        files: Sequence[Path],
        progress: Progress = lambda _done, _of: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Merged:
        """Take in what files bring. What is refused is said in the result; nothing of it counts.

        `progress(done, of)` tells events; `stopped` is asked between batches.
        """
        self._ledger.require_trainer()
        bundles, refused = self._opened(files)
        of = sum(bundle.received for bundle in bundles)
        done = new = 0
        for bundle in bundles:
            for batch in _batches(bundle.carried(), BATCH):
                if stopped():
                    break
                new += pooling.take_in(self._store, [Sealed(*one) for one in batch])
                done += len(batch)
                progress(done, of)
            else:
                self._note(bundle)
        if not self._ledger.substitute:
            Trainers(self._door).finish()
        letters = {one.id: one.letters for one in self.laptops()}
        return Merged(
            files=len(bundles),
            received=done,
            new=new,
            refused=tuple(refused),
            gaps=tuple(letters.get(id, "?") for id in pooling.gaps(self._store)),
            ahead=tuple(letters.get(b.manifest.device, "?") for b in bundles if self._is_ahead(b)),
            stopped=done < of,
        )

    def laptops(self) -> list[Laptop]:
        """All laptops of the centre, this one first."""
        return pooling.laptops(self._store, self._ledger.seconds())

    def _opened(self, files: Sequence[Path]) -> tuple[list[Bundle], list[Refusal]]:
        trust = trust_of(self._ledger, self._door.keyring)
        identities = self._identities()
        bundles, refused = [], []
        for file in files:
            try:
                bundle = open_bundle(
                    file, centre=self._door.centre, identities=identities, trust=trust
                )
            except TrainerError as error:
                refused.append(Refusal(file.name, error))
            else:
                bundles.append(bundle)
                trust = _learnt(trust, bundle)
        return bundles, refused

    def _note(self, bundle: Bundle) -> None:
        """Remember what was signed, what the writer has, and the keys that it knew."""
        manifest = bundle.manifest
        pooling.keep_heads(self._store, [SignedHead(*_fields(head)) for head in manifest.heads])
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
        own = {**self._store.former(), self._store.device: self._store.secret("laptop-key") or ""}
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

    def _laptop_key(self) -> LaptopKey:
        seed = self._store.secret("laptop-key")
        if seed is None:
            # A substitute opened a moved folder: a trainer has to admit it first.
            raise NotAllowed()
        return LaptopKey(bytes.fromhex(seed))

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
        seeds = centre_keys(self._ledger).values()
        return [*(PrivateKeys(bytes.fromhex(seed)) for seed in seeds), self._door.keys]

    def _is_ahead(self, bundle: Bundle) -> bool:
        return bundle.manifest.made / 1000 > self._ledger.now().timestamp() + FAR_AHEAD


def _learnt(trust: Trust, bundle: Bundle) -> Trust:
    return trust.learning(bundle.admissions)


def _is_seed_of(public: str, seed: str) -> bool:
    try:
        return PrivateKeys(bytes.fromhex(seed)).public.box_hex == public
    except ValueError:
        return False


def _fields(head: Head) -> tuple[str, int, str, str]:
    return head.device, head.seq, head.hash, head.signature


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch
