"""Makes or changes a path: its name, its lessons in their order, and how long it all takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.paths import LearningPath, PathPart, evenings_needed, warnings
from trainer_app.i18n import _, current, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, Card, Notice, SpinField, Text, TextField
from trainer_app.ui.workshop.lesson_order import LessonOrder
from trainer_app.ui.workshop.path_words import lesson_titles, warning_words

EVENING = 90
"""How long a session is taken to be at first, in minutes."""


@dataclass(frozen=True, slots=True)
class TypedPath:
    """A path as far as it is made; without an id it is a new one."""

    id: str = ""
    title: str = ""
    parts: tuple[PathPart, ...] = ()
    length: int = EVENING


class PathEditor(QWidget):
    """Signals: `saved(LearningPath)` with a name and a lesson; `left`."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, library: LessonLibrary, typed: TypedPath) -> None:
        super().__init__()
        self._id = typed.id
        self._lessons = {lesson.id: lesson for lesson in library.lessons}
        self._titles = lesson_titles(library, current().code)
        self.name = TextField(
            _("Name of the path"), typed.title, hint=_("Such as Four mornings"), longest=80
        )
        self.length = SpinField(
            _("A session takes"), typed.length, least=15, most=480, step=15, unit=_("minutes")
        )
        self._needed = Text("", "body", "semibold", tight=True)
        self._look_at = Notice("", "warn")
        save = Button(_("Save the path"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        self.order = LessonOrder(library, typed.parts, title=_("Lessons in this order"), cores=True)
        head = Card(
            flow(self.name, self.length, gap=16), flow(save, leave, self._needed, gap=16), pad=16
        )
        self.name.setMinimumWidth(look().space(420))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().space(12))
        whole.addWidget(head)
        whole.addWidget(self._look_at)
        whole.addWidget(Card(self.order, pad=16))
        self.name.changed.connect(lambda _text: self.name.set_error(None))
        self.length.changed.connect(lambda _minutes: self._count())
        self.order.changed.connect(self._count)
        self._count()

    def remember(self) -> TypedPath:
        """All that is made."""
        return TypedPath(self._id, self.name.value(), self.order.value(), self.length.value())

    def _count(self) -> None:
        """Say anew how many sessions it takes, and what to look at."""
        parts = self.order.value()
        evenings = evenings_needed(parts, self._lessons, self.length.value())
        words = ngettext("That makes {count} session.", "That makes {count} sessions.", evenings)
        self._needed.set_words(words.format(count=number(evenings)))
        self._needed.setVisible(evenings > 0)
        found = warning_words(warnings(parts, self._lessons), self._titles)
        self._look_at.set_words("\n".join(found))
        self._look_at.setVisible(bool(found))

    def _save(self) -> None:
        typed = self.remember()
        if not typed.title.strip():
            self.name.set_error(_("Give the path a name, so that people find it."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not typed.parts:
            self._look_at.set_words(_("Choose at least one lesson."))
            self._look_at.show()
            self.order.pool.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(LearningPath(self._id, typed.parts, typed.title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)
