"""Finds people by what a trainer types: the beginnings of names in any case, or a number."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.letters import begins
from trainer_app.domain.people import Person


def matching(people: Sequence[Person], typed: str) -> list[Person]:
    """Those whose number or parts of name begin with every word typed; all where none is."""
    return [person for person in people if begins(f"{person.name} {person.number}", typed)]
