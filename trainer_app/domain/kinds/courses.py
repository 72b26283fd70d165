"""Courses, their sessions, and what the shelf holds for them."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import Kind

# What a course and a session held before they said which lessons are taught in their short form
_COURSE = {
    "course": "id",
    "title": "text",
    "project": "text?",
    "funder": "text?",
    "place": "text?",
    "lessons": "list",
}
_SESSION = {
    "session": "id",
    "course": "id",
    "number": "count",
    "date": "date",
    "planned_start": "clock",
    "planned_end": "clock",
    "place": "text?",
    "lessons": "list",
    "cancelled": "flag",
}

KINDS = (
    # Courses and sessions
    # `projects`: ids; `project` and `funder` are how the first of them was called then
    Kind(
        "course-set",
        "course:{course}",
        {**_COURSE, "core": "list?", "projects": "list?"},
        version=3,
        earlier=(_COURSE, {**_COURSE, "core": "list?"}),
    ),
    Kind("session-set", "session:{session}", {**_SESSION, "core": "list?"}, 2, earlier=(_SESSION,)),
    Kind(
        "session-times-set",
        "times:{session}",
        {"session": "id", "started": "moment?", "ended": "moment?", "reason": "text?"},
        counted=frozenset({"started", "ended"}),
    ),
    Kind("headcount-changed", "headcount:{session}", {"session": "id", "delta": "int"}),
    Kind("listening-set", "listening:{session}", {"session": "id", "on": "flag"}),
    # The scam shelf: which template, and which of its options; no words and nobody's name
    Kind(
        "scam-shelved",
        "scam:{scam}",
        {"scam": "id", "template": "id", "who": "id", "want": "id", "clue": "id", "at": "moment"},
    ),
    Kind("scam-unshelved", "scam:{scam}", {"scam": "id", "at": "moment"}),
)
