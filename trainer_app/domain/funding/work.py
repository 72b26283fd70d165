"""What a project took in hours: sessions led, help given in them, and work done beside them.

An hour is counted once, however many places in the program know of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from trainer_app.domain.funding.money import worth

WorkRole = Literal["trainer", "volunteer", "interpreter"]
ROLES: tuple[WorkRole, ...] = ("trainer", "volunteer", "interpreter")

IN_A_SESSION = ("lead", "help", "interpret")
"""Tasks that a session itself may already tell of."""

TASKS = (*IN_A_SESSION, "prepare", "travel", "set-up", "invite", "office", "train")
"""The short list; anything else is somebody's own words."""

OTHER = "other"
"""Somebody's own words that are gone with her."""

Known = Literal["led", "attended", "typed"]
"""Where an hour is known from: who started, ended or marked a session; a mark; or a form."""


@dataclass(frozen=True, slots=True)
class Work:
    """One stretch of somebody's work. `who`: the id of a person, or of a trainer.

    `started` and `ended` are local times where they are known. `paid` is None where nobody has
    said. `also`: ids of other projects that the same hours belong to. `twice`: counted elsewhere
    already, so that its minutes are none. `erased`: only the count is left of who it was.
    """

    who: str
    on: date
    minutes: int
    role: str
    task: str
    known: Known
    paid: bool | None = None
    id: str = ""
    session: str | None = None
    course: str | None = None
    started: datetime | None = None
    ended: datetime | None = None
    also: tuple[str, ...] = ()
    twice: bool = False
    erased: bool = False

    @property
    def counted(self) -> int:
        """Minutes that count."""
        return 0 if self.twice else self.minutes


@dataclass(frozen=True, slots=True)
class Hours:
    """One person's work for a project, by day. `name` is empty for who was erased.

    `value`: worth of her unpaid minutes in cents. `language` is what she reads, where known.
    """

    who: str
    name: str
    number: str
    language: str | None
    trainer: bool
    work: tuple[Work, ...]
    value: int = 0

    @property
    def minutes(self) -> int:
        """All that count."""
        return sum(one.counted for one in self.work)

    @property
    def unpaid(self) -> int:
        """Minutes that were given: those of which somebody said that they were not paid."""
        return sum(one.counted for one in self.work if one.paid is False)

    @property
    def paid(self) -> int:
        """Minutes that were paid."""
        return sum(one.counted for one in self.work if one.paid)

    @property
    def unsaid(self) -> int:
        """Minutes of which nobody said whether they were paid."""
        return sum(one.counted for one in self.work if one.paid is None)

    @property
    def in_sessions(self) -> int:
        """Minutes that sessions tell of."""
        return sum(one.counted for one in self.work if one.known != "typed")

    @property
    def beside(self) -> int:
        """Minutes that somebody typed."""
        return self.minutes - self.in_sessions

    @property
    def roles(self) -> tuple[str, ...]:
        """As what she worked, each once."""
        return tuple(dict.fromkeys(one.role for one in self.work if not one.twice))


def once(work: Iterable[Work]) -> list[Work]:
    """The same work by day, with `twice` set where an hour is known from elsewhere already.

    Nobody is in one session twice: of what a session tells of a person the longest counts. What
    was typed of leading, helping or interpreting on a day when a session tells of the same person
    does not count beside it.
    """
    known = sorted(work, key=_order)
    longest: dict[tuple[str, str], Work] = {}
    for one in known:
        if one.known != "typed" and one.session is not None:
            before = longest.get((one.who, one.session))
            if before is None or one.minutes > before.minutes:
                longest[one.who, one.session] = one
    there = {(one.who, one.on) for one in longest.values() if one.minutes}
    kept = set(map(id, longest.values()))
    return [replace(one, twice=_is_twice(one, kept, there)) for one in known]


def _is_twice(one: Work, kept: set[int], there: set[tuple[str, date]]) -> bool:
    if one.known == "typed":
        return one.task in IN_A_SESSION and (one.who, one.on) in there
    return one.session is not None and id(one) not in kept


def _order(one: Work) -> tuple[object, ...]:
    # Who led is named before who was marked, where both are as long.
    started = one.started.isoformat() if one.started else ""
    return (one.on, started, one.known != "led", one.task, one.id, one.who)


def valued(hours: Hours, rate: int | None) -> Hours:
    """With the worth of what was given, `rate` being cents an hour; rounded for each person."""
    return replace(hours, value=worth(hours.unpaid, rate))


def by_task(work: Sequence[Work]) -> list[tuple[str, int]]:
    """Minutes that count of each task, the most first."""
    sums: dict[str, int] = {}
    for one in work:
        if one.counted:
            sums[one.task] = sums.get(one.task, 0) + one.counted
    return sorted(sums.items(), key=lambda each: (-each[1], each[0]))
