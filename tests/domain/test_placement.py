"""Where somebody could start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.placement import (
    UNITS,
    Outcome,
    Placement,
    others,
    outcome_of,
    suggested,
    unit_of,
)

TASKS = ("start-touch", "start-type", "join-greet", "seen-post", "safe-hurry", "judge-paid")
OUTCOMES: tuple[Outcome, ...] = ("unknown", "helped", "alone")
CURRICULUM = [(number, f"lesson-{number:02}") for number in range(1, 29)]
_numbers = {id: number for number, id in CURRICULUM}
done = st.fixed_dictionaries({task: st.sampled_from(OUTCOMES) for task in TASKS})
some_lessons = st.lists(st.sampled_from(CURRICULUM), min_size=1, unique=True)


def placed(by_task: dict[str, Outcome]) -> Placement:
    placement = Placement()
    for task, outcome in by_task.items():
        placement = placement.then(task, outcome)
    return placement


@given(before=done, after=done, lessons=some_lessons)
def test_knowing_more_never_sends_one_back(
    before: dict[str, Outcome], after: dict[str, Outcome], lessons: list[tuple[int, str]]
) -> None:
    better = {task: max(before[task], after[task], key=OUTCOMES.index) for task in TASKS}
    first, second = (suggested(placed(one).unit, lessons) for one in (before, better))
    assert first is not None
    assert second is not None
    assert _numbers[second] >= _numbers[first]


@given(by_task=done)
def test_it_points_to_the_first_part_where_help_was_needed(by_task: dict[str, Outcome]) -> None:
    lesson = suggested(placed(by_task).unit, CURRICULUM)
    needed = [unit_of(task) for task in TASKS if by_task[task] != "alone"]
    assert lesson == f"lesson-{UNITS[needed[0]] if needed else 22:02}"


@pytest.mark.parametrize(
    ("unit", "first"),
    [("start", 1), ("join", 3), ("seen", 8), ("safe", 12), ("judge", 18), ("make", 22)],
)
def test_each_part_has_its_first_lesson(unit: str, first: int) -> None:
    assert suggested(unit, CURRICULUM) == f"lesson-{first:02}"


def test_where_lessons_are_missing_the_next_there_is() -> None:
    few = [(3, "three"), (12, "twelve")]
    assert suggested("start", few) == "three"
    assert suggested("seen", few) == "twelve"
    assert suggested("make", few) == "twelve"
    assert suggested("make", []) is None


@given(lessons=some_lessons, at=st.integers(0, 27))
def test_two_others_to_choose_from_as_far_as_there_are(
    lessons: list[tuple[int, str]], at: int
) -> None:
    lesson = lessons[at % len(lessons)][1]
    found = others(lesson, lessons)
    assert len(found) == min(2, len(lessons) - 1)
    assert lesson not in found
    assert len(set(found)) == len(found)


def test_the_others_are_the_next_lesson_and_the_next_part() -> None:
    assert others("lesson-03", CURRICULUM) == ["lesson-04", "lesson-08"]
    assert others("lesson-28", CURRICULUM) == ["lesson-27", "lesson-26"]


@pytest.mark.parametrize(
    ("task", "mistakes", "help_taken", "outcome"),
    [
        ("start-touch", 3, 0, "alone"),
        ("start-touch", 4, 0, "helped"),
        ("start-touch", 0, 1, "helped"),
        # A trap is either seen or not.
        ("safe-hurry", 0, 0, "alone"),
        ("safe-hurry", 1, 0, "helped"),
    ],
)
def test_alone_is_without_help_and_with_few_mistakes(
    task: str, mistakes: int, help_taken: int, outcome: Outcome
) -> None:
    assert outcome_of(task, mistakes=mistakes, help_taken=help_taken) == outcome


def test_a_task_is_in_one_list_and_two_unknown_are_enough() -> None:
    placement = Placement().then("start-type", "unknown").then("start-type", "alone")
    assert placement == Placement(alone=("start-type",))
    assert not placement.then("join-greet", "unknown").enough
    assert placement.then("join-greet", "unknown").then("seen-post", "unknown").enough


def test_an_id_of_no_part_belongs_nowhere() -> None:
    assert unit_of("parcel-hurry") == ""
