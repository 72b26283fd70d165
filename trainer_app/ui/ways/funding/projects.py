"""The way through projects: all of them, one with what it leads to, its details."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trainer_app.services.reporting import Scope
from trainer_app.ui.funding.project import ProjectPage
from trainer_app.ui.funding.project_details import ProjectDetailsPage
from trainer_app.ui.funding.projects import ProjectsPage
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class ProjectWays:
    """What pays for courses. Pages that a project leads to come back by `project`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def projects(self) -> None:
        """All projects."""

        def build() -> Page:
            desk = self._desk
            page = ProjectsPage(desk.projects, desk.participating)
            page.project_opened.connect(self.project)
            page.new_project_requested.connect(lambda: self.details(None))
            page.sets_requested.connect(lambda: self._window.funding.sets.sets())
            page.back_requested.connect(lambda: self._window.trainer.reports())
            return page

        self._window.trainer.show("reports", build)

    def project(self, project_id: str) -> None:
        """One project, from which its other pages are opened."""

        def build() -> Page:
            desk = self._desk
            page = ProjectPage(desk.projects, desk.participating, desk.courses, project_id)
            page.opened.connect(lambda key: self._leads()[key](project_id))
            page.details_requested.connect(lambda: self.details(project_id))
            page.course_opened.connect(self._window.trainer.course)
            page.back_requested.connect(self.projects)
            return page

        self._window.trainer.show("reports", build)

    def details(self, project_id: str | None) -> None:
        """What a project is and by which rules it counts; or a new one."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = ProjectDetailsPage(
                desk.projects,
                window.bridge,
                project_id,
                now=desk.now,
                sets=desk.indicators.all(),
            )
            page.saved.connect(self.project)
            page.back_requested.connect(
                lambda: self.projects() if project_id is None else self.project(project_id)
            )
            return page

        window.trainer.show("reports", build)

    def _leads(self) -> Mapping[str, Callable[[str], None]]:
        """What opens each of `project_links.links`, by its key, given the project's id.

        Each loads its pages only when it is opened.
        """
        return {
            "report": lambda id: self._window.trainer.reports(Scope(project=id)),
            "indicators": lambda id: self._window.funding.sets.counted(id),
            "asking": lambda id: self._window.funding.asking.people(id),
            "took": lambda id: self._window.funding.took.took(id),
            "check": lambda id: self._window.funding.claims.check(id),
            "claims": lambda id: self._window.funding.claims.claims(id),
            "files": lambda id: self._window.funding.files.of_project(id),
            "published": lambda id: self._window.funding.publishing.tables(id),
            "awards": lambda id: self._window.funding.awards.of_project(id),
        }
