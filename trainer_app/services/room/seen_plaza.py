"""The shared Plaza as a laptop of the room sees it: what stands there, and what it does itself."""

from __future__ import annotations

import secrets
import threading

from trainer_app.domain.shared_plaza import SharedPlaza
from trainer_app.domain.wall_acts import Refusal, WallAct
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.notes import MalformedNote
from trainer_app.services.room.plaza_notes import (
    Hello,
    News,
    Opened,
    Refused,
    Whole,
    read_note,
    write_note,
)

_MOST_ACTS = 20_000
"""More than can stand on any wall."""


class SeenPlaza:
    """Hears the room through `attaching`, and tells its `on_change` of the topic "plaza".

    `wall`, `who` and `refused` are read in the window's thread. When the room is lost the wall
    stands as it was, until the room is back.
    """

    def __init__(self, attaching: Attaching) -> None:
        self._attaching = attaching
        self._key = secrets.token_hex(16)
        self._lock = threading.Lock()
        self._id = ""
        self._coming: tuple[str, list[WallAct]] = ("", [])
        self._wall = SharedPlaza()
        self._who = ""
        self._refused: Refusal = ""
        attaching.on_plaza = self.heard

    @property
    def wall(self) -> SharedPlaza:
        """All that stood on it when this laptop heard of it last."""
        return self._wall

    @property
    def is_here(self) -> bool:
        """Whether the wall has come over."""
        return bool(self._id)

    @property
    def who(self) -> str:
        """Whom this laptop plays; "" where it can only look."""
        return self._who

    def take_refused(self) -> Refusal:
        """Why what was wished for last cannot be, once; "" if it can."""
        refused, self._refused = self._refused, ""
        return refused

    def act(self, act: WallAct) -> None:
        """Wish for something; it stands on the wall when the room says so."""
        self._attaching.send_plaza(write_note(News(self._id, act)))

    def forget(self) -> None:
        """It is over, or others sit here now: nothing of it is left on this laptop."""
        with self._lock:
            self._id, self._who, self._refused = "", "", ""
            self._wall, self._coming = SharedPlaza(), ("", [])

    def heard(self, payload: bytes) -> None:
        """The room said something about the wall; in a thread of the room. Raises MalformedNote."""
        note = read_note(payload)
        match note:
            case Opened():
                self._attaching.send_plaza(write_note(Hello(self._key)))
                return
            case Whole():
                self._take(note)
            case News(wall, act):
                self._add(wall, act)
            case Refused(reason):
                self._refused = reason
            case _:
                raise MalformedNote
        self._attaching.on_change(frozenset({"plaza"}))

    def _take(self, note: Whole) -> None:
        with self._lock:
            begun = self._coming[1] if self._coming[0] == note.wall else []
            acts = [*begun, *note.acts]
            if len(acts) > _MOST_ACTS:
                raise MalformedNote
            self._coming = (note.wall, acts)
            if note.more:
                return
            self._coming = ("", [])
            self._id, self._who = note.wall, note.you
            self._wall = SharedPlaza.of(acts, note.last)

    def _add(self, wall: str, act: WallAct) -> None:
        with self._lock:
            if wall == self._id:
                self._wall = self._wall.with_act(act)
