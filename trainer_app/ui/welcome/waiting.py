"""What a locked laptop waits for, in one calm line."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Text

WaitsFor = Literal["", "alone", "looking", "joining", "waiting", "joined"]
"""Nothing (this laptop has never been opened by a passphrase here), or how far the room is."""


class WaitingLine(QWidget):
    """Hidden while it waits for nothing. Signals: `ask_requested`: the room may open it again."""

    ask_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "body", colour="muted", align="center", tight=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        row.addStretch(1)
        row.addWidget(self._words)
        self._ask = Button(_("Open with the trainer’s laptop"), icon="wifi", size="small")
        self._ask.clicked.connect(self.ask_requested)
        self._ask.hide()
        row.addWidget(self._ask)
        row.addStretch(1)
        self.hide()

    def show_waiting(self, waits_for: WaitsFor, *, may_ask: bool = False) -> None:
        """Say what is waited for; a screen reader says it when it changes.

        `may_ask`: the trainer's room is there, but somebody locked this laptop by hand, so it does
        not open by itself.
        """
        self._ask.setVisible(may_ask and bool(waits_for))
        words = {
            "": "",
            "joining": _("The trainer’s laptop is found."),
            "waiting": _("The trainer’s laptop is found. The trainer lets this laptop in."),
            "joined": _("This laptop opens now."),
        }.get(waits_for, _("Waiting for the trainer’s laptop, or for the stick with the passes."))
        if words == self._words.text():
            return
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
