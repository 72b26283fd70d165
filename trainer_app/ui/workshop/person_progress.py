"""How far one person is, lesson by lesson."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import state_of
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.services.reviewing import Standing
from trainer_app.ui.heading import clear
from trainer_app.ui.help_minutes import helped_words
from trainer_app.ui.progress_words import remembered_words, state_look
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Chip, Text
from trainer_app.ui.workshop.board_words import lesson_title


class ProgressCard(Card):
    """Lessons that were begun, with their state; recall, helping, where to start. Signals: none."""

    def __init__(self, lessons: LessonLibrary) -> None:
        super().__init__()
        self._lessons = lessons
        self.add(Text(_("Lessons"), "large", "bold"))
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(6))
        self.add(self._list)

    def show_standing(self, standing: Standing) -> None:
        """Show how far a person is now."""
        clear(self._list)
        lessons = self._lessons.lessons
        begun = [one for one in lessons if state_of(standing.progress.get(one.id)) != "new"]
        for words in self._sums(standing, len(lessons)):
            self._list.addWidget(Text(words, "body", colour="muted", tight=True))
        for lesson in begun:
            self._list.addLayout(self._row(lesson, standing.progress[lesson.id]))

    def _sums(self, standing: Standing, total: int) -> list[str]:
        known = {lesson.id for lesson in self._lessons.lessons}
        passed = sum(one.passed for id, one in standing.progress.items() if id in known)
        done = _("{done} of {total} lessons done").format(done=number(passed), total=number(total))
        found = [
            done,
            remembered_words(standing.remembered, standing.recalled),
            helped_words(standing.helped),
        ]
        if standing.start is not None and standing.start in known:
            title = isolate(lesson_title(self._lessons, standing.start))
            found.append(_("Could start with “{title}”").format(title=title))
        return [words for words in found if words]

    def _row(self, lesson: Lesson, progress: Progress) -> QHBoxLayout:
        look = state_look(progress.state)
        row = QHBoxLayout()
        row.setSpacing(current().space(8))
        title = lesson_title(self._lessons, lesson.id)
        row.addWidget(Text(title, "body", tight=True), 1)
        row.addWidget(Chip(look.word, look.tone, icon=look.icon), 0, Qt.AlignmentFlag.AlignTop)
        return row
