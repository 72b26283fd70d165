"""What stands under a small task: its goal, one step shown, and a way on for who does not know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.around.goals_foot import GoalsFoot
from trainer_app.ui.practice.around.guide import GuideView
from trainer_app.ui.practice.around.help_row import HelpButton
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button

_LARGE_LETTERS = 1.3


class PlacingFoot(GoalsFoot):
    """Nobody is tested: “I do not know this yet” is as large as the way on.

    Signals: those of Guide; `unknown_wanted`.
    """

    unknown_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("I do not know this yet")
        # In large letters the task itself needs the width and the height.
        self.unknown: QAbstractButton = (
            Button(words, icon="arrow-right", icon_last=True, size="large")
            if current().scale <= _LARGE_LETTERS
            else HelpButton("arrow-right", words)
        )
        self.unknown.clicked.connect(self.unknown_wanted)
        row = self.layout()
        assert isinstance(row, QBoxLayout)
        row.addWidget(self.unknown, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_guide(self, view: GuideView) -> None:
        super().show_guide(view)
        # A hint and another beginning would only make a short task longer.
        self._help.hint.hide()
        self._help.afresh.hide()
        self.unknown.setVisible(not view.all_met)
