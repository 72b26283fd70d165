"""Laptops of an invented centre that write chains of events and bundles of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainer_app.bundles.manifest import Head, Manifest
from trainer_app.bundles.writing import bundled, write_bundle
from trainer_app.domain.events import EARLIEST_CLOCK, NO_HASH, Draft, Event, seal
from trainer_app.domain.kinds import AUTHORITY, KINDS
from trainer_app.keys.authority import Trust, signed
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.laptop import LaptopKey

CENTRE = "centre-1"
TRAINER = "trainer-1"
TRAINER_KEYS = PrivateKeys(bytes(range(32)))
CENTRE_KEYS = PrivateKeys(bytes(range(1, 33)))
TRUST = Trust(CENTRE, {TRAINER: frozenset({TRAINER_KEYS.public.sign_hex})}, {})


@dataclass
class WritingLaptop:
    """A laptop that writes its chain; `key` may be renewed."""

    id: str
    number: int
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = LaptopKey(bytes([self.number] * 32))

    def write(
        self,
        kind: str,
        body: dict[str, Any],
        subject: str | None = None,
        version: int | None = None,
        clock: int = 0,
    ) -> Event:
        """Add one event to the chain; a trainer signs what only she may say."""
        if kind in AUTHORITY and "signature" not in body:
            said = {name: value for name, value in body.items() if name != "signer"}
            body = signed(TRAINER_KEYS, TRAINER, CENTRE, kind, subject, said)
        seq = len(self.events) + 1
        event = seal(
            Draft(kind, body, subject, TRAINER),
            id=f"event-{self.id}-{self.number}-{seq}",
            device=self.id,
            seq=seq,
            clock=clock or EARLIEST_CLOCK + seq,
            previous=self.events[-1].header.hash() if self.events else NO_HASH,
            salt=f"{self.number:02x}{seq:030x}",
            version=version or (KINDS[kind].version if kind in KINDS else 1),
        )
        self.events.append(event)
        return event

    def marks(self, count: int) -> WritingLaptop:
        """Write marks of attendance, as an evening does."""
        for at in range(count):
            body = {
                "session": "s1",
                "status": "present",
                "late": 0,
                "early": 0,
                "role": "participant",
            }
            self.write("attendance-marked", body, f"person-{at % 40}")
        return self

    def head(self, seq: int | None = None) -> Head:
        """The signed end of the chain, or of its first `seq` events."""
        header = self.events[(seq or len(self.events)) - 1].header
        said = self.key.sign_head(self.id, header.seq, header.hash())
        return Head(self.id, header.seq, header.hash(), said)

    def twin(self, after: int, number: int) -> WritingLaptop:
        """A copy of the data folder that writes on after the first events, with the same key."""
        copy = WritingLaptop(self.id, number, list(self.events[:after]))
        copy.key = self.key
        return copy


def admission(
    laptop: WritingLaptop, by: PrivateKeys = TRAINER_KEYS, signer: str = TRAINER
) -> Event:
    """A trainer's word that a laptop with its present key belongs to the centre."""
    body = {"laptop": laptop.id, "code": "B", "sign_key": laptop.key.public.hex()}
    said = signed(by, signer, CENTRE, "laptop-admitted", None, body)
    return WritingLaptop(f"office-{laptop.id}", 200).write("laptop-admitted", said)


def manifest(laptop: WritingLaptop, heads: Iterable[Head], centre: str = CENTRE) -> Manifest:
    """What a laptop says of its bundle."""
    found = tuple(heads)
    holds = {head.device: head.seq for head in found}
    return Manifest(centre, laptop.id, EARLIEST_CLOCK, found, holds, {"centre-key": "ab" * 32})


def write(
    file: Path,
    laptop: WritingLaptop,
    *,
    heads: Sequence[Head] | None = None,
    events: Iterable[Event] | None = None,
    admissions: Sequence[Event] | None = None,
    recipients: Sequence[PublicKeys] = (CENTRE_KEYS.public,),
    centre: str = CENTRE,
) -> int:
    """Write a laptop's bundle: its own chain unless something else is said."""
    found = ([laptop.head()] if laptop.events else []) if heads is None else heads
    whole = bundled(
        file.name,
        laptop=laptop.key,
        manifest=manifest(laptop, found, centre),
        admissions=[admission(laptop)] if admissions is None else admissions,
        events=laptop.events if events is None else events,
        recipients=recipients,
    )
    return write_bundle(file, whole)
