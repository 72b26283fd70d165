"""Every kind of event, its fields, and which of them are personal: the one list of them.

`thing` names what an event is about. Its projection is a pure function of all events about it,
so that any order of arrival gives the same row. `{subject}` stands for the header's person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Body

_TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "id": (str,),
    "int": (int,),
    "flag": (bool,),
    "list": (list, tuple),
}
_SHAPES: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "clock": re.compile(r"\d{2}:\d{2}"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. A field's type ends in `?` where it may be left out or None."""

    name: str
    thing: str
    fields: Mapping[str, str]
    version: int = 1
    has_subject: bool = False
    personal: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()

    def thing_of(self, body: Body, subject: str | None) -> str:
        """The name of the thing that an event with this body is about."""
        return self.thing.format(subject=subject, **body)

    def check(self, body: Body, subject: str | None) -> None:
        """Raise MalformedEvent where a field is missing, unknown or of the wrong type."""
        if self.has_subject != (subject is not None):
            raise MalformedEvent(kind=self.name, field="subject")
        for name in body:
            if name not in self.fields:
                raise MalformedEvent(kind=self.name, field=name)
        for name, kind in self.fields.items():
            if not _fits(kind, body.get(name)):
                raise MalformedEvent(kind=self.name, field=name)


def _fits(kind: str, value: Any) -> bool:
    if value is None:
        return kind.endswith("?")
    kind = kind.rstrip("?")
    if kind in _SHAPES:
        return isinstance(value, str) and bool(_SHAPES[kind].fullmatch(value))
    if kind == "int" and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[kind])


_ALL = (
    # The centre, its trainers and its laptops
    Kind("centre-named", "centre", {"name": "text"}),
    Kind(
        "trainer-added",
        "trainer:{subject}",
        {"name": "text", "picture": "text", "box_key": "text", "sign_key": "text"},
        has_subject=True,
        personal=frozenset({"name"}),
    ),
    Kind(
        "laptop-admitted",
        "laptop:{laptop}",
        {"laptop": "id", "code": "text", "sign_key": "text", "certificate": "text"},
    ),
    # Courses and sessions
    Kind(
        "course-set",
        "course:{course}",
        {
            "course": "id",
            "title": "text",
            "project": "text?",
            "funder": "text?",
            "place": "text?",
            "lessons": "list",
        },
    ),
    Kind(
        "session-set",
        "session:{session}",
        {
            "session": "id",
            "course": "id",
            "number": "int",
            "date": "date",
            "planned_start": "clock",
            "planned_end": "clock",
            "place": "text?",
            "lessons": "list",
            "cancelled": "flag",
        },
    ),
    Kind(
        "session-times-set",
        "times:{session}",
        {"session": "id", "started": "int?", "ended": "int?", "reason": "text?"},
        counted=frozenset({"started", "ended"}),
    ),
    Kind("headcount-changed", "headcount:{session}", {"session": "id", "delta": "int"}),
    Kind("listening-set", "listening:{session}", {"session": "id", "on": "flag"}),
    # People
    Kind(
        "person-set",
        "person:{subject}",
        {
            "number": "text",
            "name": "text?",
            "birth_year": "int?",
            "gender": "text?",
            "language": "text?",
            "phone": "text?",
            "note": "text?",
            "face": "text",
            "listed": "flag",
        },
        has_subject=True,
        personal=frozenset({"name", "birth_year", "gender", "language", "phone", "note", "face"}),
    ),
    Kind(
        "pictures-chosen",
        "pictures:{subject}",
        {"pictures": "list"},
        has_subject=True,
        personal=frozenset({"pictures"}),
    ),
    Kind(
        "enrolled",
        "enrolment:{course}:{subject}",
        {"course": "id", "on": "date", "active": "flag"},
        has_subject=True,
        counted=frozenset({"course", "on"}),
    ),
    # Attendance
    Kind(
        "attendance-marked",
        "attendance:{session}:{subject}",
        {
            "session": "id",
            "status": "text?",
            "late": "int",
            "early": "int",
            "role": "text",
            "reason": "text?",
        },
        has_subject=True,
        personal=frozenset({"reason"}),
        counted=frozenset({"session", "status", "late", "early", "role"}),
    ),
    # Learning
    Kind(
        "sitting-began",
        "sitting:{sitting}",
        {"sitting": "id", "session": "id?", "at": "int"},
        has_subject=True,
    ),
    Kind(
        "sitting-ended", "sitting:{sitting}", {"sitting": "id", "at": "int"}, has_subject=True
    ),
    Kind(
        "sitting-voided",
        "sitting:{sitting}",
        {"sitting": "id", "void": "flag"},
        has_subject=True,
    ),
    Kind("sitting-moved", "sitting:{sitting}", {"sitting": "id"}, has_subject=True),
    Kind("hand-set", "hand:{sitting}", {"sitting": "id", "up": "flag", "at": "int"}, has_subject=True),
    Kind(
        "page-reached",
        "work:{sitting}:{lesson}",
        {"sitting": "id", "lesson": "text", "page": "int", "pages": "int", "at": "int"},
        has_subject=True,
    ),
    Kind(
        "question-answered",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "question": "text",
            "choice": "text",
            "right": "flag",
            "at": "int",
        },
        has_subject=True,
    ),
    Kind(
        "quiz-finished",
        "work:{sitting}:{lesson}",
        {
            "sitting": "id",
            "lesson": "text",
            "version": "int",
            "right": "int",
            "of": "int",
            "at": "int",
        },
        has_subject=True,
    ),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
