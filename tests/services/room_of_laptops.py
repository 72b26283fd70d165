"""A room over loopback: laptops of a centre with real stores, and guests without one."""

from __future__ import annotations

import threading
from datetime import time
from pathlib import Path

from centre_on_laptops import Machine, Machines
from centres import PASSPHRASE, Clock
from wires import until

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Session
from trainer_app.domain.people import Person
from trainer_app.domain.rooms import RoomState
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.pictures import Pictures
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.hosting import Hosting
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.store import health, vouching

HOME = "127.0.0.1"


class InRoom:
    """One laptop with both sides of a room; `topics` and `bugs` are all that came."""

    def __init__(self, door: Door, library: LessonLibrary, bundled: Path) -> None:
        self.door, self.library = door, library
        self.letters = ""
        if door.is_open:
            self.letters = vouching.letters(door.ledger.store, door.ledger.store.device)
        self.bugs: list[BaseException] = []
        self.topics: set[str] = set()
        self.carriers = Carriers(self.bugs.append)
        self.lessons = RoomLessons(door.folder, library, bundled, Pictures())
        self.attaching = Attaching(door, lessons=self.lessons, carriers=self.carriers, finds=False)
        self.attaching.on_change = self.topics.update
        self.attaching.start()
        if door.is_open:
            self.attaching.opened(door)
        self._hosting: Hosting | None = None

    @property
    def hosting(self) -> Hosting:
        """The room of this laptop, made anew for each opening of the store."""
        if self._hosting is None:
            self._hosting = Hosting(
                self.door, lessons=self.lessons, carriers=self.carriers, port=0, announced=False
            )
            self._hosting.on_change = self.topics.update
        return self._hosting

    @property
    def address(self) -> str:
        """Where its room is."""
        room = self.hosting.room
        assert room is not None
        return f"{HOME}:{room.host.port}"

    @property
    def state(self) -> str:
        return health.state_hash(self.door.ledger.store, self.door.centre)

    def goes_to(self, host: InRoom) -> InRoom:
        """Join the room of one's own centre by its address."""
        self.attaching.join("", host.address)
        return self

    def lock(self) -> None:
        self.attaching.closed()
        self.door.lock()
        self._hosting = None

    def open(self) -> None:
        self.door.unlock_any(PASSPHRASE)
        self.attaching.opened(self.door)

    def close(self) -> None:
        self.attaching.stop()
        self.door.lock()


class Room:
    """Makes the laptops of a room, and closes them at the end."""

    def __init__(self, machines: Machines, bundled: Path, folder: Path, cost: Cost) -> None:
        self._machines, self._bundled = machines, bundled
        self._folder, self._cost = folder, cost
        self.all: list[InRoom] = []

    def laptop(self, machine: Machine) -> InRoom:
        """A laptop of the centre takes part."""
        library = LessonLibrary(self._bundled)
        library.have(machine.door.folder / "lessons", machine.door.folder / "translations")
        return self._add(InRoom(machine.door, library, self._bundled))

    def guest(self, name: str = "guest") -> InRoom:
        """A laptop of no centre."""
        folder = self._folder / name
        folder.mkdir()
        door = Door(folder, Clock().now, self._cost)
        return self._add(InRoom(door, LessonLibrary(self._bundled), self._bundled))

    def centre(self, laptops: int) -> list[InRoom]:
        """The first laptop and others that it let in, all with the same news."""
        first = self._machines.first
        found = [first, *(self._machines.invited(first) for _ in range(laptops - 1))]
        self._machines.pool(*found)
        return [self.laptop(one) for one in found]

    def close(self) -> None:
        threads = [threading.Thread(target=one.close) for one in self.all]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [bug for one in self.all for bug in one.bugs] == []

    def _add(self, one: InRoom) -> InRoom:
        self.all.append(one)
        return one


def evening(machine: Machine, *names: str) -> tuple[Session, list[Person]]:
    """A course with a session today, and these people on it."""
    course = machine.courses.add_course("Tuesday group", project="", place="Library")
    day = machine.clock.now().date()
    session = machine.courses.add_session(course.id, day, time(10), time(12))
    people = [machine.enrolling.add_person(name, course_id=course.id) for name in names]
    return session, people


def agree(*laptops: InRoom) -> bool:
    """Wait until all show the same state; whether they came to."""
    return until(lambda: len({one.state for one in laptops}) == 1)


def here(host: InRoom) -> list[str]:
    """Letters, or guests' numbers, of the laptops in the room now."""
    return [one.letters or str(one.guest) for one in host.hosting.laptops() if one.here]


def said_to(one: InRoom) -> RoomState:
    """What the room says to a laptop; nothing at all outside of it."""
    return one.attaching.state or RoomState()
