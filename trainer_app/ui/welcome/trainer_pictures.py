"""Moved to `trainer_app.ui.keys_parts.trainer_pictures`."""

from trainer_app.ui.keys_parts.trainer_pictures import *  # noqa: F403
