"""The trainer's side of a room of laptops: she opens it, leads it, and closes it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from trainer_app.classroom.addresses import FIRST_PORT
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.room_code import LENGTH
from trainer_app.domain.rooms import Follow, PlazaMode, RoomLaptop, RoomState, Vote
from trainer_app.domain.wall_acts import NO_THINGS, WallThings
from trainer_app.services.attending import Attending
from trainer_app.services.door import Door
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.code import room_code
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.host import OpenRoom, Topics
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.room.plaza import HostedPlaza
from trainer_app.store import marks, registers
from trainer_app.store.records import Sealed


class Hosting:
    """The room of this laptop, if it is open. Called from the window's thread.

    It goes on when the trainer hands her laptop to learners, and ends when the store is locked.
    `on_change` hears of topics in a thread of the room: "room", "laptops", "votes", "plaza", and
    those of events that came in.
    """

    def __init__(
        self,
        door: Door,
        *,
        lessons: RoomLessons,
        carriers: Carriers,
        port: int = FIRST_PORT,
        announced: bool = True,
        limits: Limits = STANDARD,
    ) -> None:
        self._door, self._ledger, self._store = door, door.ledger, door.ledger.store
        self._lessons, self._carriers = lessons, carriers
        self._network = (port, announced, limits)
        self._room: OpenRoom | None = None
        self._ask_first = False
        self.doorkeeping = Doorkeeping(door)
        """Makes the passes of this room; writes them to a stick."""
        self.on_change: Topics = lambda _topics: None

    # Opening and closing
    def open(self, session_id: str | None) -> None:
        """Let laptops in, for a session or before one is chosen (then for the running one).

        Raises NotAllowed, CannotOpenRoom, UnknownThing. A room that is open for it already stays
        as it is.
        """
        self._ledger.require_trainer()
        running = registers.open_session(self._store)
        session_id = session_id or (running.id if running else None)
        if self._room is not None and self._room.session == session_id:
            return
        code = room_code(self._ledger, session_id) if session_id else _chance()
        self.close()
        self.doorkeeping.passes_for(session_id)
        port, announced, limits = self._network
        room = OpenRoom(
            self._door,
            session=session_id,
            code=code,
            ends=self._planned_end(session_id),
            carriers=self._carriers,
            doorkeeping=self.doorkeeping,
            lessons=self._lessons,
            tell=self._tell,
            port=port,
            announced=announced,
            limits=limits,
        )
        room.doors.ask_first = self._ask_first
        if session_id is not None and marks.listening(self._store, session_id):
            room.state = replace(room.state, listening=True)
        room.start()
        self._room = room
        self._carriers.hear(self._tell)
        self._store.listen(self)
        self._tell(frozenset({"room", "laptops"}))

    def close(self) -> None:
        """Say goodbye to all laptops; they go on alone. A second call does nothing."""
        room, self._room = self._room, None
        if room is not None:
            self._store.leave(self)
            self._carriers.hush(self._tell)
            room.stop()
            self.doorkeeping.forget()
            self._tell(frozenset({"room", "laptops"}))

    def finish(self) -> None:
        """The session is over: laptops that were opened for it close."""
        if self._room is not None:
            self._room.say(over=True, vote=None, follow=None, listening=False, plaza="off")
            self._room.plaza.end()

    # How it stands
    @property
    def is_open(self) -> bool:
        """Whether laptops can come in."""
        return self._room is not None

    @property
    def session(self) -> str | None:
        """The session that it is open for."""
        return self._room.session if self._room else None

    @property
    def state(self) -> RoomState:
        """What all laptops are told."""
        return self._room.state if self._room else RoomState()

    def addresses(self) -> list[str]:
        """What people may type, such as "192.168.1.5:47474"; [] without a network."""
        return self._room.host.addresses() if self._room else []

    def code(self) -> str:
        """The code for guests, 20 digits; "" while the room is closed."""
        return self._room.code if self._room else ""

    def laptops(self) -> list[RoomLaptop]:
        """All laptops that are or were in this opening of the room."""
        return self._room.laptops.all() if self._room else []

    # Leading
    def listen(self, on: bool) -> None:
        """Pause the learners' screens, or let them go on. Raises NotAllowed."""
        room = self._room
        if room is None:
            return
        if room.session is not None:
            Attending(self._ledger).ask_to_listen(room.session, on)
        room.say(listening=on)

    def follow(self, place: Follow | None) -> None:
        """Take all laptops along to a step of a lesson; None: no longer."""
        if self._room is not None and self._room.state.follow != place:
            self._room.say(follow=place)

    def plaza(self, mode: PlazaMode, things: WallThings = NO_THINGS) -> None:
        """Begin, pause or end the shared Plaza; `things`: what a new wall is made of."""
        room = self._room
        if room is None or room.state.plaza == mode:
            return
        if mode != "off":
            room.plaza.begin(things)
        room.say(plaza=mode)
        if mode == "off":
            room.plaza.end()

    @property
    def wall(self) -> HostedPlaza | None:
        """The shared Plaza while it is on, be it paused."""
        return self._room.plaza if self._room and self._room.state.plaza != "off" else None

    # Votes
    def ask(self, lesson: str, question: str, language: str) -> Vote:
        """Put a question to all laptops; one that was asked before is taken back."""
        vote = Vote(secrets.token_hex(8), lesson, question, language)
        if self._room is not None:
            self._room.begin_vote(vote)
        return vote

    def votes(self) -> tuple[Mapping[str, int], int]:
        """How many people chose each answer, and how many laptops answered."""
        if self._room is None:
            return {}, 0
        ballot = self._room.ballot
        return ballot.counts(), ballot.laptops

    def reveal(self) -> None:
        """Show the right answer; no other one counts any more."""
        if self._room is not None and self._room.state.vote is not None:
            self._room.say(vote=replace(self._room.state.vote, revealed=True))

    def end_vote(self) -> None:
        """Take the question from the laptops' screens."""
        if self._room is not None and self._room.state.vote is not None:
            self._room.say(vote=None)

    # Who is there
    @property
    def ask_first(self) -> bool:
        """Whether closed laptops wait until they are let in."""
        return self._ask_first

    @ask_first.setter
    def ask_first(self, on: bool) -> None:
        self._ask_first = on
        if self._room is not None:
            self._room.doors.ask_first = on
            self._room.open_those_who_may()

    def let_in(self, id: str) -> None:
        """Open a closed laptop that waits, by its RoomLaptop's id."""
        if self._room is not None:
            self._room.doors.let_in(id)
            self._room.open_those_who_may()

    def send_away(self, id: str) -> None:
        """Drop a laptop; one of the centre's does not come back to this room."""
        if self._room is not None:
            self._room.send_away(id)

    @property
    def room(self) -> OpenRoom | None:
        """The open room itself, for what is played in it."""
        return self._room

    # What the store says
    def recorded(self, events: Sequence[Sealed]) -> None:
        """What this laptop writes is carried by others."""

    def closing(self) -> None:
        """The store is about to be locked: so is the room."""
        self.close()

    def _tell(self, topics: frozenset[str]) -> None:
        self.on_change(topics)

    def _planned_end(self, session_id: str | None) -> int:
        if session_id is None:
            return 0
        try:
            session = registers.session(self._store, session_id)
        except UnknownThing:
            return 0
        zone = self._ledger.now().tzinfo
        return int(datetime.combine(session.date, session.planned_end, zone).timestamp())


def _chance() -> str:
    return f"{secrets.randbelow(10**LENGTH):0{LENGTH}}"
