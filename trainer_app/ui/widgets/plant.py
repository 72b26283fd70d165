"""A plant with a leaf for each lesson finished: what somebody can do now, grown so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer_app.ui.theme import HUES

SIZE = (200.0, 250.0)
"""Width and height of the room that a plant is drawn in."""
_GROUND = 190.0
_STEM, _POT, _RIM, _SOIL = (
    QColor("#4A6320"),
    QColor("#C9714A"),
    QColor("#A8481F"),
    QColor("#5A3825"),
)
_LEAST, _EACH, _TALLEST = 34.0, 9.0, 150.0


def draw_plant(painter: QPainter, box: QRectF, hues: Sequence[str], newest: float = 1.0) -> None:
    """Draw a plant as large as fits into a box: a leaf in each lesson's own hue, from below.

    `newest` is how far the last leaf has opened, 0–1. Without leaves it is a bud.
    """
    scale = min(box.width() / SIZE[0], box.height() / SIZE[1])
    painter.save()
    painter.translate(box.center().x() - SIZE[0] * scale / 2, box.bottom() - SIZE[1] * scale)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stem = _stem(len(hues))
    painter.setPen(QPen(_STEM, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stem)
    if not hues:
        _leaf(painter, stem.pointAtPercent(1), -90, 18, "moss")
    # The highest are furthest away and come first.
    for number in reversed(range(len(hues))):
        opened = newest if number == len(hues) - 1 else 1.0
        share = (number + 1) / len(hues)
        side = -1 if number % 2 else 1
        up = 10 + 60 * share
        turn = -up if side > 0 else up - 180
        size = 76 - 32 * share
        _leaf(painter, stem.pointAtPercent(0.22 + 0.78 * share), turn, size * opened, hues[number])
    _draw_pot(painter)
    painter.restore()


def _stem(leaves: int) -> QPainterPath:
    high = min(_TALLEST, _LEAST + _EACH * leaves)
    path = QPainterPath(QPointF(100, _GROUND))
    path.cubicTo(
        QPointF(92, _GROUND - high * 0.35),
        QPointF(108, _GROUND - high * 0.65),
        QPointF(100, _GROUND - high),
    )
    return path


def _leaf(painter: QPainter, at: QPointF, turn: float, long: float, hue: str) -> None:
    shades = HUES[hue]
    wide = long * 0.27
    painter.save()
    painter.translate(at)
    painter.rotate(turn)
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(QPointF(long * 0.25, -wide * 1.4), QPointF(long * 0.7, -wide), QPointF(long, 0))
    path.cubicTo(QPointF(long * 0.7, wide), QPointF(long * 0.25, wide * 1.4), QPointF(0, 0))
    painter.setPen(QPen(QColor(shades.deep), 1.8))
    painter.setBrush(QColor(shades.mid))
    painter.drawPath(path)
    painter.drawLine(QPointF(0, 0), QPointF(long * 0.78, 0))
    painter.restore()


def _draw_pot(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SOIL)
    painter.drawEllipse(QRectF(64, _GROUND - 6, 72, 14))
    pot = QPainterPath(QPointF(60, _GROUND + 4))
    pot.lineTo(QPointF(140, _GROUND + 4))
    pot.lineTo(QPointF(128, _GROUND + 58))
    pot.lineTo(QPointF(72, _GROUND + 58))
    pot.closeSubpath()
    painter.setBrush(_POT)
    painter.drawPath(pot)
    painter.setBrush(_RIM)
    painter.drawRoundedRect(QRectF(54, _GROUND, 92, 16), 6, 6)
