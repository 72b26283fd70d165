"""The real start and end of a session, corrected by hand in place."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from trainer_app.i18n import _
from trainer_app.ui.heading import flow
from trainer_app.ui.widgets import Button, Text, TextField, TimeField
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.workshop.course_planner import hours_fit


class TimesForm(Panel):
    """When a session really began and ended. `needs_reason` once it has an end.

    Signals: `saved(object, object, str)`: start and end as times of day, and the reason; `left`.
    """

    saved = Signal(object, object, str)
    left = Signal()

    def __init__(
        self, start: time | None, end: time | None, *, needs_reason: bool, words: str = ""
    ) -> None:
        super().__init__("card", "line", pad=16)
        bad = _("Write a time such as 18:30.")
        self.start = TimeField(_("Really started"), start, bad_words=bad)
        self.end = TimeField(_("Really ended"), end, bad_words=bad)
        self.reason = TextField(
            _("Why is it changed?"), help_words=_("The session has ended. A reason is kept.")
        )
        self.reason.setVisible(needs_reason)
        self._needs_reason = needs_reason
        self.reason.entered.connect(self._save)
        save = Button(_("Save these times"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self.left)
        if words:
            self.body.addWidget(Text(words, "body"))
        self.body.addWidget(flow(self.start, self.end, gap=12))
        self.body.addWidget(self.reason)
        self.body.addWidget(flow(save, leave))

    def _save(self) -> None:
        hours, reason = hours_fit(self.start, self.end), self.reason.value().strip()
        if hours is None:
            return
        if self._needs_reason and not reason:
            self.reason.set_error(_("Say in a few words why. It is kept with the times."))
            self.reason.setFocus()
            return
        self.saved.emit(*hours, reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)
