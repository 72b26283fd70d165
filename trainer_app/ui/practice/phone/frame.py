"""The pretend phone itself: a dark edge around a screen, upright, in the middle of the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.practice.pieces.casing import draw_casing
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.drawn import centred, panel

_WIDE, _RIM = 460, 10
_LARGE_TEXT = 1.5


class PhoneFrame(QWidget):
    """A phone around a page. With large text the page takes the whole room. Signals: none."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._bare = theme.scale > _LARGE_TEXT
        inside = QVBoxLayout(self)
        rim = theme.space(_RIM)
        margins = (0, 0, 0, 0) if self._bare else (rim, rim * 2, rim, rim)
        inside.setContentsMargins(*margins)
        inside.addWidget(page)
        if not self._bare:
            self.setMaximumWidth(theme.px(_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._bare:
            painter.fillRect(box, theme.colour("paper"))
            return
        rim = theme.space(_RIM)
        draw_casing(painter, box, rim * 2.6)
        ear = QRectF(box.left(), box.top(), box.width(), rim * 2)
        speaker = centred(ear, theme.space(56), theme.space(5))
        panel(painter, speaker, speaker.height() / 2, theme.colour("muted"))
        screen = box.adjusted(rim, rim * 2, -rim, -rim)
        panel(painter, screen, rim * 1.4, theme.colour("paper"))


def in_the_middle(frame: QWidget, owner: QWidget) -> None:
    """Stand a frame in the middle of its owner, as high as there is room."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(frame, 100)
    row.addStretch(1)
