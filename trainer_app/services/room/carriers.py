"""What the two sides of a room on one laptop share: its own room, and others that it joined."""

from __future__ import annotations

import threading

from trainer_app.classroom.threads import OnBug, report
from trainer_app.services.door import Door
from trainer_app.services.room.carrying import Carrying, Topics
from trainer_app.store.store import Store


class Carriers:
    """One `Carrying` for each open store, made when the first needs it."""

    def __init__(self, on_bug: OnBug = report) -> None:
        self.on_bug = on_bug
        self._lock = threading.Lock()
        self._now: tuple[Store, Carrying] | None = None
        self._hears: list[Topics] = []
        self.own_rooms: set[str] = set()
        """Names under which this laptop's own room is announced."""

    def hear(self, topics: Topics) -> None:
        """Have somebody hear of what changed by what came in, in a thread of the room."""
        self._hears.append(topics)

    def hush(self, topics: Topics) -> None:
        """Have it hear no more."""
        if topics in self._hears:
            self._hears.remove(topics)

    def of(self, door: Door) -> Carrying:
        """What carries the events of an open centre. Raises NotAllowed while it is locked."""
        store = door.ledger.store
        with self._lock:
            if self._now is None or self._now[0] is not store:
                self._now = (store, Carrying(door, self._tell, self.on_bug))
            return self._now[1]

    def _tell(self, topics: frozenset[str]) -> None:
        for hear in list(self._hears):
            hear(topics)
