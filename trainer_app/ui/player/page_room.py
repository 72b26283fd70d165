"""The room that a page has: pictures and words use it, and nothing is left empty below them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.ui.player.halves import Halves

_SHARES = ((3, 2), (6, 5), (1, 1))
"""Of the width, for the picture and the words: the first that leaves all words in sight."""


class PageRoom(QWidget):
    """Keeps the halves of a page a little above the middle of its height.

    Where `words` are given, the picture beside them grows as long as they stay in sight whole.
    Signals: none.
    """

    def __init__(
        self, halves: Halves, words: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._halves, self._words = halves, words
        self.setProperty("ground", "none")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(halves)
        column.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words, width = self._words, event.size().width()
        if words is None or not Halves.fit_side_by_side(width):
            return
        high = event.size().height()
        fitting = (
            shares
            for shares in _SHARES
            if words.heightForWidth(self._halves.width_of_second(width, shares)) <= high
        )
        self._halves.share(next(fitting, _SHARES[-1]))
