"""A project with a course and sessions that took place, on one laptop of a centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property
from pathlib import Path

from centres import Clock

from trainer_app.domain.attendance import Status
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.funding.claims import Claim
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.domain.people import Person
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.funding.checking import Checking
from trainer_app.services.funding.claims import Claims
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects

SINCE, UNTIL = date(2026, 11, 1), date(2026, 11, 30)
FIRST = date(2026, 11, 3)


@dataclass
class Funded:
    """Services of one laptop, over a project of two sessions of two hours in November."""

    door: Door
    clock: Clock
    project: Project
    course: Course
    sessions: list[Session]
    people: list[Person]

    @cached_property
    def attending(self) -> Attending:
        return Attending(self.door.ledger)

    @cached_property
    def indicators(self) -> Indicators:
        return Indicators(self.door.ledger, Path("no-own-sets"))

    @cached_property
    def participating(self) -> Participating:
        return Participating(self.door.ledger, lambda _lesson: ())

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.door, self.participating, self.indicators.figures)

    @cached_property
    def checking(self) -> Checking:
        return Checking(
            self.door.ledger,
            self.participating,
            self.claims,
            self.indicators.figures,
            self.indicators.questions,
        )

    def elsewhere(self, door: Door, clock: Clock) -> Funded:
        """The same project as another laptop has it."""
        return Funded(door, clock, self.project, self.course, self.sessions, self.people)

    def took_place(self, session: Session, start: time = time(10), end: time = time(12)) -> None:
        """Say when a session really was."""
        self.attending.set_times(session.id, start, end, "")

    def submit(self, label: str = "First report") -> Claim:
        """Hand in November."""
        return self.claims.submit(self.project.id, SINCE, UNTIL, label)

    def codes(self) -> list[str]:
        """The codes of all findings of November."""
        return [one.code for one in self.checking.check(self.project.id, SINCE, UNTIL)]


def funded(
    door: Door, clock: Clock, *names: str, sets: tuple[str, ...] = (), rules: Rules | None = None
) -> Funded:
    """Two sessions on Tuesdays, where everybody was there from ten to twelve."""
    ledger = door.ledger
    courses, enrolling = Courses(ledger), Enrolling(ledger)
    project = Projects(ledger).save(
        Project(
            "Bridges", "EU", grant="G-1", starts=SINCE, ends=UNTIL, sets=sets,
            rules=rules or Rules(),
        )
    )  # fmt: skip
    course = courses.add_course("Tuesday group", projects=[project.id], place="Library")
    days = [FIRST, FIRST + timedelta(days=7)]
    sessions = [courses.add_session(course.id, day, time(10), time(12)) for day in days]
    people = [
        enrolling.add_person(name, course_id=course.id, gender="woman", birth_year=1980)
        for name in names
    ]
    made = Funded(door, clock, project, course, sessions, people)
    for session in sessions:
        for person in people:
            made.attending.mark(session.id, person.id, Status.PRESENT)
        made.took_place(session)
    return made
