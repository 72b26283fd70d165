"""The way to files for funders, from a project or from the reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from trainer_app.i18n import _
from trainer_app.ui.funding.files import FilesPage, Offered
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class FileWays:
    """Files for funders."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def of_project(self, project_id: str) -> None:
        """Files of one project to begin with."""
        name = self._desk.projects.project(project_id).name
        back = self._window.funding.projects.project
        self._show(project_id, name, lambda: back(project_id))

    def of_centre(self) -> None:
        """Files of the whole centre to begin with."""
        self._show("", _("Reports"), lambda: self._window.trainer.reports())

    def _show(self, project: str, back: str, way_back: Callable[[], None]) -> None:
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = FilesPage(
                desk.files,
                Offered(desk.projects.all(), self._courses_of, desk.indicators.all()),
                window.bridge,
                lambda suggested: window.choose_file(suggested),
                project=project,
                today=lambda: desk.now().date(),
                back=back,
            )
            page.back_requested.connect(way_back)
            return page

        window.trainer.show("reports", build)

    def _courses_of(self, project: str) -> Sequence[tuple[str, str]]:
        desk = self._desk
        return [
            (course.id, course.title)
            for course in desk.courses.all()
            if not project or any(one.id == project for one in desk.projects.of_course(course.id))
        ]
