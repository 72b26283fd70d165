"""Lets the words in a field run as their language does, whatever the program speaks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.ui.theme import Theme


def write_in(control: QWidget, language: str) -> None:
    """Have a line or a box for text take words of a language; other controls stay as they are."""
    theme = Theme(language=language)
    if isinstance(control, QLineEdit):
        control.setLayoutDirection(theme.direction)
    elif isinstance(control, QPlainTextEdit):
        side = Qt.AlignmentFlag.AlignRight if theme.rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(theme.direction)
        control.document().setDefaultTextOption(option)
