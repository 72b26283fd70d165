"""What every button drawn by hand shares: keys, ring, lift, size, and shapes to draw with."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trainer_app.ui.theme import current, ring_width
from trainer_app.ui.theme.tokens import RADIUS, TABLE_TARGET, TARGET
from trainer_app.ui.widgets import second_press
from trainer_app.ui.widgets.arrows import neighbour
from trainer_app.ui.widgets.lettering import Lettering

_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def panel(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 0.0,
    *,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose outline lies inside the box."""
    inset = width / 2 if edge else 0.0
    line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, width, line) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, box: QRectF, radius: float) -> None:
    """The ring around what has the keyboard, with a gap of the card's colour inside it."""
    theme = current()
    width = float(ring_width(theme))
    inner = box.adjusted(width, width, -width, -width)
    panel(painter, inner, max(2.0, radius - width), None, theme.colour("card"), 2)
    panel(painter, box, radius, None, theme.colour("focus"), width)


def start_box(box: QRectF, width: float, gap: float) -> tuple[QRectF, QRectF]:
    """Cut a box at the side where reading starts: the piece of `width`, and the rest."""
    if current().rtl:
        first = QRectF(box.right() - width, box.top(), width, box.height())
        return first, box.adjusted(0, 0, -width - gap, 0)
    first = QRectF(box.left(), box.top(), width, box.height())
    return first, box.adjusted(width + gap, 0, 0, 0)


def end_box(box: QRectF, width: float, gap: float) -> tuple[QRectF, QRectF]:
    """Cut a box at the side where reading ends: the piece of `width`, and the rest."""
    rest, last = start_box(box, box.width() - width - gap, gap)
    return last, rest


def centred(box: QRectF, width: float, height: float | None = None) -> QRectF:
    """A box of this size in the middle of another."""
    tall = width if height is None else height
    centre = box.center()
    return QRectF(centre.x() - width / 2, centre.y() - tall / 2, width, tall)


class DrawnButton(QPushButton):
    """A button that draws itself and grows with its words. Subclasses give `draw` and `measure`.

    Signals: `clicked` and `toggled` of QPushButton. Space and Enter press it.
    """

    radius: float = RADIUS
    fills: bool = False
    """Whether it takes all the height it is offered, as tiles in a row do."""
    slim: bool = False
    """Whether it is lower than others in large letters, where every line of height counts."""
    once: bool = False
    """Whether two presses, one right after the other, count as one: what leads on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # QPushButton reads a lone "&" as a shortcut sign.
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = False
        self._hover = False
        self._is_read = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw everything but the ring."""
        raise NotImplementedError

    def measure(self, width: float) -> float:
        """The height in pixels that a width needs."""
        raise NotImplementedError

    def show_keys(self, keys: str) -> None:
        """Say in the tool tip which keys do the same from anywhere on the page."""
        self.setToolTip(f"{self.accessibleName()} (\u2066{keys}\u2069)")

    def widths(self) -> tuple[float, float]:
        """The least width and the best width, in pixels."""
        raise NotImplementedError

    def words_shown(self) -> Lettering | None:
        """The words on it that can be marked while they are read aloud.

        None where they are drawn in several pieces: its edge is marked then.
        """
        return None

    def highlight(self, start: int, length: int) -> None:
        """Mark the characters being read aloud; a length of 0 clears the mark."""
        shown = self.words_shown()
        if shown is not None:
            shown.read_along(start, length)
        self._is_read = shown is None and length > 0
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    @property
    def floor(self) -> int:
        """The least height in pixels; never too low for a finger or an unsteady hand."""
        theme = current()
        return min(theme.target, max(TARGET, theme.px(TABLE_TARGET))) if self.slim else theme.target

    def heightForWidth(self, width: int) -> int:
        return max(self.floor, ceil(self.measure(width)))

    def sizeHint(self) -> QSize:
        width = max(current().target, ceil(self.widths()[1]))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(current().target, ceil(self.widths()[0])), self.floor)

    @property
    def raised(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self._hover and self.isEnabled()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        self.draw(painter, box)
        if self._is_read:
            theme = current()
            width = 2.0 * ring_width(theme)
            panel(painter, box, theme.space(self.radius), None, theme.colour("mark"), width)
        if self._ring and self.hasFocus():
            ring(painter, box, current().space(self.radius))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.fills:
            self.setMaximumHeight(self.heightForWidth(self.width()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() not in _MOUSE
        if event.reason() in _TABS:
            second_press.note_tab()
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        self.update()
        if event.key() in (*_ENTERS, Qt.Key.Key_Space):
            if second_press.key_comes_again(self, event, once=self.once):
                return
            second_press.note_key(self, event)
        if event.key() in _ENTERS:
            self.click()
            return
        beside = None if self.group() else neighbour(self, event.key())
        if beside is not None:
            beside.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not second_press.comes_again(self, event, once=self.once):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown():
            second_press.note_press(self, event)
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        super().leaveEvent(event)
        self.update()
