"""A pretend person's face in a circle, or a sign for somebody whom nobody knows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Tone, current, draw_icon, of_tone
from trainer_app.ui.widgets.drawn import centred, panel
from trainer_app.ui.widgets.pictures import draw_picture


def draw_person(
    painter: QPainter, box: QRectF, face: Path | None, icon: str, tone: Tone = "primary"
) -> None:
    """Draw a face cut to a circle; without one, a sign on a tinted disc."""
    theme = current()
    ink, ground = of_tone(tone)
    round_box = centred(box, min(box.width(), box.height()))
    edge = theme.colour(ink) if theme.name == "contrast" else None
    panel(painter, round_box, round_box.width() / 2, theme.colour(ground), edge, 2)
    if face is None:
        draw_icon(painter, icon, theme.hex(ink), centred(round_box, round_box.width() * 0.54))
        return
    draw_face(painter, round_box, face)


def draw_face(painter: QPainter, box: QRectF, face: Path) -> None:
    """Draw a face cut to the circle that a square has room for."""
    circle = QPainterPath()
    circle.addEllipse(box)
    painter.save()
    painter.setClipPath(circle)
    draw_picture(painter, face, box)
    painter.restore()


class Face(QWidget):
    """Somebody's face; `name` is who it is. `size` is in design pixels. Signals: none."""

    def __init__(
        self,
        face: Path | None,
        name: str,
        size: int = 48,
        *,
        icon: str = "user-round",
        tone: Tone = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face, self._icon = face, icon
        self._tone: Tone = tone
        self.setAccessibleName(name)
        side = current().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_person(painter, QRectF(self.rect()), self._face, self._icon, self._tone)
