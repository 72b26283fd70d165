"""Where a presentation is: slides, black screen, hands, minutes and what to leave out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain import presenting as show
from trainer_app.domain.evening import Timed
from trainer_app.domain.presenting import Presenting
from trainer_app.domain.slides import Slide

SLIDES = (
    Slide("title", "input"),
    Slide("page", "input", "one"),
    Slide("page", "input", "two", core=False),
    Slide("page", "input", "two", 1, core=False),
    Slide("page", "input", "three"),
    Slide("ask", "deepening", "q1", core=False),
    Slide("answers", "deepening", "q1", core=False),
    Slide("card", "synthesis"),
)
PARTS = (Timed("input", 10), Timed("deepening", 20), Timed("synthesis", 5))
START = Presenting("lesson", "en", SLIDES, PARTS)


def walk(now: Presenting, *keys: str) -> Presenting:
    for key in keys:
        now = {"on": show.go_on, "back": show.go_back, "out": show.leave_out}[key](now)
    return now


def test_a_black_screen_comes_back_on_the_slide_that_it_hid() -> None:
    there = replace(walk(START, "on"), black=True)
    assert not show.go_on(there).black
    assert show.go_on(there).at == show.go_back(there).at == 1


@given(st.lists(st.sampled_from(["on", "back", "out"]), max_size=40))
def test_nobody_falls_off_an_end(keys: list[str]) -> None:
    now = walk(START, *keys)
    assert 0 <= now.at < len(SLIDES)
    assert now.is_last == (now.next is None)


def test_what_the_short_form_does_without_can_be_left_out_and_brought_back() -> None:
    now = walk(START, "on")
    assert [each.key for each in show.to_leave_out(now)] == ["page/two/0", "ask/q1/0"]
    short = show.leave_out(now)
    seen = []
    while short.next is not None:
        short = show.go_on(short)
        seen.append(short.slide.key)
    assert seen == ["page/three/0", "card//0"]
    assert show.to_leave_out(show.leave_out(now)) == ()
    assert show.bring_back(short).without == frozenset()
    assert show.jump(show.leave_out(now), "page/two/1").slide.key == "page/two/1"


def test_a_page_that_is_in_sight_is_not_left_out() -> None:
    now = show.jump(START, "page/two/0")
    assert [each.key for each in show.to_leave_out(now)] == ["ask/q1/0"]
    assert show.go_on(show.leave_out(now)).slide.key == "page/two/1"


def test_hands_are_counted_for_the_question_in_sight_only() -> None:
    now = show.jump(START, "answers/q1/0")
    now = show.raise_hand(show.raise_hand(now, "a"), "b", -1)
    assert show.votes(now, {"a": 2, "c": 1}) == {"a": 3, "b": 0, "c": 1}
    assert show.votes(show.jump(now, "card//0"), {}) == {}
    assert show.votes(show.count_anew(now), {}) == {}


def test_minutes_of_a_part_and_of_the_session() -> None:
    begun = show.pass_time(replace(START, ends=35 * 60), 61)
    now = show.clock(begun, 61)
    assert (now.planned, now.left, now.session_left, now.late) == (10, 9, 34, 0)
    later = show.clock(show.pass_time(begun, 12 * 60), 61 + 12 * 60)
    assert later.left == -3
    assert later.late == 4
    unknown = show.clock(show.pass_time(START, 13 * 60), 0)
    assert unknown.session_left is None
    assert unknown.late == 3


def test_the_time_of_each_part_is_its_own() -> None:
    now = show.pass_time(START, 100)
    now = show.pass_time(show.jump(now, "card//0"), 30)
    assert now.spent == {"input": 100, "synthesis": 30}


def test_the_same_place_in_other_words() -> None:
    now = show.jump(START, "page/two/1")
    fewer = tuple(each for each in SLIDES if each.key != "page/two/1")
    assert show.in_words(now, "nl", fewer).slide.key == "page/two/0"
    assert show.in_words(now, "nl", SLIDES).slide.key == "page/two/1"
    assert show.in_words(START, "nl", SLIDES).at == 0
