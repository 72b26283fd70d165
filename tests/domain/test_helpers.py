"""Who can help whom, and how long somebody helped."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.helpers import (
    MOST_SUGGESTED,
    Helping,
    Neighbour,
    minutes_in,
    span_of,
    suggest,
    suited,
)

LESSONS = (("point", 1), ("type", 2), ("tap", 2), ("sign-in", 3), ("call", 4), ("own", 0))
STUCK = Neighbour("stuck", "laptop-a", "ar")
ABLE = Neighbour("able", "laptop-b", "ar", frozenset({"type"}), offered=True)

neighbours = st.builds(
    Neighbour,
    person=st.sampled_from(["stuck", *"abcdefg"]),
    laptop=st.sampled_from(["laptop-a", "laptop-b", "laptop-c"]),
    language=st.sampled_from([None, "", "ar", "ar-MA", "AR_sy", "nl"]),
    passed=st.frozensets(st.sampled_from([id for id, _ in LESSONS])),
    offered=st.booleans(),
    busy=st.booleans(),
    helped=st.integers(0, 40),
)
spans = st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(sorted).map(tuple)


def test_a_lesson_is_shown_by_itself_then_by_later_ones_of_its_part():
    assert suited("point", LESSONS) == ("point", "type", "tap", "sign-in")
    assert suited("sign-in", LESSONS) == ("sign-in",)
    assert suited("call", LESSONS) == ("call",)
    assert suited("own", LESSONS) == ("own",)
    assert suited("unheard-of", LESSONS) == ("unheard-of",)


def test_only_who_offered_is_free_elsewhere_and_reads_the_same_is_suggested():
    good = suited("type", LESSONS)
    assert [one.person for one in suggest(STUCK, good, [ABLE])] == ["able"]
    for change in (
        {"offered": False}, {"busy": True}, {"laptop": "laptop-a"}, {"language": "nl"},
        {"language": None}, {"passed": frozenset({"point"})}, {"person": "stuck"},
    ):  # fmt: skip
        assert suggest(STUCK, good, [replace(ABLE, **change)]) == ()
    assert suggest(replace(STUCK, language=None), good, [ABLE]) == ()
    assert suggest(STUCK, good, [replace(ABLE, language="ar-MA")])


def test_the_lesson_itself_comes_before_a_later_one_then_who_helped_least():
    later = replace(ABLE, person="later", passed=frozenset({"sign-in"}))
    tired = replace(ABLE, person="a-tired", helped=20)
    found = suggest(STUCK, suited("type", LESSONS), [later, tired, ABLE])
    assert [(one.person, one.lesson) for one in found] == [
        ("able", "type"), ("a-tired", "type"), ("later", "sign-in"),
    ]  # fmt: skip


@given(st.lists(neighbours, max_size=12), st.sampled_from([id for id, _ in LESSONS]))
def test_never_more_than_three_nobody_twice_and_any_order_says_the_same(others, lesson):
    good = suited(lesson, LESSONS)
    found = suggest(STUCK, good, others)
    assert len(found) == len({one.person for one in found}) <= MOST_SUGGESTED
    assert found == suggest(STUCK, good, others[::-1])
    for one in found:
        fitting = [each for each in others if each.person == one.person and each.offered]
        assert any(one.lesson in each.passed and not each.busy for each in fitting)
        assert one.lesson in good
        assert one.person != STUCK.person


def test_a_helping_counts_within_its_session_only():
    helping = Helping("h", "p", "s", "type", began=100, ended=400)
    assert span_of(helping, 0, None, 1000) == (100, 400)
    assert span_of(helping, 200, 300, 1000) == (200, 300)
    assert span_of(replace(helping, ended=None), 0, None, 1000) == (100, 1000)
    assert span_of(replace(helping, ended=None), 0, 700, 1000) == (100, 700)
    assert span_of(helping, 500, 600, 1000) is None
    # Outside of any session somebody who never says that it ended would help for ever.
    assert span_of(replace(helping, ended=None, session=None), None, None, 1000) is None
    assert span_of(replace(helping, session=None), None, None, 1000) == (100, 400)


@given(st.lists(spans, max_size=8))
def test_minutes_are_those_that_a_clock_would_count(found):
    seconds = {second for first, last in found for second in range(first, last)}
    assert minutes_in(found) == len(seconds) // 60
