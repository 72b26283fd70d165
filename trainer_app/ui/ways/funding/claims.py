"""The way to a claim: the check before it, the claims, one of them, and a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.errors import NotForSubstitutes, UnknownThing
from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import current
from trainer_app.ui.funding.check import CheckPage
from trainer_app.ui.funding.claim import ClaimPage
from trainer_app.ui.funding.claim_new import NewClaimPage
from trainer_app.ui.funding.claims import ClaimsPage
from trainer_app.ui.funding.records import Jump, Place, Records
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class ClaimWays:
    """Checks and claims of a project. Only a full trainer gets here; a substitute is told so."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def check(self, project_id: str) -> None:
        """A project looked over before a claim."""

        def build() -> Page:
            desk = self._desk
            project = desk.projects.project(project_id)
            page = CheckPage(
                desk.checking, self._records(project), self._window.bridge, project, now=desk.now
            )
            page.opened.connect(lambda jump: self._jump(project_id, jump))
            page.claim_requested.connect(lambda: self.new(project_id))
            page.back_requested.connect(lambda: self._project(project_id))
            return page

        self._show(build)

    def claims(self, project_id: str) -> None:
        """What was handed in."""

        def build() -> Page:
            desk = self._desk
            page = ClaimsPage(desk.claims, desk.projects.project(project_id))
            page.claim_opened.connect(lambda claim: self.claim(project_id, claim))
            page.new_requested.connect(lambda: self.new(project_id))
            page.check_requested.connect(lambda: self.check(project_id))
            page.back_requested.connect(lambda: self._project(project_id))
            return page

        self._show(build)

    def new(self, project_id: str) -> None:
        """Make a claim."""

        def build() -> Page:
            desk = self._desk
            project = desk.projects.project(project_id)
            page = NewClaimPage(
                desk.claims, desk.checking, self._set, self._window.bridge, project, now=desk.now
            )
            page.submitted.connect(lambda claim: self.claim(project_id, claim))
            page.check_requested.connect(lambda: self.check(project_id))
            page.back_requested.connect(lambda: self.claims(project_id))
            return page

        self._show(build)

    def claim(self, project_id: str, claim_id: str) -> None:
        """One claim with what differs since."""

        def build() -> Page:
            desk = self._desk
            page = ClaimPage(desk.claims, self._set, self._window.bridge, claim_id)
            page.session_opened.connect(self._window.trainer.attendance)
            page.back_requested.connect(lambda: self.claims(project_id))
            return page

        self._show(build)

    def _show(self, build: Callable[[], Page]) -> None:
        if not self._desk.trainers.may_decide:
            self._window.say_trouble(NotForSubstitutes())
            return
        self._window.trainer.show("reports", build)

    def _project(self, project_id: str) -> None:
        self._window.funding.projects.project(project_id)

    def _jump(self, project_id: str, jump: Jump) -> None:
        """Go where a finding is mended."""
        window = self._window
        ways: dict[Place, Callable[[], object]] = {
            "person": lambda: window.trainer.person(jump.id),
            "asking": lambda: window.funding.asking.person(project_id, jump.id),
            "settle": window.settling.settle,
            "session": lambda: window.trainer.attendance(jump.id),
            "course": lambda: window.trainer.course(jump.id),
            "claim": lambda: self.claim(project_id, jump.id),
            "details": lambda: window.funding.projects.details(project_id),
            "sets": lambda: window.funding.projects.details(project_id),
        }
        ways[jump.place]()

    def _records(self, project: Project) -> Records:
        desk = self._desk
        labels = {one.id: one.label for one in desk.claims.list()}
        return Records(
            desk.courses,
            desk.enrolling,
            lambda id: labels.get(id, ""),
            self._set_title,
            several=len(project.sets) > 1,
        )

    def _set(self, name: str) -> IndicatorSet | None:
        try:
            return self._desk.indicators.get(name)
        except UnknownThing:
            return None

    def _set_title(self, name: str) -> str:
        of = self._set(name)
        return in_language(of.words, current().code) if of else name
