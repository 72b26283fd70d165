"""A pointer twice as large as usual, with an outline that shows on every ground."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.ui.theme.look import Theme

_GRID = 24
"""The shapes are drawn on a square of this size, as large as a usual pointer."""
_TIMES = 2
_ARROW = ((3, 2), (3, 20), (7.6, 15.8), (10.4, 22.2), (13.6, 20.8), (10.8, 14.6), (17, 14.2))


def _arrow() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _ARROW]))
    path.closeSubpath()
    return path


def _bars(*boxes: tuple[float, float, float, float], radius: float = 1.9) -> QPainterPath:
    """Boxes with round corners, grown together."""
    path = QPainterPath()
    for box in boxes:
        one = QPainterPath()
        one.addRoundedRect(QRectF(*box), radius, radius)
        path = path.united(one)
    return path


_PALM, _THUMB = (7.5, 12, 14, 10), (3.5, 11, 6, 5)


def _pointing() -> QPainterPath:
    fingers = ((7.5, 2, 4, 14), (11.2, 8.5, 3.8, 8), (14.6, 9.3, 3.8, 8), (18, 10.2, 3.5, 8))
    return _bars(*fingers, _PALM, _THUMB)


def _open() -> QPainterPath:
    fingers = (
        (7.5, 4.5, 3.8, 12),
        (10.9, 2.5, 3.8, 12),
        (14.3, 3.2, 3.8, 12),
        (17.7, 5.5, 3.8, 12),
    )
    return _bars(*fingers, _PALM, _THUMB)


def _closed() -> QPainterPath:
    return _bars((7.5, 8.5, 14, 13.5), (4.5, 12, 6, 5), radius=3)


def _beam() -> QPainterPath:
    return _bars((10.8, 3, 2.4, 18), (7, 2, 10, 2.6), (7, 19.4, 10, 2.6), radius=0.8)


# Each shape, and the spot of the square that points.
_SHAPES: Mapping[Qt.CursorShape, tuple[Callable[[], QPainterPath], float, float]] = {
    Qt.CursorShape.ArrowCursor: (_arrow, 3, 2),
    Qt.CursorShape.PointingHandCursor: (_pointing, 9.5, 2),
    Qt.CursorShape.IBeamCursor: (_beam, 12, 12),
    Qt.CursorShape.OpenHandCursor: (_open, 13, 12),
    Qt.CursorShape.ClosedHandCursor: (_closed, 14, 14),
}


def large_cursor(shape: Qt.CursorShape, theme: Theme) -> QCursor | None:
    """The large form of a pointer in the colours of a look; None for a shape that has none."""
    if shape not in _SHAPES:
        return None
    if theme.name == "light":
        fill, edge = "#000000", "#FFFFFF"
    else:
        fill, edge = ("#FFE45C" if theme.name == "contrast" else "#FFFFFF"), "#000000"
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _cursor(shape, fill, edge, ratio)


@lru_cache(maxsize=32)
def _cursor(shape: Qt.CursorShape, fill: str, edge: str, ratio: float) -> QCursor:
    outline, x, y = _SHAPES[shape]
    side = (_GRID + 2) * _TIMES
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_TIMES, _TIMES)
    path = outline().simplified()
    # A thin line in the colour of the inside keeps the outline apart from a ground of its colour.
    for colour, width in ((fill, 3.0), (edge, 2.0)):
        pen = QPen(QColor(colour), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.fillPath(path, QColor(fill))
    painter.end()
    return QCursor(pixmap, round(x * _TIMES), round(y * _TIMES))


class _Enlarging(QObject):
    """Sees every pointer that a control chooses, and has its large form shown instead."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        chooses = kind in (QEvent.Type.CursorChange, QEvent.Type.Enter)
        if chooses and isinstance(watched, QWidget):
            self.enlarge(watched)
        return False

    def enlarge(self, widget: QWidget) -> None:
        """Show the large form; what chooses no pointer of its own shows that of its window."""
        if widget.isWindow() or widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor):
            large = large_cursor(widget.cursor().shape(), self.theme)
            if large is not None:
                widget.setCursor(large)


_enlarging: _Enlarging | None = None


def use_pointer(app: QApplication, theme: Theme) -> None:
    """Have the pointer that a look asks for; controls made from now on take it."""
    global _enlarging
    if _enlarging is not None and (not theme.large_pointer or _enlarging.theme != theme):
        app.removeEventFilter(_enlarging)
        for window in app.topLevelWidgets():
            window.unsetCursor()
        _enlarging = None
    if theme.large_pointer and _enlarging is None:
        _enlarging = _Enlarging(theme, app)
        app.installEventFilter(_enlarging)
        for window in app.topLevelWidgets():
            _enlarging.enlarge(window)
