"""Moved to `trainer_app.ui.keys_parts.new_passphrase`."""

from trainer_app.ui.keys_parts.new_passphrase import *  # noqa: F403
