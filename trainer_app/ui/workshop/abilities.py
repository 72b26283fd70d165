"""What somebody can do after the lessons they finished, in the lessons' own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Icon, Text
from trainer_app.ui.workshop.board_words import abilities


class AbilityList(QWidget):
    """Each finished lesson with its "I can …" sentences. Signals: none."""

    def __init__(self, lessons: LessonLibrary, passed: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(6))
        if not passed:
            column.addWidget(Text(_("No lesson is finished yet."), "body", colour="muted"))
        for title, sentences in abilities(lessons, tuple(passed)):
            column.addWidget(Text(title, "body", "semibold", tight=True))
            for sentence in sentences:
                column.addLayout(_ticked(sentence))


def _ticked(sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(8))
    row.addWidget(Icon("check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(sentence, "body", tight=True), 1)
    return row
