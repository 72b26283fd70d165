"""Opens a bundle: everything in it is checked before anything of it is handed on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.bundles import envelope, limits
from trainer_app.bundles.lines import Carried, carried, checked
from trainer_app.bundles.manifest import Manifest
from trainer_app.bundles.packing import unpacked
from trainer_app.bundles.runs import Runs, check_heads
from trainer_app.domain.errors import (
    BundleDamaged,
    BundleTooLarge,
    ForgedEvents,
    MalformedEvent,
    OtherCentre,
    UnknownLaptop,
)
from trainer_app.domain.events import Event, canonical
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.keys.authority import Trust
from trainer_app.keys.keypair import PrivateKeys, signed_by


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was found right throughout.

    `trust`: what is trusted with its admissions known. `admissions`: those that count; of these
    events only kind, subject and body are vouched for, so they are never written to a log.
    """

    manifest: Manifest
    trust: Trust
    admissions: tuple[Event, ...]
    _packed: bytes = field(repr=False)
    _file: str

    @property
    def received(self) -> int:
        """How many events it carries."""
        return self.manifest.events

    def events(self) -> Iterator[Event]:
        """The events, run by run; unpacked anew each time, never all in memory."""
        return (one.event for one in self.carried())

    def carried(self) -> Iterator[Carried]:
        """The events with what was reckoned about them already: header hash and body text."""
        return (carried(line) for line in self._lines())

    def _lines(self) -> Iterator[bytes]:
        return unpacked(self._packed, self.manifest.events, self.manifest.size, self._file)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the packed events."""

    device: str
    signature: bytes
    manifest: Manifest
    admitted: tuple[str, ...]
    admissions: tuple[Event, ...]


def open_bundle(
    bundle: Path | bytes, *, centre: str, identities: Sequence[PrivateKeys], trust: Trust
) -> Bundle:
    """Open and check a bundle, a file or its bytes; what is returned can be written without fear.

    Raises, in this order: UnreadableFile, NotABundle, NewerBundle, BundleTooLarge, OtherCentre,
    BundleDamaged, UnknownLaptop, ForgedEvents; the last four again for what is inside.
    """
    if isinstance(bundle, bytes):
        closed = envelope.read_bytes(bundle, "")
    else:
        closed = envelope.read_file(bundle)
    return _opened(closed, centre, identities, trust)


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who says to have written a bundle, before anything of it is trusted.

    `admissions`: what it brings for a reader to come to trust the writer by.
    """

    centre: str
    device: str
    admissions: tuple[Event, ...]


def introduced(bundle: Path, identities: Sequence[PrivateKeys]) -> Introduction:
    """Whom a bundle is from, for a reader who hears from many centres: no more than its claim.

    Raises UnreadableFile, NotABundle, NewerBundle, BundleTooLarge, OtherCentre, BundleDamaged,
    ForgedEvents.
    """
    closed = envelope.read_file(bundle)
    line, break_, _body = envelope.opened_for(closed, identities).partition(b"\n")
    if not break_ or len(line) > limits.HEAD_BYTES:
        raise BundleDamaged(file=closed.name)
    head = _head(line, closed.name)
    if not envelope.is_of(closed, head.manifest.centre):
        raise OtherCentre(file=closed.name)
    return Introduction(head.manifest.centre, head.manifest.device, head.admissions)


def _opened(
    closed: envelope.Envelope, centre: str, identities: Sequence[PrivateKeys], trust: Trust
) -> Bundle:
    name = closed.name
    line, break_, body = envelope.opened(closed, centre, identities).partition(b"\n")
    if not break_ or len(line) > limits.HEAD_BYTES:
        raise BundleDamaged(file=name)
    head = _head(line, name)
    if head.manifest.centre != centre:
        raise OtherCentre(file=name)
    known = trust.learning(head.admissions)
    _check_writer(head, body, known, name)
    if head.manifest.events > limits.EVENTS or head.manifest.size > limits.UNPACKED_BYTES:
        raise BundleTooLarge(file=name)
    check_heads(head.manifest.heads, known, name)
    counting = tuple(event for event in head.admissions if known.vouches(event))
    bundle = Bundle(head.manifest, known, counting, body, name)
    ever = trust.everybody_ever().learning(head.admissions) if trust.retired else known
    _check_events(bundle, ever)
    return bundle


def _head(line: bytes, name: str) -> _Head:
    try:
        fields = json.loads(line.decode())
        if canonical(fields) != line:
            raise BundleDamaged(file=name)
        return _Head(
            device=str(fields["device"]),
            signature=bytes.fromhex(fields["signature"]),
            manifest=Manifest.from_json(fields["manifest"]),
            admitted=tuple(fields["admissions"]),
            admissions=tuple(checked(one.encode()).event for one in fields["admissions"]),
        )
    except MalformedEvent as trouble:
        raise ForgedEvents(file=name) from trouble
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BundleDamaged(file=name) from None


def _check_writer(head: _Head, body: bytes, known: Trust, name: str) -> None:
    """The packed bytes are under the signature: what no laptop signed is never unpacked."""
    keys = known.laptops.get(head.device)
    if keys is None:
        raise UnknownLaptop(file=name)
    said = head.manifest.statement(head.admitted, body)
    if head.manifest.device != head.device or not any(
        signed_by(bytes.fromhex(key), said, head.signature) for key in keys
    ):
        raise ForgedEvents(file=name)


def _check_events(bundle: Bundle, ever: Trust) -> None:
    """`ever`: with retired keys too, for a laptop may not have heard yet of a removal."""
    name = bundle._file
    runs = Runs(bundle.manifest.heads, bundle.trust, name)
    for line in bundle._lines():
        try:
            one = checked(line)
        except MalformedEvent as trouble:
            raise ForgedEvents(file=name) from trouble
        runs.follow(one.event.header, one.hash)
        if one.event.header.kind in AUTHORITY and not ever.was_signed(one.event):
            raise ForgedEvents(file=name)
    runs.finish()
