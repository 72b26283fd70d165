"""What a badge's file turned out to be, as something to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer_app.domain.funding.badges import Checked
from trainer_app.ui.badge_words import badge_lines, verdict_text
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.theme import Tone, current
from trainer_app.ui.widgets import Notice, Text


class BadgeView(QWidget):
    """The verdict with its reason, then what the badge says where it holds."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(12))
        tone, icon = _look(checked)
        whole.addWidget(Notice(verdict_text(checked), tone, icon=icon))
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().space(16))
        grid.setVerticalSpacing(current().space(6))
        grid.setColumnStretch(1, 1)
        for at, (label, value) in enumerate(badge_lines(checked)):
            named, said = Text(label, colour="muted"), Text(value)
            if is_roomy():
                grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, at, 1)
            else:
                grid.addWidget(named, 2 * at, 0, 1, 2)
                grid.addWidget(said, 2 * at + 1, 0, 1, 2)
        whole.addLayout(grid)


def _look(checked: Checked) -> tuple[Tone, str]:
    """A tone and a sign; who reads no colours has the sign and the words."""
    if checked.verdict == "valid" and checked.standing in (None, "given"):
        return "ok", "badge-check"
    if checked.verdict == "valid" and checked.standing == "other":
        return "plain", "badge-check"
    return "warn", "info" if checked.verdict == "no-badge" else "triangle-alert"
