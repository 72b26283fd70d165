"""The ways to and from the scam shelf: a trainer's, and the one tile on the learners' home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer_app.domain.practice.scenario import Practice
from trainer_app.domain.scams import Scam
from trainer_app.i18n import _, current
from trainer_app.ui.learner.home import WeeksScam
from trainer_app.ui.page import Page
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.workshop.shelf import ShelfPage
from trainer_app.ui.workshop.shelf_new import NewScamPage

if TYPE_CHECKING:
    from trainer_app.content.shelf import ScamShelf
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class ShelfWays:
    """This week's scams. Whoever practises one is not recorded, as a guest is not."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    @property
    def _shelf(self) -> ScamShelf:
        return self._window.lessons.shelf

    # The trainer's
    def shelf(self) -> None:
        """What is on the shelf."""

        def build() -> Page:
            desk = self._desk
            page = ShelfPage(
                desk.scams, self._shelf, current().code, self._window.bridge, now=desk.now
            )
            page.back_requested.connect(self._window.teaching.lessons)
            page.new_requested.connect(self.new)
            page.play_requested.connect(self.with_class)
            return page

        self._window.trainer.show("lessons", build)

    def new(self) -> None:
        """Put this week's scam there."""

        def build() -> Page:
            page = NewScamPage(self._desk.scams, self._shelf, current().code, self._window.bridge)
            page.back_requested.connect(self.shelf)
            page.put.connect(self._put)
            return page

        self._window.trainer.show("lessons", build)

    def with_class(self, scam_id: str) -> None:
        """The trainer plays one on the projector."""
        scam = next((each for each in self._desk.scams.all() if each.id == scam_id), None)
        if scam is None:  # taken down meanwhile
            self.shelf()
            return
        self._window.playing.on_projector(
            lambda: self._practice(scam),
            partial(self._shelf.picture, scam.template),
            self.shelf,
            lambda: _("Scam shelf"),
        )

    def _put(self, _scam_id: str) -> None:
        self.shelf()
        self._window.say(_("It is on the shelf. Learners see it on their home screen."))

    # The learners'
    def tile(self) -> WeeksScam | None:
        """What learners see on their home; None where the shelf has nothing that is known here."""
        scam = self._newest()
        if scam is None:
            return None
        template = self._shelf.template(scam.template)
        words = self._shelf.words(scam.template, current().code)
        return WeeksScam(words.title, template.picture, template.hue)

    def learn(self) -> None:
        """Practise this week's scam; nothing of it is kept."""
        window, scam = self._window, self._newest()
        if scam is None:
            return

        def build() -> Page:
            picture = partial(self._shelf.picture, scam.template)
            page = PracticePage(self._practice(scam), picture, back=_("All lessons"))
            page.left.connect(window.learner.home)
            page.finished.connect(window.learner.home)
            return page

        window.learner.show(build)

    def _newest(self) -> Scam | None:
        if self._window.desk is None:
            return None
        scams = self._desk.scams.all()
        return next((each for each in scams if self._shelf.knows(each)), None)

    def _practice(self, scam: Scam) -> Practice:
        return self._shelf.practice(scam.template, scam.choices, current().code)
