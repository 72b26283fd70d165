"""Where to go on: the next lesson, larger than all others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import HUES, Token, current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, rounded, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import dim, draw_picture

_HIGH = 172
_PICTURE = 1.6
"""Width of the picture by its height."""


class NextCard(DrawnButton):
    """A lesson's picture, what pressing does, its state in a word, and a large sign to press.

    Signals: `clicked`.
    """

    radius = RADIUS_LARGE
    fills = True
    once = True

    def __init__(
        self,
        words: str,
        picture: Path | None,
        hue: str,
        state: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._picture, self._hue = picture, HUES[hue]
        self._words = Lettering(words, "title", "bold", tight=True)
        self._state = Lettering(state, "body", tight=True)

    def _sides(self, width: float) -> tuple[float, float, float]:
        """The picture's width, the large sign's side, and the gap between the parts.

        Where a long word needs the picture's room, there is none.
        """
        theme = current()
        sign, gap = theme.px(84), theme.space(24)
        picture = theme.space(_HIGH) * _PICTURE
        fits = picture + sign + 3 * gap + self._words.longest_word() <= width
        return picture if fits else 0.0, sign, gap

    def _inner(self, width: float) -> float:
        picture, sign, gap = self._sides(width)
        return width - picture - sign - 3 * gap

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = theme.px(84) + 3 * theme.space(24) + self._words.longest_word()
        return least, least + theme.space(_HIGH) * _PICTURE + theme.px(200)

    def words_shown(self) -> Lettering:
        return self._words

    def measure(self, width: float) -> float:
        inner = self._inner(width)
        words = self._words.lay(inner) + self._state.lay(inner)
        return max(current().space(_HIGH), words + 2 * current().space(16))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        radius = theme.space(self.radius)
        ground: Token = "primary_tint" if self.raised else "card"
        panel(painter, box, radius, theme.colour(ground))
        wide, side, gap = self._sides(box.width())
        at, rest = start_box(box, wide, gap)
        if wide:
            self._draw_picture(painter, box, at, radius)
        low, inner = end_box(rest, side + gap, gap)
        sign = centred(start_box(low, side, 0)[0], side)
        panel(painter, sign, side / 2, theme.colour("primary_strong" if self.raised else "primary"))
        draw_icon(painter, "play", theme.hex("on_primary"), centred(sign, side * 0.5))
        high = self._words.lay(inner.width())
        group = centred(inner, inner.width(), high + self._state.lay(inner.width()))
        self._words.draw(painter, group, theme.colour("ink"), middle=False)
        below = group.adjusted(0, high, 0, 0)
        self._state.draw(painter, below, theme.colour("muted"), middle=False)
        panel(painter, box, radius, None, theme.colour("primary"), theme.border + 1)

    def _draw_picture(self, painter: QPainter, box: QRectF, at: QRectF, radius: float) -> None:
        painter.save()
        painter.setClipPath(rounded(box, radius))
        painter.fillRect(at, QColor(self._hue.tint))
        if self._picture is not None:
            inset = current().space(8)
            draw_picture(painter, self._picture, at.adjusted(inset, inset, -inset, -inset))
        dim(painter, at)
        painter.restore()
