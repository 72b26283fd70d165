"""The rows of an evening in the room."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.events import Event, of_kind, standing, winner
from trainer_app.domain.folding.row import Row, strongest

_check, _door = strongest(laptop="id"), strongest(laptop="id")


def door(events: Sequence[Event]) -> Row | None:
    """How a laptop is opened for an evening: only its own word counts."""
    return _door(_own(events))


def check(events: Sequence[Event]) -> Row | None:
    """How a laptop was when it was looked after: only its own word counts."""
    return _check(_own(events))


def helping(events: Sequence[Event]) -> Row | None:
    """One time that somebody helped; the first beginning and the first end count."""
    began = winner(of_kind(events, "helping-began"))
    if began is None:
        return None
    ends = [event.words["at"] for event in of_kind(standing(events), "helping-ended")]
    words = began.words
    return {
        "id": words["helping"],
        "person": began.header.subject,
        "session": words.get("session"),
        "lesson": words["lesson"],
        "began": words["at"],
        "ended": max(words["at"], min(ends)) if ends else None,
    }


def sheet(events: Sequence[Event]) -> Row | None:
    """A photo of a signed sheet, without the picture itself. Dropping it is final."""
    kept = winner(of_kind(events, "sheet-kept"))
    if kept is None or of_kind(events, "sheet-dropped"):
        return None
    words = kept.words
    shows = winner(of_kind(events, "sheet-people-set")) or kept
    return {
        "id": words["sheet"],
        "session": words["session"],
        "people": "\n".join(shows.words["people"]),
        "event": kept.id,
        "at": words["at"],
    }


def _own(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.words.get("laptop") == event.header.device]
