"""Bundles for a laptop that is in the room: what it lacks packed, and what it brings taken in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from trainer_app.bundles.lines import as_line
from trainer_app.bundles.live import NEWS_BYTES, Stretch
from trainer_app.bundles.opening import Bundle
from trainer_app.classroom.messages import MOST, Told
from trainer_app.domain.errors import BundleTooLarge, ForgedEvents
from trainer_app.domain.kinds import AUTHORITY, KINDS
from trainer_app.services.exchanging import Exchanging
from trainer_app.store import meeting
from trainer_app.store.meeting import End
from trainer_app.store.store import Store

_MOST_TO_PASS_ON = 2_000
"""Of a larger bundle the others get a bundle again, not its stretches."""


class Parcel(NamedTuple):
    """The bundles that bring what a laptop lacks, and what it has once it has taken them in."""

    bundles: list[bytes]
    known: dict[str, int]


class Merged(NamedTuple):
    """What a bundle brought: how many events were `new`, and by device up to where it `brought`
    them. `held` is how far the same are here then.

    `stretches` are what it carried, or None where that is too much to pass on, or needs to be
    vouched for as only a bundle does.
    """

    new: int
    brought: dict[str, int]
    held: dict[str, int]
    kinds: frozenset[str]
    stretches: list[Stretch] | None

    def unseen_history(self, store: Store, heard: Mapping[str, End]) -> set[str]:
        """Laptops of which the bundle's writer knows one history only, and this one knows two."""
        two = meeting.two_histories(store) & self.held.keys()
        return {one for one in two if heard.get(one) != meeting.end_of(store, one)}


def pack(
    store: Store, exchanging: Exchanging, since: dict[str, int] | None, heard: Mapping[str, End]
) -> Parcel:
    """Pack what a laptop lacks that has all up to `since`, or has come as far as `heard` says.

    Raises NotAllowed where a trainer has to admit this laptop first, or the store is closed.
    """
    had = meeting.had_by(store, heard) if since is None else since
    last = meeting.lasts(store)
    lacking = {device for device, seq in last.items() if seq > had.get(device, 0)}
    known = {device: max(last.get(device, 0), had.get(device, 0)) for device in {*last, *had}}
    return Parcel(_bundles(exchanging, had, last, sorted(lacking)), known)


def merge(store: Store, exchanging: Exchanging, writer: str, payload: bytes) -> Merged:
    """Take in the bundle of the laptop at the other end. Raises what a merge from a stick does."""
    bundle = exchanging.open(payload)
    if bundle.manifest.device != writer:
        raise ForgedEvents(file="")
    new = exchanging.take_in(bundle)
    brought: dict[str, int] = {}
    for head in bundle.manifest.heads:
        brought[head.device] = max(head.seq, brought.get(head.device, 0))
    held = {device: meeting.end_of(store, device).seq for device in brought}
    if not new:
        return Merged(0, brought, held, frozenset(), [])
    if bundle.received > _MOST_TO_PASS_ON:
        return Merged(new, brought, held, frozenset(KINDS), None)
    kinds = frozenset(event.header.kind for event in bundle.events())
    stretches = _stretches(bundle)
    plain = not kinds & AUTHORITY and all(one.size < NEWS_BYTES for one in stretches)
    return Merged(new, brought, held, kinds, stretches if plain else None)


def _bundles(
    exchanging: Exchanging, had: Mapping[str, int], last: Mapping[str, int], lacking: list[str]
) -> list[bytes]:
    """One bundle, or several where one would be too large for the room's network."""
    if not lacking:
        return []
    since = {**last, **{device: had.get(device, 0) for device in lacking}}
    try:
        whole = exchanging.write(since).whole
    except BundleTooLarge:
        whole = b""
    if whole and len(whole) <= MOST[Told.BUNDLE]:
        return [whole]
    if len(lacking) == 1:
        return []  # only a stick can bring so much of one laptop
    half = len(lacking) // 2
    parts = (lacking[:half], lacking[half:])
    return [whole for part in parts for whole in _bundles(exchanging, had, last, part)]


def _stretches(bundle: Bundle) -> list[Stretch]:
    """The runs of a bundle, each up to its signed end."""
    heads = {(head.device, head.seq, head.hash): head for head in bundle.manifest.heads}
    found, lines = [], []
    for one in bundle.carried():
        header = one.event.header
        lines.append(as_line(one.event))
        head = heads.get((header.device, header.seq, one.hash))
        if head is not None:
            found.append(Stretch(head, tuple(lines)))
            lines = []
    return found
