"""The way through indicator sets: all of them, one to read, and what a project's come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.i18n import _
from trainer_app.ui.funding.counted import CountedPage
from trainer_app.ui.funding.indicator_targets import IndicatorTargetsPage
from trainer_app.ui.funding.set_page import SetPage
from trainer_app.ui.funding.sets import SetsPage
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class SetWays:
    """What funders count."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def sets(self) -> None:
        """All sets."""
        window = self._window

        def build() -> Page:
            page = SetsPage(
                self._desk.indicators, window.bridge, lambda name: window.choose_file(name)
            )
            page.set_opened.connect(lambda name: self.set(name))
            page.back_requested.connect(window.funding.projects.projects)
            return page

        window.trainer.show("reports", build)

    def set(self, name: str, project_id: str | None = None) -> None:
        """One set; back to the project whose figures led there, or to all sets."""

        def build() -> Page:
            back = "" if project_id is None else _("Indicators")
            page = SetPage(self._desk.indicators, self._window.bridge, name, back=back)
            page.removed.connect(self.sets)
            page.back_requested.connect(
                lambda: self.sets() if project_id is None else self.counted(project_id)
            )
            return page

        self._window.trainer.show("reports", build)

    def counted(self, project_id: str) -> None:
        """What a project's indicators come to."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = CountedPage(desk.projects, desk.participating, desk.indicators, project_id)
            page.set_opened.connect(lambda name: self.set(name, project_id))
            page.targets_requested.connect(lambda name: self.targets(name, project_id))
            page.asking_requested.connect(lambda: window.funding.asking.people(project_id))
            page.details_requested.connect(lambda: window.funding.projects.details(project_id))
            page.back_requested.connect(lambda: window.funding.projects.project(project_id))
            return page

        window.trainer.show("reports", build)

    def targets(self, name: str, project_id: str) -> None:
        """What a project wants to reach of a set's indicators."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = IndicatorTargetsPage(
                desk.projects, window.bridge, desk.indicators.get(name), project_id
            )
            page.saved.connect(lambda: self.counted(project_id))
            page.back_requested.connect(lambda: self.counted(project_id))
            return page

        window.trainer.show("reports", build)
