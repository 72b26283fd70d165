"""The pretend laptop itself: a lid with a screen, and the edge of the keys below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.ui.practice.pieces.casing import draw_casing
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.drawn import panel, rounded

_RIM, _BASE, _LARGE_TEXT = 10, 16, 1.5


class LaptopFrame(QWidget):
    """A laptop around a page. With large text the page takes the whole room. Signals: none."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._bare = theme.scale > _LARGE_TEXT
        rim, base = theme.space(_RIM), theme.space(_BASE)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(
            *((0, 0, 0, 0) if self._bare else (rim + base, rim, rim + base, rim + base))
        )
        inside.addWidget(page)
        self._wallpaper = False

    def set_wallpaper(self, on: bool) -> None:
        """Show or hide the picture behind what is on the screen."""
        self._wallpaper = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._bare:
            painter.fillRect(box, theme.colour("paper"))
            self._draw_wallpaper(painter, box)
            return
        rim, base = theme.space(_RIM), theme.space(_BASE)
        lid = box.adjusted(base, 0, -base, -base)
        draw_casing(painter, lid, rim * 1.6)
        screen = lid.adjusted(rim, rim, -rim, -rim)
        panel(painter, screen, rim * 0.8, theme.colour("paper"))
        self._draw_wallpaper(painter, screen)
        foot = QPainterPath()
        foot.moveTo(box.left(), lid.bottom())
        foot.lineTo(box.right(), lid.bottom())
        foot.lineTo(box.right() - base, box.bottom())
        foot.lineTo(box.left() + base, box.bottom())
        foot.closeSubpath()
        painter.fillPath(foot, theme.colour("edge"))

    def _draw_wallpaper(self, painter: QPainter, box: QRectF) -> None:
        """Two hills under a quiet sky; nothing in high contrast, where words need the ground."""
        theme = current()
        if not self._wallpaper or theme.name == "contrast":
            return
        painter.save()
        painter.setClipPath(rounded(box, theme.space(_RIM) * 0.8))
        painter.fillRect(box, theme.colour("primary_tint"))
        painter.setPen(Qt.PenStyle.NoPen)
        wide, high = box.width(), box.height()
        for left, share, alpha in ((-0.2, 0.45, 46), (0.3, 0.6, 30)):
            hill = theme.colour("primary")
            hill.setAlpha(alpha)
            painter.setBrush(hill)
            top = box.bottom() - high * share
            painter.drawEllipse(QRectF(box.left() + wide * left, top, wide, high * share * 2))
        painter.restore()
