"""Things to choose on the pretend laptop that are a picture over words: sites, password cards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import draw_picture

_SIDE, _NARROWEST = 72, 132


class Tile(DrawnButton):
    """A picture, or a sign where there is none, over words. Signals: `clicked`."""

    fills = True

    def __init__(
        self, words: str, picture: Path | None, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._words = Lettering(words, "body", "semibold", tight=True)
        self._picture, self._icon = picture, icon

    def _pad(self) -> int:
        return current().space(12)

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = max(theme.px(_SIDE), self._words.longest_word()) + 2 * self._pad()
        best = self._words.balanced(theme.px(200)).width() + 2 * self._pad()
        return least, max(least, best, theme.px(_NARROWEST))

    def measure(self, width: float) -> float:
        theme = current()
        words = self._words.lay(width - 2 * self._pad())
        return theme.px(_SIDE) + theme.space(6) + words + 2 * self._pad()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground = theme.colour("sunk" if self.raised or self.isDown() else "card")
        panel(painter, box, theme.space(self.radius), ground, theme.colour("edge"), theme.border)
        pad, side = self._pad(), theme.px(_SIDE)
        inner = box.adjusted(pad, pad, -pad, -pad)
        top = centred(QRectF(inner.left(), inner.top(), inner.width(), side), side)
        if self._picture is not None:
            draw_picture(painter, self._picture, top)
        else:
            tint = theme.colour("primary_tint")
            panel(painter, top, theme.space(self.radius), tint)
            draw_icon(painter, self._icon, theme.hex("primary"), centred(top, side * 0.56))
        below = inner.adjusted(0, side + theme.space(6), 0, 0)
        self._words.draw(painter, below, theme.colour("ink"), "center", middle=False)
