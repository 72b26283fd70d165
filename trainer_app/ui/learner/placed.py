"""You could start here: the lesson that the small tasks point to, and two others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, own_name
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, LearnerPage, foot_row
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, Text, TileButton


class PlacedPage(LearnerPage):
    """The lesson large, the others beside it; nothing was scored.

    Signals: lesson_chosen(str lesson), back_requested (to all lessons).
    """

    lesson_chosen = Signal(str)
    back_requested = Signal()

    def __init__(
        self, lessons: LessonLibrary, lesson: str, others: Sequence[str], language: str
    ) -> None:
        super().__init__(_("You could start here"), _("You choose. You can always change it."))
        self._lessons, self._language = lessons, language
        roomy = current().scale <= LARGE_LETTERS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(across if roomy else down)
        row.setSpacing(current().space(24))
        large = self._tile(lesson, 300 if roomy else 160)
        row.addWidget(large, 5)
        row.addWidget(self._others(others), 3)
        self.column.addLayout(row)
        self.column.addStretch(1)
        back = Button(_("All lessons"), icon="layout-grid")
        back.clicked.connect(self.back_requested)
        self.column.addLayout(foot_row([back], []))
        self.first = large

    def _others(self, others: Sequence[str]) -> QWidget:
        grid = FlowGrid(240, 14, most=1 if current().scale <= LARGE_LETTERS else 2)
        words = Text(_("Or here:"), "body", "semibold", tight=True)
        if not others:
            words.hide()
        grid.add(words, *(self._tile(each, 112) for each in others))
        return grid

    def _tile(self, lesson_id: str, height: int) -> TileButton:
        lesson = self._lessons.lesson(lesson_id)
        title, language = self._lessons.titles(self._language)[lesson_id]
        note = "" if language == self._language else own_name(language)
        tile = TileButton(
            title, lesson.image(lesson.tile), lesson.hue, note=note, picture_height=height
        )
        tile.clicked.connect(lambda: self.lesson_chosen.emit(lesson_id))
        return tile
