"""Ticks a signed sheet back: each row is on the disk before the next one is in hand."""

from __future__ import annotations

from datetime import time

from trainer_app.domain.attendance import Status
from trainer_app.domain.people import Person
from trainer_app.domain.ticking import Row, Tick, Times
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.store.marks import Mark


class TickingBack:
    """What the page of a signed sheet asks for and writes. `reason` is for changes of marks that
    stood when the session ended, in the trainer's words.
    """

    def __init__(self, attending: Attending, courses: Courses, enrolling: Enrolling) -> None:
        self._attending, self._courses, self._enrolling = attending, courses, enrolling
        self._before: list[tuple[str, str, Mark | None]] = []

    def rows(self, session_id: str) -> tuple[Row, ...]:
        """The rows as on the printed sheet, then whoever else is marked in the session."""
        session = self._courses.session(session_id)
        marks = self._attending.marks(session_id)
        printed = [person.id for person in self._enrolling.on_sheet(session.course)]
        others = sorted(marks.keys() - set(printed))
        return tuple(Row(one, tick_of(marks.get(one))) for one in (*printed, *others))

    def times(self, session_id: str) -> Times:
        """When the session really began and ended; as planned while that is not known."""
        session = self._courses.session(session_id)
        began, ended = self._attending.real_times(session)
        return Times(
            _minutes(began.time() if began else session.planned_start),
            _minutes(ended.time() if ended else session.planned_end),
        )

    def person(self, person_id: str) -> Person:
        """Who stands in a row. Raises UnknownThing."""
        return self._enrolling.person(person_id)

    def write(self, session_id: str, person_id: str, tick: Tick, reason: str) -> None:
        """Record a row; it is on the disk on return. Raises NotAllowed, UnknownThing, DiskFull."""
        before = self._attending.marks(session_id).get(person_id)
        self._attending.mark(
            session_id,
            person_id,
            tick.status,
            late=tick.late,
            early=tick.early,
            reason=reason if before is not None else "",
        )
        self._before.append((session_id, person_id, before))

    def take_back(self, session_id: str, person_id: str, reason: str) -> Tick | None:
        """Put back what stood for a person before her row was written last; returns it.

        Raises as `write`.
        """
        at = max(
            (place for place, entry in enumerate(self._before)
             if entry[:2] == (session_id, person_id)),
            default=None,
        )  # fmt: skip
        before = None if at is None else self._before[at][2]
        self._attending.mark(
            session_id,
            person_id,
            Status(before.status) if before else None,
            late=before.late if before else 0,
            early=before.early if before else 0,
            left_at=before.left_at if before else None,
            reason=reason,
        )
        if at is not None:
            del self._before[at]
        return tick_of(before)

    def come_in(self, session_id: str, name: str) -> Person:
        """Put somebody in the register who signed on an empty row, and mark her present."""
        session = self._courses.session(session_id)
        person = self._enrolling.add_person(name, course_id=session.course)
        self.write(session_id, person.id, Tick(Status.PRESENT), "")
        return person


def tick_of(mark: Mark | None) -> Tick | None:
    """A mark as a row shows it."""
    return None if mark is None else Tick(Status(mark.status), mark.late, mark.early)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
