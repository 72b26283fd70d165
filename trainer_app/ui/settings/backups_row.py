"""One backup of the list: when it was made, what it holds, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.keeping import Snapshot
from trainer_app.i18n import _
from trainer_app.ui import backup_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, Disc, FlowRow, Text

_ROOMY = 1.3


class BackupRow(Card):
    """A backup as a strip. Signals: `copy_pressed()`, `restore_pressed()`."""

    copy_pressed = Signal()
    restore_pressed = Signal()

    def __init__(self, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(pad=16)
        moment = backup_words.moment_of(snapshot, now)
        self.setAccessibleName(moment)
        roomy = current().scale <= _ROOMY
        whole: QBoxLayout = QHBoxLayout() if roomy else QVBoxLayout()
        whole.setSpacing(current().space(16))
        head = QHBoxLayout()
        head.setSpacing(current().space(16))
        sign = Disc("save", "primary") if snapshot.whole else Disc("circle-alert", "danger")
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(current().space(4))
        lines.addWidget(Text(moment, "large", "semibold", tight=True))
        if snapshot.holds is not None:
            said = backup_words.contents(snapshot.holds)
            lines.addWidget(Text(said, colour="muted", tight=True))
        else:
            lines.addWidget(Chip(_("Damaged"), "danger", icon="circle-alert"))
            words = _("This backup cannot be put back. Use another one.")
            lines.addWidget(Text(words, colour="muted", tight=True))
        lines.addStretch(1)
        head.addLayout(lines, 1)
        whole.addLayout(head, 1)
        self.buttons = self._buttons(moment) if snapshot.whole else []
        if self.buttons:
            ways = QWidget()
            row = FlowRow(ways, 12)
            for button in self.buttons:
                row.addWidget(button)
            whole.addWidget(ways, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(whole)

    def _buttons(self, moment: str) -> list[Button]:
        copy = Button(_("Copy to a stick…"), icon="copy")
        copy.clicked.connect(lambda: self.copy_pressed.emit())
        restore = Button(_("Put this one back…"), icon="history")
        restore.clicked.connect(lambda: self.restore_pressed.emit())
        for button in (copy, restore):
            button.setAccessibleDescription(moment)
        return [copy, restore]
