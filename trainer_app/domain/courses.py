"""Courses and their sessions, planned and as they really were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Course:
    """A row of sessions for a group. `lessons` are the ids planned, `core` those in short.

    `projects`: ids; `project` and `funder` are how the first of them is called.
    """

    id: str
    title: str
    project: str | None = None
    funder: str | None = None
    place: str | None = None
    lessons: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting. `started` and `ended` are UTC seconds at minute resolution, once known.

    `core` are those of its `lessons` of which only the core is taught.
    """

    id: str
    course: str
    number: int
    date: date
    planned_start: time
    planned_end: time
    place: str | None = None
    lessons: tuple[str, ...] = ()
    cancelled: bool = False
    started: int | None = None
    ended: int | None = None
    core: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Started and not ended yet."""
        return self.started is not None and self.ended is None

    @property
    def has_ended(self) -> bool:
        """Later corrections need a reason from here on."""
        return self.ended is not None


def whole_minute(moment: datetime) -> int:
    """UTC seconds, cut to the minute: what a clock on the wall shows and a hand count uses."""
    return int(moment.timestamp()) // 60 * 60


def local_time(seconds: int | None, moment: datetime) -> datetime | None:
    """A recorded time as a naive local one, in the zone of `moment`; None stays None."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, moment.tzinfo).replace(tzinfo=None)
