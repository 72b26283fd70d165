"""The page around a line, as learners will see it: in its language and in its direction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.translating import Translation
from trainer_app.i18n import _
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice, Panel, Scroller, Text

_MOMENT = 300  # milliseconds


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as a picture; `said` are its words, `long` whether it is longer than the screen."""

    picture: QPixmap
    said: str
    long: bool


Preview = Callable[[Translation, str, int], Drawn | None]
"""Draws the page, question, card or plan of a unit at a width in pixels; None where none is."""


class PreviewPane(Panel):
    """Follows what is typed, a moment later. Signals: none."""

    def __init__(self, preview: Preview) -> None:
        super().__init__("sunk", "line", pad=12)
        self._preview = preview
        self._asked: tuple[Translation, str] | None = None
        self._later = QTimer(self, singleShot=True, interval=_MOMENT)
        self._later.timeout.connect(self.draw)
        self.body.addWidget(Text(_("As learners see it"), "small", "semibold", colour="muted"))
        self._long = Notice(
            _("This page is longer than the screen. Learners have to scroll."), "warn"
        )
        self.body.addWidget(self._long)
        self._none = Text(
            _("Try the lesson to see these words: they belong to its practice."),
            "small",
            colour="muted",
        )
        self.body.addWidget(self._none)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.picture = _Picture()
        column.addWidget(self.picture)
        column.addStretch(1)
        self._scroller = Scroller(inside)
        self.body.addWidget(self._scroller, 1)
        self._long.hide()
        self._none.hide()

    def show_unit(self, translation: Translation, unit: str, *, now: bool = False) -> None:
        """Show what is around a unit; while somebody types only after a moment."""
        self._asked = (translation, unit)
        if now:
            self.draw()
        else:
            self._later.start()

    def draw(self) -> None:
        """Draw what was asked for last."""
        self._later.stop()
        if self._asked is None or not self.isVisible():
            return
        width = self._scroller.viewport().width()
        drawn = self._preview(*self._asked, width) if width > 0 else None
        self.picture.show_drawn(drawn)
        self._long.setVisible(drawn is not None and drawn.long)
        self._none.setVisible(drawn is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None:
            self._later.start()


class _Picture(QWidget):
    """What was drawn, as wide as it was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_drawn(self, drawn: Drawn | None) -> None:
        self._picture = drawn.picture if drawn is not None else QPixmap()
        self.setAccessibleName(drawn.said if drawn is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._picture.deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        wide = self._picture.deviceIndependentSize().width()
        left = self.width() - wide if current().rtl else 0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(round(left), 0, self._picture)

    def hasHeightForWidth(self) -> bool:
        return False
