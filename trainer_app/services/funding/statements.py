"""What happened in a scope as xAPI statements; nobody's name stands in them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.courses import Session
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.quiz import passed
from trainer_app.exports.xapi import Activity, Happening, Result
from trainer_app.services.funding.participating import Roll
from trainer_app.store import funding, happenings, registers
from trainer_app.store.happenings import Deed
from trainer_app.store.store import Store

_ACTORS_KEPT = 20_000


def name_of_centre(store: Store) -> str:
    """A name for a centre that chose none: it tells nobody which one it is."""
    return f"centre-{_opaque(store, 'centre')[:16]}"


def _opaque(store: Store, what: str) -> str:
    """A number that is the same on all laptops of a centre, and tells nobody else what it is of."""
    first = happenings.first_event(store)
    return hashlib.sha256(f"{first} {what}".encode()).hexdigest()[:32]


class Happenings:
    """Everything that people did within a roll's scope.

    `restricted`: people who are kept for a funder's proof only; they are left out, and so are those
    of whom only counts are left. `now` gives the zone of days.
    """

    def __init__(
        self, store: Store, roll: Roll, restricted: Collection[str], now: datetime
    ) -> None:
        self._store, self._roll, self._restricted = store, roll, restricted
        # An id of the store would tell when somebody came in.
        self._actor = lru_cache(_ACTORS_KEPT)(partial(_opaque, store))
        self._zone = now.tzinfo
        scope = roll.scope
        self._titles = {one.id: one.title for one in registers.courses(store)}
        self._sessions = {one.id: one for one in registers.sessions(store)}
        self._courses: set[str] | None = None
        if scope.project is not None:
            self._courses = set(funding.courses_of(store, scope.project))
        if scope.course is not None:
            of_project = self._courses is None or scope.course in self._courses
            self._courses = {scope.course} if of_project else set()
        self._last_days = {
            (row.person_id, row.course_id): row.date  # rows stand in the order of days
            for row in roll.rows
            if row.counts
        }

    def all(self) -> Iterator[Happening]:
        """Kind by kind: registered, attended, what was learned, completed."""
        yield from self._registered()
        for row in self._roll.rows:
            if row.counts and not row.erased and row.person_id not in self._restricted:
                yield self._attended(row)
        yield from self._learned()
        for one in self._roll.participations:
            if not one.erased and one.person_id not in self._restricted:
                yield from self._completed(one)

    def _registered(self) -> Iterator[Happening]:
        for one in happenings.enrolled(self._store):
            if self._has_course(one.course) and self._has_day(one.on) and self._may(one.person):
                yield Happening(
                    key=f"{one.person} {one.course}",
                    person=self._actor(one.person),
                    verb="registered",
                    activity=self._course(one.course),
                    at=self._at(one.on),
                    registration=f"{one.person} {one.course}",
                )

    def _attended(self, row: AttendanceRow) -> Happening:
        began = row.started or datetime.combine(row.date, row.planned_start)
        return Happening(
            key=f"{row.person_id} {row.session_id}",
            person=self._actor(row.person_id),
            verb="attended",
            activity=Activity("session", (row.session_id,)),
            at=began.replace(tzinfo=self._zone),
            within=(self._course(row.course_id),),
            registration=f"{row.person_id} {row.course_id}",
            result=None if row.minutes is None else Result(minutes=row.minutes),
        )

    def _learned(self) -> Iterator[Happening]:
        scope = self._roll.scope
        since = None if scope.since is None else self._at(scope.since)
        until = None if scope.until is None else self._at(scope.until + timedelta(days=1))
        for deed in happenings.deeds(
            self._store,
            None if since is None else int(since.timestamp()),
            None if until is None else int(until.timestamp()),
        ):
            session = self._sessions.get(deed.session or "")
            if self._may(deed.person) and self._has_session(session):
                yield self._deed(deed, session)

    def _deed(self, deed: Deed, session: Session | None) -> Happening:
        lesson = Activity("lesson", (deed.words["lesson"],))
        quiz = Activity("quiz", (deed.words["lesson"],))
        meeting = (
            ()
            if session is None
            else (Activity("session", (session.id,)), self._course(session.course))
        )
        answered = deed.kind == "question-answered"
        right = deed.words["right"]
        if answered:
            of = (deed.words["lesson"], deed.words["question"])
            activity, within = Activity("question", of), (quiz, lesson, *meeting)
            result = Result(success=right, response=deed.words["choice"])
        else:
            activity, within = quiz, (lesson, *meeting)
            won = passed(right, deed.words["of"])
            result = Result(success=won, completion=True, right=right, of=deed.words["of"])
        return Happening(
            key=deed.id,
            person=self._actor(deed.person),
            verb="answered" if answered else "passed" if result.success else "failed",
            activity=activity,
            at=datetime.fromtimestamp(deed.at, UTC),
            within=within,
            registration=None if session is None else f"{deed.person} {session.course}",
            result=result,
        )

    def _completed(self, one: Participation) -> Iterator[Happening]:
        for course in one.completed:
            last = self._last_days.get((one.person_id, course))
            if last is None:
                continue  # completed before these days
            yield Happening(
                key=f"{one.person_id} {course}",
                person=self._actor(one.person_id),
                verb="completed",
                activity=self._course(course),
                at=self._at(last),
                registration=f"{one.person_id} {course}",
                result=Result(completion=True),
            )
        for lesson in one.passed:
            if self._has_day(lesson.on):
                yield Happening(
                    key=f"{one.person_id} {lesson.lesson}",
                    person=self._actor(one.person_id),
                    verb="completed",
                    activity=Activity("lesson", (lesson.lesson,)),
                    at=self._at(lesson.on),
                    result=Result(completion=True),
                )

    def _course(self, id: str) -> Activity:
        return Activity("course", (id,), self._titles.get(id))

    def _at(self, day: date) -> datetime:
        """The first moment of a day on the wall's clock."""
        return datetime.combine(day, time(), self._zone)

    def _may(self, person: str) -> bool:
        return person not in self._restricted

    def _has_course(self, course: str) -> bool:
        return self._courses is None or course in self._courses

    def _has_session(self, session: Session | None) -> bool:
        wanted = self._roll.scope.session
        if wanted is not None:
            return session is not None and session.id == wanted
        return self._courses is None or (session is not None and session.course in self._courses)

    def _has_day(self, day: date) -> bool:
        since, until = self._roll.scope.since, self._roll.scope.until
        return (since is None or since <= day) and (until is None or day <= until)
