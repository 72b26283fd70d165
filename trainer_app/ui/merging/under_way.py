"""Merging goes on: how far it is, and a way to stop that promises no more than holds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Notice, ProgressBar, Text


@dataclass(frozen=True, slots=True)
class UnderWay:
    """So many pieces of news are in. `merging`: others' news, else only our own is written."""

    done: int = 0
    of: int = 0
    merging: bool = True
    stick: bool = False
    stopping: bool = False


class UnderWayView(QWidget):
    """A bar, figures, and a button to stop. Signals: `cancel_pressed()`."""

    cancel_pressed = Signal()

    def __init__(self, work: UnderWay) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._bar = ProgressBar(0, 0, "", high=18)
        self._figures = Text("", "title", "bold", tight=True)
        self.first = Button(_("Stop"), icon="x")
        self.first.clicked.connect(self._stop)
        title = _("Bringing in the news…") if work.merging else _("Writing our news…")
        card = Card(Text(title, "large", "semibold"), self._bar, self._figures, pad=24)
        card.body.setSpacing(current().space(16))
        if work.stick:
            card.add(Notice(_("Leave the stick in until the end is said here."), "primary"))
        card.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeading)
        self._stopping = False
        self._after = Text(_("If you stop: what came until now stays."), colour="muted")
        card.add(self._after)
        whole.addWidget(card)
        self.show_progress(work.done, work.of)
        if work.stopping:
            self._say_stopping()

    def show_progress(self, done: int, of: int) -> None:
        """Show how many pieces of news are in; `of` 0 while nobody knows how many there are."""
        words = _("One moment…")
        if of > 0:
            words = _("{done} of {total}").format(done=number(done), total=number(of))
        if words != self._figures.text():
            self._figures.set_words(words)
        self._bar.show_progress(done, of, words)

    def _stop(self) -> None:
        if not self._stopping:
            self._say_stopping()
            self.cancel_pressed.emit()

    def _say_stopping(self) -> None:
        # Not disabled: the keyboard would jump to the navigation, and Enter leave the page.
        self._stopping = True
        self.first.set_word(_("Stopping…"))
        self._after.set_words(_("What came until now stays."))
