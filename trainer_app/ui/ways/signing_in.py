"""The way to a seat: a language, a face or a number, and three pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import speaks, use
from trainer_app.ui.learner.done_today import DoneLesson
from trainer_app.ui.learner.learner_page import LearnerPage
from trainer_app.ui.learner.new import NewPage
from trainer_app.ui.learner.number import NumberPage
from trainer_app.ui.learner.pictures import PicturesPage
from trainer_app.ui.learner.who import WhoPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.learner import LearnerWays


class SigningInWays(QObject):
    """The pages before somebody sits here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tapped_language = False
        self._parted: Sequence[DoneLesson] = ()

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    @property
    def _learner(self) -> LearnerWays:
        return self._window.learner

    def who(self) -> None:
        """Tap your language, then your face."""
        window = self._window

        def build() -> LearnerPage:
            session = self._desk.seats.session() is not None
            page = WhoPage(
                self._learner.reading.choices,
                self._desk.seats,
                window.bridge,
                session,
                chosen=self._learner.reading.language,
                parted=self._parted,
            )
            # It was for who has just left.
            self._parted = ()
            page.language_chosen.connect(self._language_tapped)
            page.heard.connect(self.say_tongue)
            page.face_chosen.connect(self.pictures)
            page.new_chosen.connect(self.new)
            page.number_chosen.connect(self.number)
            page.guest_chosen.connect(self._learner.guest)
            page.back_requested.connect(self._learner.home)
            page.trainer_requested.connect(window.welcome.to_centre)
            return page

        self._learner.show_bare(build)

    def number(self) -> None:
        """Sign in with the number on a card."""

        def build() -> LearnerPage:
            page = NumberPage(self._desk.seats, self._window.bridge)
            page.found.connect(self.pictures)
            page.back_requested.connect(self.who)
            return page

        self._learner.show_bare(build)

    def new(self) -> None:
        """Somebody who is not in the register yet."""

        def build() -> LearnerPage:
            desk = self._desk
            page = NewPage(
                desk.enrolling, desk.seats, self._window.bridge, self._learner.reading.language
            )
            page.made.connect(self._seated)
            page.back_requested.connect(self.who)
            return page

        self._learner.show_bare(build)

    def pictures(self, person_id: str) -> None:
        """Tap your three pictures."""

        def build() -> LearnerPage:
            desk = self._desk
            page = PicturesPage(desk.seats, desk.enrolling, self._window.bridge, person_id)
            page.seated.connect(self._seated)
            page.back_requested.connect(self.who)
            return page

        self._learner.show_bare(build)

    def part(self, done: Sequence[DoneLesson]) -> None:
        """Everybody stands up, who did this; the next page says goodbye to them."""
        self._parted, self._tapped_language = done, False

    def say_tongue(self, name: Utterance) -> None:
        """A language that was pointed at says its name, if it has a voice."""
        if name.language in self._window.aloud.languages:
            self._window.aloud.say(name)

    def _language_tapped(self, code: str) -> None:
        self._tapped_language = True
        self._learner.reading.choose(code)

    def _seated(self, person_id: str) -> None:
        """Remember the language that was tapped, or speak the one that was remembered."""
        enrolling = self._desk.enrolling
        person = enrolling.person(person_id)
        if self._tapped_language or person.language is None:
            chosen = self._learner.reading.language
            self._window.bridge.run(lambda: enrolling.speak(person_id, chosen), "people")
        elif speaks(person.language) and len(self._learner.faces()) == 1:
            use(person.language)
        elif len(self._learner.faces()) == 1:
            self._learner.reading.take_up(person.language)
        self._tapped_language = False
        self._learner.guests.seated(person_id)
        self._learner.home()
