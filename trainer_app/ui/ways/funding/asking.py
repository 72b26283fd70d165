"""The way of asking: who is due, one person, the laptop turned to her, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.funding.answers import Stage
from trainer_app.i18n import LANGUAGES, _, current, use
from trainer_app.services.preferences import SCALES
from trainer_app.ui.funding.asking import AskingPage
from trainer_app.ui.funding.asking_people import AskingPeoplePage
from trainer_app.ui.funding.asking_person import AskingPersonPage
from trainer_app.ui.funding.asking_walk import Walk
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow, Shown


class AskingWays:
    """People of a project and what they are asked. Only a full trainer gets here."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def people(self, project_id: str) -> None:
        """Everyone in a project, with what is open."""

        def build() -> Page:
            desk = self._desk
            name = desk.projects.project(project_id).name
            page = AskingPeoplePage(
                desk.asking, self._window.bridge, project_id, name, now=desk.now
            )
            page.person_opened.connect(lambda person: self.person(project_id, person))
            page.back_requested.connect(lambda: self._window.funding.projects.project(project_id))
            return page

        self._window.trainer.show("reports", build)

    def person(self, project_id: str, person_id: str) -> None:
        """One person in a project, from the list of its people."""
        back = _("People and questions")
        self._person(project_id, person_id, "reports", back, lambda: self.people(project_id))

    def of_person(self, project_id: str, person_id: str) -> None:
        """The same, from the page of the person."""
        back = person_label(self._desk.enrolling.person(person_id))
        leads = self._window.trainer.person
        self._person(project_id, person_id, "people", back, lambda: leads(person_id))

    def _person(
        self, project_id: str, person_id: str, place: str, back: str, leads: Callable[[], None]
    ) -> None:
        """`back` says in words where `leads` brings the trainer."""

        def again() -> None:
            self._person(project_id, person_id, place, back, leads)

        def build() -> Page:
            desk = self._desk
            page = AskingPersonPage(
                desk.asking, self._window.bridge, project_id, person_id, back=back, now=desk.now
            )
            page.ask_requested.connect(
                lambda stage, all_: self.ask(project_id, person_id, stage, again, whole=all_)
            )
            page.back_requested.connect(leads)
            return page

        self._window.trainer.show(place, build)

    def ask(
        self,
        project_id: str,
        person_id: str,
        stage: Stage,
        then: Callable[[], None],
        *,
        whole: bool = False,
    ) -> None:
        """Turn the laptop to the person, in her language; `whole`: also what she answered.

        `then` shows what the trainer sees when she has the laptop back.
        """
        window, asking = self._window, self._desk.asking
        taking = asking.of(person_id, project_id)
        due = taking.at(stage)
        questions = (
            tuple(one for one in asking.questions(project_id, stage) if not one.by_trainer)
            if whole
            else (due.asked if due else ())
        )
        if not questions:
            return
        before = {} if whole else asking.said_before(person_id, project_id, stage)
        walk = Walk.through(taking, stage, questions, before)
        own = current().code
        spoken = taking.person.language

        def give_back() -> None:
            use(own)
            then()
            window.bridge.work(asking.tidy, lambda _done: None)

        def build() -> Shown:
            from trainer_app.ui.main_window import Shown

            page = self._page(walk)
            page.finished.connect(give_back)
            return Shown(page, page)

        if spoken in {one.code for one in LANGUAGES}:
            use(spoken)
        else:
            walk.tongue = spoken or ""
        window.show_page(build)

    def _page(self, walk: Walk) -> AskingPage:
        window, language = self._window, current().code
        page = AskingPage(
            walk,
            self._desk.asking,
            window.bridge,
            centre=window.door.centre_name(),
            language=language,
            can_read=language in window.aloud.languages,
        )
        page.language_chosen.connect(window.speak)
        page.larger_requested.connect(self._larger)
        page.read_requested.connect(lambda: window.aloud.read_or_stop(page.to_read(), language))
        return page

    def _larger(self) -> None:
        scale = self._window.preferences.now.scale
        bigger = SCALES[(SCALES.index(scale) + 1) % len(SCALES)]
        self._window.preferences.change(scale=bigger)
        self._window.rebuild()
