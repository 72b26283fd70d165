"""What laptops of a room write, as it happens: signed and closed here, checked and taken in there.

The same checks as for bundles, with one more: a stretch follows what is here already. Whatever
does not, or needs a trainer's signature, travels as a bundle.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from trainer_app.bundles.lines import Carried, as_line
from trainer_app.bundles.live import STRETCH_BYTES, Stretch, checked_stretch, closed, opened
from trainer_app.bundles.manifest import Head
from trainer_app.domain.errors import ForgedEvents, UnknownLaptop
from trainer_app.domain.events import NO_HASH
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.keys.authority import Trust
from trainer_app.keys.laptop import LaptopKey
from trainer_app.services.admitting import centre_keys
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging, signed_head
from trainer_app.store import meeting, vouching
from trainer_app.store.meeting import End
from trainer_app.store.records import Sealed

Source = TypeVar("Source", bound=Hashable)
MOST_AT_ONCE = 200
"""So many events are committed together: this laptop's own answers wait for no more."""


@dataclass(slots=True)
class Taken(Generic[Source]):
    """What became of stretches. By source: how far each laptop's events are here now (`held`).

    `new`: what others may not have yet. `unlinked`: from whom a bundle is needed. `forged`: who
    brought what its laptop did not sign, and in whose name.
    """

    new: list[tuple[Source, Stretch]] = field(default_factory=list)
    held: dict[Source, dict[str, int]] = field(default_factory=dict)
    unlinked: set[Source] = field(default_factory=set)
    forged: set[tuple[Source, str]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


class LiveNews:
    """Used by one thread only. It remembers how far every laptop's events are here."""

    def __init__(self, door: Door, exchanging: Exchanging) -> None:
        self._ledger, self._store = door.ledger, door.ledger.store
        self._exchanging = exchanging
        self._ends: dict[str, End] = {}
        self._trust: Trust | None = None
        self._keys: dict[str, bytes] | None = None
        self._current: str | None = None
        self._own: tuple[str, LaptopKey] | None = None

    def forget(self) -> None:
        """Something came in another way: look again at all that was remembered."""
        self._ends.clear()
        self._trust = self._keys = self._own = None

    def written(self, events: Sequence[Sealed]) -> list[Stretch]:
        """What this laptop just wrote, signed; no event of a trainer's authority among it."""
        stretches: list[Stretch] = []
        lines: list[bytes] = []
        size = 0
        for one in events:
            lines.append(as_line(one.event))
            size += len(lines[-1])
            if size >= STRETCH_BYTES or one is events[-1]:
                stretches.append(Stretch(self._signed(one), tuple(lines)))
                lines, size = [], 0
        if events:
            header = events[-1].event.header
            self._ends[header.device] = End(header.seq, events[-1].hash)
        return stretches

    def closed(self, stretches: Sequence[Stretch], known_there: Iterable[str]) -> bytes | None:
        """A message for a laptop that knows these keys of the centre (public halves in hex).

        None where there is no key that both know: a trainer has to unlock one of the two first.
        """
        seeds = self._seeds()
        shared = [key for key in known_there if key in seeds]
        if self._current in shared:
            public = self._current
        elif self._current not in seeds and shared:
            # This laptop has not followed a removal yet; the other one has.
            public = shared[0]
        else:
            return None
        return closed(stretches, str(public), seeds[str(public)])

    def known_keys(self) -> list[str]:
        """Public halves of the centre's keys that this laptop knows."""
        return list(self._seeds())

    def opened(self, payload: bytes) -> list[Stretch]:
        """What a message holds, nothing of it checked. Raises OtherCentre, BundleDamaged."""
        return opened(payload, self._seeds())

    def take_in(self, stretches: Sequence[tuple[Source, Stretch]]) -> Taken[Source]:
        """Check stretches and commit what is new, all in as few transactions as may be.

        What `held` says is on the disk. Raises DiskFull, ReadOnly, StoreDamaged, NotAllowed: then
        part of it may be in, and nothing is said about it.
        """
        taken: Taken[Source] = Taken()
        batch: list[Carried] = []
        heads: list[Head] = []
        ends: dict[str, End] = {}
        for source, stretch in stretches:
            fresh = self._fresh(source, stretch, ends, taken)
            if fresh:
                batch += fresh
                heads.append(stretch.head)
                taken.new.append((source, stretch))
                taken.kinds.update(one.event.header.kind for one in fresh)
            if len(batch) >= MOST_AT_ONCE:
                self._commit(batch, heads, ends)
                batch, heads = [], []
        if batch:
            self._commit(batch, heads, ends)
        return taken

    def _fresh(
        self, source: Source, stretch: Stretch, ends: dict[str, End], taken: Taken[Source]
    ) -> list[Carried]:
        """The events of a stretch that are not here yet, once it is known to be right."""
        head = stretch.head
        try:
            carried = checked_stretch(stretch, self._trusted())
        except UnknownLaptop:
            taken.unlinked.add(source)
            return []
        except ForgedEvents:
            taken.forged.add((source, head.device))
            return []
        fresh = self._linked(carried, ends)
        if fresh is None or any(one.event.header.kind in AUTHORITY for one in fresh):
            taken.unlinked.add(source)
            return []
        if fresh:
            ends[head.device] = End(head.seq, head.hash)
        held = taken.held.setdefault(source, {})
        held[head.device] = max(held.get(head.device, 0), head.seq)
        return fresh

    def _linked(self, carried: list[Carried], ends: dict[str, End]) -> list[Carried] | None:
        """What follows the end that is known; None where the two do not meet."""
        first = carried[0].event.header
        end = ends.get(first.device) or self._end(first.device)
        found = _after(carried, end)
        if found is None and first.device not in ends:
            # Perhaps a stick brought more meanwhile.
            self._ends.pop(first.device, None)
            found = _after(carried, self._end(first.device))
        if found is None:
            last = carried[-1]
            header = last.event.header
            return (
                [] if meeting.is_there(self._store, header.device, header.seq, last.hash) else None
            )
        return found

    def _commit(self, batch: list[Carried], heads: list[Head], ends: dict[str, End]) -> None:
        events = [Sealed(*one) for one in batch]
        meeting.take_in_now(self._store, events, [signed_head(head) for head in heads])
        for head in heads:
            self._ends[head.device] = ends[head.device]

    def _end(self, device: str) -> End:
        if device not in self._ends:
            self._ends[device] = meeting.end_of(self._store, device)
        return self._ends[device]

    def _trusted(self) -> Trust:
        if self._trust is None:
            self._trust = self._exchanging.trust()
        return self._trust

    def _seeds(self) -> dict[str, bytes]:
        if self._keys is None:
            known = centre_keys(self._ledger).items()
            self._keys = {public: bytes.fromhex(seed) for public, seed in known}
            self._current = vouching.centre_key(self._store)
        return self._keys

    def _signed(self, one: Sealed) -> Head:
        """The end of a stretch of this laptop's own. Raises NotAllowed before it is admitted."""
        header = one.event.header
        if self._own is None or self._own[0] != header.device:
            self._own = (header.device, self._exchanging.laptop_key())
        signature = self._own[1].sign_head(header.device, header.seq, one.hash)
        return Head(header.device, header.seq, one.hash, signature)


def _after(carried: list[Carried], end: End) -> list[Carried] | None:
    """Those events that follow an end, which the first or one of them must meet."""
    first = carried[0].event.header
    skip = end.seq + 1 - first.seq
    if skip < 0 or skip > len(carried):
        return None
    if skip == 0:
        before = first.previous
        meets = before == (end.mark if end.seq else NO_HASH)
    else:
        meets = carried[skip - 1].hash == end.mark
    return carried[skip:] if meets else None
