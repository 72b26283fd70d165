"""Carries events between the laptops of a room: all that was missed first, then each as it happens.

Two threads: one for what must be quick, one for bundles, which may take seconds.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from trainer_app.bundles.live import Stretch, in_messages
from trainer_app.classroom.messages import Message, Told
from trainer_app.classroom.threads import OnBug, report
from trainer_app.domain.errors import (
    BundleDamaged,
    NotAllowed,
    OtherCentre,
    TrainerError,
)
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.services.door import Door
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.room.bundles import Merged
from trainer_app.services.room.line import Line
from trainer_app.services.room.live_news import LiveNews, Taken
from trainer_app.services.room.notes import (
    MalformedNote,
    read_ack,
    read_holds,
    write_ack,
    write_holds,
)
from trainer_app.services.room.parcels import TRY_AGAIN_SECONDS, Parcels
from trainer_app.services.room.topics import topics_of
from trainer_app.services.room.work import Worker
from trainer_app.store import meeting
from trainer_app.store.records import Sealed

_PASS_ON_SECONDS = 0.1
"""So often one laptop, each in its turn, is told what came in from the others. In a large room a
laptop is told less often, and not all write to their disks at the same moment.
"""
_STRANGER_SECONDS = 30.0

Item = TypeVar("Item")
Topics = Callable[[frozenset[str]], None]


class Carrying:
    """All lines of one open store. It ends with the store, and nothing is written after that.

    `tell` hears, in this object's thread, which topics changed by what came in.
    """

    def __init__(self, door: Door, tell: Topics, on_bug: OnBug = report) -> None:
        self._store = door.ledger.store
        self._exchanging = Exchanging(door)
        self._news = LiveNews(door, self._exchanging)
        self._tell = tell
        self._lines: list[Line] = []
        self._own: deque[Sequence[Sealed]] = deque()
        # One queue, so that nothing of a laptop is heard out of its order; None: it joined.
        self._came: deque[tuple[Line, Message | None]] = deque()
        self._passes_on = False
        self._quick = Worker("room-news", on_bug)
        self._parcels = Parcels(self._store, self._exchanging, self._quick, on_bug)
        self.on_confirmed: Callable[[Line], None] = lambda _line: None
        """Hears, in a thread of the room, that a laptop confirmed more."""
        self._store.listen(self)

    # From any thread
    def join(self, line: Line) -> None:
        """A laptop is there: both tell each other what the other one lacks."""
        self._came.append((line, None))
        self._quick.do(self._take_all)

    def leave(self, line: Line) -> None:
        """It is gone."""
        self._quick.do(partial(self._leave, line))

    def hear(self, line: Line, message: Message) -> None:
        """It said something about events."""
        self._came.append((line, message))
        self._quick.do(self._take_all)

    def unconfirmed(self, line: Line) -> int:
        """How many of this laptop's own events the other one has not confirmed yet."""
        device = self._store.device
        return max(0, meeting.last_of(self._store, device) - line.acked.get(device, 0))

    def has_line_to(self, device: str) -> bool:
        """Whether a laptop is in the room by another way already."""
        return any(line.device == device for line in list(self._lines))

    def close(self) -> None:
        """End, and let go of the store; called by the store too, before it is closed."""
        self._store.leave(self)
        self._quick.close()
        self._parcels.close(self._lines)

    # What the store says
    def recorded(self, events: Sequence[Sealed]) -> None:
        """This laptop wrote something: it goes out at once."""
        self._own.append(events)
        self._quick.do(self._send_own)

    def closing(self) -> None:
        """The store is about to be closed."""
        self.close()

    # Lines come and go
    def _join(self, line: Line) -> None:
        self._lines.append(line)
        self._keys_told = self._news.known_keys()
        self._ask(line)
        if line.claim is not None:
            self._quick.after(_STRANGER_SECONDS, partial(self._mind_stranger, line))

    def _leave(self, line: Line) -> None:
        line.is_open = False
        if line in self._lines:
            self._lines.remove(line)
        self._parcels.remember(line)

    def _mind_stranger(self, line: Line) -> None:
        """Whoever has not shown by now who it is, has had its time."""
        if line.claim is not None and line.is_open:
            line.drop("forged")

    def _hear(self, line: Line, message: Message) -> None:
        if not line.is_open:
            return
        try:
            if message.told is Told.HOLDS:
                line.heard, line.keys = read_holds(message.payload)
                if line.claim is None:
                    line.confirms({device: end.seq for device, end in line.heard.items()})
                line.known, line.reset = None, True
                self._give(line)
            elif message.told is Told.BUNDLE:
                self._parcels.merge(line, message.payload, self._merged, self._ask)
            elif message.told is Told.ACK and line.claim is None:
                line.confirms(read_ack(message.payload))
                self.on_confirmed(line)
        except MalformedNote:
            line.drop("malformed")

    def _ask(self, line: Line) -> None:
        """Say how far this laptop has come, so that the other one brings what is missing."""
        wait = line.seconds_to_wait(TRY_AGAIN_SECONDS)
        if line.asking or not line.is_open:
            return
        if wait > 0:
            line.asking = True
            self._quick.after(wait, partial(self._ask_now, line))
        else:
            self._ask_now(line)

    def _ask_now(self, line: Line) -> None:
        line.asking, line.asked_at = False, time.monotonic()
        if line.claim is None:
            note = write_holds(meeting.ends(self._store), self._news.known_keys())
        else:
            note = write_holds({}, ())  # a stranger learns nothing of us
        line.send(Message(Told.HOLDS, note))

    # Bundles
    def _give(self, line: Line) -> None:
        """Bring all that it lacks; what is written meanwhile follows."""
        self._parcels.give(line, self._send_waiting)

    def _send_waiting(self, line: Line) -> None:
        waiting, line.waiting = line.waiting, []
        self._send(line, waiting)

    def _merged(self, line: Line, merged: Merged | None) -> None:
        self._look_anew()
        if merged is not None:
            self._settle(line, merged)
            self._pass_on_bundle(line, merged)
        held_back, line.held_back = line.held_back, []
        self._came.extendleft((line, message) for message in reversed(held_back))
        self._take_all()

    def _look_anew(self) -> None:
        """Keys and laptops may be others now; whoever closes news for us must hear of the keys."""
        self._news.forget()
        if self._news.known_keys() != self._keys_told:
            self._keys_told = self._news.known_keys()
            for line in self._lines:
                self._ask_now(line)

    def _settle(self, line: Line, merged: Merged) -> None:
        """After a bundle was taken in: say so, and see who is still one of us."""
        if not line.is_open:
            return
        line.send(Message(Told.ACK, write_ack(merged.held)))
        line.knows_now(merged.brought)
        if line.claim is not None or merged.kinds & AUTHORITY:
            self._look_who_counts()
        unseen = merged.unseen_history(self._store, line.heard) if merged.new else set()
        if line.is_open and unseen and line.known is not None:
            line.known = {device: seq for device, seq in line.known.items() if device not in unseen}
            self._give(line)

    def _look_who_counts(self) -> None:
        counts = meeting.laptop_keys(self._store)
        for line in list(self._lines):
            if line.claim is not None and line.claim.is_of(counts.get(line.device)):
                line.claim = None
                line.proven()
                self._ask_now(line)
                self._send_waiting(line)
            elif line.claim is None and line.device not in counts:
                line.drop("sent-away")

    def _pass_on_bundle(self, source: Line, merged: Merged) -> None:
        if not merged.new:
            return
        self._tell(topics_of(merged.kinds))
        if merged.stretches is not None:
            self._later(source, merged.stretches)
            return
        for line in self._lines:
            if line is not source:
                self._give(line)

    # As it happens
    def _send_own(self) -> None:
        events = [one for some in _emptied(self._own) for one in some]
        if not events:
            return
        if any(one.event.header.kind in AUTHORITY for one in events):
            self._look_anew()
            self._look_who_counts()
            for line in self._lines:
                self._give(line)
            return
        try:
            stretches = self._news.written(events)
        except NotAllowed:
            return  # a trainer has to admit this laptop first
        for line in self._lines:
            self._send(line, stretches)

    def _send(self, line: Line, stretches: Iterable[Stretch]) -> None:
        """Send what it lacks, now or after the bundle that is being made."""
        if not line.is_ready:
            line.waiting += stretches
            return
        for part in in_messages([one for one in stretches if line.lacks(one)]):
            payload = self._news.closed(part, line.keys)
            if payload is None:
                return  # a trainer has to unlock one of the two first
            line.send(Message(Told.NEWS, payload))
            line.knows_now({one.head.device: one.head.seq for one in part})

    def _take_all(self) -> None:
        """All that came, in its order; what several laptops just wrote is taken in together."""
        group: list[tuple[Line, Stretch]] = []
        for line, message in _emptied(self._came):
            if message is None:
                self._join(line)
            elif message.told is not Told.NEWS:
                self._hear(line, message)
            elif line.merging:
                line.held_back.append(message)
            elif line.is_open and line.claim is None:
                group += self._opened(line, message.payload)
        if group:
            self._take(group)

    def _opened(self, line: Line, payload: bytes) -> list[tuple[Line, Stretch]]:
        try:
            return [(line, one) for one in self._news.opened(payload)]
        except OtherCentre:
            return []
        except BundleDamaged:
            line.drop("malformed")
            return []

    def _take(self, group: list[tuple[Line, Stretch]]) -> None:
        try:
            taken = self._news.take_in(group)
        except TrainerError:
            # A full disk, say: nothing was confirmed, and all of it is asked for again.
            self._news.forget()
            for line in {line for line, _ in group}:
                self._quick.after(TRY_AGAIN_SECONDS, partial(self._ask, line))
            return
        for line, held in taken.held.items():
            line.send(Message(Told.ACK, write_ack(held)))
            line.knows_now(held)
        self._blame(taken)
        if taken.new:
            self._later_each(taken.new)
            self._tell(topics_of(taken.kinds))

    def _blame(self, taken: Taken[Line]) -> None:
        for line, device in taken.forged:
            if device == line.device:
                line.drop("forged")
            else:
                self._ask(line)
        for line in taken.unlinked:
            self._ask(line)

    # On to the others
    def _later(self, source: Line, stretches: Iterable[Stretch]) -> None:
        self._later_each([(source, one) for one in stretches])

    def _later_each(self, stretches: list[tuple[Line, Stretch]]) -> None:
        for line in self._lines:
            line.to_come += [one for source, one in stretches if source is not line]
        self._pass_on_soon()

    def _pass_on_soon(self) -> None:
        if not self._passes_on and any(line.to_come for line in self._lines):
            self._passes_on = True
            self._quick.after(_PASS_ON_SECONDS, self._pass_on)

    def _pass_on(self) -> None:
        self._passes_on = False
        waiting = [line for line in self._lines if line.to_come]
        if waiting:
            line = min(waiting, key=lambda one: one.told_at)
            to_come, line.to_come, line.told_at = line.to_come, [], time.monotonic()
            self._send(line, to_come)
            self._pass_on_soon()


def _emptied(queue: deque[Item]) -> list[Item]:
    found = []
    while queue:
        found.append(queue.popleft())
    return found
