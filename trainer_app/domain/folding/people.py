"""The rows of people: who is whom, enrolled, there, kept or erased."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.conflicts import competing
from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.fields import LARGEST
from trainer_app.domain.folding.row import Row, plain


def edge(events: Sequence[Event]) -> Row | None:
    """Two ids of one person. Taking it back is final: joining again is a new edge."""
    joined = winner(of_kind(events, "same-person"))
    if joined is None or of_kind(events, "same-person-undone"):
        return None
    return {"edge": joined.words["edge"], "a": joined.header.subject, "b": joined.words["other"]}


def apart(events: Sequence[Event]) -> Row | None:
    """Two ids of which a trainer said that they are two people."""
    best = winner(events)
    if best is None:
        return None
    a, b = best.header.subject, best.words["other"]
    return {"thing": f"apart:{a}:{b}", "a": a, "b": b}


def restriction(events: Sequence[Event]) -> Row | None:
    """Until when a person's record is kept but not used; no row once it was lifted."""
    best = winner(events)
    if best is None or not best.words["on"]:
        return None
    return {"person": best.header.subject, "until": best.words.get("until")}


def erasure(events: Sequence[Event]) -> Row | None:
    """Who was erased, and the attendance that counts stay made of."""
    best = winner(events)
    return None if best is None else {
        name: plain(best.words[name]) for name in ("erasure", "people", "attendance")
    }  # fmt: skip


def enrolment(events: Sequence[Event]) -> Row | None:
    """A person in a course, since when, and whether still."""
    best = winner(events)
    if best is None:
        return None
    course, person = best.words["course"], best.header.subject
    return {
        "thing": f"enrolment:{course}:{person}",
        "course": course,
        "person": person,
        "on": best.words["on"],
        "active": int(best.words["active"]),
    }


def attendance(events: Sequence[Event]) -> Row | None:
    """How somebody came to a session; no row once the mark was taken away."""
    left = standing(events)
    if not left or left[-1].words.get("status") is None:
        return None
    best = left[-1]
    session, person = best.words["session"], best.header.subject
    return {
        "thing": f"attendance:{session}:{person}",
        "session": session,
        "person": person,
        "status": best.words["status"],
        "late": best.words["late"],
        "early": best.words["early"],
        "left_at": best.words.get("left_at"),
        "role": best.words["role"],
        "marks": len(competing("attendance", left)),
    }


def headcount(events: Sequence[Event]) -> Row | None:
    """People without a name at a session: the sum of all changes, not below zero."""
    left = standing(events)
    if not left:
        return None
    total = sum(int(event.words["delta"]) for event in left)
    return {"session": left[0].words["session"], "count": min(max(0, total), LARGEST)}
