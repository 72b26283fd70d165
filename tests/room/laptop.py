"""A laptop of the room without a window: the program's own services, and somebody who uses them.

What a window does by itself is done here the same way: a pass that comes opens the store, and a
laptop that was opened for an evening closes after it.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from leading import Leading
from orders import Answering, Order, TickingClock, serve

from trainer_app import places
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.practice.going_on import goals_of
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Scenario
from trainer_app.domain.rooms import LaptopState, RoomState
from trainer_app.domain.tonight import is_time_to_close
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.peer_help import PeerHelp
from trainer_app.services.pictures import Pictures
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.hosting import Hosting
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.sitting import Seats
from trainer_app.store import health
from trainer_app.store.records import Sealed

CHEAP = Cost(memory=8, time=1, parallelism=1)
PICTURES = ("sun", "fish", "tree")
LESSON = "sign-in-and-out"


class Laptop(Answering):
    """Orders come from the test; the room's news come from threads of the program."""

    def __init__(self, folder: Path, born: float, library: LessonLibrary, limits: Limits) -> None:
        super().__init__()
        self.clock = TickingClock(born)
        self.door = Door(folder, self.clock.now, CHEAP)
        self.library, self.wake = library, queue.SimpleQueue[Any]()
        library.have(folder / LESSONS, folder / TRANSLATIONS)
        carriers = Carriers(self.bug)
        lessons = RoomLessons(folder, library, places.lessons(), Pictures())
        self.attaching = Attaching(self.door, lessons=lessons, carriers=carriers, limits=limits)
        self.attaching.on_change = self.wake.put
        self._make_hosting = lambda: Hosting(
            self.door, lessons=lessons, carriers=carriers, limits=limits
        )
        self.leading: Leading | None = None
        self._opened_at = 0.0
        self._over_at: int | None = None
        self._reached: list[str] = []

    # What comes by itself
    def look(self) -> None:
        """After the room said something, and every now and then."""
        found = self.attaching.take_pass()
        if found is not None and not self.door.is_open:
            self.door.open_with_pass(found)
            self._opened()
        state = self.attaching.state
        if state is not None and state.over and self._over_at is None:
            self._over_at = int(self.clock.now().timestamp())
        if self.door.is_open and not self.door.trainer_inside and self._is_time():
            self._seats.leave()
            self.do_lock()

    def recorded(self, events: Sequence[Sealed]) -> None:
        """The store says that these are on the disk."""
        self.wrote += [one.event.id for one in events]

    def closing(self) -> None:
        """The store is closed soon; there is nothing to let go of here."""

    def _is_time(self) -> bool:
        tonight = self.door.tonight
        return tonight is not None and is_time_to_close(
            tonight,
            now=int(self.clock.now().timestamp()),
            open_for=time.monotonic() - self._opened_at,
            ended=self._over_at,
            seated=bool(self._seats.sittings()),
        )

    def _opened(self) -> None:
        self.door.ledger.store.listen(self)
        self._opened_at, self._over_at = time.monotonic(), None
        self.leading = Leading(self.door, self._make_hosting())
        self.attaching.opened(self.door)

    # Opening and closing
    def do_unlock(self, passphrase: str) -> None:
        self.door.unlock_any(passphrase)
        self._opened()

    def do_open_from_stick(self, stick: str) -> bool:
        is_open = Doorkeeping(self.door).open_from_stick(Path(stick))
        if is_open:
            self._opened()
        return is_open

    def do_hand_over(self) -> None:
        self.door.leave_trainer()

    def do_lock(self) -> None:
        self.attaching.closed()
        self.door.lock()
        self.leading = None

    def do_forward(self, seconds: float) -> None:
        self.clock.ahead += type(self.clock.ahead)(seconds=seconds)

    # The room
    def do_start(self) -> None:
        self.attaching.start()

    def do_stop(self) -> None:
        self.attaching.stop()

    def do_join(self, code: str = "", address: str = "") -> None:
        self.attaching.join(code, address)

    def do_has(self, lesson: str) -> bool:
        """Whether a lesson is here to be learned, its practice too."""
        if lesson not in {one.id for one in self.library.lessons}:
            return False
        return bool(self.library.words(lesson, "en").pages) and bool(
            self.library.practice(lesson, "en").scenario.stages
        )

    def do_vote(self, choice: str, people: int) -> None:
        self.attaching.vote(choice, people)

    def do_tell(self, people: int) -> None:
        self.attaching.tell(LaptopState(clock=0, people=people, battery=80, lesson=LESSON))

    def do_room(self) -> Order:
        """What this laptop knows of the room."""
        state = self.attaching.state or RoomState()
        found = [one.ours for one in self.attaching.rooms()]
        return {**asdict(state), "status": self.attaching.status, "found": found}

    def do_lead(self, what: str, **more: Any) -> Any:
        """Do something as the trainer whose room this laptop has."""
        assert self.leading is not None, "the centre is locked"
        return getattr(self.leading, what)(**more)

    # Those who sit here
    def do_faces(self) -> list[str]:
        return [one.name for one in self._seats.faces()]

    def do_sit(self, person: str) -> bool:
        """Sign somebody in by her face, if it is on the wall already."""
        faces = [one.id for one in self._seats.faces()]
        if person not in faces:
            return False
        if not self._seats.pictures(person):
            self._seats.choose_pictures(person, PICTURES)
        self._seats.sit_down(person, PICTURES)
        return True

    def do_learn(self, page: int) -> None:
        Playing(self._ledger).reach(self.library.lesson(LESSON), page)

    def do_answer(self, question: int, choice: int = 0) -> bool:
        lesson = self.library.lesson(LESSON)
        asked = lesson.quiz[question]
        return Playing(self._ledger).answer(lesson, asked.id, asked.choices[choice])

    def do_finish(self, right: int) -> bool:
        lesson = self.library.lesson(LESSON)
        return Playing(self._ledger).finish(lesson, right, len(lesson.quiz))

    def do_practise(self) -> None:
        """Reach one goal more of the lesson's practice."""
        lesson = self.library.lesson(LESSON)
        scenario = self.library.practice(LESSON, "en").scenario
        practising = Practising(self._ledger)
        practising.begin(lesson, scenario)
        practising.reach(lesson, scenario, one_goal_more(scenario, self._reached))

    def do_hand(self, up: bool) -> None:
        self._seats.raise_hand(up)

    def do_offer(self, on: bool) -> None:
        help = PeerHelp(self._ledger, self.library)
        help.offer([person.id for person in help.able()], on)

    def do_leave(self) -> None:
        self._seats.leave()

    # Looking
    def do_is_open(self) -> bool:
        return self.door.is_open

    def do_state(self) -> str:
        return health.state_hash(self._ledger.store, self.door.centre) if self.door.is_open else ""

    def do_holds(self, thing: str) -> int:
        """How many events of a kind are here."""
        found = self._ledger.store.query("SELECT count(*) AS n FROM events WHERE kind = ?", [thing])
        return int(next(iter(found))["n"])

    def close(self) -> None:
        """The program ends as a person would end it."""
        with suppress(TrainerError):
            self.do_lock()
        self.attaching.stop()

    @property
    def _ledger(self) -> Any:
        return self.door.ledger

    @property
    def _seats(self) -> Seats:
        return Seats(self.door.ledger)


def one_goal_more(scenario: Scenario, reached: list[str]) -> Result:
    """A result of a practice with the next of its goals met."""
    goals = goals_of(scenario.needed)
    reached.extend(goals[len(reached) : len(reached) + 1])
    return Result(tuple(reached), of=scenario.goals, tries=len(reached), hints=0, minutes=1)


def run(order: Order, library: LessonLibrary) -> None:
    """Be a laptop with the data folder of the order."""
    limits = Limits(**order["limits"]) if "limits" in order else STANDARD
    laptop = Laptop(Path(order["folder"]), order["born"], library, limits)
    serve(laptop, laptop.look, laptop.wake)
    laptop.close()
