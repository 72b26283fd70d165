"""What sessions and marks are called on the workshop pages."""

from __future__ import annotations

from datetime import datetime

from trainer_app.domain.attendance import CAME_LATE, WENT_EARLY
from trainer_app.domain.courses import Course, Session
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import clock, hours, long_date, number
from trainer_app.ui.labels import statuses

SEPARATOR = " · "


def session_title(course: Course, session: Session) -> str:
    """The course and the number of the session."""
    return _("{course}, session {number}").format(
        course=isolate(course.title), number=number(session.number)
    )


def session_plan(course: Course, session: Session) -> str:
    """When and where a session is planned."""
    place = session.place or course.place
    parts = [long_date(session.date), hours(session.planned_start, session.planned_end)]
    return SEPARATOR.join([*parts, isolate(place)] if place else parts)


def real_words(started: datetime | None, ended: datetime | None) -> str:
    """When a session really ran, in a sentence."""
    if started is None:
        return _("Not started yet")
    if ended is None:
        return _("Running since {time}").format(time=clock(started))
    return _("Really held {hours}").format(hours=hours(started, ended))


def mark_words(status: str | None, late: int, early: int) -> str:
    """A mark in words, with its minutes."""
    if status is None:
        return _("Not marked")
    if status in CAME_LATE and status in WENT_EARLY:
        return _("Late {late} min, left {early} min early").format(
            late=number(late), early=number(early)
        )
    if status in CAME_LATE:
        return late_words(late)
    if status in WENT_EARLY:
        return early_words(early)
    return statuses()[status]


def late_words(minutes: int) -> str:
    """How late somebody came."""
    return _("Late {minutes} min").format(minutes=number(minutes))


def early_words(minutes: int) -> str:
    """How long before the end somebody left."""
    return _("Left {minutes} min early").format(minutes=number(minutes))
