"""The ways of after a session: how it was, and the cards of what was tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.experiments import Experiment
from trainer_app.i18n import _, isolate
from trainer_app.services.experiments import CardOffer
from trainer_app.ui.heading import column
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Dialog, Notice
from trainer_app.ui.workshop.after import AfterPage
from trainer_app.ui.workshop.board_words import lesson_title
from trainer_app.ui.workshop.experiment_card import ExperimentText
from trainer_app.ui.workshop.experiment_edit import ExperimentEditPage
from trainer_app.ui.workshop.experiments import ExperimentsPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|.\x00-\x1f\x7f\u2066-\u2069]')


class AfterWays:
    """From a session to what came of it, and to the cards of all sessions."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def page(self, session_id: str) -> None:
        """How one session was."""

        def build() -> Page:
            desk = self._desk
            page = AfterPage(
                desk.courses,
                desk.feelings,
                desk.experiments,
                desk.lessons,
                self._window.bridge,
                session_id,
                load=desk.load.mine,
            )
            page.back_requested.connect(self._window.trainer.today)
            page.write_requested.connect(lambda: self._write_for(session_id))
            page.change_requested.connect(
                lambda card: self._edit(self._desk.experiments.card(card), _("How was it?"), again)
            )
            page.cards_requested.connect(lambda: self.cards(_("How was it?"), again))
            return page

        def again() -> None:
            self.page(session_id)

        self._window.trainer.show("today", build)

    def cards(self, back: str, way_back: Callable[[], None]) -> None:
        """All cards; `back` is what the way back is called."""

        def build() -> Page:
            desk = self._desk
            page = ExperimentsPage(desk.experiments, desk.lessons, self._window.bridge, back=back)
            page.back_requested.connect(way_back)
            page.new_requested.connect(lambda: self._edit(self._fresh(), page.title, again))
            page.bring_requested.connect(self._bring)
            page.change_requested.connect(
                lambda card: self._edit(self._desk.experiments.card(card), page.title, again)
            )
            page.share_requested.connect(self._share)
            return page

        def again() -> None:
            self.cards(back, way_back)

        self._window.trainer.show("lessons", build)

    def from_lessons(self) -> None:
        """All cards; back leads to the lessons."""
        self.cards(_("Lessons"), self._window.teaching.lessons)

    # Writing
    def _write_for(self, session_id: str) -> None:
        session = self._desk.courses.session(session_id)
        lesson = session.lessons[0] if len(session.lessons) == 1 else ""
        card = Experiment("", "", "", "", "", session.date, lesson, session=session_id)
        self._edit(card, _("How was it?"), lambda: self.page(session_id))

    def _fresh(self) -> Experiment:
        return Experiment("", "", "", "", "", self._desk.now().date())

    def _edit(self, card: Experiment, back: str, way_back: Callable[[], None]) -> None:
        def build() -> Page:
            desk = self._desk
            page = ExperimentEditPage(
                desk.experiments, desk.lessons, self._window.bridge, card, back=back, now=desk.now
            )
            page.saved.connect(way_back)
            page.left.connect(way_back)
            return page

        self._window.trainer.show("today" if card.session else "lessons", build)

    # Between centres
    def _share(self, card_id: str) -> None:
        """Show what others would read, ask for a place, write the file."""
        window, experiments = self._window, self._desk.experiments
        card = window.bridge.run(lambda: experiments.as_shared(card_id))
        if card is None:
            return
        warning = _(
            "Other centres will read exactly this. Is there the name of a learner, or anything "
            "that tells who somebody is? Then go back and change it first."
        )
        body = column(Notice(warning, "warn", icon="shield-alert"), self._text(card))
        share = Button(_("No names in it: write the file"), "primary", icon="share-2")
        dialog = Dialog(
            window, _("Share this card?"), body,
            [("no", Button(_("Cancel"), "quiet")), ("share", share)], escape="no", width=760,
        )  # fmt: skip
        dialog.answered.connect(lambda key: self._write(card) if key == "share" else None)
        dialog.open()

    def _write(self, card: Experiment) -> None:
        window, experiments = self._window, self._desk.experiments
        name = " ".join(_NOT_IN_NAMES.sub(" ", card.title).split())[:60].strip() or "card"
        file = window.choose_file(f"{name}.card")
        if file is None:
            return

        def share() -> bool:
            experiments.share(card.id, file)
            return True

        if window.bridge.run(share):
            words = _("The card is in the file {file}. In the other centre: “Take in a card file”.")
            window.say(words.format(file=isolate(file.name)))

    def _bring(self) -> None:
        """A card from a file: looked at first."""
        window, experiments = self._window, self._desk.experiments
        file = window.choose_file(None)
        offer = None if file is None else window.bridge.run(lambda: experiments.look_at(file))
        if offer is None:
            return
        body = column(self._text(offer.card))
        if offer.standing == "changed":
            words = _("You have an earlier form of this card. This one takes its place.")
            body = column(Notice(words, "plain"), self._text(offer.card))
        take = Button(_("Take it in"), "primary", icon="download")
        title = _("A card from the file {file}").format(file=isolate(offer.file))
        buttons = [("no", Button(_("Cancel"), "quiet")), ("take", take)]
        dialog = Dialog(window, title, body, buttons, escape="no", width=760)
        dialog.answered.connect(lambda key: self._take_in(offer) if key == "take" else None)
        dialog.open(take)

    def _take_in(self, offer: CardOffer) -> None:
        window, experiments = self._window, self._desk.experiments

        def take() -> bool:
            experiments.take_in(offer)
            return True

        if window.bridge.run(take, "experiments"):
            window.say(_("The card is on the list."))

    def _text(self, card: Experiment) -> ExperimentText:
        title = lesson_title(self._desk.lessons, card.lesson) if card.lesson else ""
        return ExperimentText(card, title)
