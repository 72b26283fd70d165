"""Three plain faces, drawn by us: not good, so-so, good. To press, and to stand beside figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Tone, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel
from trainer_app.ui.widgets.lettering import Lettering

_TONES: dict[int, Tone] = {1: "accent", 2: "warn", 3: "ok"}
_BEND = {1: -0.09, 2: 0.0, 3: 0.15}
"""How far the middle of the mouth hangs below its corners, in parts of the face."""


def draw_smile(painter: QPainter, face: int, box: QRectF) -> None:
    """Draw face 1, 2 or 3 into a square box: round, two eyes, a mouth; the same in any direction.

    The mouth tells them apart, the colour only helps.
    """
    ink, ground = of_tone(_TONES[face])
    theme = current()
    side = box.width()
    width = max(2.0, side * 0.045)
    panel(painter, box, side / 2, theme.colour(ground), theme.colour(ink), width)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ink))
    for across in (-0.16, 0.16):
        at = QPointF(box.center().x() + across * side, box.top() + side * 0.4)
        painter.drawEllipse(at, side * 0.05, side * 0.065)
    corners = box.top() + side * (0.66 - _BEND[face] * 0.35)
    left, right = box.left() + side * 0.3, box.left() + side * 0.7
    mouth = QPainterPath(QPointF(left, corners))
    # A curve reaches half of the way to the point that pulls it.
    pull = QPointF(box.center().x(), corners + 2 * _BEND[face] * side)
    mouth.quadTo(pull, QPointF(right, corners))
    pen = QPen(theme.colour(ink), width * 1.25)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(mouth)


class Smile(QWidget):
    """A face as a sign beside words that say the same. `size` in design pixels. Signals: none."""

    def __init__(self, face: int, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        side = current().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_smile(painter, self._face, QRectF(self.rect()).adjusted(1, 1, -1, -1))


class SmileButton(DrawnButton):
    """A face above its words. `size` of the face in design pixels. Signals: `clicked`."""

    radius = RADIUS_LARGE
    fills = True

    def __init__(
        self, face: int, words: str, *, size: int = 132, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.face = face
        self._side = current().px(size)
        self._words = Lettering(words, "large", "bold", tight=True)

    def words_shown(self) -> Lettering:
        return self._words

    def _sides(self) -> tuple[int, int]:
        return current().space(20), current().space(10)

    def widths(self) -> tuple[float, float]:
        pad, _gap = self._sides()
        least = max(self._side, self._words.longest_word()) + 2 * pad
        return least, max(least, current().px(260))

    def measure(self, width: float) -> float:
        pad, gap = self._sides()
        return self._side + gap + self._words.lay(width - 2 * pad) + 2 * pad

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        pressed = self.raised or self.isDown()
        ground = theme.colour("sunk" if pressed else "card")
        edge = theme.colour("primary" if pressed else "edge")
        panel(painter, box, theme.space(self.radius), ground, edge, theme.border)
        pad, gap = self._sides()
        inner = box.adjusted(pad, pad, -pad, -pad)
        high = self._side + gap + self._words.lay(inner.width())
        group = centred(inner, inner.width(), high)
        top = QRectF(group.left(), group.top(), group.width(), self._side)
        draw_smile(painter, self.face, centred(top, self._side))
        below = group.adjusted(0, self._side + gap, 0, 0)
        self._words.draw(painter, below, theme.colour("ink"), "center", middle=False)
