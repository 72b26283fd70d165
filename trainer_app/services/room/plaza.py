"""The shared Plaza of an open room: it lives in the memory of the trainer's laptop, and ends there.

Nothing of it is written anywhere, and what people type stands in no log.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.shared_plaza import PlazaRefused, SharedPlaza
from trainer_app.domain.wall_acts import NO_THINGS, OF_TRAINER, TRAINER, WallAct, WallThings
from trainer_app.services.room.carrying import Topics
from trainer_app.services.room.notes import MalformedNote
from trainer_app.services.room.plaza_notes import (
    Hello,
    News,
    Note,
    Opened,
    Refused,
    in_parts,
    read_note,
    write_note,
)

Send = Callable[[bytes, str], None]
"""To one laptop by its RoomLaptop's id, or to all where it is ""."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """Who plays a person: a laptop, and the key by which it comes back."""

    laptop: str
    key: str


class HostedPlaza:
    """May be used from any thread: the window's leads it, the room's hands on what laptops say.

    `mode` tells how it stands, `seconds` the time in UTC seconds, `here` which laptops are here
    now; `tell` hears of the topic "plaza".
    """

    def __init__(
        self,
        send: Send,
        mode: Callable[[], PlazaMode],
        seconds: Callable[[], int],
        here: Callable[[], frozenset[str]],
        tell: Topics,
    ) -> None:
        self._send, self._mode, self._seconds = send, mode, seconds
        self._here, self._tell = here, tell
        self._lock = threading.RLock()
        self._id, self._things = "", NO_THINGS
        self._wall = SharedPlaza()
        self._seats: dict[str, _Seat] = {}
        self._greeted: set[str] = set()

    @property
    def wall(self) -> SharedPlaza:
        """All that stands on it now."""
        return self._wall

    def laptop_of(self, who: str) -> str:
        """The id of the laptop that plays a person, "" if none does."""
        with self._lock:
            seat = self._seats.get(who)
        return seat.laptop if seat else ""

    # The trainer
    def begin(self, things: WallThings) -> None:
        """Put up an empty wall, unless there is one."""
        with self._lock:
            if self._id:
                return
            self._id, self._things = secrets.token_hex(8), things
            self._say(Opened(self._id))
        self._tell(frozenset({"plaza"}))

    def end(self) -> None:
        """The wall is gone, with all that stood on it."""
        with self._lock:
            self._id, self._wall = "", SharedPlaza()
            self._seats.clear()
            self._greeted.clear()
        self._tell(frozenset({"plaza"}))

    def take_down(self, number: int) -> None:
        """Take a post or an answer off the wall; nothing if it is gone already."""
        self._act_of_trainer(WallAct("take-down", of=number))

    def let_write(self, who: str, *, words: bool) -> None:
        """Whether a laptop, by the person that it plays, may write words where others may."""
        self._act_of_trainer(WallAct("words-again" if words else "set-phrases", whom=who))

    # The laptops
    def came(self, laptop: str) -> None:
        """A laptop is in the room, perhaps again."""
        with self._lock:
            self._greeted.discard(laptop)
            if self._id:
                self._say(Opened(self._id), laptop)

    def heard(self, laptop: str, payload: bytes) -> None:
        """A laptop says something about the wall. Raises MalformedNote."""
        note = read_note(payload)
        with self._lock:
            match note:
                case Hello(key):
                    self._greet(laptop, key)
                case News(wall, act):
                    self._wish(laptop, wall, act)
                case _:
                    raise MalformedNote

    def _greet(self, laptop: str, key: str) -> None:
        if not self._id or not key or laptop in self._greeted:
            return
        self._greeted.add(laptop)
        you = self._seat(laptop, key)
        for part in in_parts(self._id, you, self._wall.acts, self._wall.last):
            self._say(part, laptop)
        self._tell(frozenset({"plaza"}))

    def _wish(self, laptop: str, wall: str, act: WallAct) -> None:
        who = next((who for who, seat in self._seats.items() if seat.laptop == laptop), "")
        if not who or wall != self._id:
            return  # the wall that it means is gone; it will see so
        if act.kind in OF_TRAINER:
            raise MalformedNote
        refused = self._do(replace(act, who=who))
        if refused is not None:
            self._say(refused, laptop)

    def _act_of_trainer(self, act: WallAct) -> None:
        with self._lock:
            self._do(replace(act, who=TRAINER))

    def _do(self, act: WallAct) -> Refused | None:
        act = replace(act, number=self._wall.last + 1, at=self._seconds())
        try:
            self._wall = self._wall.after(act, self._mode(), self._things)
        except PlazaRefused as error:
            return Refused(error.reason)
        # Said while nobody else can act: all laptops hear the same acts in the same order.
        self._say(News(self._id, act))
        self._tell(frozenset({"plaza"}))
        return None

    def _seat(self, laptop: str, key: str) -> str:
        """The person that a laptop plays: its own one again, a free one, or one who is away."""
        for who, seat in self._seats.items():
            if laptop == seat.laptop or secrets.compare_digest(key.encode(), seat.key.encode()):
                self._seats[who] = _Seat(laptop, key)
                return who
        free = [who for who in self._things.people if who not in self._seats]
        here = self._here()
        away = [who for who, seat in self._seats.items() if seat.laptop not in here]
        for who in (*free, *away):
            self._seats.pop(who, None)
            self._seats[who] = _Seat(laptop, key)
            return who
        return ""

    def _say(self, note: Note, laptop: str = "") -> None:
        self._send(write_note(note), laptop)
