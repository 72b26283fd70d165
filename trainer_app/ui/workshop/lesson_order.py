"""Chooses lessons and their order: those chosen in rows, all others in tiles beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.paths import PathPart
from trainer_app.i18n import _, current
from trainer_app.ui.heading import column, flow, is_roomy
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, Text
from trainer_app.ui.workshop.lesson_pool import LessonPool
from trainer_app.ui.workshop.lesson_rows import LessonRows
from trainer_app.ui.workshop.path_words import lessons_and_minutes


class LessonOrder(QWidget):
    """Lessons that are not on this laptop stay where they are. Signals: `changed`.

    `cores`: whether each may be in its short form. `folded`: the tiles are behind a button.
    """

    changed = Signal()

    def __init__(
        self,
        library: LessonLibrary,
        parts: Sequence[PathPart],
        *,
        title: str,
        cores: bool = False,
        folded: bool = False,
    ) -> None:
        super().__init__()
        self._lessons = {lesson.id: lesson for lesson in library.lessons}
        titles = {id: title for id, (title, _in) in library.titles(current().code).items()}
        self._clear = Button(_("Take all out"), "quiet", icon="x", size="small")
        self._clear.clicked.connect(self._take_all_out)
        self.rows = LessonRows(self._lessons, titles, cores=cores, after=self._clear)
        self.rows.changed.connect(self._changed)
        self.pool = LessonPool(library)
        self.pool.toggled.connect(self._toggle)
        self._none = Text(_("No lesson is chosen yet."), "body", colour="muted", tight=True)
        self._sum = Text("", "body", colour="muted", tight=True)
        self._more = Button(_("Choose lessons"), icon="plus", size="small")
        self._more.clicked.connect(self._unfold)
        head = QHBoxLayout()
        head.addWidget(Text(title, "body", "semibold", tight=True), 1)
        head.addWidget(self._clear)
        chosen = column(
            self._none,
            self.rows,
            self._sum,
            flow(self._more),
            gap=6,
        )
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        whole = QBoxLayout(across if is_roomy() else down, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().space(20))
        side = QVBoxLayout()
        side.addLayout(head)
        side.addWidget(chosen)
        side.addStretch(1)
        whole.addLayout(side, 4)
        whole.addWidget(self.pool, 3)
        self.set_value(parts)
        self.pool.setVisible(not folded)
        self._more.setVisible(folded)

    def value(self) -> tuple[PathPart, ...]:
        """The lessons in their order."""
        return self.rows.parts

    def set_value(self, parts: Sequence[PathPart]) -> None:
        """Choose other lessons, without a signal."""
        self.rows.set_parts(parts)
        self._show()

    def _unfold(self) -> None:
        self._more.hide()
        self.pool.show()
        self.pool.search.setFocus()

    def _toggle(self, lesson: str) -> None:
        parts = self.rows.parts
        if any(part.lesson == lesson for part in parts):
            self.rows.take_out(lesson)
        else:
            self.rows.set_parts((*parts, PathPart(lesson)))
            self._changed()

    def _take_all_out(self) -> None:
        self.rows.set_parts(())
        self._unfold()
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        parts = self.rows.parts
        self.pool.show_picked([part.lesson for part in parts])
        self._none.setVisible(not parts)
        self._sum.setVisible(bool(parts))
        self._clear.setVisible(bool(parts))
        self._sum.set_words(lessons_and_minutes(parts, self._lessons))
