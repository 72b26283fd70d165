"""A practice that was left half-way goes on at the first stage that is not done."""

from __future__ import annotations

from dataclasses import replace

import practised
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.practice import playing
from trainer_app.domain.practice.going_on import done_before, goals_of, stages_done
from trainer_app.domain.practice.playing import FromTheBeginning, NextStage, Playing
from trainer_app.domain.practice.scenario import Practice

PRACTICES = practised.practices()
TYPE = PRACTICES["02-type/en"]
LETTERS = ("letters/letter", "letters/words")


def with_extra() -> Practice:
    """A practice of two stages that are needed, and one for who likes more."""
    practice = next(each for each in PRACTICES.values() if len(each.scenario.stages) == 3)
    *needed, last = practice.scenario.stages
    stages = (*needed, replace(last, extra=True))
    return replace(practice, scenario=replace(practice.scenario, stages=stages))


def test_it_goes_on_after_a_stage_that_is_done_and_carries_its_goals() -> None:
    now = playing.begin(TYPE, 1, LETTERS)
    assert (now.stage.id, now.before, now.goes_on) == ("names", 1, True)
    view = playing.view(now)
    assert (view.number, view.of, view.may_go_on, view.finished) == (2, 2, False, False)
    result = playing.result(now, 2)
    assert (result.goals, result.tries, result.hints) == (LETTERS, 0, 0)
    end = practised.finish(now)
    assert playing.result(end, 2).done
    assert end.enough


def test_a_stage_that_is_half_done_is_begun_anew() -> None:
    now = playing.begin(TYPE, 1, LETTERS[:1])
    assert now.states == playing.begin(TYPE, 1).states
    assert (now.before, now.goes_on, playing.result(now, 0).goals) == (0, False, ())


def test_a_later_stage_alone_is_played_again_after_those_before_it() -> None:
    names = goals_of(TYPE.scenario.stages[1:])
    assert playing.begin(TYPE, 1, names).before == 0


def test_what_is_wholly_done_begins_afresh_and_so_does_what_it_does_not_know() -> None:
    every = goals_of(TYPE.scenario.stages)
    assert stages_done(TYPE.scenario, every) == 2
    assert done_before(TYPE.scenario, every) == ()
    for done in (every, ("letters/other", "circus/letter")):
        assert playing.begin(TYPE, 1, done) == playing.begin(TYPE, 1)


def test_one_can_begin_at_the_first_stage_all_the_same() -> None:
    gone_on = playing.begin(TYPE, 1, LETTERS)
    now = playing.act(gone_on, FromTheBeginning())
    assert now == playing.begin(TYPE, 1)
    assert playing.result(now, 0).goals == ()
    assert playing.act(playing.act(gone_on, playing.Stop()), FromTheBeginning()).before == 1


def test_extra_stages_come_after_as_ever_and_are_never_gone_on_at() -> None:
    practice = with_extra()
    first, second, extra = practice.scenario.stages
    assert playing.begin(practice, 1, goals_of([first, second, extra])).before == 0
    now = practised.finish_stage(playing.begin(practice, 1, goals_of([first, extra])))
    assert (now.stage.id, now.enough, now.last, now.goes_on) == (second.id, True, False, True)
    done = playing.result(now, 1)
    assert done.done
    now = practised.finish_stage(playing.act(now, NextStage()))
    assert (now.stage.id, now.finished, now.goes_on) == (extra.id, True, False)
    assert playing.result(now, 1).goals == done.goals


@pytest.mark.parametrize("name", PRACTICES)
def test_going_on_is_the_same_as_playing_in_one_go(name: str) -> None:
    """After each stage: left there, it goes on where the next begins, and ends the same."""
    practice = PRACTICES[name]
    now = playing.begin(practice, 1)
    left: list[Playing] = []
    while True:
        now = practised.finish_stage(now)
        if now.enough:
            break
        kept = playing.result(now, 3).goals
        now = playing.act(now, NextStage())
        gone_on = playing.begin(practice, 1, kept)
        assert gone_on.states[gone_on.before :] == now.states[-1:]
        assert (gone_on.stage, gone_on.before) == (now.stage, len(now.states) - 1)
        assert playing.result(gone_on, 0).goals == kept
        left.append(gone_on)
    assert len(left) == len(practice.scenario.needed) - 1
    whole = playing.result(now, 3)
    assert whole.done
    # The stages are the same states, so one way to the end stands for all of them.
    for gone_on in left[-1:]:
        end = practised.finish_stage(gone_on)
        assert end.states[-1] == now.states[-1]
        assert playing.result(end, 3).goals == whole.goals


# Each practice is read when it is first asked for.
@settings(deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(each for each in PRACTICES if "/en" in each)))
def test_never_more_goals_than_were_met(data: st.DataObject, name: str) -> None:
    practice = PRACTICES[name]
    every = goals_of(practice.scenario.stages)
    met = data.draw(st.sets(st.sampled_from(every)))
    begun = playing.begin(practice, 1, met)
    goals = playing.result(begun, 0).goals
    assert set(goals) <= met
    assert len(set(goals)) == len(goals)
    assert not begun.enough
    assert begun.stage in practice.scenario.needed
