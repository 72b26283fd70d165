"""Progress over several sittings, and who needs a hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.sittings import Progress, best_of_each, least_of, need_of


def row(**changes: Any) -> dict[str, Any]:
    return {
        "lesson": "l", "page": 1, "furthest": 1, "pages": 4, "best_right": None, "best_of": None,
        "quiz_passed": 0, "goals_met": 0, "goals": 0, "practised": 0, "passed": 0, "last_at": 1,
        "goals_done": "", **changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("hand", "wrong", "still", "need"),
    [
        (True, 9, 999, "hand"),
        (False, 3, 999, "wrong"),
        (False, 2, 300, "still"),
        (False, 2, 299, ""),
        (False, 0, None, ""),
    ],
)
def test_the_most_urgent_need_is_shown(
    hand: bool, wrong: int, still: int | None, need: str
) -> None:
    assert need_of(hand=hand, wrong_in_a_row=wrong, seconds_still=still) == need


def test_how_far_and_how_well_is_the_best_and_where_to_go_on_is_the_latest() -> None:
    best = best_of_each(
        [
            row(page=4, furthest=5, best_right=3, best_of=3, passed=1, last_at=10),
            row(page=2, furthest=2, best_right=2, best_of=4, last_at=20),
        ]
    )["l"]
    assert (best.page, best.furthest, best.best_right, best.best_of) == (2, 5, 3, 3)
    assert best.passed
    assert best.last_at == 20


def test_work_without_a_page_does_not_forget_the_page() -> None:
    rows = [row(page=3, furthest=3), row(page=0, furthest=0, pages=0, last_at=9)]
    best = best_of_each(rows)["l"]
    assert (best.page, best.pages) == (3, 4)


def test_quiz_and_practice_pass_together_on_whichever_evenings() -> None:
    quiz = row(best_right=3, best_of=3, quiz_passed=1)
    practice = row(page=0, furthest=0, pages=0, goals_met=4, goals=4, practised=1, last_at=9)
    assert not best_of_each([quiz])["l"].passed
    assert not best_of_each([practice])["l"].passed
    for rows in ([quiz, practice], [practice, quiz]):
        best = best_of_each(rows)["l"]
        assert best.passed
        assert best.practised
        assert (best.goals_met, best.goals, best.page) == (4, 4, 1)


def test_a_group_has_practised_when_all_of_it_have() -> None:
    near, far = Progress("l", furthest=2, practised=True), Progress("l", furthest=4)
    assert least_of([far, near]) == Progress("l", furthest=2)
    assert least_of([near]).practised


def test_a_practice_alone_is_as_far_as_its_goals() -> None:
    assert Progress("l", goals_met=1, goals=4).percent == 25
    assert Progress("l", goals_met=4, goals=4).percent == 99


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4), st.booleans()), min_size=1, max_size=6)
)
def test_a_later_sitting_never_takes_anything_away(
    tries: list[tuple[int, int, bool]],
) -> None:
    rows = [
        row(furthest=page, page=page, best_right=right, best_of=4, passed=int(passed), last_at=at)
        for at, (page, right, passed) in enumerate(tries)
    ]
    best = best_of_each(rows)["l"]
    assert best.furthest == max(page for page, _, _ in tries)
    assert best.best_right == max(right for _, right, _ in tries)
    assert best.passed == any(passed for _, _, passed in tries)


@given(st.integers(0, 9), st.integers(0, 8), st.booleans())
def test_per_cent_is_whole_exactly_when_passed(furthest: int, pages: int, passed: bool) -> None:
    percent = Progress("l", furthest=furthest, pages=pages, passed=passed).percent
    assert 0 <= percent <= 100
    assert (percent == 100) == passed
