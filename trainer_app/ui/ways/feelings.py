"""How it was: asked over a learner's page when the trainer wishes, at the end, or at leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer

from trainer_app.domain.feelings import Question
from trainer_app.i18n import _, current
from trainer_app.services.feelings import Feelings
from trainer_app.ui.learner.feelings import FeelingsCover

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class FeelingsWays:
    """Puts the questions before learners, and hands their answers in without an order."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._cover: FeelingsCover | None = None
        window.bridge.changed.connect(self._heard)

    @property
    def is_asking(self) -> bool:
        """Whether learners are answering at this moment; closing the laptop can wait for them."""
        return self._cover is not None

    def look_soon(self) -> None:
        """Look once the page that is just being built is in sight and has taken the keyboard."""
        QTimer.singleShot(0, self._window, self.look)

    def look(self) -> None:
        """Ask those here, if it is time; write what waits, if nobody is left to ask."""
        desk, feelings = self._window.desk, self._of_learners()
        if desk is None or self._cover is not None:
            return
        if feelings is not None and (due := feelings.due()):
            self._ask(feelings, due, lambda: self._hand_in(feelings))
        elif desk.feelings.can_be_handed_in:
            self._hand_in(desk.feelings)

    def before_leaving(self, person_ids: Sequence[str], then: Callable[[], None]) -> None:
        """Ask who leaves near the end; what they say waits for the others. `then`: they leave."""
        feelings = self._of_learners()
        due = [] if feelings is None else feelings.due_at_leaving(person_ids)
        if feelings is None or not due or self._cover is not None:
            then()
        else:
            self._ask(feelings, due, then)

    def closing(self) -> None:
        """The store is being closed: what waits is written now, whole rounds or not."""
        if self._cover is not None:
            self._lift()
        if self._window.desk is not None:
            self._hand_in(self._window.desk.feelings)

    def _ask(self, feelings: Feelings, sittings: list[str], then: Callable[[], None]) -> None:
        window = self._window
        cover = FeelingsCover(len(sittings), can_read=current().code in window.aloud.languages)
        if not window.learner.covers.put(cover):
            return
        self._cover = cover

        def given(question: str, face: int) -> None:
            feelings.give(sittings[0], cast("Question", question), face)

        def finished() -> None:
            feelings.is_done(sittings)
            self._lift()
            window.say(_("Thank you."))
            then()

        cover.given.connect(given)
        cover.finished.connect(finished)
        cover.read_requested.connect(lambda page: window.aloud.read_or_stop(page, current().code))
        window.listening.covered(cover, current().code)

    def _lift(self) -> None:
        self._cover = None
        self._window.aloud.stop()
        self._window.learner.covers.lift()

    def _hand_in(self, feelings: Feelings) -> None:
        if feelings.has_waiting:
            self._window.bridge.run(feelings.hand_in, "feelings")

    def _of_learners(self) -> Feelings | None:
        """The service while the laptop is in learners' hands."""
        window = self._window
        if window.desk is None or window.door.trainer_inside or window.learner.is_guest:
            return None
        return window.desk.feelings

    def _heard(self, changed: frozenset[str]) -> None:
        if changed & {"feelings", "sessions", "sittings"}:
            self.look()
