"""How a laptop stands before an evening, and what there is to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.laptops import Standing
from trainer_app.domain.rooms import LaptopState

DAY = 24 * 60 * 60
BATTERY_LOW = 50
"""Percent below which a battery may not last an evening, without its cable."""
DISK_FULL = 500
"""Megabytes below which an evening's work and its backups may find no room."""
CLOCK_WRONG = 5 * 60
"""Seconds; less does no harm to times of coming and going."""
OLD = 14 * DAY
"""Nobody has looked at a laptop for so long: what was said of it may not hold any more."""

_NUMBER = re.compile("[0-9]{1,9}")

What = Literal[
    "shut-out", "two-histories", "unknown", "old", "clock", "battery", "disk", "lessons",
    "voices", "program", "news",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LaptopCheck:
    """What is known of a laptop. `at`: since when, in UTC seconds; `now` where it is live.

    `battery` in percent, None without one; `plugged`: fed by a cable. `free_mb`: on its disk.
    `voices`: languages that it reads aloud. `lessons`: their versions by id, None where only
    `missing` is known. `clock_off`: seconds by which its clock is ahead, or behind below 0.
    """

    at: int
    battery: int | None
    free_mb: int
    program: str
    voices: frozenset[str]
    lessons: Mapping[str, int] | None
    plugged: bool = False
    missing: tuple[str, ...] = ()
    clock_off: int = 0
    now: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What tonight needs: `lessons` with their versions here, `voices` of the group's languages
    that this program has, and the newest `program` among the laptops.
    """

    lessons: Mapping[str, int]
    voices: frozenset[str]
    program: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to do about a laptop. `things`: lessons or languages; `amount`: percent,
    megabytes, seconds (below 0: behind), days or entries, whatever fits `what`.
    """

    what: What
    things: tuple[str, ...] = ()
    amount: int = 0


def findings(
    check: LaptopCheck | None, wanted: Wanted, now: int, *, standing: Standing = "counts"
) -> tuple[Finding, ...]:
    """What to do about one laptop, the worst first; none where it is ready. `now`: UTC seconds."""
    if standing == "shut-out":
        return (Finding("shut-out"),)
    found = [Finding("two-histories")] if standing != "counts" else []
    if check is None:
        return (*found, Finding("unknown"))
    return (*found, *_of_check(check, wanted, now))


def live(state: LaptopState, at: int, clock_off: int) -> LaptopCheck:
    """What a laptop in the room says of itself."""
    return LaptopCheck(
        at=at,
        battery=state.battery,
        free_mb=state.free_mb,
        program=state.program,
        voices=frozenset(state.languages),
        lessons=None,
        plugged=state.plugged,
        missing=state.missing,
        clock_off=clock_off,
        now=True,
    )


def newest(programs: Iterable[str]) -> str:
    """The newest of several versions, such as "0.10.0" of that and "0.9.2"; "" of none."""
    return max(programs, key=_version, default="")


def _of_check(check: LaptopCheck, wanted: Wanted, now: int) -> Iterator[Finding]:
    age = max(0, now - check.at)
    if not check.now and age > OLD:
        yield Finding("old", amount=age // DAY)
    if abs(check.clock_off) > CLOCK_WRONG:
        yield Finding("clock", amount=check.clock_off)
    # How full a battery was days ago says nothing of tonight.
    fresh = check.now or age < DAY
    if check.battery is not None and fresh and check.battery < BATTERY_LOW and not check.plugged:
        yield Finding("battery", amount=check.battery)
    if check.free_mb < DISK_FULL:
        yield Finding("disk", amount=check.free_mb)
    if missing := _missing(check, wanted):
        yield Finding("lessons", missing)
    if silent := tuple(sorted(wanted.voices - check.voices)):
        yield Finding("voices", silent)
    if _version(check.program) < _version(wanted.program):
        yield Finding("program")


def _missing(check: LaptopCheck, wanted: Wanted) -> tuple[str, ...]:
    """Lessons of tonight that it has not, or an older version of."""
    if check.lessons is None:
        return check.missing
    there = check.lessons
    return tuple(
        lesson for lesson, version in wanted.lessons.items() if there.get(lesson, 0) < version
    )


def _version(program: str) -> tuple[int, ...]:
    """A version as numbers; another laptop may say anything, and what is no number is below 0."""
    return tuple(int(one) if _NUMBER.fullmatch(one) else -1 for one in program.split("."))
