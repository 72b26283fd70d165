"""Gestures meet targets, misses make them easier, and what lies wrong can be moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import pointer
from trainer_app.domain.practice.easing import FASTEST, LARGEST, SMALLEST, START
from trainer_app.domain.practice.pointer import Action, Gesture, Missed, Pointing
from trainer_app.domain.practice.pointer_stage import (
    HOLD_TENTHS,
    TROUBLES,
    Place,
    PointerConsequence,
    PointerStage,
    Target,
)
from trainer_app.domain.practice.scenario import Goal


def begun(*targets: Target, moves: bool = False, seed: int = 1) -> Pointing:
    stage = PointerStage(
        id="p",
        kind="pointer",
        targets=targets,
        places=(Place("shelf"), Place("box")),
        moves=moves,
        goals=(Goal("all"),),
        consequences=tuple(PointerConsequence(each, when=each) for each in TROUBLES),
    )
    return pointer.start(stage, seed, saying())


def after(state: Pointing, *actions: Action) -> Pointing:
    for action in actions:
        state = pointer.act(state, action)
    return state


def finished(state: Pointing) -> bool:
    return pointer.progress(state).finished


@pytest.mark.parametrize("does", ["point", "click", "double-click", "tap"])
def test_a_target_is_met_by_its_own_gesture(does: pointer.Does) -> None:
    assert finished(after(begun(Target("a", does)), Gesture("a", does)))


def test_another_gesture_is_explained() -> None:
    state = after(begun(Target("a", "click")), Gesture("a", "drag", "shelf"))
    assert (state.consequence, state.mistakes, finished(state)) == ("other-gesture", 1, False)
    assert finished(after(state, Gesture("a", "click")))


def test_on_the_way_to_a_gesture_nothing_is_wrong() -> None:
    state = begun(Target("a", "double-click"))
    assert after(state, Gesture("a", "point"), Gesture("a", "click")) is state
    assert finished(after(state, Gesture("a", "double-click")))


def test_a_hold_takes_its_time() -> None:
    state = begun(Target("a", "hold"))
    assert after(state, Gesture("a", "tap")).consequence == "too-short"
    short = after(state, Gesture("a", "hold", tenths=HOLD_TENTHS - 1))
    assert (short.consequence, finished(short)) == ("too-short", False)
    assert finished(after(short, Gesture("a", "hold", tenths=HOLD_TENTHS)))


def test_scrolling_brings_it_nearer_and_the_wrong_way_does_not() -> None:
    state = after(
        begun(Target("a", "scroll", way="down", times=2)), Gesture("a", "scroll", way="down")
    )
    view = pointer.view(state, "").now
    assert view is not None
    assert (view.times, state.tries) == (1, 0)
    assert after(state, Gesture("a", "scroll", way="up")).consequence == "wrong-way"
    assert finished(after(state, Gesture("a", "scroll", way="down")))


def test_each_target_is_scrolled_to_from_its_beginning() -> None:
    targets = [Target(name, "scroll", way="down", times=2) for name in "ab"]
    state = begun(*targets)
    for name, met in (("a", 0), ("a", 1), ("b", 1), ("b", 2)):
        state = after(state, Gesture(name, "scroll", way="down"))
        assert len(state.caught) == met


def test_what_lies_in_a_wrong_place_stays_there_until_it_is_moved() -> None:
    state = begun(Target("book", "drag", to="shelf"), Target("cup", "drag", to="box"))
    state = after(state, Gesture("book", "drag", "box"))
    progress = pointer.progress(state)
    assert (progress.consequence, progress.to_mend) == ("wrong-place", ("wrong-place",))
    now = pointer.view(state, "").now
    assert now is not None
    assert (now.id, now.place, now.to_mend) == ("book", "box", True)
    state = after(state, Gesture("book", "drag", "shelf"), Gesture("cup", "drag", "box"))
    assert finished(state)
    again = after(state, Gesture("book", "drag", "box"))
    assert not finished(again)
    assert pointer.next_step(again) == Gesture("book", "drag", "shelf")


def test_dropped_beside_every_place_is_a_miss() -> None:
    state = after(begun(Target("book", "drag", to="shelf")), Gesture("book", "drag"))
    assert (state.consequence, state.lies) == ("missed", ())


def test_targets_come_one_after_the_other() -> None:
    state = begun(Target("a", "click"), Target("b", "click"))
    assert after(state, Gesture("b", "click")) is state
    state = after(state, Gesture("a", "click"))
    assert after(state, Gesture("a", "click")) is state
    assert finished(after(state, Gesture("b", "click")))
    assert after(after(state, Gesture("b", "click")), Missed()).mistakes == 0


def test_a_miss_makes_the_target_larger_and_two_hits_smaller() -> None:
    missed = after(begun(Target("a", "click"), moves=True), Missed())
    assert missed.ease.size == START.size * 5 // 4
    targets = [Target(name, "click") for name in "abcd"]
    state = begun(*targets, moves=True)
    for name in "ab":
        state = after(state, Gesture(name, "click"))
    assert (state.ease.size, state.ease.speed) == (START.size * 4 // 5, 20)


@given(st.lists(st.booleans(), max_size=60), st.booleans())
def test_targets_never_grow_too_small_or_too_large(hits: list[bool], moves: bool) -> None:
    ease = START
    for hit in hits:
        before = ease
        ease = ease.after_hit(moves) if hit else ease.after_miss()
        assert SMALLEST <= ease.size <= LARGEST
        assert 0 <= ease.speed <= (FASTEST if moves else 0)
        if hit:
            assert ease.size <= before.size
        else:
            assert (ease.size, -ease.speed) >= (before.size, -before.speed)


def test_the_seed_says_where_targets_stand() -> None:
    assert begun(Target("a", "click"), seed=3).spots == begun(Target("a", "click"), seed=3).spots
    assert len({begun(Target("a", "click"), seed=seed).spots for seed in range(9)}) > 1


def test_targets_and_places_that_are_not_there() -> None:
    with pytest.raises(UnknownThing):
        after(begun(Target("a", "click")), Gesture("b", "click"))
    with pytest.raises(UnknownThing):
        after(begun(Target("a", "drag", to="shelf")), Gesture("a", "drag", "roof"))
