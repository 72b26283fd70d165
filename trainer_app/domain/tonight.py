"""A laptop that was opened for one evening: how long, and when it closes by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

AFTER_THE_PLAN = 60 * 60
"""Seconds that a session may run over before a laptop that hears nothing closes."""
QUIET = 60
"""Seconds after the end in which a laptop stays open where nobody sits any more."""
GRACE = 5 * 60
"""Seconds after the end in which people may finish what they do."""


@dataclass(frozen=True, slots=True)
class Tonight:
    """For which session (None before one is chosen), and from when to when in UTC seconds."""

    session: str | None
    opened: int
    until: int


def next_midnight(now: datetime) -> int:
    """The coming midnight where `now` is (it has its zone), in UTC seconds."""
    tomorrow = now.date() + timedelta(days=1)
    return int(datetime.combine(tomorrow, datetime.min.time(), now.tzinfo).timestamp())


def until_of(now: datetime, planned_end: datetime | None) -> int:
    """Until when a pass made now is good: some time after the plan, at the latest midnight.

    `planned_end`: None, or in the past, says nothing. Both have their zone. In UTC seconds.
    """
    midnight = next_midnight(now)
    if planned_end is None or planned_end <= now:
        return midnight
    return min(midnight, int(planned_end.timestamp()) + AFTER_THE_PLAN)


def is_time_to_close(
    tonight: Tonight, *, now: int, open_for: float, ended: int | None, seated: bool
) -> bool:
    """Whether an evening's laptop closes. `now`: UTC seconds of its clock.

    `open_for`: seconds since it was opened, counted apart from the clock, which anybody can set
    back. `ended`: when the session ended, None while it has not; `seated`: somebody sits there.
    """
    if now >= tonight.until or open_for >= tonight.until - tonight.opened:
        return True
    if ended is None:
        return False
    return now >= max(ended, tonight.opened) + (GRACE if seated else QUIET)
