"""Draws the small screen of the first steps: faces, pictures, lessons, and what points at them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from trainer_app.ui.first_steps.story import FACES, PICTURES, Moment, Way
from trainer_app.ui.picture_names import sign_in_path
from trainer_app.ui.theme import HUES, current, draw_icon, ring_width
from trainer_app.ui.widgets.drawn import centred, panel
from trainer_app.ui.widgets.pictures import draw_face, draw_picture

_SHOWN_FACES = ("face-24", "face-26", "face-07")
_SHOWN_PICTURES = ("sun", "fish", "tree", "house", "cup", "flower")
_SHOWN_LESSONS = (("teal", "smartphone"), ("plum", "message-circle"), ("ochre", "users"))
_ARROW = ((0, 0), (0, 17), (4.4, 13), (7.6, 20), (10.8, 18.6), (7.8, 11.8), (13.4, 11.8))


def draw_laptop(painter: QPainter, box: QRectF, shown: Moment, way: Way) -> None:
    """A laptop whose screen shows a moment; everything keeps to the box."""
    theme = current()
    lid = QRectF(box.left() + box.width() * 0.06, box.top(), box.width() * 0.88, box.height() * 0.9)
    frame = box.width() * 0.022
    panel(painter, lid, frame * 2, theme.colour("primary_strong"))
    screen = lid.adjusted(frame, frame, -frame, -frame)
    panel(painter, screen, frame, theme.colour("paper"))
    foot = QRectF(box.left(), lid.bottom(), box.width(), box.height() * 0.1)
    panel(painter, foot, foot.height() / 2, theme.colour("edge"))
    draw_screen(painter, screen, shown, way)


def draw_screen(painter: QPainter, screen: QRectF, shown: Moment, way: Way) -> None:
    """What is on the screen, and the pointer or the ring of the keyboard."""
    theme = current()
    columns, rows = 3, len(shown.scene.places) // 3
    gap = screen.width() * 0.05
    side = QRectF(0, 0, screen.width() / columns - gap, screen.height() / rows - gap)
    high = min(side.height(), side.width() * 1.1)
    for number, (across, down) in enumerate(shown.scene.places):
        middle = _place(screen, across, down)
        tile = centred(QRectF(middle, middle), side.width(), high)
        chosen = number in shown.chosen
        ground = theme.colour("primary_tint" if chosen else "card")
        edge = theme.colour("primary" if chosen else "line")
        panel(painter, tile, gap, ground, edge, gap * (0.3 if chosen else 0.15))
        _draw_thing(painter, tile, shown, number)
        if chosen and shown.scene is not FACES:
            _draw_check(painter, tile)
        if way == "keys" and number == shown.on:
            width = max(2.0, ring_width(theme) * screen.width() / 320)
            panel(painter, tile.adjusted(-2, -2, 2, 2), gap, None, theme.colour("focus"), width)
    if way != "keys":
        _draw_pointer(painter, _place(screen, *shown.pointer), screen.width() / 150, shown.pressed)


def _place(screen: QRectF, across: float, down: float) -> QPointF:
    from_start = 1 - across if current().rtl else across
    return QPointF(
        screen.left() + screen.width() * from_start, screen.top() + screen.height() * down
    )


def _draw_thing(painter: QPainter, tile: QRectF, shown: Moment, number: int) -> None:
    theme = current()
    side = min(tile.width(), tile.height()) * 0.8
    inside = centred(tile, side)
    if shown.scene is FACES:
        draw_face(painter, _SHOWN_FACES[number], inside)
    elif shown.scene is PICTURES:
        draw_picture(painter, sign_in_path(_SHOWN_PICTURES[number]), inside)
    else:
        hue, icon = _SHOWN_LESSONS[number]
        top = QRectF(tile.left() + 3, tile.top() + 3, tile.width() - 6, tile.height() * 0.62)
        panel(painter, top, 4, QColor(HUES[hue].tint))
        draw_icon(painter, icon, HUES[hue].deep, centred(top, top.height() * 0.7))
        low = QRectF(tile.left(), top.bottom(), tile.width(), tile.bottom() - top.bottom())
        disc = centred(low, low.height() * 0.76)
        panel(painter, disc, disc.width() / 2, theme.colour("primary"))
        draw_icon(painter, "play", theme.hex("on_primary"), centred(disc, disc.width() * 0.6))


def _draw_check(painter: QPainter, tile: QRectF) -> None:
    theme = current()
    side = tile.width() * 0.3
    left = tile.left() - side * 0.2 if theme.rtl else tile.right() - side * 0.8
    corner = QRectF(left, tile.top() - side * 0.2, side, side)
    panel(painter, corner, side / 2, theme.colour("primary"), theme.colour("card"), 1.5)
    draw_icon(painter, "check", theme.hex("on_primary"), centred(corner, side * 0.7))


def _draw_pointer(painter: QPainter, tip: QPointF, scale: float, pressed: bool) -> None:
    theme = current()
    if pressed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.6 * scale))
        painter.drawEllipse(tip, 9 * scale, 9 * scale)
    painter.setBrush(QColor("#FFFFFF"))
    pen = QPen(QColor("#22302D"), 1.5 * scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(tip.x() + x * scale, tip.y() + y * scale) for x, y in _ARROW]
    painter.drawPolygon(QPolygonF(points))
