"""The way to the guide: F1 explains the screen in sight, and goes along to the next one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trainer_app import places
from trainer_app.i18n import current, runs_from_right
from trainer_app.ui.trainer_frame import TrainerFrame, places_of_trainers

if TYPE_CHECKING:
    from trainer_app.content.guide import Guide
    from trainer_app.ui.guide.panel import GuidePanel
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.page import Page

FIRST = "begin"
"""What a screen without a page of its own gets."""


class GuidingWays:
    """The trainers' guide. Loaded when it is asked for: no start needs it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_open = False
        self._panel: GuidePanel | None = None

    @cached_property
    def guide(self) -> Guide:
        """All its pages."""
        from trainer_app.content.guide import Guide

        return Guide(places.assets() / "guide")

    def put(self, frame: TrainerFrame, page: Page) -> None:
        """Let a new screen be explained; at once where the guide stood beside the last one."""
        frame.help_requested.connect(lambda: self.toggle(frame, page))
        if self._is_open:
            self._show(frame, page)

    def toggle(self, frame: TrainerFrame, page: Page) -> None:
        """Explain a screen, or explain no more."""
        if self._panel is not None and frame.beside is self._panel:
            self._panel.leave()
            return
        self._is_open = True
        self._show(frame, page).take_keyboard()

    def open(self, page_id: str) -> None:
        """Show a page of the guide beside whatever screen is in sight."""
        frame = self._window.frame
        if isinstance(frame, TrainerFrame):
            self._is_open = True
            panel = self._show(frame, frame.page)
            panel.open(page_id)
            panel.take_keyboard()

    def forget(self) -> None:
        """The trainer's part is over: the next one begins without the guide."""
        self._is_open = False

    def _show(self, frame: TrainerFrame, page: Page) -> GuidePanel:
        from trainer_app.ui.guide.panel import WIDE, GuidePanel

        names = {place.key: place.word for place in places_of_trainers()}
        panel = GuidePanel(self.guide, page.guide or FIRST, names)
        panel.closed.connect(lambda: self._close(frame))
        panel.print_requested.connect(self._print)
        frame.show_beside(panel, WIDE)
        self._panel = panel
        return panel

    def _close(self, frame: TrainerFrame) -> None:
        self._is_open, self._panel = False, None
        frame.show_beside(None)

    def _print(self, page_id: str) -> None:
        from trainer_app.ui.printing.guide_paper import guide_drawing

        words = self.guide.words(page_id, current().code)
        drawing = guide_drawing(
            words.title,
            words.blocks,
            self.guide.picture(page_id, current().code),
            right_to_left=runs_from_right(words.language),
        )
        self._window.papers.offer(words.title, drawing, words.title)
