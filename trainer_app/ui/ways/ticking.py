"""The ways of a signed sheet: ticked back row by row, and its photos."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.ui.choosing import ask_for_photo
from trainer_app.ui.page import Page
from trainer_app.ui.sticks import plugged_in
from trainer_app.ui.workshop.sheets import SheetsPage
from trainer_app.ui.workshop.tick import TickPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class TickingWays:
    """After an evening on paper. Each method shows a page; all need an unlocked centre.

    `choose_photo` asks for a file to open.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.choose_photo: Callable[[], Path | None] = self._ask_for_photo

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def _ask_for_photo(self) -> Path | None:
        return ask_for_photo(self._window, plugged_in())

    def tick(self, session_id: str) -> None:
        """The rows of a session's sheet, one key each."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = TickPage(
                desk.ticking,
                desk.courses,
                desk.attending,
                desk.enrolling,
                window.bridge,
                session_id,
                photos=desk.sheets.count,
            )
            page.photos_opened.connect(self.photos)
            page.back_requested.connect(window.trainer.attendance)
            return page

        window.trainer.show("today", build)

    def photos(self, session_id: str) -> None:
        """The photos of a session's sheet."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = SheetsPage(
                desk.sheets,
                desk.courses,
                window.bridge,
                self.choose_photo,
                session_id,
                now=desk.now,
            )
            page.back_requested.connect(self.tick)
            return page

        window.trainer.show("today", build)
