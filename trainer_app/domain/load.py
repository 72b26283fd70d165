"""How much a trainer carries: the sessions that she led in the last four weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 4
MANY_IN_A_WEEK = 3
"""More evenings than this in a week are much beside all else that a volunteer does."""


@dataclass(frozen=True, slots=True)
class Led:
    """A session that somebody led: its day, and how long it really was."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Load:
    """The sessions of the last four weeks, their minutes, and evenings in the last seven days."""

    sessions: int
    minutes: int
    evenings: int

    @property
    def is_much(self) -> bool:
        """More than three evenings this week, or as a rule in these four weeks."""
        return self.evenings > MANY_IN_A_WEEK or self.sessions > MANY_IN_A_WEEK * WEEKS


def load_of(led: Iterable[Led], today: date) -> Load:
    """What somebody carried up to and with today; days to come do not count."""
    known = [one for one in led if today - timedelta(weeks=WEEKS) < one.day <= today]
    week = {one.day for one in known if one.day > today - timedelta(weeks=1)}
    return Load(len(known), sum(one.minutes for one in known), len(week))
