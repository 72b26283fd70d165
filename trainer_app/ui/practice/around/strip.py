"""The yellow strip over every practice: it is pretend, and one can always stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _, pgettext
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current, of_tone
from trainer_app.ui.widgets import Button, Icon, IconButton, Text

_LARGE_LETTERS = 1.3


class PracticeStrip(QWidget):
    """Always in sight. `back` is what leads out, such as "Back to the lesson".

    `said`: what it says where others read along; `stops`: whether one can rest there.
    Signals: `left`, `stopped`.
    """

    left = Signal()
    stopped = Signal()

    def __init__(
        self,
        back: str,
        parent: QWidget | None = None,
        *,
        said: str = "",
        stops: bool = True,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self._ink, self._ground = of_tone("warn")
        row = QHBoxLayout(self)
        side = theme.space(16)
        row.setContentsMargins(side, theme.space(4), side, theme.space(4))
        row.setSpacing(theme.space(12))
        roomy = theme.scale <= _LARGE_LETTERS
        self.leave: Button | IconButton
        if roomy:
            self.leave = Button(back, icon="arrow-left", size="small")
        else:
            self.leave = IconButton("arrow-left", back, under=False, show_word=False)
        # One key by mistake must not end what somebody is in the middle of.
        self.leave.setProperty("notByEscape", True)
        self.leave.clicked.connect(self.left)
        self.stop = Button(pgettext("rest for a while", "Stop"), icon="pause", size="small")
        self.stop.clicked.connect(self.stopped)
        for button in (self.leave, self.stop):
            button.slim = not roomy
            button.setProperty("aloud", "never")
        said = said or _("Practice. These people are pretend. Nothing leaves this computer.")
        words = Text(said, "body" if roomy else "caption", "semibold", colour=self._ink, tight=True)
        row.addWidget(self.leave)
        row.addWidget(Icon("info", self._ink, 26))
        row.addWidget(words, 1)
        row.addWidget(self.stop)
        self.stop.setHidden(not stops)
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Put something before Stop."""
        self._row.insertWidget(self._row.count() - 1, widget)
        put_in_order(self.leave, widget, self.stop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(self._ground))
        width = 2 if theme.name == "contrast" else 1
        painter.setPen(QPen(theme.colour(self._ink if theme.name == "contrast" else "line"), width))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
