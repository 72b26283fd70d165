"""The learners' home and what they can do now, with the ways that lead on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer_app.ui.learner.abilities import AbilitiesPage
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.offers import Offer
from trainer_app.ui.page import Page
from trainer_app.ui.ways.guests import KEEP
from trainer_app.ui.ways.peer_help import ASKED, HELP
from trainer_app.ui.ways.placing import PLACE
from trainer_app.ui.ways.recalling import RECALL

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class AtHome(QObject):
    """Makes the pages that learners begin from."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def page(self) -> Page:
        """All lessons, and what is offered beside them."""
        window, learner = self._window, self._window.learner
        desk = None if learner.is_guest else window.desk
        page = HomePage(
            learner.what_is_played(),
            None if desk is None else desk.seats,
            None if desk is None else desk.enrolling,
            window.lessons,
            learner.reading.language,
            window.bridge,
            window.shelf.tile(),
            window.free.tile(),
            plans=learner.keeps and desk is not None and bool(desk.plans.all()),
            offers=self._offers(),
            start=learner.placing.start(),
            helps=window.evening.peer_help.helps(),
        )
        page.lesson_opened.connect(learner.lesson)
        page.scam_opened.connect(window.shelf.learn)
        page.free_play_opened.connect(window.free.learn)
        page.abilities_requested.connect(learner.abilities)
        page.plans_requested.connect(window.plans.plans)
        page.offer_taken.connect(self._take)
        page.offer_put_off.connect(self._put_off)
        page.helping_set.connect(window.evening.peer_help.set_helping)
        return page

    def abilities(self) -> Page:
        """What I can do now."""
        window, learner = self._window, self._window.learner
        page = AbilitiesPage(
            learner.what_is_played(),
            window.lessons,
            learner.reading.language,
            window.evening.peer_help.helped_lines,
        )
        page.back_requested.connect(learner.home)
        return page

    def _offers(self) -> list[Offer]:
        learner, peer_help = self._window.learner, self._window.evening.peer_help
        found = [
            learner.guests.offer(),
            peer_help.asked(),
            learner.recalling.offer(),
            learner.placing.offer(),
            peer_help.offer(),
        ]
        return [offer for offer in found if offer is not None]

    def _take(self, offer: str) -> None:
        learner, peer_help = self._window.learner, self._window.evening.peer_help
        {
            KEEP: learner.guests.keep,
            RECALL: learner.recalling.ask,
            PLACE: learner.placing.try_out,
            HELP: peer_help.take,
            ASKED: peer_help.done,
        }[offer]()

    def _put_off(self, offer: str) -> None:
        learner = self._window.learner
        {
            KEEP: learner.guests.put_off,
            RECALL: learner.recalling.put_off,
            PLACE: learner.placing.put_off,
            HELP: self._window.evening.peer_help.put_off,
        }[offer]()
