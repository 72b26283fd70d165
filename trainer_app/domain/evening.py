"""The plan of an evening: which part of which lesson comes when, and where people rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.lessons import Lesson, PlanPart

ARRIVING = 10
"""Minutes at the start in which people come in, sign and sit down."""
BREAK = 10
REST_FROM, REST_AT_LATEST = 60, 75
"""People rest after this many minutes, at the end of a part where one ends then."""
LAST_STRETCH = 90
"""Nobody rests once more when it is all over after so many minutes."""

_LEAST = 5
"""A part is not cut by a break after less than this."""
_IN_SHORT = ("input", "deepening", "synthesis")
"""What is taught of a lesson in short: its core pages, the practice, and a word at the end."""

SlotKind = Literal["arriving", "part", "break"]


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of a lesson's plan, by id, and its minutes."""

    part: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson of an evening, in its `whole` and its `short` form; `core`: which is taught.

    `without`: ids of parts that are left out. `done`: minutes that an earlier session taught of
    it. `goes_on`: it stands in the next session, too, which takes what finds no room here.
    """

    lesson: str
    whole: tuple[Timed, ...]
    short: tuple[Timed, ...]
    core: bool = False
    without: frozenset[str] = frozenset()
    done: int = 0
    goes_on: bool = False

    @property
    def parts(self) -> tuple[Timed, ...]:
        """What is taught of it now, in order."""
        chosen = self.short if self.core else self.whole
        left = _after(chosen, self.done)
        return tuple(one for one in left if one.part not in self.without)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the evening. `start` and `end` are minutes of the day, from midnight."""

    kind: SlotKind
    start: int
    minutes: int
    lesson: str = ""
    part: str = ""

    @property
    def end(self) -> int:
        """When it is over."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Evening:
    """The lessons of a session in order, and its planned hours as minutes of the day."""

    lessons: tuple[Taught, ...]
    start: int
    end: int

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All of it, one after another without a gap, perhaps beyond the end: see `over`."""
        slots = list(_laid(self.lessons, self.start))
        if self.lessons and self.lessons[-1].goes_on:
            slots = list(_cut(slots, self.end, self.lessons[-1].lesson))
        return tuple(slots)

    @property
    def length(self) -> int:
        """How many minutes it takes."""
        return self.slots[-1].end - self.start

    @property
    def over(self) -> int:
        """How many minutes it takes longer than there are; 0 where it fits."""
        return max(0, self.start + self.length - self.end)


def taught(
    lesson: Lesson,
    plan: Sequence[PlanPart],
    *,
    core: bool = False,
    done: int = 0,
    goes_on: bool = False,
) -> Taught:
    """A lesson as an evening needs it. Without a plan it is one part, with an empty id."""
    timed = tuple(Timed(part.id, part.minutes) for part in plan if part.minutes)
    timed = timed or (Timed("", lesson.minutes),)
    kept = [one for one in timed if one.part in _IN_SHORT] or list(timed)
    short = _shared_out(kept, lesson.core_minutes)
    return Taught(lesson.id, timed, short, core=core, done=done, goes_on=goes_on)


def minutes_of(slots: Sequence[Slot], lesson: str) -> int:
    """How many minutes of an evening a lesson gets."""
    return sum(slot.minutes for slot in slots if slot.kind == "part" and slot.lesson == lesson)


def _shared_out(parts: Sequence[Timed], minutes: int) -> tuple[Timed, ...]:
    """The same parts with so many minutes in all, shared as they were; none goes below one."""
    whole = sum(one.minutes for one in parts)
    shares = [max(1, one.minutes * minutes // whole) for one in parts]
    longest = max(range(len(parts)), key=lambda at: parts[at].minutes)
    shares[longest] = max(1, shares[longest] + minutes - sum(shares))
    return tuple(Timed(one.part, share) for one, share in zip(parts, shares, strict=True))


def _after(parts: Sequence[Timed], done: int) -> Iterator[Timed]:
    """What is left of parts when some minutes of them are over."""
    for one in parts:
        if one.minutes > done:
            yield Timed(one.part, one.minutes - done)
        done = max(0, done - one.minutes)


def _laid(lessons: Sequence[Taught], start: int) -> Iterator[Slot]:
    """The parts of lessons one after another, with breaks between them or within long ones."""
    yield Slot("arriving", start, ARRIVING)
    at, since = start + ARRIVING, ARRIVING
    left = sum(one.minutes for lesson in lessons for one in lesson.parts)
    for lesson in lessons:
        for one in lesson.parts:
            for minutes, rest in _stretches(one.minutes, since, left):
                if rest:
                    yield Slot("break", at, BREAK)
                    at, since = at + BREAK, 0
                yield Slot("part", at, minutes, lesson.lesson, one.part)
                at, since, left = at + minutes, since + minutes, left - minutes


def _stretches(minutes: int, since: int, left: int) -> Iterator[tuple[int, bool]]:
    """A part in pieces, each with whether people rest before it.

    `since`: minutes since people came or last rested; `left`: minutes of all that is to come.
    """
    rest = False
    while since + left > LAST_STRETCH and since + minutes > REST_AT_LATEST:
        first = max(REST_FROM - since, _LEAST) if since < REST_FROM else 0
        if first:
            yield first, rest
        minutes, left, since, rest = minutes - first, left - first, 0, True
    yield minutes, rest


def _cut(slots: Sequence[Slot], end: int, lesson: str) -> Iterator[Slot]:
    """Slots up to the end, where what is cut off is of one lesson only."""
    kept: list[Slot] = []
    for slot in slots:
        if slot.end > end and slot.lesson in (lesson, ""):
            if slot.kind == "part" and slot.start < end:
                kept.append(Slot("part", slot.start, end - slot.start, lesson, slot.part))
            break
        kept.append(slot)
    while kept and kept[-1].kind == "break":
        kept.pop()
    yield from kept
