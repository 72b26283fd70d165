"""A picture and words: side by side where there is room, one below the other where not."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer_app.ui.theme import current

_WIDE_FROM = 980


class Halves(QWidget):
    """Two widgets that share the width; the first may stay in the middle of the height.

    `shares` are the parts of the width that each gets. Signals: none.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self.setProperty("ground", "none")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(QMargins())
        self._row.setSpacing(theme.space(32))
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    @staticmethod
    def fit_side_by_side(width: int) -> bool:
        """Whether two columns of readable words fit into a width in pixels."""
        return width >= current().px(_WIDE_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.fit_side_by_side(event.size().width())
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        # Qt mirrors "left to right" itself where the layout runs from the right.
        self._row.setDirection(across if beside else down)
