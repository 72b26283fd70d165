"""What to leave out of an evening: before it, where it is too full, and during it, if it runs late.

Nothing is left out by itself: this is advice, with the minutes that each piece of it wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from trainer_app.domain.evening import Evening, Taught

What = Literal["discussion", "short", "next-time"]
"""Leave out the discussion of a lesson, teach its short form, or leave it for another session."""
Wish = tuple[What, str]


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing to do, to which lesson, and the `minutes` that it wins after those before it."""

    what: What
    lesson: str
    minutes: int


def without(evening: Evening, saving: Saving) -> Evening:
    """The evening as it is when that is done; the same one if the lesson is not in it."""
    return _changed(evening, saving.what, saving.lesson)


def to_fit(evening: Evening) -> tuple[Saving, ...]:
    """What makes an evening fit that is too long: as little as possible, last lessons first.

    Discussions go first, then lessons are taught in short, then left for another session; never
    the first lesson. Where even that is not enough, all of it: see `Evening.over` of what is left.
    """
    if not evening.over:
        return ()
    last_first = [one.lesson for one in reversed(evening.lessons)]
    discussions, shorts = _wishes("discussion", last_first), _wishes("short", last_first)
    left_out = _wishes("next-time", last_first[:-1])
    found: tuple[Saving, ...] = ()
    for wishes in (discussions, shorts, [*shorts, *left_out]):
        found = _enough(evening, wishes)
        if not after(evening, found).over:
            return _least(evening, found)
    return found


def if_late(evening: Evening) -> tuple[Saving, ...]:
    """What to let go, one after another, when the evening runs late; the first costs least."""
    if not evening.lessons:
        return ()
    last_first = [one.lesson for one in reversed(evening.lessons)]
    wishes = [
        *_wishes("discussion", last_first),
        *_wishes("short", last_first[:1]),
        *_wishes("next-time", last_first[:-1][:1]),
    ]
    return tuple(_each(evening, wishes))


def after(evening: Evening, savings: Iterable[Saving]) -> Evening:
    """The evening when all of that is done."""
    for saving in savings:
        evening = without(evening, saving)
    return evening


def _wishes(what: What, lessons: Iterable[str]) -> list[Wish]:
    return [(what, lesson) for lesson in lessons]


def _enough(evening: Evening, wishes: Iterable[Wish]) -> tuple[Saving, ...]:
    """As many of the wishes, in order, as it takes to fit."""
    found = []
    for saving in _each(evening, wishes):
        found.append(saving)
        if not after(evening, found).over:
            break
    return tuple(found)


def _each(evening: Evening, wishes: Iterable[Wish]) -> Iterable[Saving]:
    """The wishes that win something, each after those before it."""
    for what, lesson in wishes:
        changed = _changed(evening, what, lesson)
        won = evening.length - changed.length
        if won > 0:
            yield Saving(what, lesson, won)
            evening = changed


def _least(evening: Evening, found: tuple[Saving, ...]) -> tuple[Saving, ...]:
    """Without those that a later and bigger one made needless."""
    for saving in found:
        fewer = [(one.what, one.lesson) for one in found if one is not saving]
        rest = tuple(_each(evening, fewer))
        if not after(evening, rest).over:
            return _least(evening, rest)
    return found


def _changed(evening: Evening, what: What, lesson: str) -> Evening:
    lessons = []
    for one in evening.lessons:
        if one.lesson != lesson:
            lessons.append(one)
        elif what != "next-time":
            lessons.append(_lighter(one, what))
    return replace(evening, lessons=tuple(lessons))


def _lighter(one: Taught, what: What) -> Taught:
    """A lesson with less of it; one that goes over two sessions keeps its form."""
    if what == "discussion":
        return replace(one, without=one.without | {"discussion"})
    if one.done or one.goes_on:
        return one
    return replace(one, core=True)
