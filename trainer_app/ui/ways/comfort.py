"""What every screen of a trainer has around it: search, help, and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.undoing import Undoing
from trainer_app.ui.ways.guiding import GuidingWays
from trainer_app.ui.ways.searching import SearchWays

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.page import Page


class ComfortWays:
    """Joins them to each new frame. Learners' screens have none of it."""

    def __init__(self, window: MainWindow) -> None:
        self.searching = SearchWays(window)
        self.guiding = GuidingWays(window)
        self.undoing = Undoing(window, lambda: window.page, window.bridge)
        window.bridge.forgotten.connect(self.guiding.forget)

    def put(self, frame: TrainerFrame, page: Page) -> None:
        """Let a new screen be searched from, explained, and its deeds taken back."""
        self.searching.put(frame)
        self.guiding.put(frame, page)
        frame.undo_requested.connect(self.undoing.undo)
