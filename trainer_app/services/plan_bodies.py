"""Courses and sessions as events hold them."""

from __future__ import annotations

from typing import Any

from trainer_app.domain.courses import Course, Session


def course_body(course: Course) -> dict[str, Any]:
    """A course as an event holds it."""
    return {
        "course": course.id,
        "title": course.title.strip(),
        "project": course.project,
        "funder": course.funder,
        "place": course.place,
        "lessons": list(course.lessons),
        "core": list(course.core),
        "projects": list(course.projects),
    }


def session_body(session: Session) -> dict[str, Any]:
    """A session's plan as an event holds it."""
    return {
        "session": session.id,
        "course": session.course,
        "number": session.number,
        "date": session.date.isoformat(),
        "planned_start": f"{session.planned_start:%H:%M}",
        "planned_end": f"{session.planned_end:%H:%M}",
        "place": session.place,
        "lessons": list(session.lessons),
        "core": list(session.core),
        "cancelled": session.cancelled,
    }
