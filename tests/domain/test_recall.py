"""Which questions come back, and when."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.recall import AT_ONCE, Asked, Key, Learner, choose, remembered, wait

QUESTIONS = {"l1": ("a", "b", "c"), "l2": ("a", "b"), "l3": ("a",), "l4": ()}
_keys: list[Key] = [(lesson, one) for lesson, all_ in QUESTIONS.items() for one in all_]


@st.composite
def learners(draw: st.DrawFn) -> Learner:
    now = draw(st.integers(1, 12))
    asked = sorted(
        draw(
            st.lists(
                st.tuples(st.integers(0, now), st.sampled_from(_keys), st.booleans()), max_size=12
            )
        )
    )
    return Learner(
        session=now,
        passed=draw(st.frozensets(st.sampled_from(sorted(QUESTIONS)))),
        asked=tuple(Asked(*key, right, session) for session, key, right in asked),
    )


groups = st.lists(learners(), min_size=1, max_size=3)
seeds = st.text("abc", max_size=3)


@given(groups, seeds, st.sets(st.sampled_from(sorted(QUESTIONS)), max_size=2))
def test_at_most_two_of_different_lessons_that_all_passed(
    group: list[Learner], seed: str, leave_out: set[str]
) -> None:
    chosen = choose(group, QUESTIONS, seed, leave_out=leave_out)
    assert len(chosen) <= AT_ONCE
    lessons = [lesson for lesson, _ in chosen]
    assert len(set(lessons)) == len(lessons)
    assert all(lesson in one.passed for one in group for lesson in lessons)
    assert not leave_out & set(lessons)
    for one in group:
        assert not set(chosen) & one.asked_now()
    assert chosen == choose(group, QUESTIONS, seed, leave_out=leave_out)


@given(learners(), seeds)
def test_what_rests_is_not_asked_and_what_is_never_asked_comes_first(
    one: Learner, seed: str
) -> None:
    chosen = choose([one], QUESTIONS, seed)
    ever = {(each.lesson, each.question) for each in one.asked}
    for key in chosen:
        times = [each for each in one.asked if (each.lesson, each.question) == key]
        if times and times[-1].right:
            assert one.session - times[-1].session > 1
        fresh = [each for each in _keys if each[0] == key[0] and each not in ever]
        assert key in fresh or not fresh


@given(learners(), seeds, st.booleans())
def test_the_second_stays_when_the_first_is_answered(one: Learner, seed: str, right: bool) -> None:
    before = choose([one], QUESTIONS, seed)
    if not before or one.asked_now():
        return
    lesson, question = before[0]
    asked = (*one.asked, Asked(lesson, question, right, one.session))
    after = choose([Learner(one.session, one.passed, asked)], QUESTIONS, seed)
    assert after == before[1:]


def asked_in(sessions: Sequence[int]) -> tuple[Asked, ...]:
    return tuple(Asked("l3", "a", True, each) for each in sessions)


def test_what_is_remembered_waits_one_two_four_eight_sessions() -> None:
    assert [wait(streak) for streak in range(6)] == [0, 1, 2, 4, 8, 8]
    came = [0]
    for now in range(1, 60):
        one = Learner(now, frozenset({"l3"}), asked_in(came))
        if choose([one], QUESTIONS, "s"):
            came.append(now)
    assert came == [0, 2, 5, 10, 19, 28, 37, 46, 55]


def test_what_was_wrong_comes_next_time_and_begins_anew() -> None:
    asked = (*asked_in([0, 2, 5]), Asked("l3", "a", False, 10))
    assert choose([Learner(11, frozenset({"l3"}), asked)], QUESTIONS, "s") == [("l3", "a")]
    again = (*asked, Asked("l3", "a", True, 11))
    assert choose([Learner(12, frozenset({"l3"}), again)], QUESTIONS, "s") == []
    assert choose([Learner(13, frozenset({"l3"}), again)], QUESTIONS, "s") == [("l3", "a")]


def test_wrong_comes_before_long_ago() -> None:
    asked = tuple(
        Asked(lesson, question, question + lesson != "al1", session)
        for session, lesson, question in (
            (0, "l3", "a"), (1, "l2", "a"), (1, "l2", "b"), (5, "l1", "a"), (6, "l1", "b"),
            (6, "l1", "c"),
        )
    )  # fmt: skip
    one = Learner(20, frozenset(QUESTIONS), asked)
    assert choose([one], QUESTIONS, "s") == [("l1", "a"), ("l3", "a")]


def test_nobody_and_nothing_passed_is_asked_nothing() -> None:
    assert choose([], QUESTIONS, "s") == []
    assert choose([Learner(3, frozenset())], QUESTIONS, "s") == []


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([], (0, 0)),
        ([("l1", "a", True)], (1, 1)),
        ([("l1", "a", True), ("l1", "a", False)], (0, 1)),
        ([("l1", "a", False), ("l1", "a", True), ("l2", "a", False)], (1, 2)),
    ],
)
def test_the_latest_answer_says_whether_it_is_remembered(
    answers: list[tuple[str, str, bool]], found: tuple[int, int]
) -> None:
    assert remembered(answers) == found
