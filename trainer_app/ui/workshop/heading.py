"""What stands on top of every workshop page: as on all pages of a trainer."""

from __future__ import annotations

from trainer_app.ui.heading import Heading, clear, column, flow, is_roomy, margins

__all__ = ["Heading", "clear", "column", "flow", "is_roomy", "margins"]
