"""Draws the hand of the first steps: on a mouse, on a touchpad, on the keys Tab and Space."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer_app.ui.first_steps.story import Moment, Way
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.drawn import panel

SIZE = (150.0, 205.0)
"""Width and height of the room that the drawings are made for."""
_SKIN, _FOLD = QColor("#A0673F"), QColor("#784E31")
_SLEEVE = QColor("#DE9068")


def draw_hand(painter: QPainter, box: QRectF, shown: Moment, way: Way) -> None:
    """The hand and what it works, as large as fits into a box."""
    wide, high = SIZE
    scale = min(box.width() / wide, box.height() / high)
    painter.save()
    painter.translate(box.center().x() - wide * scale / 2, box.center().y() - high * scale / 2)
    painter.scale(scale, scale)
    if way == "mouse":
        _on_mouse(painter, shown)
    elif way == "touchpad":
        _on_touchpad(painter, shown)
    else:
        _on_keys(painter, shown)
    painter.restore()


def _moved(shown: Moment, far: float) -> QPointF:
    """How far the hand has gone with the pointer, which goes the same way on any screen."""
    across, down = shown.pointer
    sideways = (0.5 - across) if current().rtl else (across - 0.5)
    return QPointF(sideways * far, (down - 0.5) * far)


def _finger(painter: QPainter, start: QPointF, tip: QPointF, width: float = 15) -> None:
    cap = Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(_FOLD, width + 2.5, Qt.PenStyle.SolidLine, cap))
    painter.drawLine(QLineF(start, tip))
    painter.setPen(QPen(_SKIN, width, Qt.PenStyle.SolidLine, cap))
    painter.drawLine(QLineF(start, tip))


def _palm(painter: QPainter, at: QPointF) -> None:
    """A palm around a point, with its sleeve below."""
    panel(painter, QRectF(at.x() - 25, at.y() + 22, 50, 40), 8, _SLEEVE)
    panel(painter, QRectF(at.x() - 29, at.y() - 24, 58, 56), 24, _SKIN, _FOLD, 1.3)


def _waves(painter: QPainter, tip: QPointF) -> None:
    """A press is seen, where it cannot be heard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current().colour("accent"), 3))
    for radius in (13, 20):
        box = QRectF(tip.x() - radius, tip.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, 35 * 16, 110 * 16)


def _on_mouse(painter: QPainter, shown: Moment) -> None:
    theme = current()
    at = QPointF(75, 80) + _moved(shown, 30)
    painter.setPen(QPen(theme.colour("edge"), 4))
    painter.drawLine(QLineF(at.x(), at.y() - 54, 75, 2))
    body = QRectF(at.x() - 40, at.y() - 56, 80, 114)
    panel(painter, body, 38, theme.colour("card"), theme.colour("ink"), 3)
    if shown.pressed:
        left = QRectF(at.x() - 36, at.y() - 52, 34, 44)
        panel(painter, left, 22, theme.colour("accent"))
    painter.setPen(QPen(theme.colour("ink"), 2.5))
    painter.drawLine(QLineF(at.x(), at.y() - 54, at.x(), at.y() - 6))
    painter.drawLine(QLineF(at.x() - 38, at.y() - 6, at.x() + 38, at.y() - 6))
    index = at + QPointF(-17, -18 if shown.pressed else -24)
    if shown.pressed:
        _waves(painter, index + QPointF(0, -4))
    _finger(painter, at + QPointF(-24, 54), at + QPointF(-38, 26), 13)
    _palm(painter, at + QPointF(1, 58))
    _finger(painter, at + QPointF(-13, 50), index, 14)
    _finger(painter, at + QPointF(4, 48), at + QPointF(15, -22), 14)
    _finger(painter, at + QPointF(20, 56), at + QPointF(36, 14), 13)


def _on_touchpad(painter: QPainter, shown: Moment) -> None:
    theme = current()
    pad = QRectF(8, 14, 134, 92)
    panel(painter, pad, 12, theme.colour("card"), theme.colour("ink"), 3)
    tip = QPointF(75, 56) + _moved(shown, 52)
    if shown.pressed:
        painter.setBrush(theme.colour("accent_tint"))
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawEllipse(tip, 16, 16)
    palm = tip + QPointF(10, 74)
    _palm(painter, palm)
    _finger(painter, palm + QPointF(-18, -6), palm + QPointF(-36, -20), 13)
    _finger(painter, palm + QPointF(-8, -16), tip)
    # The other fingers are folded.
    for across in (8, 20):
        _finger(painter, palm + QPointF(across, -16), palm + QPointF(across - 1, -22), 13)


def _on_keys(painter: QPainter, shown: Moment) -> None:
    tab, space = QRectF(10, 16, 72, 50), QRectF(10, 92, 130, 46)
    _key(painter, tab, shown.hops)
    _tab_sign(painter, tab.translated(0, 3 if shown.hops else 0), shown.hops)
    _key(painter, space, shown.pressed)
    _space_sign(painter, space.translated(0, 3 if shown.pressed else 0), shown.pressed)
    on = space if shown.pressed or not shown.hops else tab
    low = 3.0 if shown.pressed or shown.hops else -10.0
    tip = QPointF(on.center().x() + 30, on.center().y() + 12 + low)
    if on is tab:
        tip = QPointF(tab.right() - 8, tab.center().y() + 12 + low)
    _finger(painter, tip + QPointF(24, 60), tip)


def _key(painter: QPainter, box: QRectF, pressed: bool) -> None:
    theme = current()
    panel(painter, box.translated(0, 6), 10, theme.colour("edge"))
    ground = theme.colour("accent" if pressed else "card")
    top = box.translated(0, 3 if pressed else 0)
    panel(painter, top, 10, ground, theme.colour("ink"), 3)


def _ink(pressed: bool) -> QPen:
    token: Token = "card" if pressed else "ink"
    pen = QPen(current().colour(token), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _tab_sign(painter: QPainter, box: QRectF, pressed: bool) -> None:
    """The two arrows that stand on the key of every keyboard."""
    painter.setPen(_ink(pressed))
    left, right = box.left() + 16, box.right() - 16
    for y, tip, bar in (
        (box.center().y() - 8, left + 5, left),
        (box.center().y() + 8, right - 5, right),
    ):
        inward = 6 if tip < box.center().x() else -6
        painter.drawLine(QLineF(left + 5, y, right - 5, y))
        painter.drawLine(QLineF(tip, y, tip + inward, y - 5))
        painter.drawLine(QLineF(tip, y, tip + inward, y + 5))
        painter.drawLine(QLineF(bar, y - 6, bar, y + 6))


def _space_sign(painter: QPainter, box: QRectF, pressed: bool) -> None:
    painter.setPen(_ink(pressed))
    low, left, right = box.center().y() + 7, box.left() + 34, box.right() - 34
    painter.drawLine(QLineF(left, low, right, low))
    painter.drawLine(QLineF(left, low - 9, left, low))
    painter.drawLine(QLineF(right, low - 9, right, low))
