"""The way to what a person has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.ui.page import Page
from trainer_app.ui.workshop.settle import SettlePage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class SettlingWays:
    """Values that compete, people who may stand twice."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def settle(self) -> None:
        """All that is to be decided."""
        window = self._window
        desk = window.desk
        assert desk is not None

        def build() -> Page:
            page = SettlePage(desk.settling, desk.lessons, window.bridge)
            page.back_requested.connect(window.trainer.today)
            page.attendance_opened.connect(window.trainer.attendance)
            page.person_opened.connect(window.trainer.person)
            page.course_opened.connect(window.trainer.course)
            return page

        window.trainer.show("today", build)
