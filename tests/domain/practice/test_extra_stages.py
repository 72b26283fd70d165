"""Stages for those who want more: offered at the end, and never needed."""

from __future__ import annotations

from dataclasses import replace

import practised

from trainer_app.domain.practice import playing
from trainer_app.domain.practice.playing import NextStage, Playing, ShowMe
from trainer_app.domain.practice.scenario import Practice

LAPTOP = practised.practices()["03-shared-laptop/en"]


def with_extra() -> Practice:
    """The same practice, of which only the first stage is needed."""
    first, *rest = LAPTOP.scenario.stages
    stages = (first, *(replace(stage, extra=True) for stage in rest))
    return replace(LAPTOP, scenario=replace(LAPTOP.scenario, stages=stages))


def to_end_of_stage(now: Playing) -> Playing:
    while not now.progress.finished:
        now = playing.act(now, ShowMe())
    return now


def test_the_needed_stages_are_enough() -> None:
    now = playing.begin(with_extra(), 1)
    assert not now.enough
    now = to_end_of_stage(now)
    assert now.enough
    assert not now.last
    result = playing.result(now, 3)
    assert result.done
    assert result.of == len(now.stage.goals)


def test_in_an_extra_stage_it_stays_done_and_its_goals_count_for_nothing() -> None:
    now = to_end_of_stage(playing.begin(with_extra(), 1))
    before = playing.result(now, 3)
    now = playing.act(now, NextStage())
    assert now.stage.extra
    assert now.enough
    assert playing.result(now, 3).goals == before.goals
    now = to_end_of_stage(now)
    after = playing.result(now, 4)
    assert (after.goals, after.of, after.done) == (before.goals, before.of, True)


def test_without_extra_stages_only_the_last_is_enough() -> None:
    now = to_end_of_stage(playing.begin(LAPTOP, 1))
    assert not now.enough
    while not now.last:
        now = to_end_of_stage(playing.act(now, NextStage()))
    assert now.enough
    assert playing.result(now, 1).of == LAPTOP.scenario.goals


def test_free_play_is_never_enough() -> None:
    first = LAPTOP.scenario.stages[0]
    stage = replace(first, goals=())
    free = replace(LAPTOP, scenario=replace(LAPTOP.scenario, stages=(stage,)))
    assert not playing.begin(free, 1).enough
