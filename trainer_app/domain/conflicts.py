"""Where laptops say different things of one thing, and a trainer should choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from trainer_app.domain.events import Body, Event, standing

# What is compared; the rest of a body (a reason, say) may differ without anybody minding.
COMPARED: Mapping[str, tuple[str, ...]] = {
    "attendance": ("status", "late", "early", "left_at", "role"),
    "times": ("started", "ended"),
    "session": ("number", "date", "planned_start", "planned_end", "place", "lessons", "cancelled"),
    "course": ("title", "project", "funder", "projects", "place", "lessons"),
    "person": ("name", "birth_year", "gender", "language", "phone", "note"),
    "enrolment": ("active",),
    "project": (
        "name", "funder", "keep_until", "grant", "starts", "ends", "currency", "rate", "sets",
        "targets", "least_minutes", "hour_minutes", "break_minutes", "rounding", "late_in_full",
        "completion", "completion_share", "estimates", "smallest_cell", "exit_days",
    ),
}  # fmt: skip
"""Things whose values can be in conflict, and the fields that make a value."""


def competing(thing: str, events: Sequence[Event]) -> list[Event]:
    """One event for each different value that nobody replaced, the one shown last.

    One or none where everybody agrees.
    """
    fields = COMPARED.get(thing.partition(":")[0])
    if fields is None:
        return []
    last_of: dict[tuple[Any, ...], Event] = {}
    for event in standing(events):
        value = _value(event.words, fields)
        last_of.pop(value, None)
        last_of[value] = event
    return list(last_of.values())


def _value(body: Body, fields: tuple[str, ...]) -> tuple[Any, ...]:
    found = (body.get(name) for name in fields)
    return tuple(tuple(one) if isinstance(one, list) else one for one in found)
