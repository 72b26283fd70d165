"""The goals as a strip under a pretend world, where letters are large or the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.practice.around.guide import Guide, GuideView
from trainer_app.ui.practice.around.help_row import HelpRow
from trainer_app.ui.practice.around.notices import done_words, hint_words, mend_words, mistake_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Icon, Text

_LARGE_LETTERS = 1.5


class GoalsFoot(Guide):
    """One goal at a time, so that the world keeps its room. Signals: see Guide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._shown: GuideView | None = None
        self.setAccessibleName(_("What to do"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(16), theme.space(4), theme.space(16), theme.space(4))
        row.setSpacing(theme.space(12))
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.space(4))
        row.addLayout(self._said, 1)
        self._help = HelpRow()
        self._help.hint.clicked.connect(self.hint_wanted)
        self._help.show_me.clicked.connect(self.show_wanted)
        self._help.afresh.clicked.connect(self.afresh_wanted)
        self._help.next.clicked.connect(self.next_wanted)
        self._help.more.clicked.connect(self.more_wanted)
        # The words beside it get the width.
        self._help.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self._help, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_guide(self, view: GuideView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self._help.show_guide(view)
        # Large letters beside the buttons would take the world's room: here they come when the
        # words about a mistake are read, or closed.
        self._help.setVisible(view.notice is None or current().scale < _LARGE_LETTERS)
        while (item := self._said.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._parts(view):
            self._said.addWidget(part)

    def _parts(self, view: GuideView) -> list[QWidget]:
        """The one thing that matters most now, and the goal where there is room for both."""
        if view.notice is not None:
            return [mistake_words(view.notice, self.notice_closed)]
        if view.done:
            return [done_words(view.done)]
        if view.hint:
            return [hint_words(view.hint)]
        goal = [_goal(view)] if view.at < len(view.goals) else []
        return [*goal, mend_words(view.mend)] if view.mend else goal

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())


def _goal(view: GuideView) -> QWidget:
    """Which goal comes next, of how many."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current().space(10))
    line.addWidget(Icon("circle-dot", "primary", 26), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    said = _("Goal {number} of {total}").format(
        number=number(view.at + 1), total=number(len(view.goals))
    )
    words.addWidget(Text(said, "caption", colour="muted", tight=True))
    words.addWidget(Text(view.goals[view.at].line, "body", "semibold", tight=True))
    line.addLayout(words, 1)
    return row
