"""The goals of a stage at the side of its pretend world."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.i18n import _
from trainer_app.ui.practice.around.guide import GoalLine, Guide, GuideView
from trainer_app.ui.practice.around.help_row import HelpRow
from trainer_app.ui.practice.around.notices import done_words, hint_words, mend_words, mistake_words
from trainer_app.ui.theme import Token, Weight, current
from trainer_app.ui.widgets import Icon, Scroller, Text

WIDTH = 300


class GoalsPanel(Guide):
    """What is met, what comes next, what is still open; help under them. Signals: see Guide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._shown: GuideView | None = None
        self.setFixedWidth(theme.px(WIDTH))
        self.setAccessibleName(_("What to do"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        self._scroller = Scroller(QWidget())
        self._help = HelpRow()
        self._help.hint.clicked.connect(self.hint_wanted)
        self._help.show_me.clicked.connect(self.show_wanted)
        self._help.afresh.clicked.connect(self.afresh_wanted)
        self._help.next.clicked.connect(self.next_wanted)
        self._help.more.clicked.connect(self.more_wanted)
        column.addWidget(self._scroller, 1)
        column.addWidget(self._help)

    def show_guide(self, view: GuideView) -> None:
        if view == self._shown:
            return
        before, self._shown = self._shown, view
        self._help.show_guide(view)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(10))
        newest: QWidget | None = None
        if view.notice is not None:
            notice = mistake_words(view.notice, self.notice_closed)
            column.addWidget(notice)
        if view.goals:
            column.addWidget(Text(_("What to do"), "large", "bold", tight=True))
        for place, goal in enumerate(view.goals):
            column.addWidget(_goal(goal, next_one=place == view.at))
        if view.mend and view.notice is None:
            column.addWidget(mend_words(view.mend))
        if view.hint:
            newest = hint_words(view.hint)
            column.addWidget(newest)
        if view.done:
            newest = done_words(view.done, len(view.goals))
            column.addWidget(newest)
        column.addStretch(1)
        self._scroller.takeWidget().deleteLater()
        self._scroller.setWidget(inside)
        if newest is not None and (before is None or before.hint != view.hint or view.done):
            shown = newest
            QTimer.singleShot(0, shown, lambda: self._scroller.ensureWidgetVisible(shown))


def _goal(goal: GoalLine, *, next_one: bool) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current().space(8))
    icon, tone, weight = _mark(goal, next_one)
    line.addWidget(Icon(icon, tone, 26), 0, Qt.AlignmentFlag.AlignTop)
    words = Text(goal.line, "body", weight, colour="muted" if goal.met else "ink", tight=True)
    words.setAccessibleName(goal_said(goal.line, met=goal.met, next_one=next_one))
    line.addWidget(words, 1)
    return row


def _mark(goal: GoalLine, next_one: bool) -> tuple[str, Token, Weight]:
    if goal.met:
        return "circle-check", "ok", "regular"
    return ("circle-dot", "primary", "bold") if next_one else ("circle", "muted", "regular")


def goal_said(line: Line, *, met: bool, next_one: bool) -> str:
    """A goal as a screen reader says it, with its state in words."""
    said = _("Done: {goal}") if met else _("Next: {goal}") if next_one else _("Later: {goal}")
    return said.format(goal=plain(line))
