"""Finds people by what a trainer types: the beginnings of names in any case, or a number."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.people import Person
from trainer_app.domain.roster import fold


def matching(people: Sequence[Person], typed: str) -> list[Person]:
    """Those whose number or parts of name begin with every word typed; all where none is."""
    words = fold(typed).split()
    return [person for person in people if all(_fits(person, word) for word in words)]


def _fits(person: Person, word: str) -> bool:
    return any(part.startswith(word) for part in fold(f"{person.name} {person.number}").split())
