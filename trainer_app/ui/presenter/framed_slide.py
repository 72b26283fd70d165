"""A slide as it looks on the projector, small and framed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.i18n import _
from trainer_app.ui.presenter.grain import HEIGHT, WIDTH
from trainer_app.ui.presenter.slide_view import Face, SlideView
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Text


class FramedSlide(QWidget):
    """Keeps a slide's shape, `wide` design pixels or, if it `grows`, all the room that it has.

    Signals: none.
    """

    def __init__(self, wide: int = 240, *, grows: bool = False) -> None:
        super().__init__()
        self._wide, self._grows = wide, grows
        self.view = SlideView(self)
        self._black = Text(_("Black screen"), "large", "bold", align="center", parent=self)
        self._black.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._black.hide()
        grown = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, grown)

    def show_face(self, face: Face | None, *, black: bool = False) -> None:
        """Show a slide, or none; `black`: the projector shows nothing of it now."""
        self.view.setVisible(face is not None and not black)
        self._black.setVisible(black)
        if face is not None:
            self.view.show_face(face)
        self.update()

    def sizeHint(self) -> QSize:
        wide = current().space(self._wide)
        return QSize(wide, round(wide * HEIGHT / WIDTH))

    def minimumSizeHint(self) -> QSize:
        wide = current().space(self._wide // 2 if self._grows else self._wide)
        return QSize(wide, round(wide * HEIGHT / WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self._box()
        self.view.setGeometry(box.adjusted(2, 2, -2, -2))
        self._black.setGeometry(box)

    def _box(self) -> QRect:
        size = QSize(WIDTH, HEIGHT).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = self.width() - size.width() if self.isRightToLeft() else 0
        return QRect(left, 0, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(current().colour("edge"), 2))
        painter.drawRect(self._box().adjusted(1, 1, -1, -1))
