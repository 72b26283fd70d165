"""Which backups are kept, and when the next one is due.

A laptop's clock may be wrong by years; what is recent goes by the counter that each backup carries.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

RECENT, DAYS, WEEKS = 12, 14, 8
AFTER = timedelta(minutes=15)
"""So much time passes at most between a change and the backup that holds it."""


@dataclass(frozen=True, slots=True, order=True)
class Made:
    """When a backup was made: `counter` rises with each, `moment` is what the clock said (UTC)."""

    counter: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class Holds:
    """What a store's file holds. `newest` is the moment of the event taken in last, if any."""

    events: int
    people: int
    sessions: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One backup. `moment` is what the clock said (UTC), `size` is in bytes.

    `holds` is None where it is not whole, or opens with other keys.
    """

    name: str
    made: Made
    size: int
    holds: Holds | None

    @property
    def moment(self) -> datetime:
        """When it was made, as the laptop's clock said (UTC)."""
        return self.made.moment

    @property
    def whole(self) -> bool:
        """Whether it could be put back."""
        return self.holds is not None


def to_keep(made: Iterable[Made]) -> frozenset[Made]:
    """The 12 most recent, the last of each of 14 days (UTC), and the last of each of 8 ISO weeks.

    Days and weeks are counted back from the newest backup, only those in which one was made.
    """
    newest_first = sorted(set(made), reverse=True)
    return frozenset(newest_first[:RECENT]).union(
        _last_of_each(newest_first, lambda one: _utc(one).date(), DAYS),
        _last_of_each(newest_first, lambda one: _utc(one).isocalendar()[:2], WEEKS),
    )


def is_due(
    last: datetime | None, changed: bool, now: datetime, *, at_boundary: bool = False
) -> bool:
    """Whether to make a backup now.

    `last`: when the last one was made, None before any. `changed`: whether anything was recorded
    since. `at_boundary`: a session starts or ends. A clock that went backwards waits for nothing.
    """
    if last is None:
        return True
    if not changed:
        return False
    return at_boundary or now < last or now - last >= AFTER


def _last_of_each(
    newest_first: list[Made], stretch: Callable[[Made], Hashable], most: int
) -> set[Made]:
    last: dict[Hashable, Made] = {}
    for one in newest_first:
        last.setdefault(stretch(one), one)
    return set(list(last.values())[:most])


def _utc(one: Made) -> datetime:
    return one.moment.astimezone(UTC)
