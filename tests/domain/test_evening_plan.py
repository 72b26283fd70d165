"""The plan of an evening: nothing lost, people rest, and what is left out wins what it says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.evening import (
    ARRIVING,
    BREAK,
    LAST_STRETCH,
    REST_AT_LATEST,
    REST_FROM,
    Evening,
    Slot,
    Taught,
    Timed,
    minutes_of,
    taught,
)
from trainer_app.domain.evening_fitting import after, if_late, to_fit, without
from trainer_app.domain.lessons import Lesson, PlanPart

PARTS = ("activity", "discussion", "input", "deepening", "synthesis")
SIX = 18 * 60


def a_lesson(id: str, *minutes: int, core: int = 15) -> Taught:
    plan = [PlanPart("prepare", "Prepare", None, ())]
    plan += [PlanPart(part, part, each, ()) for part, each in zip(PARTS, minutes, strict=False)]
    lesson = Lesson(
        id, 1, 1, Path(), sum(minutes), core, (), "teal", "t", False, (), (), (), (), ("en",)
    )
    return taught(lesson, plan)


def evening(*lessons: Taught, minutes: int = 120) -> Evening:
    return Evening(lessons, SIX, SIX + minutes)


lessons = st.builds(
    lambda minutes, core: a_lesson("l", *minutes, core=core),
    st.lists(st.integers(1, 100), min_size=5, max_size=5),
    st.integers(3, 25),
)


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    made = [
        replace(draw(lessons), lesson=f"l{at}", core=draw(st.booleans()))
        for at in range(draw(st.integers(0, 5)))
    ]
    return evening(*made, minutes=draw(st.integers(15, 300)))


def parts(slots: tuple[Slot, ...]) -> dict[tuple[str, str], int]:
    """The minutes of each part, in the order in which they come."""
    found: dict[tuple[str, str], int] = {}
    for slot in slots:
        if slot.kind == "part":
            key = (slot.lesson, slot.part)
            found[key] = found.get(key, 0) + slot.minutes
    return found


def stretches(slots: tuple[Slot, ...]) -> list[int]:
    """Minutes between breaks, the last one last."""
    found = [0]
    for slot in slots:
        if slot.kind == "break":
            found.append(0)
        else:
            found[-1] += slot.minutes
    return found


@given(evenings())
def test_everything_is_taught_in_order_without_a_gap(one: Evening) -> None:
    slots = one.slots
    assert (slots[0].kind, slots[0].start, slots[0].minutes) == ("arriving", SIX, ARRIVING)
    assert all(before.end == then.start for before, then in pairwise(slots))
    assert list(parts(slots).items()) == [
        ((lesson.lesson, timed.part), timed.minutes)
        for lesson in one.lessons
        for timed in lesson.parts
    ]
    assert all(slot.minutes > 0 for slot in slots)
    assert (slots[-1].end > one.end) == (one.over > 0)


@given(evenings())
def test_people_rest_often_enough_and_not_too_often(one: Evening) -> None:
    *most, last = stretches(one.slots)
    assert all(REST_FROM <= stretch <= REST_AT_LATEST for stretch in most)
    assert last <= LAST_STRETCH
    assert {slot.minutes for slot in one.slots if slot.kind == "break"} <= {BREAK}
    assert one.slots[-1].kind != "break"


@given(lessons)
def test_the_short_form_takes_its_minutes(one: Taught) -> None:
    assert sum(timed.minutes for timed in one.short) >= 3
    assert [timed.part for timed in one.short] == ["input", "deepening", "synthesis"]
    assert all(timed.minutes > 0 for timed in one.short)


@given(evenings())
def test_advice_makes_it_fit_or_says_by_how_much_it_does_not(one: Evening) -> None:
    found = to_fit(one)
    better = after(one, found)
    assert not (one.over == 0 and found)
    assert one.length - better.length == sum(saving.minutes for saving in found)
    if better.over:
        # Nothing more could be left out: the first lesson alone is too long, in short.
        assert len(better.lessons) <= 1
        assert all(lesson.core for lesson in better.lessons)
    else:
        for saving in found:
            rest = [each for each in found if each is not saving]
            assert after(one, rest).over, "needless"


@given(evenings())
def test_what_to_let_go_late_wins_what_it_says_step_by_step(one: Evening) -> None:
    for saving in if_late(one):
        lighter = without(one, saving)
        assert one.length - lighter.length == saving.minutes > 0
        one = lighter


def test_an_evening_with_a_break_between_two_lessons() -> None:
    one = evening(a_lesson("sign-in", 3, 3, 4, 17, 3), a_lesson("who-sees-me", 8, 6, 10, 30, 6))
    said = [(slot.start - SIX, slot.kind, slot.part) for slot in one.slots]
    assert said == [
        (0, "arriving", ""),
        (10, "part", "activity"),
        (13, "part", "discussion"),
        (16, "part", "input"),
        (20, "part", "deepening"),
        (37, "part", "synthesis"),
        (40, "part", "activity"),
        (48, "part", "discussion"),
        (54, "part", "input"),
        (64, "break", ""),
        (74, "part", "deepening"),
        (104, "part", "synthesis"),
    ]
    assert one.over == 0


def test_a_long_part_is_cut_by_the_break() -> None:
    one = evening(a_lesson("long", 10, 10, 10, 80, 10))
    pieces = [slot.minutes for slot in one.slots if slot.part == "deepening"]
    assert sum(pieces) == 80
    assert len(pieces) == 2


def test_short_of_a_few_minutes_the_discussion_goes_and_no_lesson() -> None:
    full = evening(a_lesson("one", 5, 8, 5, 20, 5), a_lesson("two", 5, 9, 5, 20, 5), minutes=100)
    assert full.over == 7
    assert [(saving.what, saving.lesson) for saving in to_fit(full)] == [("discussion", "two")]


@pytest.mark.parametrize(
    ("minutes", "advice"),
    [
        (75, [("short", "two")]),
        (55, [("short", "two"), ("short", "one")]),
        (30, [("short", "one"), ("next-time", "two")]),
    ],
)
def test_very_short_of_time(minutes: int, advice: list[tuple[str, str]]) -> None:
    full = evening(
        a_lesson("one", 5, 8, 5, 20, 5), a_lesson("two", 5, 9, 5, 20, 5), minutes=minutes
    )
    assert [(saving.what, saving.lesson) for saving in to_fit(full)] == advice


def test_a_lesson_of_two_evenings_fills_the_first_and_goes_on_in_the_second() -> None:
    film = a_lesson("film", 10, 10, 15, 45, 10)
    first = evening(replace(film, goes_on=True), minutes=60)
    assert (first.over, first.slots[-1].end) == (0, first.end)
    done = minutes_of(first.slots, "film")
    second = evening(replace(film, done=done), minutes=60)
    assert done + minutes_of(second.slots, "film") == 90
    assert second.slots[1].part == "deepening"
    # Its form is not changed half-way.
    assert [saving.what for saving in if_late(second)] == []


def test_a_lesson_without_a_plan_is_one_part() -> None:
    lesson = Lesson("p", 1, 1, Path(), 40, 20, (), "teal", "t", False, (), (), (), (), ("en",))
    one = taught(lesson, [])
    assert one.whole == (Timed("", 40),)
    assert replace(one, core=True).parts == (Timed("", 20),)
