"""How long people are kept: a project has a term, and who has not come since is due for erasure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from trainer_app.domain.people import Person

Why = Literal["term", "restriction", "joined"]


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody who need not be kept any longer. `ended`: the last day of the term, if there is one.

    `joined`: another record of the same person was erased, on a laptop that did not know this one.
    """

    person: Person
    why: Why
    ended: date | None
    projects: tuple[str, ...] = ()
    last_seen: date | None = None


@dataclass(frozen=True, slots=True)
class Restricted:
    """Somebody who is kept only because a funder asks; shown in no list."""

    person: Person
    until: date | None


def over_since(terms: Collection[date | None], last_seen: date | None, today: date) -> date | None:
    """The last day of the longest term, where all are over and nobody was seen since; else None.

    `terms`: one for each course of a person; None is a term that nobody has set, which never ends.
    """
    known = [term for term in terms if term is not None]
    if not known or len(known) < len(terms):
        return None
    last = max(known)
    if last >= today or (last_seen is not None and last_seen > last):
        return None
    return last
