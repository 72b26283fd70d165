"""Which room this laptop goes to next, and where it does not go again for a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator

from trainer_app.classroom.messages import Role
from trainer_app.domain.rooms import FoundRoom
from trainer_app.services.room.visit import Target

_NEVER = float("inf")
_SECONDS_UNTIL_AGAIN = {
    "silent": 1.0, "": 2.0, "not-found": 3.0, "refused": 10.0, "other-centre": 60.0, "forged": 60.0,
}  # fmt: skip
"""After any other reason only a person goes there again."""


class Ways:
    """Rooms that were found or typed. `clock` counts seconds, from whenever."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._not_before: dict[tuple[str, int], float] = {}
        self.found: tuple[FoundRoom, ...] = ()
        self.typed: tuple[str, int] | None = None
        """An address of our own centre's room that somebody typed, or that was joined before."""
        self.guest_at: tuple[str, int] | None = None
        self.code = ""
        """The code of the room in which this laptop is a guest; then it goes to no other."""

    def next(self, role: Role | None, own_rooms: Collection[str]) -> Target | None:
        """Where to go now; `role` is what this laptop is in its own centre's rooms, if anything.

        `own_rooms` are names of rooms that this very laptop has opened.
        """
        now = self._clock()
        for target in self._targets(role, own_rooms):
            if self._not_before.get((target.host, target.port), 0.0) <= now:
                return target
        return None

    def wait(self) -> float | None:
        """Seconds until another try may be worth it; None where nothing is waited for."""
        ahead = [at - self._clock() for at in self._not_before.values() if at != _NEVER]
        return min((max(0.0, one) for one in ahead if one > 0), default=None)

    def went_wrong(self, target: Target, reason: str) -> None:
        """A visit there ended, or never began."""
        seconds = _SECONDS_UNTIL_AGAIN.get(reason, _NEVER)
        self._not_before[target.host, target.port] = self._clock() + seconds

    def forgive(self) -> None:
        """Try all again: a person asks for it, or something is different now."""
        self._not_before.clear()

    def for_guests(self) -> list[tuple[str, int]]:
        """All rooms that a guest may try a code at."""
        return [(room.host, room.port) for room in self.found]

    def _targets(self, role: Role | None, own_rooms: Collection[str]) -> Iterator[Target]:
        if self.code:
            first = [] if self.guest_at is None else [self.guest_at]
            for host, port in dict.fromkeys((*first, *self.for_guests())):
                yield Target(host, port, "guest", self.code)
            return
        if role is None:
            return
        for room in self.found:
            if room.ours and room.name not in own_rooms:
                yield Target(room.host, room.port, role, name=room.name)
        if self.typed is not None:
            yield Target(*self.typed, role)
