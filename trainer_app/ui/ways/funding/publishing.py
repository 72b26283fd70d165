"""The way to tables of a project that anybody may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.ui.page import Page
from trainer_app.ui.reports.published import PublishedPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class PublishingWays:
    """Tables for everybody."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def tables(self, project_id: str) -> None:
        """What may be published of one project."""
        window = self._window

        def build() -> Page:
            desk = window.desk
            assert desk is not None
            page = PublishedPage(
                desk.publishing,
                desk.projects.project(project_id),
                {course.id: course.title for course in desk.courses.all()},
                window.bridge,
                lambda suggested: window.choose_file(suggested),
            )
            page.back_requested.connect(lambda: window.funding.projects.project(project_id))
            return page

        window.trainer.show("reports", build)
