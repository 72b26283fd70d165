"""Words on the screen that wrap instead of being cut."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.ui.theme import Size, Token, Weight, current
from trainer_app.ui.widgets.lettering import Align, Lettering, marked_spans
from trainer_app.ui.widgets.said_as import Role, say_as

READING_WIDTH = 680
_HEADS = frozenset({"large", "title", "headline", "display"})


class Text(QLabel):
    """A label that takes plain words or a line of spans, wraps, and grows as high as it needs.

    `text()` gives the plain words, which a screen reader reads. Signals: none of its own.
    """

    def __init__(
        self,
        words: str | Line = "",
        size: Size = "body",
        weight: Weight = "regular",
        *,
        colour: Token = "ink",
        align: Align = "start",
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._weight, self._colour = size, weight, colour
        if size in _HEADS and weight == "bold":
            say_as(self, Role.Heading)
        self._align: Align = align
        self._tight = tight
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(current().font(size, weight))
        self.set_words(words)

    def set_words(self, words: str | Line) -> None:
        """Show other words."""
        said = words if isinstance(words, str) else plain(words)
        looks = [] if isinstance(words, str) else marked_spans(words, self._size, self._weight)
        self._lettering = Lettering(said, self._size, self._weight, marked=looks, tight=self._tight)
        # A leading "&" is a letter here, not a shortcut; QLabel keeps plain text as it is.
        self.setText(said)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: Token) -> None:
        """Show the words in another colour."""
        self._colour = colour
        self.update()

    def highlight(self, start: int, length: int) -> None:
        """Mark the characters being read aloud; a length of 0 clears the mark."""
        self._lettering.read_along(start, length)
        self.update()

    def line_of(self, place: int) -> tuple[int, int]:
        """The top and the height, in pixels, of the line in which a character stands."""
        self._lettering.lay(self.width())
        top, height = self._lettering.line_of(place)
        spare = max(0.0, (self.height() - self._lettering.height) / 2)
        return round(top + spare), round(height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._lettering.lay(width))

    def sizeHint(self) -> QSize:
        best = self._lettering.balanced(current().px(READING_WIDTH))
        return QSize(ceil(best.width()), ceil(best.height()))

    def minimumSizeHint(self) -> QSize:
        widest = current().px(240)
        width = min(self._lettering.longest_word(), self._lettering.natural_width(), widest)
        return QSize(ceil(width), self._lettering.pitch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = current().colour(self._colour)
        self._lettering.draw(painter, QRectF(self.rect()), ink, self._align)
