"""Free play: Plaza without a task, in the shape of a phone or of a browser."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage


def shape_of(playing: Playing) -> str:
    """The shape that Plaza is played in now: "phone" or "browser"."""
    return cast("PlazaStage", playing.stage).shape


def in_shape(playing: Playing, shape: str) -> Playing:
    """The same play in a shape; all that was done in it stands."""
    stage = replace(cast("PlazaStage", playing.stage), shape=shape)
    scenario = replace(playing.practice.scenario, stages=(stage,))
    practice = replace(playing.practice, scenario=scenario)
    return replace(playing, practice=practice, states=(replace(playing.state, stage=stage),))
