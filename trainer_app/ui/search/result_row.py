"""One thing that was found: its sign, what it is called, and where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ResultRow(DrawnButton):
    """A line to press. Signals: `clicked`; `stepped(int)` at down and up; `typed(str)`."""

    stepped = Signal(int)
    typed = Signal(str)

    def __init__(self, icon: str, label: str, under: str) -> None:
        super().__init__(label)
        self.setAccessibleDescription(under)
        self._icon = icon
        self._label = Lettering(label, "body", "semibold", tight=True)
        self._under = Lettering(under, "small", tight=True)
        self._heights: dict[float, float] = {}

    def widths(self) -> tuple[float, float]:
        return current().px(160), current().px(420)

    def measure(self, width: float) -> float:
        # Layouts ask for many rows, many times, at each letter that is typed.
        if width not in self._heights:
            inner = self._inner(QRectF(0, 0, width, 0)).width()
            under = self._under.lay(inner) if self._under.words else 0
            self._heights[width] = self._label.lay(inner) + under + 2 * current().space(6)
        return self._heights[width]

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self.raised or self.hasFocus():
            panel(painter, box, theme.space(self.radius), theme.colour("primary_tint"))
        side = theme.px(24)
        pad = theme.space(12)
        at, _rest = start_box(box.adjusted(pad, 0, -pad, 0), side, 0)
        draw_icon(painter, self._icon, theme.hex("primary_strong"), centred(at, side))
        inner = self._inner(box).adjusted(0, theme.space(6), 0, -theme.space(6))
        high = self._label.lay(inner.width())
        under = self._under.lay(inner.width()) if self._under.words else 0
        top = inner.top() + (inner.height() - high - under) / 2
        label = QRectF(inner.left(), top, inner.width(), high)
        self._label.draw(painter, label, theme.colour("ink"), middle=False)
        if under:
            below = QRectF(inner.left(), top + high, inner.width(), under)
            self._under.draw(painter, below, theme.colour("muted"), middle=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        elif event.key() in _PRESSING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _inner(self, box: QRectF) -> QRectF:
        """Where the words stand."""
        theme = current()
        padded = box.adjusted(theme.space(12), 0, -theme.space(12), 0)
        return start_box(padded, theme.px(24), theme.space(12))[1]
