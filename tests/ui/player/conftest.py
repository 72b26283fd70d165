"""Lessons are shown in the room that the learner's frame leaves."""

from __future__ import annotations

from learner_room import bridge, dress, show, troubles

__all__ = ["bridge", "dress", "show", "troubles"]
