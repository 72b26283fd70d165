"""Every kind of event, its fields, and which of them are personal: the one list of them.

`thing` names what an event is about. Its projection is a pure function of all events about it,
so that any order of arrival gives the same row. `{subject}` stands for the header's person.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.kinds import centre, courses, evenings, funding, learning, people, teaching
from trainer_app.domain.kinds.kind import Kind

__all__ = ["AUTHORITY", "FOR_ORGANISATIONS", "KINDS", "Kind"]

_ALL = (
    *centre.KINDS,
    *courses.KINDS,
    *people.KINDS,
    *learning.KINDS,
    *teaching.KINDS,
    *evenings.KINDS,
    *funding.KINDS,
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}

AUTHORITY = frozenset(kind.name for kind in _ALL if "signature" in kind.fields)
"""What only a trainer's own signature makes true, whatever laptop carries it."""

FOR_ORGANISATIONS = AUTHORITY | {
    "centre-named", "course-set", "session-set", "session-times-set", "headcount-changed",
    "person-set", "same-person", "same-person-undone", "told-apart", "attendance-marked",
    "sitting-began", "sitting-ended", "sitting-voided", "sitting-moved", "page-reached",
    "question-answered", "quiz-finished", "practice-played", "project-set", "answer-given",
    "answer-dropped", "project-left", "print-made", "print-dropped",
}  # fmt: skip
"""What reports of many centres are made from: the words of all else stay in the centre."""
