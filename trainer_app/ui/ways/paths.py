"""The way to paths: lessons in an order, ready ones and the centre's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.i18n import current
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.paths import PathsPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class PathWays:
    """Paths, for trainers. They are used on a course's own page."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def paths(self) -> None:
        """All paths."""
        window = self._window

        def build() -> Page:
            desk = window.desk
            assert desk is not None
            page = PathsPage(desk.paths, desk.lessons, current().code, window.bridge)
            page.back_requested.connect(window.teaching.lessons)
            return page

        window.trainer.show("lessons", build)
