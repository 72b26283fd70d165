"""A room of laptops: what its trainer says to all of them, and what each of them says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["ours", "closed", "guest"]
"""`ours`: an open laptop of the centre; `closed`: one that waits to be opened; `guest`: another."""

PlazaMode = Literal["off", "set-phrases", "free-words", "paused"]
"""Shared free play: not on, with stickers and set phrases, with words too, or standing still."""


@dataclass(frozen=True, slots=True)
class Follow:
    """Where all learners' laptops go along: a step of a lesson, its first page where "" stands.

    `language` is the presenter's; who reads another that the lesson has, reads it in that.
    """

    lesson: str
    step: str
    language: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A question that laptops may answer. `revealed`: the right answer is being shown."""

    id: str
    lesson: str
    question: str
    language: str
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class RoomLesson:
    """A lesson, or a translation of one (`<lesson>/<language>`), that the room has of its own.

    Laptops that lack it, or have it in a lower version, ask for it. `content`: a hash of its files.
    """

    what: str
    version: int
    content: str


@dataclass(frozen=True, slots=True)
class RoomState:
    """What the trainer's laptop says to all; a later one (`number`) takes the place of all before.

    `session` is None before one is chosen. `ends`: the planned end in UTC seconds, 0 if unknown.
    `over`: the session is over, and laptops that were opened for it close. `lessons`: those that
    come over where they are missing.
    """

    number: int = 0
    session: str | None = None
    ends: int = 0
    over: bool = False
    listening: bool = False
    follow: Follow | None = None
    vote: Vote | None = None
    plaza: PlazaMode = "off"
    lessons: tuple[RoomLesson, ...] = ()


@dataclass(frozen=True, slots=True)
class LaptopState:
    """What a laptop says of itself, without a name. `battery` in percent, None without one.

    `clock`: its UTC seconds. `free_mb`: on its disk. `people`: how many sit there. `waiting`:
    events that the room has not confirmed yet. `missing`: lessons of tonight that it lacks.
    `languages`: codes of those that it can read aloud.
    """

    clock: int
    battery: int | None = None
    plugged: bool = False
    free_mb: int = 0
    people: int = 0
    lesson: str = ""
    waiting: int = 0
    missing: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    program: str = ""


@dataclass(frozen=True, slots=True)
class RoomLaptop:
    """A laptop as the room's trainer sees it. `id` is its device's, or chance for a guest's.

    `letters` are those of its participant numbers ("" for a guest, who has a `guest` number from
    1). `here`: connected now. `since`: UTC seconds of that. `clock_off`: seconds by which its
    clock is ahead (or behind, below 0). `trouble`: why it was dropped, a name of `Dropped`.
    """

    id: str
    kind: Kind
    letters: str = ""
    guest: int = 0
    here: bool = True
    since: int = 0
    clock_off: int = 0
    state: LaptopState | None = None
    trouble: str = ""


Dropped = Literal["malformed", "flooding", "silent", "forged", "too-new", "sent-away"]
"""Why a laptop was dropped; only `silent` may come back by itself."""


@dataclass(frozen=True, slots=True)
class FoundRoom:
    """A room that was found in the network. `ours`: it is our own centre's."""

    host: str
    port: int
    ours: bool = False
    name: str = field(default="", compare=False)
