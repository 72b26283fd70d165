"""Merging the news of laptops: an offer, the work, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.laptops import Merged
from trainer_app.i18n import _
from trainer_app.ui.merging.offer import Offer, OfferView
from trainer_app.ui.merging.outcome import Outcome, OutcomeView
from trainer_app.ui.merging.under_way import UnderWay, UnderWayView
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Scroller, Text

_WIDTH = 820


class MergePage(Page):
    """Offers to merge the news of other laptops, shows the work and then the outcome.

    Signals: `merge_requested(list)` with the files' paths, none where only our own news is to be
    written; `cancel_requested()`, `files_requested()`, `settling_requested()`, `done()`.
    """

    guide = "merge"

    merge_requested = Signal(list)
    cancel_requested = Signal()
    files_requested = Signal()
    settling_requested = Signal()
    done = Signal()

    shows_names = True

    def __init__(
        self,
        files: Sequence[Path] = (),
        stick: Path | None = None,
        *,
        laptops: int | None = None,
    ) -> None:
        super().__init__()
        self.title = _("Merge news")
        self.setAccessibleName(self.title)
        self._offer = Offer(tuple(files), stick, laptops)
        self._state: Offer | UnderWay | Outcome = self._offer
        self._view: OfferView | UnderWayView | OutcomeView
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._scroller = Scroller(self._ground())
        whole.addWidget(self._scroller)
        self._show(self._offer)

    # What is told from outside
    def show_offer(
        self, files: Sequence[Path], stick: Path | None, *, laptops: int | None = None
    ) -> None:
        """Offer something else: a stick was put in, or files were chosen. Work goes on first."""
        if not isinstance(self._state, UnderWay):
            self._offer = Offer(tuple(files), stick, laptops)
            self._show(self._offer)

    def stick_gone(self, stick: Path) -> None:
        """Take back an offer whose stick was taken out; work tells it by its outcome."""
        if self._offer.stick == stick:
            self._offer = Offer()
            if isinstance(self._state, Offer):
                self._show(Offer(trouble=self._state.trouble))

    def show_progress(self, done: int, of: int) -> None:
        """So many pieces of news (events) are in, of so many; 0 of 0 while that is not known."""
        if isinstance(self._state, Outcome):
            return  # a late word of work that has ended
        if not isinstance(self._state, UnderWay):
            self._show(self._begun())
        assert isinstance(self._state, UnderWay)
        assert isinstance(self._view, UnderWayView)
        self._state = replace(self._state, done=done, of=of)
        self._view.show_progress(done, of)

    def show_outcome(
        self,
        merged: Merged,
        *,
        on_stick: bool = False,
        trouble: TrainerError | None = None,
        conflicts: int = 0,
    ) -> None:
        """The work has ended.

        `on_stick`: our own news was written on the stick; `trouble`: it could not be.
        `conflicts`: how many things are to be settled.
        """
        of = self._state.of if isinstance(self._state, UnderWay) else 0
        self._show(Outcome(merged, of, on_stick, trouble, conflicts))

    def show_trouble(self, error: TrainerError) -> None:
        """The work could not be done at all: say why, above the same offer."""
        self._show(replace(self._offer, trouble=error))

    # A change of language or size
    def remember(self) -> Any:
        return self._offer, self._state

    def recall(self, memory: Any) -> None:
        self._offer, state = memory
        self._show(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _ground(self) -> QWidget:
        theme = current()
        inside = QWidget()
        inside.setProperty("ground", "none")
        held = QWidget()
        held.setMaximumWidth(theme.px(_WIDTH))
        held.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(16))
        self._column.addWidget(Text(self.title, "headline", "bold"))
        row = QHBoxLayout()
        row.addWidget(held, 1000)
        row.addStretch(1)
        column = QVBoxLayout(inside)
        side, top = theme.space(28), theme.space(20)
        column.setContentsMargins(side, top, side, top)
        column.addLayout(row)
        column.addStretch(1)
        return inside

    def _show(self, state: Offer | UnderWay | Outcome) -> None:
        self._state = state
        old = self._column.itemAt(1)
        if old is not None:
            self._column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
        self._view = self._view_of(state)
        self._column.addWidget(self._view)
        self._scroller.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._take_keyboard()
        if isinstance(self._view, OutcomeView):
            self._view.announce()

    def _view_of(self, state: Offer | UnderWay | Outcome) -> OfferView | UnderWayView | OutcomeView:
        if isinstance(state, Offer):
            offer = OfferView(state)
            offer.merge_pressed.connect(self._merge)
            offer.files_requested.connect(lambda: self.files_requested.emit())
            offer.left.connect(lambda: self.done.emit())
            return offer
        if isinstance(state, UnderWay):
            work = UnderWayView(state)
            work.cancel_pressed.connect(self._cancel)
            return work
        outcome = OutcomeView(state)
        outcome.done_pressed.connect(lambda: self.done.emit())
        outcome.again_pressed.connect(self._merge)
        outcome.settling_pressed.connect(lambda: self.settling_requested.emit())
        return outcome

    def _take_keyboard(self) -> None:
        self._view.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begun(self) -> UnderWay:
        offer = self._offer
        return UnderWay(merging=bool(offer.files), stick=offer.stick is not None)

    def _merge(self) -> None:
        if self._offer == Offer():
            self._show(self._offer)  # the stick was taken out meanwhile
            return
        self._show(self._begun())
        self.merge_requested.emit(list(self._offer.files))

    def _cancel(self) -> None:
        assert isinstance(self._state, UnderWay)
        self._state = replace(self._state, stopping=True)
        self.cancel_requested.emit()
