"""A room without a network: the two services that screens see, moved by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.rooms import (
    Follow,
    FoundRoom,
    LaptopState,
    PlazaMode,
    RoomLaptop,
    RoomState,
    Vote,
)

CODE = "12345678901234567890"


def _nobody_listens(topics: frozenset[str]) -> None:
    """Before a window takes an interest."""


class FakeHosting:
    """A trainer's room. `trouble`: what opening raises; `here`: the laptops that are shown."""

    def __init__(self) -> None:
        self.state = RoomState()
        self.is_open = False
        self.session: str | None = None
        self.ask_first = False
        self.trouble: TrainerError | None = None
        self.here: list[RoomLaptop] = []
        self.wall = None
        self.answers: dict[str, int] = {}
        self.voted = 0
        self.reachable = ["192.168.1.5:47474"]
        self.done: list[tuple[str, ...]] = []
        self.on_change: Callable[[frozenset[str]], None] = _nobody_listens

    def open(self, session_id: str | None) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.is_open, self.session = True, session_id
        self._say(session=session_id)

    def close(self) -> None:
        self.is_open, self.session = False, None
        self.done.append(("close",))

    def addresses(self) -> list[str]:
        return list(self.reachable) if self.is_open else []

    def code(self) -> str:
        return CODE

    def laptops(self) -> list[RoomLaptop]:
        return list(self.here)

    def listen(self, on: bool) -> None:
        self._say(listening=on)

    def follow(self, place: Follow | None) -> None:
        self._say(follow=place)

    def plaza(self, mode: PlazaMode, things: object = None) -> None:
        self.things = things
        self._say(plaza=mode)

    def ask(self, lesson: str, question: str, language: str) -> Vote:
        vote = Vote(f"v{self.state.number}", lesson, question, language)
        self.answers, self.voted = {}, 0
        self._say(vote=vote)
        return vote

    def votes(self) -> tuple[Mapping[str, int], int]:
        return dict(self.answers), self.voted

    def reveal(self) -> None:
        assert self.state.vote is not None
        self._say(vote=replace(self.state.vote, revealed=True))

    def end_vote(self) -> None:
        self._say(vote=None)

    def let_in(self, id: str) -> None:
        self.done.append(("let_in", id))

    def send_away(self, id: str) -> None:
        self.done.append(("send_away", id))

    def finish(self) -> None:
        self.done.append(("finish",))
        self._say(over=True)

    def _say(self, **values: object) -> None:
        self.state = replace(self.state, number=self.state.number + 1, **values)
        self.on_change(frozenset({"room"}))


class FakeAttaching:
    """A laptop that looks for rooms; `meet` and `hear` are what the network would bring."""

    def __init__(self) -> None:
        self.status = "alone"
        self.state: RoomState | None = None
        self.found: tuple[FoundRoom, ...] = ()
        self.trouble: TrainerError | None = None
        self.told: list[LaptopState] = []
        self.votes: list[tuple[str, int]] = []
        self.can_ask_to_open = False
        self.joined_with: list[tuple[str, str]] = []
        self.on_change: Callable[[frozenset[str]], None] = _nobody_listens

    def start(self) -> None:
        self.status = "looking"

    def stop(self) -> None:
        self.status = "alone"

    def rooms(self) -> list[FoundRoom]:
        return list(self.found)

    def join(self, code: str, address: str = "") -> None:
        self.joined_with.append((code, address))
        if self.trouble is not None:
            raise self.trouble
        self.hear(RoomState(number=1))

    def leave(self) -> None:
        self.status, self.state = "looking", None
        self.on_change(frozenset({"room"}))

    def take_pass(self) -> None:
        """No pass comes here."""

    def ask_to_open(self) -> None:
        """Nothing opens."""

    def opened(self, door: object) -> None:
        """The store is open."""

    def closed(self) -> None:
        """The store is locked."""

    def vote(self, choice: str, people: int) -> None:
        self.votes.append((choice, people))

    def tell(self, state: LaptopState) -> None:
        self.told.append(state)

    # By hand
    def meet(self, *rooms: FoundRoom) -> None:
        """Rooms were found, or went."""
        self.found = rooms
        self.on_change(frozenset({"room"}))

    def hear(self, state: RoomState | None) -> None:
        """The trainer's laptop said something; None: it is gone."""
        self.state, self.status = state, "looking" if state is None else "joined"
        self.on_change(frozenset({"room"}))

    def say(self, **values: object) -> None:
        """The same as before with some of it changed."""
        state = self.state or RoomState()
        self.hear(replace(state, number=state.number + 1, **values))


class FakePasses:
    """Writes a file that stands for the passes."""

    def __init__(self) -> None:
        self.sticks: list[Path] = []

    def write_to_stick(self, stick: Path) -> int:
        self.sticks.append(stick)
        return 3
