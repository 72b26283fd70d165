"""What holds for every kind and every scenario: later ones are tried here without more code."""

from __future__ import annotations

from itertools import combinations

import practised
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.practice import playing
from trainer_app.domain.practice.kinds import ENGINES, KINDS
from trainer_app.domain.practice.playing import Playing

PRACTICES = practised.practices()
EVERY = pytest.mark.parametrize("name", PRACTICES)
# Numbers that choose among what is possible, whatever that turns out to be.
WALK = st.lists(st.integers(0, 10**6), min_size=8, max_size=25)


def well(now: Playing) -> None:
    """Asserts what is true at every moment of every practice."""
    progress = now.progress
    stage = now.stage
    assert progress.goals == tuple(goal.id for goal in stage.goals)
    assert set(progress.met) <= set(progress.goals)
    assert 0 <= progress.mistakes <= progress.tries
    known = {each.id for each in stage.consequences} | {""}
    assert {progress.consequence, *progress.to_mend} <= known
    assert not (progress.to_mend and progress.finished)
    step = now.engine.next_step(now.state)
    assert (step is None) == progress.finished
    assert step is None or step in now.engine.actions(now.state)
    words = now.practice.words
    others = practised.viewers(now.practice)[1:]
    # Along a walk everybody has a look; at each step only one besides the learner.
    turn = others[progress.tries % len(others) :][:1] if others else ()
    for viewer in turn:
        assert all(words.text(word) for word in practised.words_in(playing.view(now, viewer)))
    view = playing.view(now)
    assert view == playing.view(now)
    assert all(words.text(word) for word in practised.words_in(view))


def reached(start: Playing, walk: list[int]) -> Playing:
    """Where a walk of chance ends. Every fifth step is one that was possible before, come late."""
    now = start
    done: list[tuple[str, object]] = []
    for number, chosen in enumerate(walk):
        late = [action for stage, action in done if stage == now.stage.id]
        options = late if late and number % 5 == 4 else practised.options(now)
        action = options[chosen % len(options)]
        done.append((now.stage.id, action))
        now = playing.act(now, action)
        well(now)
    return now


@EVERY
@settings(max_examples=practised.SEQUENCES, deadline=None, derandomize=not practised.LONG)
@given(ahead=st.integers(0, 80), walk=WALK, seed=st.integers(0, 99))
def test_whatever_is_done_nothing_breaks_and_the_end_can_be_reached(
    name: str, ahead: int, walk: list[int], seed: int
) -> None:
    """After some right steps a walk of chance, from which every goal can still be reached."""
    begun = practised.go(playing.begin(PRACTICES[name], seed), ahead)
    end = practised.finish(reached(begun, walk))
    assert end.finished
    assert playing.result(end, 5).done


@EVERY
@settings(max_examples=3, deadline=None)
@given(walk=WALK, seed=st.integers(0, 99))
def test_the_same_steps_give_the_same_state(name: str, walk: list[int], seed: int) -> None:
    practice = PRACTICES[name]
    once = reached(playing.begin(practice, seed), walk)
    assert reached(playing.begin(practice, seed), walk) == once


@EVERY
def test_the_good_walk_needs_no_hint_and_meets_no_consequence(name: str) -> None:
    now = playing.begin(PRACTICES[name], 1)
    well(now)
    while (step := playing.next_step(now)) is not None:
        now = playing.act(now, step)
        well(now)
        assert not now.hint_due
        assert now.progress.consequence == ""
    result = playing.result(now, 7)
    assert (result.done, result.hints, result.minutes) == (True, 0, 7)


@EVERY
def test_a_mistake_keeps_a_goal_open_until_it_is_mended(name: str) -> None:
    """Every mistake that there is at the first and the last moment of each stage."""
    now = playing.begin(PRACTICES[name], 1)
    made: dict[str, int] = {}
    fresh = True
    while (step := playing.next_step(now)) is not None:
        after = playing.act(now, step)
        if fresh or after.progress.finished:
            made[now.stage.id] = made.get(now.stage.id, 0) + mistakes_mended(now)
        fresh = after.stage is not now.stage
        now = after
    assert set(made) == {stage.id for stage in PRACTICES[name].scenario.stages}
    assert all(made.values()), made


def mistakes_mended(now: Playing) -> int:
    """How many mistakes were possible; each was made, and put right again."""
    made = 0
    for action in now.engine.actions(now.state):
        after = playing.act(now, action)
        if after.progress.mistakes == now.progress.mistakes:
            continue
        made += 1
        assert not after.progress.finished, action
        well(after)
        # A few are mended to the end; all would be the same walk many times over.
        if made <= 3:
            assert practised.finish(after).finished
    return made


def test_no_lesson_has_the_practice_of_another_with_other_words() -> None:
    """Two practices that share goals and consequences would differ in their words alone.

    An example may have grown into a lesson's practice.
    """
    lessons = {folder.name for folder in practised.lesson_folders()}
    shapes = {}
    for name in lessons:
        shapes[name] = {
            (stage.kind, each.id)
            for stage in PRACTICES[f"{name}/en"].scenario.stages
            for each in (*stage.goals, *stage.consequences)
        }
    for one, other in combinations(shapes, 2):
        assert shapes[one] != shapes[other], (one, other)


def test_every_kind_that_can_be_played_is_known_and_practised() -> None:
    assert set(ENGINES) <= set(KINDS)
    practised_kinds = {
        stage.kind
        for name in PRACTICES
        if name.endswith("/en")
        for stage in PRACTICES[name].scenario.stages
    }
    assert practised_kinds == set(ENGINES)
