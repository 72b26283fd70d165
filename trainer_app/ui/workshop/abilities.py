"""What somebody can do after lessons, in the lessons' own sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import abilities_of, state_of
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _
from trainer_app.ui.progress_words import state_look
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Icon, Text
from trainer_app.ui.workshop.board_words import ability_sentences, lesson_title


class AbilityList(QWidget):
    """Each passed lesson with its "I can …" sentences, then what was only practised.

    Signals: none.
    """

    def __init__(self, lessons: LessonLibrary, progress: Mapping[str, Progress]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(6))
        if not any(one.passed for one in progress.values()):
            column.addWidget(Text(_("No lesson is finished yet."), "body", colour="muted"))
        later: list[str] = []
        for lesson in lessons.lessons:
            passed, practised = abilities_of(lesson, progress.get(lesson.id))
            is_passed = state_of(progress.get(lesson.id)) == "passed"
            # Words are read only of what is shown.
            known = ability_sentences(lessons, lesson.id) if passed or practised else {}
            if is_passed:
                title = lesson_title(lessons, lesson.id)
                column.addWidget(Text(title, "body", "semibold", tight=True))
            for each in passed:
                if each in known:
                    column.addLayout(_marked("check", known[each]))
            later += [known[each] for each in practised if each in known]
        if later:
            column.addWidget(Text(_("Practised, not finished yet"), "body", "semibold", tight=True))
        for sentence in later:
            column.addLayout(_marked(state_look("practised").icon, sentence))


def _marked(icon: str, sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(8))
    tone: Token = "ok" if icon == "check" else "primary"
    row.addWidget(Icon(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(sentence, "body", tight=True), 1)
    return row
