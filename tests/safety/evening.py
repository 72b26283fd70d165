"""What people do at one laptop on an evening, through the services that the screens use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

from centres import PASSPHRASE, PICTURES, Centre, Clock
from sqlite_utils import Database
from templates import lay_out

from trainer_app import app
from trainer_app.domain.attendance import Status
from trainer_app.domain.courses import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import Lesson
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.playing import Playing
from trainer_app.services.sitting import Seats
from trainer_app.store import writer

QUICK = Cost(memory=8, time=1, parallelism=1)
Say = Callable[[str, str], None]
"""Takes what somebody outside is told: a word such as "event" or "trouble", and its value."""


def prepare(folder: Path) -> None:
    """A centre with a course of three people."""
    lay_out(_make, folder)


def _make(folder: Path) -> None:
    centre = Centre(folder, Clock(), QUICK)
    centre.evening("Abdi", "Олена", "Lena Hoekstra")
    centre.door.lock()


class Laptop:
    """A data folder opened as the program opens it, and everything that a person presses in it.

    Each press that comes to trouble is pressed once more, as people do.
    """

    def __init__(self, folder: Path, clock: Clock, say: Say) -> None:
        self.clock, self.say = clock, say
        self.door, self._lock = app.open_door(folder, clock.now, QUICK)
        try:
            self._unlock()
        except BaseException:
            self.close()
            raise

    def _unlock(self) -> None:
        ledger = app.unlock_any(self.door, PASSPHRASE)
        tell_what_is_confirmed(self.door, self.say)
        self.courses, self.enrolling = Courses(ledger), Enrolling(ledger)
        self.attending, self.seats, self.playing = Attending(ledger), Seats(ledger), Playing(ledger)

    def close(self) -> None:
        """The program ends."""
        self.door.lock()
        self._lock.release()

    def press(self, action: Callable[[], Any]) -> Any:
        """What an action gives, or None where it only came to trouble."""
        for _ in range(2):
            self.clock.forward(seconds=20)
            try:
                return action()
            except TrainerError as trouble:
                self.say("trouble", type(trouble).__name__)
        return None

    def evening(self, lesson: Lesson) -> None:
        """One session from start to end; a session that runs already is gone on with."""
        session = self.press(self.courses.open_session) or self.press(self._plan)
        if session is None or self.press(lambda: self.attending.start_now(session.id)) is None:
            return
        self.press(self.seats.leave)
        people = self.press(lambda: self.enrolling.people(session.course)) or []
        for person, status in zip(people, (Status.PRESENT, Status.LATE, Status.ABSENT)):  # noqa: B905
            self.press(lambda p=person, s=status: self.attending.mark(session.id, p.id, s))
        self.press(lambda: self._walk_in(session))
        for person in people[:1]:
            self._learn(person.id, lesson)
        self.press(self.attending.undo)
        self.press(lambda: self.attending.end_now(session.id))
        self.clock.forward(days=1)

    def _plan(self) -> Session:
        course = self.courses.all()[0].id
        return self.courses.add_session(course, self.clock.now().date(), time(10), time(12))

    def _walk_in(self, session: Session) -> None:
        guest = self.enrolling.add_person("Fatoumata Diallo")
        self.attending.mark(session.id, guest.id, Status.PRESENT)

    def _learn(self, person: str, lesson: Lesson) -> None:
        self.press(lambda: self._sit_down(person))
        self.press(lambda: self.playing.reach(lesson, 1))
        for question in lesson.quiz[:2]:
            self.press(lambda q=question: self.playing.answer(lesson, q.id, q.choices[0]))
        self.press(lambda: self.playing.finish(lesson, 1, 2))
        for up in (True, False):
            self.press(lambda u=up: self.seats.raise_hand(u))

    def _sit_down(self, person: str) -> None:
        if not self.seats.pictures(person):
            self.seats.choose_pictures(person, PICTURES)
        self.seats.sit_down(person, PICTURES)


def tell_what_is_confirmed(door: Door, say: Say) -> None:
    """Say every event's id as soon as the store has promised that it is on the disk."""
    append = door.ledger.store.append

    def append_and_say(*drafts: Any) -> Any:
        events = append(*drafts)
        for event in events:
            say("event", event.id)
        return events

    door.ledger.store.append = append_and_say  # type: ignore[method-assign]


def evenings(folder: Path, say: Say, lesson: Lesson, rounds: int) -> None:
    """One evening after the other; after every second one the program is closed and opened."""
    clock = Clock()
    for first in range(0, rounds, 2):
        laptop = opened(folder, clock, say)
        if laptop is None:
            return
        for _ in range(min(2, rounds - first)):
            laptop.evening(lesson)
        laptop.close()


def opened(folder: Path, clock: Clock, say: Say) -> Laptop | None:
    """The program started; where it only says a trouble it is started once more."""
    for _ in range(2):
        try:
            return Laptop(folder, clock, say)
        except TrainerError as trouble:
            say("trouble", type(trouble).__name__)
    return None


def careless_evenings(folder: Path, say: Say, lesson: Lesson, rounds: int) -> None:
    """The same by a program that does not wait for the disk: what the others must not be."""
    connect = writer.connect

    def connect_without_waiting(file: Path, key: bytes) -> Database:
        db = connect(file, key)
        db.execute("PRAGMA synchronous = OFF")
        return db

    writer.connect = connect_without_waiting
    evenings(folder, say, lesson, rounds)
