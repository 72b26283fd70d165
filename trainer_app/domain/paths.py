"""Paths: lessons in an order, each whole or in its short form, and how long they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from trainer_app.domain.lessons import Lesson


@dataclass(frozen=True, slots=True)
class PathPart:
    """A lesson of a path, by id; `core`: only its short form."""

    lesson: str
    core: bool = False


@dataclass(frozen=True, slots=True)
class LearningPath:
    """Lessons in an order. The title of a ready path stands with its words, not here."""

    id: str
    parts: tuple[PathPart, ...]
    title: str = ""

    @property
    def lessons(self) -> tuple[str, ...]:
        """The ids of its lessons, in order."""
        return tuple(part.lesson for part in self.parts)


@dataclass(frozen=True, slots=True)
class PathWords:
    """What a ready path is called in one language, and a sentence of what it is for."""

    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A path laid over a course: its lessons, and those of sessions, each by the session's id."""

    parts: tuple[PathPart, ...]
    sessions: tuple[tuple[str, tuple[PathPart, ...]], ...] = ()


class Planned(Protocol):
    """A course or a session: its lessons in order, and which of them are taught in short."""

    @property
    def lessons(self) -> tuple[str, ...]: ...

    @property
    def core(self) -> tuple[str, ...]: ...


def parts_of(planned: Planned) -> tuple[PathPart, ...]:
    """The lessons of a course or a session, each whole or in its short form."""
    return tuple(PathPart(lesson, lesson in planned.core) for lesson in planned.lessons)


def lessons_of(parts: Iterable[PathPart]) -> tuple[str, ...]:
    """The ids of all lessons, as a course or a session holds them."""
    return tuple(part.lesson for part in parts)


def cores_of(parts: Iterable[PathPart]) -> tuple[str, ...]:
    """The ids of those in their short form, as a course or a session holds them."""
    return tuple(part.lesson for part in parts if part.core)


Doubt = Literal["needs", "twin", "unknown"]


@dataclass(frozen=True, slots=True)
class PathWarning:
    """Something to look at: `lesson` builds on `other`, which does not come before it; or is the
    same as `other`, for another machine; or is not on this laptop.
    """

    what: Doubt
    lesson: str
    other: str = ""


Library = Mapping[str, Lesson]
"""The lessons that are here, by id."""


def part_minutes(part: PathPart, lessons: Library) -> int:
    """How long a lesson of a path takes; one that is not here counts nothing."""
    lesson = lessons.get(part.lesson)
    if lesson is None:
        return 0
    return lesson.core_minutes if part.core else lesson.minutes


def minutes_in_all(parts: Iterable[PathPart], lessons: Library) -> int:
    """How long all of it takes, without breaks."""
    return sum(part_minutes(part, lessons) for part in parts)


def evenings_needed(parts: Sequence[PathPart], lessons: Library, length: int) -> int:
    """How many sessions of `length` minutes it takes, spread as `spread` does.

    ValueError for a length below a minute.
    """
    if length < 1:
        raise ValueError(length)
    most = sum(1 + part_minutes(part, lessons) // length for part in parts)
    shares, _left = spread(parts, lessons, [length] * most)
    return sum(1 for share in shares if share)


Shares = tuple[tuple[PathPart, ...], ...]


def spread(
    parts: Sequence[PathPart], lessons: Library, lengths: Sequence[int]
) -> tuple[Shares, tuple[PathPart, ...]]:
    """The parts over sessions of these lengths in minutes, in order, and what found no room.

    A lesson begins where it fits in whole. One that is longer than a whole session goes on in the
    next one: then it stands in both.
    """
    shares: list[list[PathPart]] = [[] for _ in lengths]
    at, used = 0, 0
    for place, part in enumerate(parts):
        minutes = part_minutes(part, lessons)
        if used and used + minutes > lengths[at]:
            at, used = at + 1, 0
        last = _last_for(used + minutes, lengths, at)
        if last is None:
            return tuple(map(tuple, shares)), tuple(parts[place:])
        for share in shares[at : last + 1]:
            share.append(part)
        used = used + minutes - sum(lengths[at:last])
        at = last
    return tuple(map(tuple, shares)), ()


def _last_for(minutes: int, lengths: Sequence[int], at: int) -> int | None:
    """The session in which something of these minutes ends that begins with session `at`."""
    for place in range(at, len(lengths)):
        minutes -= lengths[place]
        if minutes <= 0:
            return place
    return None


def warnings(parts: Sequence[PathPart], lessons: Library) -> Iterator[PathWarning]:
    """What a trainer should look at, in the order of the path."""
    before: list[str] = []
    for part in parts:
        lesson = lessons.get(part.lesson)
        if lesson is None:
            yield PathWarning("unknown", part.lesson)
            before.append(part.lesson)
            continue
        for need in lesson.needs:
            if need in lessons and need not in before:
                yield PathWarning("needs", lesson.id, need)
        for other in before:
            if _are_twins(lesson, lessons.get(other)):
                yield PathWarning("twin", lesson.id, other)
        before.append(lesson.id)


def _are_twins(one: Lesson, other: Lesson | None) -> bool:
    return other is not None and (one.twin == other.id or other.twin == one.id)


def shifted(parts: Sequence[PathPart], at: int, to: int) -> tuple[PathPart, ...]:
    """The parts with the one at `at` moved to the place `to`, at most to an end."""
    rest = [*parts[:at], *parts[at + 1 :]]
    place = max(0, min(len(rest), to))
    return (*rest[:place], parts[at], *rest[place:])


def with_core(parts: Sequence[PathPart], lesson: str, core: bool) -> tuple[PathPart, ...]:
    """The parts with one lesson whole or in its short form."""
    return tuple(replace(part, core=core) if part.lesson == lesson else part for part in parts)
