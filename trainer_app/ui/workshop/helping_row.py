"""One place of the help directory, with what a trainer can do to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.helping import HelpPlace
from trainer_app.i18n import _, isolate
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.help_words import language_names, reach_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import IconButton, Text


class HelpRow(QWidget):
    """Its name, how to reach it and its languages; the first and last move one way only.

    Signals: `change_requested`, `remove_requested`, `move_requested(int)` by how many places.
    """

    change_requested = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, place: HelpPlace, *, first: bool, last: bool) -> None:
        super().__init__()
        self.place = place
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(place.name, "body", "semibold", tight=True))
        words.addWidget(Text(reach_words(place), "body", tight=True))
        if place.languages:
            words.addWidget(Text(language_names(place), "small", colour="muted", tight=True))
        name = isolate(place.name)
        self._up = self._button("move-up", _("Move “{name}” up").format(name=name))
        self._up.clicked.connect(lambda: self.move_requested.emit(-1))
        self._up.setEnabled(not first)
        self._down = self._button("move-down", _("Move “{name}” down").format(name=name))
        self._down.clicked.connect(lambda: self.move_requested.emit(1))
        self._down.setEnabled(not last)
        change = self._button("pencil", _("Change “{name}”").format(name=name))
        change.clicked.connect(self.change_requested)
        remove = self._button("trash-2", _("Remove “{name}”").format(name=name))
        remove.clicked.connect(self.remove_requested)
        buttons = flow(self._up, self._down, change, remove, gap=2)
        for arrow in (self._up, self._down):
            arrow.setVisible(not (first and last))
        row = QHBoxLayout() if is_roomy() else QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        row.addLayout(words, 1)
        row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row)

    def arrow(self, by: int) -> IconButton:
        """The arrow that moves it on, or the other one at an end."""
        wanted, other = (self._up, self._down) if by < 0 else (self._down, self._up)
        return wanted if wanted.isEnabled() else other

    def _button(self, icon: str, word: str) -> IconButton:
        return IconButton(icon, word, under=False, show_word=False, parent=self)
