"""A clock to move by hand, and a founded centre on a real encrypted file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import Any

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.folding import FOLDS
from trainer_app.domain.people import Person
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import Playing
from trainer_app.services.reporting import Reporting
from trainer_app.services.sitting import Seats
from trainer_app.services.watching import Watching
from trainer_app.store.store import Store

WINTER = timezone(timedelta(hours=1))
KEY = bytes(range(32))
PASSPHRASE = "seven geese over the canal"
PICTURES = ("sun", "fish", "tree")


class Clock:
    """A clock on the wall that only goes when it is told to."""

    def __init__(self, moment: datetime = datetime(2026, 11, 24, 9, 50, tzinfo=WINTER)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The time it shows."""
        return self.moment

    def forward(self, *, minutes: float = 0, seconds: float = 0, days: float = 0) -> None:
        """Put it forward, or back by a negative amount."""
        self.moment += timedelta(minutes=minutes, seconds=seconds, days=days)


class Centre:
    """A centre whose trainer is inside, with every service that screens get."""

    def __init__(self, folder: Path, clock: Clock, cost: Cost) -> None:
        self.folder, self.clock = folder, clock
        self.door = Door(folder, clock.now, cost)
        self.recovery_code = self.door.found(
            "Canal House", "Sanne", "kite", PASSPHRASE
        ).recovery_code
        self.slot = self.door.slots()[0][0]

    @property
    def ledger(self) -> Ledger:
        return self.door.ledger

    @property
    def store(self) -> Store:
        return self.door.ledger.store

    @cached_property
    def attending(self) -> Attending:
        return Attending(self.ledger)

    @cached_property
    def courses(self) -> Courses:
        return Courses(self.ledger)

    @cached_property
    def enrolling(self) -> Enrolling:
        return Enrolling(self.ledger)

    @cached_property
    def playing(self) -> Playing:
        return Playing(self.ledger)

    @cached_property
    def reporting(self) -> Reporting:
        return Reporting(self.ledger)

    @cached_property
    def seats(self) -> Seats:
        return Seats(self.ledger)

    @cached_property
    def watching(self) -> Watching:
        return Watching(self.ledger)

    def evening(self, *names: str) -> Evening:
        """A course with one session today, 10:00–12:00, and these people enrolled on it."""
        course = self.courses.add_course("Tuesday group", project="P-7", place="Library")
        day = self.clock.now().date()
        session = self.courses.add_session(course.id, day, time(10), time(12))
        people = [self.enrolling.add_person(name, course_id=course.id) for name in names]
        return Evening(course, session, people)

    def sit(self, person: Person) -> str:
        """Seat somebody at this laptop, who chooses pictures first if need be; the sitting's id."""
        if not self.seats.pictures(person.id):
            self.seats.choose_pictures(person.id, PICTURES)
        return self.seats.sit_down(person.id, self.seats.pictures(person.id)).id

    def seat_elsewhere(self) -> None:
        """Let those who sit here sit at another laptop, as a merge would bring them."""
        self.store._writer.run(
            lambda db: db.execute("UPDATE sittings SET device = 'another' WHERE ended IS NULL")
        )


@dataclass(frozen=True)
class Evening:
    """What most tests of a workshop start from."""

    course: Course
    session: Session
    people: list[Person]


def tables(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every projection, in an order that depends on nothing but the rows."""
    return {
        table: sorted(store.query(f"SELECT * FROM {table}"), key=repr)
        for table in sorted({table for table, _ in FOLDS.values()})
    }


def bytes_in(folder: Path) -> dict[str, bytes]:
    """The content of every file that lies in a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
