"""A photo of a signed sheet in the window: as large as fits, larger, or turned."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Button
from trainer_app.ui.widgets.drawn import ring
from trainer_app.ui.widgets.said_as import Role, say_as

_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0)
_QUARTER = 90


class SheetView(QWidget):
    """One photo, with buttons and keys: + and −, arrows to move, R to turn. Signals: none.

    The picture is in memory only; turning it is for the eye and changes nothing that is kept.
    """

    def __init__(self, *, least: int = 200) -> None:
        super().__init__()
        self._photo = QImage()
        self._turns, self._zoom = 0, 0
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._label)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setMinimumHeight(current().space(least))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(self, Role.Canvas)
        self._larger = Button(_("Larger"), icon="zoom-in", size="small")
        self._smaller = Button(_("Smaller"), icon="zoom-out", size="small")
        turn = Button(_("Turn"), icon="refresh-cw", size="small")
        self._larger.clicked.connect(lambda: self.zoom(1))
        self._smaller.clicked.connect(lambda: self.zoom(-1))
        turn.clicked.connect(self.turn)
        column = QVBoxLayout(self)
        # Room for the ring around what has the keyboard.
        column.setContentsMargins(*[current().space(6)] * 4)
        column.setSpacing(current().space(8))
        column.addWidget(self._area, 1)
        column.addWidget(flow(self._smaller, self._larger, turn))

    def show_photo(self, content: bytes, said: str) -> None:
        """Show a JPEG that a service has checked; `said` is what a screen reader says of it."""
        device = QBuffer()
        device.setData(QByteArray(content))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(device, QByteArray(b"jpeg"))
        # Only the decoder that the check was made for.
        reader.setAutoDetectImageFormat(False)
        self._photo = reader.read()
        self._turns, self._zoom = 0, 0
        self.setAccessibleName(said)
        self._label.setAccessibleName(said)
        self._draw()

    def forget(self) -> None:
        """Show nothing."""
        self._photo = QImage()
        self._label.clear()

    def zoom(self, by: int) -> None:
        """Larger or smaller by some steps; the smallest fits the window."""
        self._zoom = max(0, min(len(_STEPS) - 1, self._zoom + by))
        self._draw()

    def turn(self) -> None:
        """A quarter to the right."""
        self._turns = (self._turns + 1) % 4
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        step = current().px(60)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif event.text().casefold() == "r":
            self.turn()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            down.setValue(down.value() + (step if key == Qt.Key.Key_Down else -step))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            across.setValue(across.value() + (step if key == Qt.Key.Key_Right else -step))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring(painter, QRectF(self.rect()), current().space(RADIUS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        self._larger.setEnabled(self._zoom < len(_STEPS) - 1)
        self._smaller.setEnabled(self._zoom > 0)
        if self._photo.isNull():
            return
        turned = self._photo.transformed(QTransform().rotate(_QUARTER * self._turns))
        room = self._area.maximumViewportSize()
        size = turned.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        size = size * _STEPS[self._zoom]
        smooth = Qt.TransformationMode.SmoothTransformation
        kept = Qt.AspectRatioMode.IgnoreAspectRatio
        shown = QPixmap.fromImage(turned.scaled(size.expandedTo(QSize(1, 1)), kept, smooth))
        self._label.setPixmap(shown)
        self._label.resize(shown.size())
