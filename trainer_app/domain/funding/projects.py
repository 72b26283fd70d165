"""Projects: who pays for courses, for how long, and by which rules their hours are reckoned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Rounding = Literal["exact", "quarter", "half", "hour"]
Completion = Literal["lessons", "sessions", "minutes"]
ROUNDINGS: tuple[Rounding, ...] = ("exact", "quarter", "half", "hour")
COMPLETIONS: tuple[Completion, ...] = ("lessons", "sessions", "minutes")
SMALLEST_CELLS = (10, 5)
HOURS = (60, 45)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a project counts; the defaults are what a hand count would do.

    `least_minutes`: who was there for less in all is no participant. `hour_minutes`: minutes of
    one participant-hour. `break_minutes`: taken off each attendance, never below zero.
    `rounding`: each attendance to the nearest quarter, half or whole hour, half up. `late_in_full`:
    who came late counts as if on time. `completion`: all lessons of the course passed, or
    `completion_share` percent of its sessions held, or of their minutes. `estimates`: sensitive
    indicators may be estimated from a sample. `smallest_cell`: published tables hide less.
    `exit_days`: within which the questions at leaving are asked.
    """

    least_minutes: int = 0
    hour_minutes: int = 60
    break_minutes: int = 0
    rounding: Rounding = "exact"
    late_in_full: bool = False
    completion: Completion = "lessons"
    completion_share: int = 80
    estimates: bool = False
    smallest_cell: int = 10
    exit_days: int = 28


@dataclass(frozen=True, slots=True)
class Project:
    """What pays for courses. `keep_until`: the last day to keep its people.

    `starts` and `ends` are both included. `sets`: names of indicator sets. `targets`: a figure to
    reach by its key: `people`, `attendances`, `hours`, `completed`, or `<set>/<code>`. `rate`:
    worth of a volunteer's hour, in cents of `currency` (ISO 4217).
    """

    name: str
    funder: str | None = None
    keep_until: date | None = None
    id: str = ""
    grant: str | None = None
    starts: date | None = None
    ends: date | None = None
    currency: str = "EUR"
    rate: int | None = None
    sets: tuple[str, ...] = ()
    targets: Mapping[str, int] = field(default_factory=dict)
    rules: Rules = Rules()


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that carries a project along.

    `share` is in hundredths of a percent of the whole, None where nobody said. `logo`: a PNG.
    """

    id: str
    project: str
    name: str
    share: int | None = None
    logo: bytes | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Money that a project took, in cents of the project's currency."""

    id: str
    project: str
    on: date
    what: str
    cents: int


def same_name(name: str) -> str:
    """What is equal for two ways to write one project's name."""
    return " ".join(name.split()).casefold()


def names_and_funders(projects: Sequence[Project]) -> tuple[str | None, str | None]:
    """What several projects are called on one line, and who pays: "A; B", each funder once."""
    funders = dict.fromkeys(one.funder for one in projects if one.funder)
    return "; ".join(one.name for one in projects) or None, "; ".join(funders) or None
