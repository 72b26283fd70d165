"""The pretend social network, as a kind of practice: the six functions of an engine."""

from trainer_app.domain.practice.plaza.rules import act, actions, next_step, progress, start
from trainer_app.domain.practice.plaza.seeing import view

__all__ = ["act", "actions", "next_step", "progress", "start", "view"]
