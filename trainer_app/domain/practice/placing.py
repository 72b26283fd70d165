"""Small tasks one after the other, also past one that is not known yet; how each was done."""

from __future__ import annotations

from dataclasses import replace

from trainer_app.domain.placement import Outcome, outcome_of
from trainer_app.domain.practice.kinds import engine_of
from trainer_app.domain.practice.playing import Playing


def passed_over(playing: Playing) -> Playing:
    """On to the next stage though this one is open; the same play at the last."""
    if playing.last:
        return playing
    stage = playing.practice.scenario.stages[len(playing.states)]
    fresh = engine_of(stage.kind).start(stage, playing.seed, playing.practice.words)
    states = (*playing.states, fresh)
    return replace(playing, states=states, wrong=0, quiet=0, hint="", stopped=False)


def help_taken(playing: Playing) -> int:
    """How many hints were taken and steps shown so far, in all stages."""
    return playing.hints + playing.shown


def done_how(playing: Playing, *, help_before: int) -> Outcome:
    """How the stage in sight was done, which is finished.

    `help_before` is what `help_taken` said when it began.
    """
    return outcome_of(
        playing.stage.id,
        mistakes=playing.progress.mistakes,
        help_taken=help_taken(playing) - help_before,
    )
