"""What holds for every kind and every scenario: later ones are tried here without more code."""

from __future__ import annotations

from itertools import combinations
from statistics import median
from time import process_time

import practised
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.practice import playing
from trainer_app.domain.practice.kinds import ENGINES, KINDS
from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.scenario import Practice

PRACTICES = practised.practices()
EVERY = pytest.mark.parametrize("name", PRACTICES)
# Numbers that choose among what is possible, whatever that turns out to be.
WALK = st.lists(st.integers(0, 10**6), max_size=25)


@pytest.fixture
def practice(name: str) -> Practice:
    return PRACTICES[name]


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
    assert (now.engine.next_step(now.state) is None) == progress.finished
    words = now.practice.words
    for viewer in practised.viewers(now.practice):
        view = playing.view(now, viewer)
        assert view == playing.view(now, viewer)
        for word in practised.words_in(view):
            assert words.text(word)


@EVERY
@settings(max_examples=practised.SEQUENCES, deadline=None)
@given(walk=WALK, seed=st.integers(0, 99))
def test_whatever_is_done_nothing_breaks_and_the_end_can_be_reached(
    name: str, walk: list[int], seed: int
) -> None:
    now = playing.begin(PRACTICES[name], seed)
    done = []
    for number in walk:
        options = practised.options(now)
        # Every fifth action is one that was possible earlier: a click that comes too late.
        late = done and number % 5 == 0
        action = done[number % len(done)] if late else options[number % len(options)]
        if isinstance(action, tuple(type(each) for each in practised.AROUND)) or not late:
            done.append(action)
        elif now.stage is not begun_in[len(done) - 1]:  # noqa: F821
            continue
        now = playing.act(now, action)
        well(now)
    end = practised.finish(now)
    assert end.finished
    assert playing.result(end, 5).done
