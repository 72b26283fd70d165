"""Words of a slide, in the size that the slide has room for."""

from __future__ import annotations

from math import ceil
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.ui.presenter.grain import BODY, Grain
from trainer_app.ui.theme import Weight, current
from trainer_app.ui.widgets import Text
from trainer_app.ui.widgets.lettering import Align, Lettering, marked_spans


class Fits(Protocol):
    """A widget of a slide that says how high it is."""

    def fit(self, grain: Grain, width: int) -> int:
        """Take the sizes of a grain, for a width in pixels; gives the height in pixels."""


class SlideText(Text):
    """Words that grow and shrink with their slide. Signals: none.

    `design` is the height of the letters in design pixels, `from_right` which way the column runs
    that it stands in, whatever the program's language is.
    """

    def __init__(
        self,
        words: str | Line,
        ink: QColor,
        *,
        from_right: bool,
        design: float = BODY,
        weight: Weight = "regular",
        tight: bool = False,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, "headline", weight, tight=tight, parent=parent)
        self._words, self._ink, self._from_right = words, ink, from_right
        self._design, self._pixels, self._centred = design, 0, centred

    def fit(self, grain: Grain, width: int) -> int:
        """Take letters of a grain; gives the height in a width."""
        pixels = grain.letters(self._design)
        if pixels != self._pixels:
            self._pixels = pixels
            self._lettering = self._letter(pixels)
            self.update()
        return ceil(self._lettering.lay(max(1, width)))

    def natural_width(self) -> float:
        """The width in pixels on a single line."""
        return self._lettering.natural_width()

    def longest_word(self) -> float:
        """The width in pixels of its longest word."""
        return self._lettering.longest_word()

    def _letter(self, pixels: int) -> Lettering:
        words, weight = self._words, self._weight
        said = words if isinstance(words, str) else plain(words)
        looks = [] if isinstance(words, str) else marked_spans(words, "headline", weight, pixels)
        return Lettering(said, "headline", weight, marked=looks, tight=self._tight, pixels=pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        align: Align = "start" if self._from_right == current().rtl else "end"
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._lettering.draw(painter, box, self._ink, "center" if self._centred else align)
