"""The way to the questions that come back, offered on the learners' home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.recalling import Recalling
from trainer_app.ui.learner.offers import Offer
from trainer_app.ui.page import Page
from trainer_app.ui.player.recall_page import RecallPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

RECALL = "recall"


class RecallingWays:
    """Never a gate: who does not want it now is not asked again in this session."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._put_off: set[str] = set()

    def offer(self) -> Offer | None:
        """What the home offers; None where nothing comes back, or it was put off."""
        recalling = self._recalling()
        due = recalling.due(self._language)
        if not due or recalling.meeting() in self._put_off:
            return None
        words = ngettext(
            "{count} question from an earlier lesson.",
            "{count} questions from earlier lessons.",
            len(due),
        )
        return Offer(
            RECALL,
            "lightbulb",
            _("Do you remember?"),
            words.format(count=number(len(due))),
            _("Try it"),
        )

    def put_off(self) -> None:
        """Not now: not before the next session."""
        self._put_off.add(self._recalling().meeting())
        self._window.learner.home()

    def ask(self) -> None:
        """Ask what comes back now."""
        learner, due = self._window.learner, self._recalling().due(self._language)
        if not due:
            learner.home()
            return

        def build() -> Page:
            page = RecallPage(
                self._recalling(),
                self._window.lessons,
                due,
                self._language,
                self._window.bridge,
            )
            page.left.connect(learner.home)
            page.finished.connect(self._finished)
            page.page_requested.connect(self._look_again)
            return page

        learner.show(build)

    def _finished(self) -> None:
        self._window.learner.home()
        self._window.say(_("Well looked back. These questions come again another day."))

    def _look_again(self, lesson_id: str, page: int) -> None:
        """The page that teaches it; afterwards what is still to be asked."""
        self._window.learner.back_from_lesson = self.ask
        language = self._window.lessons.titles(self._language)[lesson_id][1]
        self._window.playing.page_of(lesson_id, language, page)

    @property
    def _language(self) -> str:
        return self._window.learner.reading.language

    def _recalling(self) -> Recalling:
        window = self._window
        if window.desk is None or not window.learner.keeps:
            return Recalling(None, window.lessons)
        return window.desk.recalling
