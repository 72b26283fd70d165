"""How loud the microphone hears somebody, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.i18n import _
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.drawn import panel, start_box

_STEPS = 24
_LOUD = 0.92
"""From here on the voice may be cut off at its peaks."""


class LevelMeter(QWidget):
    """Rises at once and falls slowly, as people know it. It takes no keyboard. Signals: none."""

    def __init__(self) -> None:
        super().__init__()
        self._level = 0.0
        self.setAccessibleName(_("How loud the microphone hears you"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def level(self) -> float:
        """What is shown, from 0 to 1."""
        return self._level

    def show_level(self, level: float) -> None:
        """Show how loud it is, from 0 to 1."""
        self._level = max(level, self._level - 0.12)
        self.update()

    def rest(self) -> None:
        """Nobody is listened to."""
        self._level = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(320), current().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, gap = QRectF(self.rect()), float(theme.space(3))
        wide = (box.width() - gap * (_STEPS - 1)) / _STEPS
        for step in range(_STEPS):
            at, box = start_box(box, wide, gap)
            share = (step + 1) / _STEPS
            colour: Token = "sunk" if share > self._level else "accent" if share > _LOUD else "ok"
            edge = theme.colour("edge") if colour == "sunk" else None
            panel(painter, at, gap, theme.colour(colour), edge, theme.border)
