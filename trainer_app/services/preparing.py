"""The evening before: what a session's lessons come to, who reads what, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.evening import Evening, Taught, minutes_of, taught
from trainer_app.domain.evening_fitting import Saving, after, if_late, to_fit
from trainer_app.domain.lessons import LessonWords, PlanPart
from trainer_app.domain.paths import PathPart, parts_of
from trainer_app.domain.people import Person
from trainer_app.services.courses import Courses
from trainer_app.services.ledger import Ledger
from trainer_app.store import registers


@dataclass(frozen=True, slots=True)
class Tonight:
    """A session as it is prepared. `unknown` are lessons that are not on this laptop.

    `to_fit`: what makes it fit, where it is too full; `if_late`: what to let go of the evening
    then, if it runs late. `plans` are the plans of its lessons, in the language nearest to the
    one asked for. `next`: the course's next session, None if none is planned.
    """

    session: Session
    course: Course
    evening: Evening
    to_fit: tuple[Saving, ...]
    if_late: tuple[Saving, ...]
    plans: Mapping[str, Sequence[PlanPart]]
    unknown: tuple[str, ...]
    next: Session | None

    @property
    def place(self) -> str:
        """Where it is; "" if nobody said."""
        return self.session.place or self.course.place or ""


class Preparing:
    """Looks ahead to a session. What it says of a lesson's minutes is the lesson's own plan."""

    def __init__(self, ledger: Ledger, lessons: LessonLibrary, courses: Courses) -> None:
        self._ledger, self._library, self._courses = ledger, lessons, courses

    def tonight(self, session_id: str, language: str) -> Tonight:
        """One session, plans in the language or the nearest there is. Raises UnknownThing."""
        session = self._courses.session(session_id)
        course = self._courses.course(session.course)
        plans = {lesson: self._plan(lesson, language) for lesson in session.lessons}
        evening = self._evening(session, plans)
        fitting = to_fit(evening)
        here = {lesson.id for lesson in self._library.lessons}
        return Tonight(
            session=session,
            course=course,
            evening=evening,
            to_fit=fitting,
            if_late=if_late(after(evening, fitting)),
            plans=plans,
            unknown=tuple(one for one in session.lessons if one not in here),
            next=next(iter(self._after(session)), None),
        )

    def people(self, course_id: str) -> list[Person]:
        """Everyone enrolled, with the language that each reads."""
        self._ledger.require_trainer()
        return registers.people(self._ledger.store, course_id)

    def without_pictures(self, people: Sequence[Person]) -> list[Person]:
        """Those of some people who have not chosen their sign-in pictures yet."""
        store = self._ledger.store
        return [person for person in people if not registers.pictures_of(store, person.id)]

    def teach_in_short(self, session_id: str, lesson: str, short: bool = True) -> None:
        """Plan a lesson of a session in its short form, or whole again. Raises NotAllowed."""
        session = self._courses.session(session_id)
        core = tuple(
            one for one in session.lessons if (short if one == lesson else one in session.core)
        )
        if core != session.core:
            self._courses.save_session(replace(session, core=core))

    def words(self, lesson: str, language: str) -> LessonWords | None:
        """A lesson's words in the language or the nearest there is; None without pages."""
        titles = self._library.titles(language)
        if lesson not in titles:
            return None
        try:
            return self._library.words(lesson, titles[lesson][1])
        except (MissingLanguage, UnreadableLesson):
            return None

    def _plan(self, lesson: str, language: str) -> tuple[PlanPart, ...]:
        words = self.words(lesson, language)
        return words.plan if words is not None else ()

    def _evening(self, session: Session, plans: Mapping[str, Sequence[PlanPart]]) -> Evening:
        """The session's evening: what the sessions before it began goes on here."""
        row = [one for one in self._courses.sessions(session.course) if not one.cancelled]
        if session not in row:
            return self._made(session, None, {}, plans)
        at = row.index(session)
        first = at
        while first and set(row[first].lessons) & set(row[first - 1].lessons):
            first -= 1
        done: dict[str, int] = {}
        for place in range(first, at):
            known = {one: self._plan(one, "") for one in row[place].lessons}
            held = self._made(row[place], row[place + 1], done, known)
            done = dict(_done(held, done))
        after_it = row[at + 1] if at + 1 < len(row) else None
        return self._made(session, after_it, done, plans)

    def _made(
        self,
        session: Session,
        then: Session | None,
        done: Mapping[str, int],
        plans: Mapping[str, Sequence[PlanPart]],
    ) -> Evening:
        here = {lesson.id: lesson for lesson in self._library.lessons}
        known = [part for part in parts_of(session) if part.lesson in here]
        lessons = [
            taught(
                here[part.lesson],
                plans.get(part.lesson, ()),
                core=part.core,
                done=done.get(part.lesson, 0),
                goes_on=part == known[-1] and _stands_in(part, then),
            )
            for part in known
        ]
        hours = (_minutes(session.planned_start), _minutes(session.planned_end))
        return Evening(tuple(lessons), *hours)

    def _after(self, session: Session) -> Iterator[Session]:
        """The sessions of the course after this one, the next first."""
        this = (session.date, session.planned_start)
        for one in self._courses.sessions(session.course):
            if not one.cancelled and (one.date, one.planned_start) > this:
                yield one

    def moment(self, day: date, at: time) -> datetime:
        """A time on the wall of a day, in this laptop's zone as it is on that day."""
        return datetime.combine(day, at, tzinfo=self._ledger.now().tzinfo)


def _done(evening: Evening, before: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """How many minutes of each lesson are over after an evening; a whole one begins anew."""
    for one in evening.lessons:
        minutes = before.get(one.lesson, 0) + minutes_of(evening.slots, one.lesson)
        yield one.lesson, minutes if minutes < _all_of(one) else 0


def _all_of(one: Taught) -> int:
    return sum(timed.minutes for timed in (one.short if one.core else one.whole))


def _stands_in(part: PathPart, session: Session | None) -> bool:
    return session is not None and part.lesson in session.lessons


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
