"""Planning: courses, their sessions and their lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.errors import BadTimes, EmptyField
from trainer_app.domain.events import Draft
from trainer_app.services.funding.projects import Projects
from trainer_app.services.ledger import Ledger
from trainer_app.services.plan_bodies import course_body, session_body
from trainer_app.store import registers


class Courses:
    """The centre's courses and their sessions."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def all(self) -> list[Course]:
        """All courses, the newest first."""
        return registers.courses(self._store)

    def course(self, course_id: str) -> Course:
        """One course; raises UnknownThing."""
        return registers.course(self._store, course_id)

    def sessions(self, course_id: str | None = None) -> list[Session]:
        """Sessions of one course or all, by date, cancelled ones too."""
        return registers.sessions(self._store, course_id)

    def session(self, session_id: str) -> Session:
        """One session; raises UnknownThing."""
        return registers.session(self._store, session_id)

    def open_session(self) -> Session | None:
        """The session that runs now."""
        return registers.open_session(self._store)

    def today(self) -> list[Session]:
        """Today's sessions that are not cancelled, by planned start."""
        day = self._ledger.now().date()
        return [s for s in self.sessions() if s.date == day and not s.cancelled]

    def upcoming(self) -> list[Session]:
        """Sessions after today that are not cancelled, the next first."""
        day = self._ledger.now().date()
        return [s for s in self.sessions() if s.date > day and not s.cancelled]

    def add_course(
        self,
        title: str,
        *,
        project: str = "",
        funder: str = "",
        place: str = "",
        lessons: Sequence[str] = (),
        core: Sequence[str] = (),
        projects: Sequence[str] = (),
    ) -> Course:
        """Make a course; `projects` are ids. Raises EmptyField where it has no title."""
        course = Course(
            self._store.new_id(),
            title.strip(),
            project.strip() or None,
            funder.strip() or None,
            place.strip() or None,
            tuple(lessons),
            tuple(core),
            tuple(projects),
        )
        return self.save_course(course)

    def save_course(self, course: Course) -> Course:
        """Record a course as it should be now; returns it as it is recorded.

        `project` names one more project unless it is how one of `projects` is called; one that
        nobody named before is made with the course.
        """
        self._ledger.require_trainer()
        if not course.title.strip():
            raise EmptyField(field="title")
        course, first = Projects(self._ledger).belonging(course)
        self._ledger.write(*first, self._ledger.edit("course-set", course_body(course)))
        return course

    def add_session(
        self,
        course_id: str,
        day: date,
        start: time,
        end: time,
        *,
        place: str = "",
        lessons: Sequence[str] = (),
    ) -> Session:
        """Plan a session; its number within the course is given once and stays."""
        return self.add_sessions(course_id, [day], start, end, place=place, lessons=lessons)[0]

    def add_sessions(
        self,
        course_id: str,
        days: Sequence[date],
        start: time,
        end: time,
        *,
        place: str = "",
        lessons: Sequence[str] = (),
    ) -> list[Session]:
        """Plan sessions on several days with the same hours. Raises BadTimes."""
        self._ledger.require_trainer()
        self.course(course_id)
        first = max((s.number for s in self.sessions(course_id)), default=0) + 1
        sessions = [
            Session(
                id=self._store.new_id(),
                course=course_id,
                number=first + offset,
                date=day,
                planned_start=start,
                planned_end=end,
                place=place.strip() or None,
                lessons=tuple(lessons),
            )
            for offset, day in enumerate(sorted(days))
        ]
        self._ledger.write(*(self._session_draft(session) for session in sessions))
        return sessions

    def save_session(self, session: Session) -> None:
        """Record a session's plan as it should be now. Raises BadTimes."""
        self._ledger.require_trainer()
        self._ledger.write(self._session_draft(session))

    def cancel_session(self, session_id: str, cancelled: bool = True) -> None:
        """Call a session off, or on again; it keeps its number."""
        self.save_session(replace(self.session(session_id), cancelled=cancelled))

    def _session_draft(self, session: Session) -> Draft:
        if session.planned_end <= session.planned_start:
            raise BadTimes(field="planned_end")
        return self._ledger.edit("session-set", session_body(session))
