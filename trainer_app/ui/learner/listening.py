"""Asks how somebody wants to listen: pages that read themselves or not, and how fast."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.sound_words import speeds
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, CheckField, Dialog, Icon, SegmentField


class HowToListen(QWidget):
    """What can be chosen, in front of the page.

    Signals: chosen(bool, str): whether every page is read by itself, and how fast.
    """

    chosen = Signal(bool, str)

    def __init__(self, window: QWidget, *, reads_pages: bool, speed: str) -> None:
        super().__init__()
        theme = current()
        self.reads_pages = CheckField(_("Read every page to me"), reads_pages)
        self.speed = SegmentField(_("Read aloud"), speeds(), speed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(16))
        column.addWidget(Icon("ear", "primary", 48))
        column.addWidget(self.reads_pages)
        column.addWidget(self.speed)
        done = Button(_("OK"), "primary", icon="check")
        buttons = [("no", Button(_("Cancel"), "quiet")), ("ok", done)]
        self.dialog = Dialog(window, _("Read aloud"), self, buttons, escape="no")
        self.dialog.answered.connect(self._answered)
        self.dialog.open(self.reads_pages)

    def _answered(self, key: str) -> None:
        if key == "ok":
            self.chosen.emit(self.reads_pages.isChecked(), self.speed.value())
