"""How a laptop comes into rooms and stays there: the part of `Attaching` in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Event
from typing import Literal

from trainer_app.classroom.finding import Finder
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Role, Told
from trainer_app.domain.errors import (
    KeyringDamaged,
    MalformedPass,
    NewerSchema,
    TrainerError,
)
from trainer_app.domain.rooms import FoundRoom, LaptopState, RoomState
from trainer_app.keys.passes import Pass, read_pass
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.door import Door
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.carrying import Topics
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.room.notes import MalformedNote, read_state, write_self, write_texts
from trainer_app.services.room.visit import Target, Visit, centre_of
from trainer_app.services.room.ways import Ways
from trainer_app.services.room.work import Worker
from trainer_app.store.store import Store

Status = Literal["alone", "looking", "joining", "waiting", "joined"]


class Stay:
    """From `start` to `stop` of the looking. Its methods are jobs of `worker`, but for those of a
    visit, which hand on to it. From other threads may be set: `store` (of the own centre, while it
    is open), `told` (how this laptop stands) and `not_to_open`.
    """

    def __init__(
        self,
        door: Door,
        lessons: RoomLessons,
        carriers: Carriers,
        limits: Limits,
        *,
        finds: bool,
        changed: Topics,
        plaza: Callable[[bytes], None],
    ) -> None:
        self._door, self._lessons, self._carriers = door, lessons, carriers
        self._limits, self._finds = limits, finds
        self._changed, self._plaza = changed, plaza
        self._bringing = Worker("bringing-lessons", carriers.on_bug)
        self._finder: Finder | None = None
        self._looks_for: str | None = None
        self._looks_again = False
        self._missing: tuple[str, ...] = ()
        self.worker = Worker("attaching", carriers.on_bug)
        self.ways = Ways()
        self.found_any = Event()
        """Whether there is any room to try; of a laptop that does not look, never."""
        self.visit: Visit | None = None
        self.store: Store | None = None
        self.status: Status = "looking"
        self.state: RoomState | None = None
        self.told = LaptopState(clock=0)
        self.came: Pass | None = None
        self.not_to_open = ""
        """The room that is not asked to open this laptop, for it was locked there by hand."""

    def end(self) -> None:
        """Leave, and look no more; from any thread but this one's."""
        self.worker.close()
        self._bringing.close()
        self._end_visit()
        if self._finder is not None:
            self._finder.stop()
        self._lessons.forget_evening()

    # Coming and going
    def look(self) -> None:
        """Find rooms of whichever centre this is now, and go to one if there is reason to."""
        self._find()
        if self.visit is not None:
            return
        target = self.ways.next(self.role(), self._carriers.own_rooms)
        if target is not None:
            self.go(target)
        elif (wait := self.ways.wait()) is not None and not self._looks_again:
            self._looks_again = True
            self.worker.after(wait, self._look_again)

    def look_anew(self) -> None:
        """This laptop was opened or locked: it comes as somebody else now."""
        visit = self.visit
        if visit is not None and visit.target.role not in ("guest", self.role()):
            self._end_visit()
            self._say("looking", None)
        elif visit is not None and visit.target.role == "closed":
            self._ask_for_pass(visit)
        self.ways.forgive()
        self.look()

    def go(self, target: Target, *, by_hand: bool = False) -> Visit:
        """Go to a room, from wherever this laptop is now."""
        self._end_visit()
        if by_hand:
            self.ways.forgive()
            self._lessons.forget_evening()
            if target.role == "guest":
                self._lessons.for_one_evening()
        visit = self.visit = Visit(self, target, self._door, self._carriers, self._limits)
        if by_hand or target.name:
            self._say("joining", None)
        visit.begin()
        return visit

    def leave(self) -> None:
        """Say goodbye; a guest's laptop is its own again."""
        self._end_visit()
        self.ways.code, self.ways.guest_at, self.ways.typed = "", None, None
        self._lessons.forget_evening()
        self._say("looking", None)
        self.look()

    def say_self(self) -> None:
        """Tell the room how this laptop stands."""
        visit = self.visit
        if visit is None or visit.target.role == "closed" or not visit.ended.is_set():
            return
        now = int(self._door.now().timestamp())
        waiting = visit.unconfirmed
        state = replace(self.told, clock=max(0, now), waiting=waiting, missing=self._missing)
        visit.send(Told.SELF, write_self(state))

    def role(self) -> Role | None:
        """As what this laptop goes to rooms of its own centre; None: it cannot."""
        try:
            if self.store is not None:
                return "ours" if self.store.secret("laptop-key") else None
            has_key = RoomKey.load(self._door.folder) is not None
            return "closed" if has_key and centre_of(self._door) else None
        except TrainerError:
            return None  # locked at this moment, or a keyring that cannot be read

    # What a visit says, in the network's thread
    def visit_joined(self, visit: Visit) -> None:
        """We are in."""
        self.worker.do(partial(self.joined, visit))

    def visit_left(self, visit: Visit, reason: str) -> None:
        """We are out, or never came in."""
        self.worker.do(partial(self._left, visit, reason))

    def visit_heard(self, visit: Visit, message: Message) -> None:
        """The room said something."""
        self.worker.do(partial(self._hear, visit, message))

    def joined(self, visit: Visit) -> None:
        """We are in; more than once is as good as once."""
        if visit is not self.visit:
            return
        if visit.target.role == "closed":
            self._ask_for_pass(visit)
            return
        if visit.target.role == "ours":
            # Where multicast is blocked later, the same address may still answer.
            self.ways.typed = (visit.target.host, visit.target.port)
        if not self._leads_a_room:
            self._say("joined", self.state)
        self.say_self()

    def _left(self, visit: Visit, reason: str) -> None:
        if visit is not self.visit:
            return
        self._end_visit()
        self.ways.went_wrong(visit.target, reason)
        self._say("looking", None)
        self.look()

    def _end_visit(self) -> None:
        visit, self.visit = self.visit, None
        self._missing = ()
        if visit is not None:
            visit.end()

    def _find(self) -> None:
        try:
            centre = centre_of(self._door)
        except TrainerError:
            centre = ""
        if not self._finds or self._looks_for == centre:
            return
        if self._finder is not None:
            self._finder.stop()
        self._looks_for = centre
        self._finder = Finder(centre, self._found, on_bug=self._carriers.on_bug)
        self._finder.start()

    def _found(self, rooms: tuple[FoundRoom, ...]) -> None:
        """In the finder's thread."""
        self.ways.found = rooms
        if rooms:
            self.found_any.set()
        else:
            self.found_any.clear()
        self._changed(frozenset({"room"}))
        self.worker.do(self.look)

    def _look_again(self) -> None:
        self._looks_again = False
        self.look()

    # Hearing
    def _hear(self, visit: Visit, message: Message) -> None:
        if visit is not self.visit:
            return
        try:
            match message.told:
                case Told.STATE:
                    self._hear_state(visit, read_state(message.payload))
                case Told.PASS if visit.target.role == "closed":
                    self.came = read_pass(message.payload)
                    self._changed(frozenset({"pass"}))
                case Told.PACK if visit.is_proven and visit.target.role != "closed":
                    self._bringing.do(partial(self._take_in, message.payload))
                case Told.PLAZA:
                    self._plaza(message.payload)
        except (MalformedNote, MalformedPass):
            self._left(visit, "malformed")

    def _hear_state(self, visit: Visit, state: RoomState) -> None:
        if visit.target.role == "closed":
            return
        self._missing = self._lessons.wanted(state.lessons)
        if not self._leads_a_room:
            self._say("joined", state)
        wanted = [what for what in self._missing if what not in visit.asked_for]
        if wanted:
            visit.asked_for.update(wanted)
            visit.send(Told.WANT, write_texts(wanted))
            self.say_self()

    def _take_in(self, payload: bytes) -> None:
        """In the lessons' thread: what is refused is simply not here."""
        try:
            what = self._lessons.take_in(payload)
        except TrainerError:
            return
        self.worker.do(partial(self._took_in, what))

    def _took_in(self, what: str) -> None:
        self._missing = tuple(one for one in self._missing if one != what)
        self.say_self()
        self._changed(frozenset({"own-lessons"}))

    def _ask_for_pass(self, visit: Visit) -> None:
        if visit.target.room == self.not_to_open:
            return
        try:
            visit.send(Told.DOOR, Doorkeeping(self._door).slots_now())
        except (KeyringDamaged, NewerSchema):
            return
        self._say("waiting", None)

    def _say(self, status: Status, state: RoomState | None) -> None:
        if (self.status, self.state) != (status, state):
            self.status, self.state = status, state
            self._changed(frozenset({"room"}))

    @property
    def _leads_a_room(self) -> bool:
        """Two trainers' laptops trade events; neither is led by the other."""
        return bool(self._carriers.own_rooms)
