"""Moved to `trainer_app.ui.keys_parts.strength`."""

from trainer_app.ui.keys_parts.strength import *  # noqa: F403
