"""What the board knows of one person, in whole sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _
from trainer_app.services.watching import BoardRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Text
from trainer_app.ui.workshop.abilities import AbilityList
from trainer_app.ui.workshop.board_words import lesson_title, page_words


class BoardDetails(QWidget):
    """Face, number, the open lesson, and what the person can now do. Signals: none."""

    def __init__(self, row: BoardRow, lessons: LessonLibrary) -> None:
        super().__init__()
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        head = QHBoxLayout()
        head.setSpacing(theme.space(16))
        head.addWidget(Avatar(row.person.face, row.person.number, 64))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(_number(row), "body", colour="muted", tight=True))
        words.addWidget(Text(_work(row, lessons), "body", tight=True))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(Text(_("What this person can now do"), "large", "bold"))
        passed = {id: Progress(id, passed=True) for id in row.passed}
        column.addWidget(AbilityList(lessons, passed))
        if row.sitting is not None:
            hint = _(
                "Does somebody else sit here? Give the work to the right person. Work that does "
                "not count stays written down, and you can count it again on the person’s page."
            )
            column.addWidget(Text(hint, "small", colour="muted"))
        column.addStretch(1)


def _number(row: BoardRow) -> str:
    return _("Participant number {number}").format(number=row.person.number)


def _work(row: BoardRow, lessons: LessonLibrary) -> str:
    if row.sitting is None:
        return _("At no laptop")
    if row.lesson is None:
        return _("No lesson opened yet")
    return f"{lesson_title(lessons, row.lesson)}\n{page_words(row)}"
