"""Who can help whom: those who offered, have done the lesson and read the same language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_SUGGESTED = 3

_PARTS = (range(1, 4), range(4, 12), range(12, 18), range(18, 22), range(22, 25), range(25, 29))
"""Numbers of lessons that belong together: start, join, stay safe, judge, make, organise."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody who sits at a laptop tonight.

    `passed` are ids of lessons. `busy`: helps somebody already, or needs a hand herself.
    `helped`: minutes of helping in this session so far.
    """

    person: str
    laptop: str
    language: str | None
    passed: frozenset[str] = frozenset()
    offered: bool = False
    busy: bool = False
    helped: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whom to ask, and why: the lesson that she has passed, and the language that both read."""

    person: str
    lesson: str
    language: str


@dataclass(frozen=True, slots=True)
class Helping:
    """One time that somebody helped, in UTC seconds; `ended` is None while it goes on."""

    id: str
    person: str
    session: str | None
    lesson: str
    began: int
    ended: int | None = None


def suited(lesson: str, lessons: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Lessons that show that somebody can help with `lesson`: itself, then later ones of its part.

    `lessons` are ids with their numbers, in order. A lesson in no part is shown by itself alone.
    """
    numbers = dict(lessons)
    own = numbers.get(lesson)
    part = next((part for part in _PARTS if own in part), range(0))
    later = (id for id, number in lessons if number in part and number > (own or 0))
    return (lesson, *later)


def suggest(
    stuck: Neighbour, suited: Sequence[str], others: Iterable[Neighbour]
) -> tuple[Suggestion, ...]:
    """At most three people to ask, best first, for who is stuck in a lesson.

    `suited` is what passing shows that somebody can help, the best first. Who helped least so far
    comes first among equals, so that it is not always the same one.
    """
    found: dict[str, tuple[tuple[int, int, str], Suggestion]] = {}
    for other in others:
        lesson = next((each for each in suited if each in other.passed), None)
        if lesson is None or not _may_be_asked(stuck, other):
            continue
        rank = (0 if lesson == suited[0] else 1, other.helped, other.person)
        one = Suggestion(other.person, lesson, other.language or "")
        found[other.person] = min((rank, one), found.get(other.person, (rank, one)), key=_rank)
    best = sorted(found.values(), key=_rank)
    return tuple(one for _rank_of, one in best[:MOST_SUGGESTED])


def share_language(one: str | None, other: str | None) -> bool:
    """Whether two people read the same language, however it is spoken where they come from."""
    return bool(one and other) and _base(one) == _base(other)


def span_of(
    helping: Helping, started: int | None, ended: int | None, now: int
) -> tuple[int, int] | None:
    """From when to when a helping counts: within its session, and while it goes on until now.

    `started` and `ended` are the session's real times. One of no session counts once it has ended.
    """
    last = helping.ended
    if last is None:
        last = now if helping.session is not None else helping.began
    first = helping.began if started is None else max(helping.began, started)
    last = last if ended is None else min(last, ended)
    return (first, last) if last > first else None


def minutes_in(spells: Iterable[tuple[int, int]]) -> int:
    """Whole minutes in stretches of time (UTC seconds); what two laptops both say counts once."""
    total, until = 0, 0
    for first, last in sorted(spells):
        total += max(0, last - max(first, until))
        until = max(until, last)
    return total // 60


def _may_be_asked(stuck: Neighbour, other: Neighbour) -> bool:
    return (
        other.offered
        and not other.busy
        and other.person != stuck.person
        and other.laptop != stuck.laptop
        and share_language(stuck.language, other.language)
    )


def _rank(found: tuple[tuple[int, int, str], Suggestion]) -> tuple[int, int, str]:
    return found[0]


def _base(language: str | None) -> str:
    return (language or "").replace("_", "-").partition("-")[0].lower()
