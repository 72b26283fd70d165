"""Writes a report to a file, and says where it went."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.services.exporting import Format
from trainer_app.ui.saved_files import saved_notice
from trainer_app.ui.widgets import Button, FlowRow, Notice, Text


class FilesCard(QWidget):
    """A button for each kind of file. Signals: `wanted(str)` with a format of `exporting`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        kinds: tuple[tuple[Format, str, str], ...] = (
            ("xlsx", _("Save for Excel (XLSX)"), "file-spreadsheet"),
            ("csv", _("Save as text table (CSV)"), "file-text"),
            ("pdf", _("Save for paper (PDF)"), "file-down"),
        )
        buttons = QWidget()
        row = FlowRow(buttons, 12)
        self.buttons: dict[Format, Button] = {}
        for format, word, icon in kinds:
            button = Button(word, "primary" if format == "xlsx" else "secondary", icon=icon)
            button.clicked.connect(lambda _=False, format=format: self.wanted.emit(format))
            self.buttons[format] = button
            row.addWidget(button)
        self._column.addWidget(buttons)
        self._column.addWidget(
            Text(
                _("The files hold personal data. Keep them where only those who need them look."),
                "small",
                colour="muted",
            )
        )
        self._said: Notice | None = None

    def set_ready(self, ready: bool) -> None:
        """Let the buttons be pressed, or not while there is nothing to write or one is written."""
        for button in self.buttons.values():
            button.setEnabled(ready)

    def say_written(self, files: Sequence[Path], rows: int) -> None:
        """Say where the files went and how many rows they hold."""
        self.forget()
        self._said = saved_notice(files, rows)
        self._column.addWidget(self._said)

    def forget(self) -> None:
        """Take back what was said of an earlier file."""
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None
