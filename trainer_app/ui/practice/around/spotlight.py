"""A ring around the control that comes next, so that one sees where to press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from trainer_app.ui.theme import current, ring_width
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets.drawn import panel

_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)


class Spotlight(QWidget):
    """Lies over a window around one of its widgets, goes where that goes, and lets clicks through.

    Signals: none.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget.window())
        self._widget = widget
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bring_into_sight(widget)
        self._watched = _up_to_window(widget)
        for each in self._watched:
            each.installEventFilter(self)
        # It stands in the window, which outlives the page that it points into.
        widget.destroyed.connect(self.deleteLater)
        self._place()
        self.raise_()

    def leave(self) -> None:
        """Go away now."""
        for each in filter(isValid, self._watched):
            each.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and isValid(self._widget):
            if event.type() is QEvent.Type.Resize:
                bring_into_sight(self._widget)
            self._place()
        return False

    def _place(self) -> None:
        """Around what can be seen of the widget, with a pixel of air beside its own edge."""
        wide = self._width() + 2
        at = _seen(self._widget, self._widget.rect())
        for parent in _up_to_window(self._widget):
            if isinstance(parent, QScrollArea):
                at &= _seen(parent.viewport(), parent.viewport().rect())
        window = self._widget.window()
        self.setVisible(self._widget.isVisible() and not at.isEmpty())
        self.setGeometry(at.adjusted(-wide, -wide, wide, wide) & window.rect())

    @staticmethod
    def _width() -> int:
        return 2 * ring_width(current())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), theme.space(RADIUS)
        panel(painter, box, radius, None, theme.colour("focus"), self._width())
        inner = box.adjusted(*[self._width()] * 2, *[-self._width()] * 2)
        panel(painter, inner, max(2, radius - self._width()), None, theme.colour("card"), 2)


def _up_to_window(widget: QWidget) -> list[QWidget]:
    """A widget and all that it stands in, without the window."""
    found = []
    each: QWidget | None = widget
    while each is not None and not each.isWindow():
        found.append(each)
        each = each.parentWidget()
    return found


def _seen(widget: QWidget, box: QRect) -> QRect:
    """A box of a widget as its window sees it."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)) + box.topLeft(), box.size())


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever scrolls around a widget until it is in sight."""
    for parent in _up_to_window(widget)[1:]:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
