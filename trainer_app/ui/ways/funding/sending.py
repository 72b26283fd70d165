"""The way of a centre's news to an organisation, and of counting people once over centres."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.errors import NotForSubstitutes
from trainer_app.i18n import _
from trainer_app.ui.funding.doubles import DoublesPage
from trainer_app.ui.funding.sending import SendingPage
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class SendingWays:
    """What goes to an organisation. Only a full trainer gets here; a substitute is told so."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def of_centre(self) -> None:
        """The file for an organisation, from all projects."""
        self._file(_("All projects"), self._window.funding.projects.projects)

    def of_project(self, project_id: str) -> None:
        """The same, from the page about people in several centres."""
        self._file(_("People in several centres"), lambda: self.doubles(project_id))

    def doubles(self, project_id: str) -> None:
        """Whether people of a project are counted once over all centres."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            name = desk.projects.project(project_id).name
            page = DoublesPage(desk.doubles, window.bridge, project_id, name, now=desk.now)
            page.sending_requested.connect(lambda: self.of_project(project_id))
            page.back_requested.connect(lambda: window.funding.projects.project(project_id))
            return page

        self._show(build)

    def _file(self, back: str, leads: Callable[[], None]) -> None:
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = SendingPage(
                desk.sending,
                window.bridge,
                lambda suggested: window.choose_file(suggested),
                today=lambda: desk.now().date(),
                back=back,
            )
            page.back_requested.connect(leads)
            return page

        self._show(build)

    def _show(self, build: Callable[[], Page]) -> None:
        if not self._desk.trainers.may_decide:
            self._window.say_trouble(NotForSubstitutes())
            return
        self._window.trainer.show("reports", build)
