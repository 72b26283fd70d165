"""Where a practice goes on that was left half-way: after the stages whose goals were all met."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from trainer_app.domain.practice.scenario import Scenario, Stage


def done_before(scenario: Scenario, done: Collection[str]) -> tuple[Stage, ...]:
    """The stages that need not be played again; none once all of them are done.

    `done` are goals that were met in one play, each `stage/goal`.
    """
    count = stages_done(scenario, done)
    return () if count == len(scenario.needed) else scenario.needed[:count]


def stages_done(scenario: Scenario, done: Collection[str]) -> int:
    """How many of the stages that are needed have all their goals among `done`, from the first."""
    for count, stage in enumerate(scenario.needed):
        if not stage.goals or not set(goals_of([stage])) <= set(done):
            return count
    return len(scenario.needed)


def goals_of(stages: Sequence[Stage]) -> tuple[str, ...]:
    """Every goal of some stages, as it is kept."""
    return tuple(f"{stage.id}/{goal.id}" for stage in stages for goal in stage.goals)
