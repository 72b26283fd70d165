"""The parts of the plan as a bar: how long each is, and how far the one in sight has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.presenting import MINUTE, Presenting
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.drawn import panel, rounded, start_box


class PartBar(QWidget):
    """As many stretches as there are parts, each as long as its minutes. Signals: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Presenting | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, now: Presenting, said: str) -> None:
        """Show where a presentation is; `said` is it in words."""
        self._now = now
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().space(200), current().space(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().space(80), current().space(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = self._now
        if now is None:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest = QRectF(self.rect())
        gap = float(theme.space(4))
        room = rest.width() - gap * (len(now.parts) - 1)
        whole = sum(one.minutes for one in now.parts) or 1
        radius = rest.height() / 2
        edge = theme.colour("edge") if theme.name == "contrast" else None
        for one in now.parts:
            box, rest = start_box(rest, room * one.minutes / whole, gap)
            panel(painter, box, radius, theme.colour("line"), edge, 1)
            share = now.spent.get(one.part, 0.0) / max(1, one.minutes * MINUTE)
            token: Token = "warn" if share > 1 else "primary"
            if share > 0:
                done, _left = start_box(box, box.width() * min(1.0, share), 0)
                painter.save()
                painter.setClipPath(rounded(box, radius))
                painter.fillRect(done, theme.colour(token))
                painter.restore()
            if one.part == now.slide.part:
                panel(painter, box, radius, None, theme.colour("ink"), theme.border + 1)
