"""The sessions to come as a table, and a session for people who simply walk in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.errors import AnotherSessionOpen
from trainer_app.i18n import _
from trainer_app.i18n.formats import hours, long_date, number, short_date
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.widgets import Cell, Column, Row, Table

_LENGTH = timedelta(hours=2)
_LAST_MINUTE = time(23, 59)


def begin_walk_in(courses: Courses, attending: Attending, now: datetime) -> Session:
    """Plan a session for the next two hours in the course of walk-ins, and start it.

    The course is made where there is none of that name. Raises AnotherSessionOpen before
    anything is planned, and BadTimes in the last minute of a day.
    """
    running = courses.open_session()
    if running is not None:
        course = courses.course(running.course)
        raise AnotherSessionOpen(course=course.title, number=running.number)
    title = _("Walk-in")
    known = [course for course in courses.all() if course.title == title]
    course = known[0] if known else courses.add_course(title)
    end = now + _LENGTH
    last = end.time() if end.date() == now.date() else _LAST_MINUTE
    session = courses.add_session(course.id, now.date(), now.time(), last)
    return attending.start_now(session.id)


PREPARE = "prepare"


def upcoming_table(
    sessions: Sequence[Session], courses: Mapping[str, Course], *, prepare: bool = False
) -> Table:
    """The next sessions; each row's key is the session's id.

    With `prepare`, the column PREPARE asks to prepare a session the evening before.
    """
    columns = [
        Column("date", _("Date"), stretch=2, sortable=False),
        Column("time", _("Time"), sortable=False),
        Column("course", _("Course"), stretch=2, sortable=False),
    ]
    if is_roomy():
        columns += [
            Column("number", _("Session"), "end", sortable=False),
            Column("place", _("Place"), stretch=1, sortable=False),
        ]
    if prepare:
        columns.append(Column(PREPARE, _("Evening before"), sortable=False))
    rows = [_row(session, courses[session.course], columns) for session in sessions]
    return Table(columns, rows, _("Next sessions"), full=True)


def _row(session: Session, course: Course, columns: Sequence[Column]) -> Row:
    day = long_date(session.date) if is_roomy() else short_date(session.date)
    cells = {
        "date": Cell(day),
        "time": Cell(hours(session.planned_start, session.planned_end)),
        "course": Cell(course.title, strong=True),
        "number": Cell(number(session.number)),
        "place": Cell(session.place or course.place or "", muted=True),
        PREPARE: Cell(_("Prepare"), icon="clipboard-list"),
    }
    return Row(session.id, tuple(cells[column.key] for column in columns))
