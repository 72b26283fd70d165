"""A picture and words: side by side where there is room, one below the other where not."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer_app.ui.theme import current

_WIDE_FROM = 980


class Halves(QWidget):
    """Two widgets that share the width; the first may stay in the middle of the height.

    `shares` are the parts of the width that each gets. With `words_first` the second stands above
    where there is no room side by side, so that large words need no scrolling past a picture.
    Signals: none.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        words_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        below = QBoxLayout.Direction.TopToBottom
        self._stacked = QBoxLayout.Direction.BottomToTop if words_first else below
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

    def share(self, shares: tuple[int, int]) -> None:
        """Give each another part of the width."""
        for place, part in enumerate(shares):
            self._row.setStretch(place, part)

    def width_of_second(self, width: int, shares: tuple[int, int]) -> int:
        """How wide the second would be, in pixels of a whole width."""
        return (width - self._row.spacing()) * shares[1] // sum(shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.fit_side_by_side(event.size().width())
        # Qt mirrors "left to right" itself where the layout runs from the right.
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if beside else self._stacked)
