"""A room's shared wall without a network: what is said is heard at once."""

from __future__ import annotations

from collections.abc import Callable

from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.wall_acts import WallThings
from trainer_app.services.room.plaza import HostedPlaza
from trainer_app.services.room.seen_plaza import SeenPlaza


class _Ends:
    """What a laptop's side of the room is for the wall: it says, and is told."""

    def __init__(self, laptop: str, room: WallRoom) -> None:
        self._laptop, self._room = laptop, room
        self.on_plaza: Callable[[bytes], None] = lambda _payload: None
        self.on_change: Callable[[frozenset[str]], None] = lambda _topics: None

    def send_plaza(self, payload: bytes) -> None:
        self._room.host.heard(self._laptop, payload)


class WallRoom:
    """`mode` is how the trainer lets it be, `now` the time in seconds."""

    def __init__(self, things: WallThings, mode: PlazaMode = "set-phrases") -> None:
        self.mode: PlazaMode = mode
        self.now = 0
        self.changed: list[Callable[[frozenset[str]], None]] = []
        self._ends: dict[str, _Ends] = {}
        self.host = HostedPlaza(
            self._say,
            lambda: self.mode,
            lambda: self.now,
            lambda: frozenset(self._ends),
            self._tell,
        )
        self.host.begin(things)

    def laptop(self, name: str) -> SeenPlaza:
        """A laptop comes, and sees the wall."""
        ends = self._ends[name] = _Ends(name, self)
        seen = SeenPlaza(ends)  # type: ignore[arg-type]
        self.host.came(name)
        return seen

    def _say(self, payload: bytes, to: str) -> None:
        for name, ends in self._ends.items():
            if to in ("", name):
                ends.on_plaza(payload)

    def _tell(self, topics: frozenset[str]) -> None:
        for hear in self.changed:
            hear(topics)
