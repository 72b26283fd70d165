"""A thing to point at, click, drag or hold: it knows gestures apart and says which one it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.pointer import TargetView
from trainer_app.domain.practice.pointer_stage import HOLD_TENTHS, Way
from trainer_app.i18n import _
from trainer_app.ui.practice.pointer.words import gesture_icon, gesture_words
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel
from trainer_app.ui.widgets.pictures import dim, draw_picture
from trainer_app.ui.widgets.second_press import unhurried

TWICE_MS = 900
"""Two clicks within this time are a double-click: slower than a system's, for new hands; for slow
ones it is longer still."""
HOLD_MS, _TICK_MS = 1000, 100
ONE_TURN = 120
"""What a wheel says for one notch, in eighths of a degree."""
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ARROWS: dict[int, Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}


class PointerTarget(DrawnButton):
    """A target with its picture and the sign of its gesture. `touch`: a finger is meant.

    Signals: `gestured(str, str, int)` a gesture, its way and for how many tenths of a second;
    `lifted()` by keys; `pulled(QPoint)` at each move of a drag, `dropped(QPoint)` at its end, both
    where the pointer is on the screen.
    """

    radius = RADIUS_LARGE
    fills = True
    gestured = Signal(str, str, int)
    lifted = Signal()
    pulled = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(
        self, view: TargetView, words: str, picture: Path | None, touch: bool, parent: QWidget
    ) -> None:
        super().__init__(words, parent)
        self.view = view
        self._words, self._path, self._touch = words, picture, touch
        self._start: QPoint | None = None
        self._pulling = self._held = self._key_down = False
        self.up = self.gone = False
        self._tenths = 0
        self._turned = QPoint()
        self._once = QTimer(self, singleShot=True, interval=unhurried(TWICE_MS))
        self._full = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._full.setTimerType(Qt.TimerType.PreciseTimer)
        self._full.timeout.connect(self._hold_full)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self.clicked.connect(self._pressed_by_a_reader)
        self.show_target(view)

    def show_target(self, view: TargetView) -> None:
        """Show how it is now."""
        self.view = view
        said = [gesture_words(view.does, view.way, touch=self._touch)]
        if view.to_mend:
            said.insert(0, _("Look again"))
        self.setAccessibleDescription(" ".join(said))
        self.update()

    @property
    def drags(self) -> bool:
        """Whether pulling it is dragging, not swiping."""
        return not self._touch or self.view.does == "drag"

    @property
    def busy(self) -> bool:
        """Whether a hand is on it: then it does not move by itself."""
        return self._start is not None or self._key_down or self.hasFocus() or self.up

    def set_up(self, up: bool) -> None:
        """Be lifted by keys, or not."""
        self.up = up
        self.update()

    def widths(self) -> tuple[float, float]:
        return (float(current().target),) * 2

    def measure(self, _width: float) -> float:
        return float(current().target)

    # The pointer, or a finger

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self.view.does == "point":
            self._say("point")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.position().toPoint()
        self._begin_hold()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None or self._held:
            return
        at = event.position().toPoint()
        if not self._pulling and (at - self._start).manhattanLength() > self._steady():
            self._pulling = True
            self._end_hold()
            self.raise_()
        if self._pulling:
            self.move(self.pos() + at - self._start)
            if self.drags:
                self.pulled.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        tenths = self._end_hold()
        if start is None or self._held:
            self._held = False
            return
        if not self._pulling:
            self._released(tenths)
            return
        self._pulling = False
        if self.drags:
            self.dropped.emit(event.globalPosition().toPoint())
            return
        # It moved with the finger, so what counts is how far it came, which the field knows.
        self.dropped.emit(QPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(event)

    def turn(self, event: QWheelEvent) -> None:
        """The wheel, or two fingers on a touchpad; small turns add up to one."""
        event.accept()
        if event.phase() == Qt.ScrollPhase.ScrollMomentum or self._touch:
            return
        self._turned += event.angleDelta()
        for far, less, more in (
            (self._turned.y(), "down", "up"),
            (self._turned.x(), "right", "left"),
        ):
            if abs(far) >= ONE_TURN:
                self._turned = QPoint()
                self._say("scroll", more if far > 0 else less)
                return

    # Keys alone

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.view.does == "point" and event.reason() in _TAB:
            self._say("point")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        event.accept()
        self._ring = True
        if event.isAutoRepeat() or self.gone:
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._key_down = True
            self._begin_hold()
        elif (way := _ARROWS.get(event.key())) is not None:
            self._say("swipe" if self._touch else "scroll", way)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.isAutoRepeat() or not self._key_down:
            return
        self._key_down = False
        tenths = self._end_hold()
        if self._held:
            self._held = False
        elif self.view.does == "drag" or self.view.place:
            self.lifted.emit()
        else:
            self._released(tenths)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._key_down = False
        self._end_hold()

    # What it was

    def _steady(self) -> int:
        """How far a hand may tremble, in pixels, before it is a move."""
        return current().px(10 if self.view.does == "drag" else 20)

    def _begin_hold(self) -> None:
        self._tenths, self._held = 0, False
        if self._touch:
            self._full.start()
            self._tick.start()

    def _end_hold(self) -> int:
        """Stop counting; gives back the tenths of a second so far."""
        self._full.stop()
        self._tick.stop()
        tenths, self._tenths = self._tenths, 0
        self.update()
        return tenths

    def _ticked(self) -> None:
        self._tenths += 1
        self.update()

    def _hold_full(self) -> None:
        self._end_hold()
        self._held = True
        self._say("hold", "", HOLD_TENTHS)

    def _released(self, tenths: int) -> None:
        """A press that ended where it began."""
        if self._touch and self.view.does == "hold" and tenths > 1:
            self._say("hold", "", min(tenths, HOLD_TENTHS - 1))
        else:
            self._tapped()

    def _tapped(self) -> None:
        if self._touch:
            self._say("tap")
        elif self.view.does == "point":
            self._say("point")
        elif self._once.isActive():
            self._once.stop()
            self._say("double-click")
        else:
            self._once.start()
            self._say("click")

    def _pressed_by_a_reader(self) -> None:
        """A screen reader's own press knows one gesture only: it does the one asked for."""
        if self.view.does == "drag" or self.view.place:
            self.lifted.emit()
        else:
            tenths = HOLD_TENTHS if self.view.does == "hold" else 0
            self._say(self.view.does, self.view.way, tenths)

    def _say(self, does: str, way: str = "", tenths: int = 0) -> None:
        if not self.gone:
            self.gestured.emit(does, way, tenths)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._turned = QPoint()

    # Drawing

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        edge: Token = "warn" if self.view.to_mend else "primary"
        ground: Token = "primary_tint" if self.up or self._start is not None else "card"
        inner = box.adjusted(3, 3, -3, -3)
        round_px = theme.space(self.radius)
        panel(painter, inner, round_px, theme.colour(ground), theme.colour(edge), theme.border + 1)
        picture = inner.adjusted(6, 6, -6, -6)
        if self._path is not None:
            draw_picture(painter, self._path, picture)
            dim(painter, picture)
        else:
            self._draw_words(painter, picture)
        if self.view.to_mend:
            self._draw_badge(painter, inner, "eye", "warn")
        elif not self.view.place:
            sign = gesture_icon(self.view.does, self.view.way)
            self._draw_badge(painter, inner, sign, "primary")
        if self._tenths and theme.motion:
            self._draw_ring(painter, inner)

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        """Without a picture its words stand on it, as large as fit; a small one has a dot."""
        theme = current()
        for size in ("large", "body", "small", "caption"):
            painter.setFont(theme.font(size, "semibold"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            needed = painter.boundingRect(box, flags, self._words)
            if box.contains(needed):
                painter.setPen(theme.colour("ink"))
                painter.drawText(box, flags, self._words)
                return
        side = min(box.width(), box.height()) * 0.5
        draw_icon(painter, "circle-dot", theme.hex("primary"), centred(box, side))

    def _draw_badge(self, painter: QPainter, box: QRectF, sign: str, tone: Token) -> None:
        """The sign in a corner, half as large as a small target."""
        theme = current()
        side = min(theme.px(32), box.width() * 0.42)
        at = QRectF(box.right() - side, box.bottom() - side, side, side)
        panel(painter, at, side / 2, theme.colour("card"), theme.colour(tone), 2)
        draw_icon(painter, sign, theme.hex(tone), centred(at, side * 0.62))
        if self.view.does == "double-click":
            twice = QRectF(box.left(), box.bottom() - side, side, side)
            panel(painter, twice, side / 2, theme.colour("card"), theme.colour(tone), 2)
            painter.setFont(theme.font("caption", "bold"))
            painter.setPen(theme.colour(tone))
            painter.drawText(twice, Qt.AlignmentFlag.AlignCenter, "2×")

    def _draw_ring(self, painter: QPainter, box: QRectF) -> None:
        """It fills while the finger stays."""
        theme = current()
        side = min(box.width(), box.height()) - theme.px(12)
        pen = QPen(theme.colour("focus"), theme.px(8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        share = min(1.0, self._tenths * _TICK_MS / HOLD_MS)
        painter.drawArc(centred(box, side), 90 * 16, -round(share * 360 * 16))
