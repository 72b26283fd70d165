"""Choosing one's own three pictures: once to choose, once more to be sure."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.people import pictures_match
from trainer_app.i18n import _
from trainer_app.ui.learner.chosen_three import ChosenThree
from trainer_app.ui.learner.learner_page import in_the_middle
from trainer_app.ui.learner.picture_choice import WANTED, PictureChoice
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice

Memory = tuple[tuple[str, ...], tuple[str, ...]]


class ChoosingPictures(QWidget):
    """Twelve pictures, asked twice.

    `go_on` takes the first three; the same three tapped again settle it.
    Signals: `ready(bool)` whether going on is possible, `asked_again` when the second round
    begins or ends without success, `settled(tuple)` with the three pictures.
    """

    ready = Signal(bool)
    asked_again = Signal()
    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: tuple[str, ...] = ()
        self.choice = PictureChoice()
        self._notice = Notice(_("Those were other pictures. Choose your three again."), "warn")
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        column.addLayout(in_the_middle(ChosenThree(self.choice)))
        column.addWidget(self.choice)
        column.addWidget(self._notice)
        self.choice.changed.connect(self._changed)
        self.choice.three_chosen.connect(self._three_chosen)

    @property
    def again(self) -> bool:
        """Whether this is the second round."""
        return bool(self._first)

    def hint(self) -> str:
        """What to do now, in words."""
        if self.again:
            return _("Now tap the same three pictures again, to be sure.")
        return _("Choose three pictures. You tap them each time you come back.")

    def go_on(self) -> None:
        """Keep the three of the first round and ask for them again."""
        self._first = self.choice.value()
        self.choice.set_value(())
        self.choice.focus_first()
        self.asked_again.emit()

    def go_back(self) -> bool:
        """From the second round to the first; False where this is the first already."""
        if not self.again:
            return False
        before, self._first = self._first, ()
        self.choice.set_value(before)
        self.asked_again.emit()
        return True

    def remember(self) -> Memory:
        """The pictures of the first round, and those tapped now."""
        return self._first, self.choice.value()

    def recall(self, memory: Memory) -> None:
        """Put back what `remember` gave."""
        self._first, now = memory
        self.choice.set_value(now)
        self.asked_again.emit()

    def _changed(self, chosen: int) -> None:
        if chosen:
            self._notice.hide()
        self.ready.emit(chosen == WANTED and not self.again)

    def _three_chosen(self) -> None:
        if not self.again:
            return
        if pictures_match(self._first, self.choice.value()):
            self.settled.emit(self._first)
            return
        self._first = ()
        self.choice.set_value(())
        self._notice.show()
        self.asked_again.emit()
