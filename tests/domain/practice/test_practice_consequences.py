"""Stories that branch: harm stands until taken back or mended; both sides can be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import consequences
from trainer_app.domain.practice.consequences import Choose, GoOn, Story, TakeBack, Turn
from trainer_app.domain.practice.consequences_stage import (
    TONES,
    Choice,
    ConsequencesStage,
    Scene,
    StoryConsequence,
    StoryGoal,
    Thread,
    Tone,
)
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.spreading import DAYS, spread

STAGE = ConsequencesStage(
    id="s",
    kind="consequences",
    threads=(Thread("one", "a", people=200), Thread("two", "x")),
    scenes=(
        Scene("a"),
        Scene("bad", moment="day", then="worse"),
        Scene("worse", moment="week"),
        Scene("fine", moment="day", good=True),
        Scene("x"),
        Scene("left", moment="year", good=True),
        Scene("right", moment="year", good=True),
    ),
    choices=(
        Choice("hurt", "a", "bad", harm=True, tone="mocking"),
        Choice("sorry", "worse", "fine", mends=True, tone="private-first"),
        Choice("kind", "a", "fine", tone="fact-first"),
        Choice("go-left", "x", "left"),
        Choice("go-right", "x", "right"),
    ),
    goals=(StoryGoal("ends", of=("one", "two")), StoryGoal("both", seen=("left", "right"))),
    consequences=(StoryConsequence("ouch"),),
)


def after(*actions: consequences.Action) -> Story:
    state = consequences.start(STAGE, 1, saying())
    for action in actions:
        state = consequences.act(state, action)
    return state


def test_what_harms_is_told_in_steps_of_time_and_stands() -> None:
    state = after(Choose("hurt"), GoOn())
    progress = consequences.progress(state)
    assert (progress.mistakes, progress.to_mend) == (1, ("ouch",))
    view = consequences.view(state, LEARNER)
    assert [(step.moment, step.harm) for step in view.steps] == [
        ("now", False),
        ("day", True),
        ("week", True),
    ]


def test_harm_is_taken_back_or_mended() -> None:
    back = after(Choose("hurt"), GoOn(), TakeBack())
    assert consequences.view(back, LEARNER).steps[-1].id == "a"
    mended = after(Choose("hurt"), GoOn(), Choose("sorry"))
    for state in (back, mended):
        assert consequences.progress(state).to_mend == ()
    assert consequences.view(mended, LEARNER).threads[0].ended


def test_both_sides_stay_seen_when_the_first_answer_is_taken_back() -> None:
    state = after(Turn("two"), Choose("go-left"), TakeBack(), Choose("go-right"))
    assert consequences.progress(state).met == ("both",)


def test_the_right_walk_sees_both_sides_before_it_comes_to_the_ends() -> None:
    state = after()
    for _ in range(20):
        step = consequences.next_step(state)
        if step is None:
            break
        state = consequences.act(state, step)
    assert consequences.progress(state).finished


def test_a_choice_of_another_scene_changes_nothing() -> None:
    state = after(Choose("kind"))
    assert consequences.act(state, Choose("hurt")) == state
    assert consequences.act(state, GoOn()) == state
    assert consequences.act(after(), TakeBack()) == after()
    for action in (Choose("none"), Turn("none")):
        with pytest.raises(UnknownThing):
            consequences.act(state, action)


def test_the_tone_of_the_replies_changes_how_far_the_post_spreads() -> None:
    mocked = consequences.view(after(Choose("hurt")), LEARNER)
    kind = consequences.view(after(Choose("kind")), LEARNER)
    assert mocked.days[-1].false > mocked.without[-1].false > kind.days[-1].false
    assert kind.days[-1].correction > mocked.days[-1].correction
    assert consequences.view(after(Turn("two")), LEARNER).days == ()


TONE_LISTS = st.lists(st.sampled_from(TONES), max_size=5)


@given(TONE_LISTS, st.integers(1, 5000), st.integers(0, 99))
def test_nobody_forgets_what_they_saw_and_there_are_not_more_than_there_are(
    tones: list[Tone], people: int, seed: int
) -> None:
    week = spread(tones, people, seed)
    assert [day.number for day in week] == list(range(1, DAYS + 1))
    for before, now in pairwise(week):
        assert before.false <= now.false <= people
        assert before.correction <= now.correction <= now.false
    assert week == spread(tones, people, seed)


@pytest.mark.parametrize("seed", range(0, 50, 7))
def test_a_kind_reply_brings_the_false_post_fewer_eyes_and_a_loud_one_more(seed: int) -> None:
    without = spread((), 400, seed)[-1].false
    for tone in ("fact-first", "private-first", "flag"):
        assert spread((tone,), 400, seed)[-1].false < without
    for loud in ("mocking", "repeating"):
        assert spread((loud,), 400, seed)[-1].false > without
