"""What somebody can do: passed, practised, and what is shown of a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import abilities_of, lessons_of_group, passed_of, state_of
from trainer_app.domain.lessons import Lesson, Objective
from trainer_app.domain.sittings import Progress, State

GOALS = ("one/a", "one/b", "two/c")
OBJECTIVES = (
    Objective("first", ("one/a",)),
    Objective("both", ("one/a", "two/c")),
    Objective("said-by-no-goal"),
)


@pytest.fixture(scope="module")
def lesson(library: LessonLibrary) -> Lesson:
    return replace(library.lessons[0], objectives=OBJECTIVES)


@pytest.mark.parametrize(
    ("progress", "state"),
    [
        (None, "new"),
        (Progress("l"), "new"),
        (Progress("l", furthest=1), "begun"),
        (Progress("l", goals=3), "begun"),
        (Progress("l", quiz_passed=True, furthest=3), "begun"),
        (Progress("l", practised=True, goals=3), "practised"),
        (Progress("l", practised=True, passed=True), "passed"),
    ],
)
def test_a_lesson_is_in_one_of_four_states(progress: Progress | None, state: State) -> None:
    assert state_of(progress) == state


@given(done=st.frozensets(st.sampled_from(GOALS)), passed=st.booleans())
def test_an_objective_is_practised_when_all_its_goals_were_reached(
    lesson: Lesson, done: frozenset[str], passed: bool
) -> None:
    can, practised = abilities_of(lesson, Progress("l", goals=3, goals_done=done, passed=passed))
    if passed:
        assert (can, practised) == (["first", "both", "said-by-no-goal"], [])
        return
    assert can == []
    assert ("first" in practised) == ("one/a" in done)
    assert ("both" in practised) == ({"one/a", "two/c"} <= done)
    assert "said-by-no-goal" not in practised


def test_nothing_done_is_nothing_claimed(lesson: Lesson) -> None:
    assert abilities_of(lesson, None) == ([], [])


def test_a_group_shows_what_is_planned_else_what_was_begun(library: LessonLibrary) -> None:
    first, second, third = (lesson.id for lesson in library.lessons)
    group: list[Mapping[str, Progress]] = [
        {third: Progress(third, furthest=1), second: Progress(second)},
        {third: Progress(third, passed=True), "gone-since": Progress("gone-since", furthest=2)},
        {},
    ]

    def shown(*planned: str) -> list[str]:
        return [lesson.id for lesson in lessons_of_group(library.lessons, planned, group)]

    assert shown(second, first, "not-here") == [first, second]
    assert shown() == [third]
    assert passed_of(third, group) == (1, 3)
    assert passed_of(first, group) == (0, 3)
