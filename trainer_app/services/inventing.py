"""A centre of invented people, to look around in, to show, and to test with."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.courses import Session, whole_minute
from trainer_app.domain.events import Draft
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.people import SIGN_IN_PICTURES, face_for, number_of
from trainer_app.services.ledger import Ledger
from trainer_app.services.plan_bodies import session_body
from trainer_app.store import registers

PASSPHRASE = "invented people only"
CENTRE = "Riverside House"
TRAINER = "Sam"

_GIVEN = (
    ("Fatoumata", "woman", "fr"), ("محمد", "man", "ar"), ("Олена", "woman", "uk"),
    ("ሰላም", "woman", "ti"), ("Ayşe", "woman", "tr"), ("İbrahim", "man", "tr"),
    ("زهرا", "woman", "fa"), ("Xuân", "woman", "vi"), ("Jan-Willem", "man", "nl"),
    ("Mariama", "woman", "en"), ("Abdi", "man", "so"), ("José", "man", "es"),
    ("Conceição", "woman", "pt"), ("小明", "man", "zh"), ("Оксана", "woman", "uk"),
    ("عبد الرحمن", "man", "ar"), ("Tesfay", "man", "ti"), ("Seydou", "man", "fr"),
    ("Zoë", "nonbinary", "en"), ("Nasrin", "woman", "fa"), ("Mykola", "man", "uk"),
    ("Hawa", "woman", "en"), ("سعاد", "woman", "ar"), ("Lwam", "woman", "ti"),
    ("Piet", "man", "nl"), ("Amina", "woman", "so"), ("نور", "woman", "ar"),
    ("Rosa", "woman", "es"),
)  # fmt: skip
_FAMILY = (
    "Diallo", "الحسين", "Коваленко", "Gebremedhin", "Yılmaz", "Şahin", "رحیمی", "Nguyễn",
    "van der Berg", "Jallow", "Warsame", "García", "D’Ávila", "王", "Петренко", "الفاسي",
    "Tesfay", "Ndiaye", "O’Brien", "Akhtar", "Шевченко", "Ceesay", "",
)  # fmt: skip
_COURSES = ("Tuesday group", "Morning group", "Evening group", "Family group")
_PLACES = ("Room 2", "Library", "Upstairs", "Canteen")


@dataclass(frozen=True, slots=True)
class Size:
    """How much to invent. `seed` makes the same centre again."""

    learners: int = 24
    sessions: int = 6
    seed: int = 1


class Inventing:
    """Fills a fresh centre. Everything goes through the same events as a real evening."""

    def __init__(self, ledger: Ledger, lessons: Sequence[Lesson]) -> None:
        self._ledger = ledger
        self._store = ledger.store
        # What is learned in them is known without reading their words.
        self._lessons = [lesson for lesson in lessons if lesson.has_pages]

    def fill(self, size: Size) -> None:
        """Invent people, courses, sessions up to yesterday and one today, and what was learned."""
        self._ledger.require_trainer()
        chance = random.Random(size.seed)
        people = self._people(size.learners, chance)
        sessions = self._sessions(size.sessions, chance)
        groups = _groups(people, len({session.course for session in sessions}))
        by_course = dict(zip(dict.fromkeys(s.course for s in sessions), groups, strict=True))
        for course, group in by_course.items():
            first = min(session.date for session in sessions if session.course == course)
            body = {"course": course, "on": first.isoformat(), "active": True}
            self._ledger.write(*(self._ledger.note("enrolled", body, id) for id in group))
        today = self._ledger.now().date()
        for session in sessions:
            if session.date < today:
                self._ledger.write(*self._evening(session, by_course[session.course], chance))

    def _people(self, count: int, chance: random.Random) -> list[str]:
        code = registers.laptop_code(self._store)
        drafts, ids = [], []
        year = self._ledger.now().year
        for number in range(1, count + 1):
            given, gender, language = _GIVEN[(number - 1) % len(_GIVEN)]
            family = chance.choice(_FAMILY)
            person = self._store.new_id()
            ids.append(person)
            body = {
                "number": number_of(code, number),
                "name": f"{given} {family}".strip(),
                "birth_year": year - chance.randint(17, 78),
                "gender": gender,
                "language": language,
                "phone": None,
                "note": None,
                "face": face_for(gender, number),
                "listed": number % 17 != 0,
            }
            pictures = sorted(chance.sample(SIGN_IN_PICTURES, 3))
            drafts.append(self._ledger.note("person-set", body, person))
            drafts.append(self._ledger.note("pictures-chosen", {"pictures": pictures}, person))
        self._ledger.write(*drafts)
        return ids

    def _sessions(self, count: int, chance: random.Random) -> list[Session]:
        """Sessions a week apart, the last of them today, spread over up to four courses."""
        today = self._ledger.now().date()
        how_many = max(1, min(len(_COURSES), count // 3))
        lessons = [lesson.id for lesson in self._lessons]
        drafts: list[Draft] = []
        sessions: list[Session] = []
        for number in range(how_many):
            course = self._store.new_id()
            drafts += self._course(course, number, lessons)
            share = count // how_many + (number < count % how_many)
            for index in range(share):
                day = today - timedelta(days=7 * (share - 1 - index) + number)
                sessions.append(self._session(course, index + 1, day, lessons, chance))
                drafts.append(self._ledger.note("session-set", session_body(sessions[-1])))
        self._ledger.write(*drafts)
        return sessions

    def _course(self, course: str, number: int, lessons: list[str]) -> list[Draft]:
        """A course and the project that pays for it."""
        year = self._ledger.now().year
        project = {
            "project": self._store.new_id(),
            "name": f"P-{2026 + number}",
            "funder": "Invented Fund",
            "keep_until": date(year + 5, 12, 31).isoformat(),
            "grant": f"INV/{2026 + number}/01",
            "starts": date(year, 1, 1).isoformat(),
            "ends": date(year, 12, 31).isoformat(),
            "targets": ["attendances=120", "hours=240", "people=30"],
        }
        body = {
            "course": course,
            "title": _COURSES[number],
            "project": project["name"],
            "funder": project["funder"],
            "place": _PLACES[number],
            "lessons": lessons,
            "projects": [project["project"]],
        }
        return [self._ledger.note("project-set", project), self._ledger.note("course-set", body)]

    def _session(
        self, course: str, number: int, day: date, lessons: list[str], chance: random.Random
    ) -> Session:
        start = chance.choice((10, 13, 18))
        return Session(
            id=self._store.new_id(),
            course=course,
            number=number,
            date=day,
            planned_start=time(start),
            planned_end=time(start + 2),
            lessons=(lessons[(number - 1) % len(lessons)],) if lessons else (),
        )

    def _evening(
        self, session: Session, group: Sequence[str], chance: random.Random
    ) -> list[Draft]:
        zone = self._ledger.now().tzinfo
        start, end = (
            whole_minute(datetime.combine(session.date, moment, zone))
            for moment in (session.planned_start, session.planned_end)
        )
        start += chance.randint(0, 10) * 60
        times = {"session": session.id, "started": start, "ended": end, "reason": None}
        drafts = [self._ledger.note("session-times-set", times)]
        for person in group:
            status, late, early = _fate(chance)
            body = {
                "session": session.id,
                "status": str(status),
                "late": late,
                "early": early,
                "role": str(Role.HELPER if chance.random() < 0.03 else Role.PARTICIPANT),
                "reason": None,
            }
            drafts.append(self._ledger.note("attendance-marked", body, person))
            if status not in (Status.ABSENT, Status.EXCUSED) and session.lessons:
                drafts += self._learning(session, person, start + late * 60, chance)
        if chance.random() < 0.4:
            body = {"session": session.id, "delta": chance.randint(1, 3)}
            drafts.append(self._ledger.note("headcount-changed", body))
        return drafts

    def _learning(
        self, session: Session, person: str, at: int, chance: random.Random
    ) -> list[Draft]:
        lesson = next(one for one in self._lessons if one.id == session.lessons[0])
        sitting = self._store.new_id()
        began = {"sitting": sitting, "session": session.id, "at": at}
        pages = len(lesson.steps)
        reached = chance.randint(1, pages)
        work: dict[str, str | int] = {"sitting": sitting, "lesson": lesson.id}
        page = {**work, "page": reached, "pages": pages, "at": at + 900}
        drafts = [
            self._ledger.note("sitting-began", began, person),
            self._ledger.note("page-reached", page, person),
        ]
        if reached == pages:
            of = len(lesson.quiz)
            right = chance.randint(of // 2, of)
            quiz = {**work, "version": lesson.version, "right": right, "of": of, "at": at + 1800}
            drafts.append(self._ledger.note("quiz-finished", quiz, person))
        ended = {"sitting": sitting, "at": at + 3600}
        drafts.append(self._ledger.note("sitting-ended", ended, person))
        return drafts


def _fate(chance: random.Random) -> tuple[Status, int, int]:
    roll = chance.random()
    if roll < 0.62:
        return Status.PRESENT, 0, 0
    if roll < 0.77:
        return Status.LATE, chance.randint(5, 40), 0
    if roll < 0.85:
        return Status.LEFT_EARLY, 0, chance.randint(5, 45)
    return (Status.EXCUSED, 0, 0) if roll < 0.92 else (Status.ABSENT, 0, 0)


def _groups(people: Sequence[str], count: int) -> list[list[str]]:
    """Deal people out to groups; each group has somebody, even where people are few."""
    return [list(people[index::count]) or list(people[:1]) for index in range(count)]
