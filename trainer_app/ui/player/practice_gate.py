"""Between the pages and the questions: now try it in a pretend world."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.lessons import Lesson
from trainer_app.i18n import _
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_room import PageRoom
from trainer_app.ui.player.page_view import at_the_top, picture_height
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Icon, SvgPicture, Text


class PracticeGate(QWidget):
    """Leads into the practice of a lesson; `done` says that it was done before.

    Signals: started.
    """

    started = Signal()

    def __init__(self, lesson: Lesson, *, done: bool) -> None:
        super().__init__()
        theme = current()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(Text(_("Now try it yourself"), "title", "bold"))
        column.addWidget(Text(_("It is a pretend world. You cannot break anything there.")))
        if done:
            column.addLayout(_done())
        word = _("Practise again") if done else _("Practise")
        self.start = Button(word, "secondary" if done else "primary", icon="play", size="large")
        self.start.clicked.connect(self.started)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
        if not done:
            later = _("You can also do this later.")
            column.addWidget(Text(later, "small", colour="muted"))
        column.addStretch(1)
        # The words say all; the picture only tells which lesson this is.
        picture = SvgPicture(lesson.image(lesson.tile), "", most=picture_height())
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(PageRoom(Halves(at_the_top(picture), side, words_first=True), side))


def _done() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(10))
    row.addWidget(Icon("circle-check", "ok", 28))
    row.addWidget(Text(_("You did this practice."), "body", "semibold"), 1)
    return row
