"""What a course is: title, project, funder, place, and the lessons planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course
from trainer_app.i18n import _, current, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import CheckField, FlowGrid, Text, TextField


def lesson_titles(library: LessonLibrary, language: str) -> dict[str, str]:
    """Each lesson with its number and title, in the language or the nearest there is."""
    titles = library.titles(language)
    words = _("{number}. {title}")
    return {
        lesson.id: words.format(number=number(lesson.number), title=isolate(titles[lesson.id][0]))
        for lesson in library.lessons
    }


class LessonPicker(QWidget):
    """Lessons to tick. Lessons that are not on this laptop stay chosen. Signals: `changed`."""

    changed = Signal()

    def __init__(self, library: LessonLibrary, chosen: Sequence[str]) -> None:
        super().__init__()
        titles = lesson_titles(library, current().code)
        self._unknown = [id for id in chosen if id not in titles]
        self._ticks: dict[str, CheckField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(4))
        column.addWidget(Text(_("Lessons planned"), "body", "semibold", tight=True))
        grid = FlowGrid(300, 4)
        for id, title in titles.items():
            tick = CheckField(title, id in chosen)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self._ticks[id] = tick
            grid.add(tick)
        column.addWidget(grid)

    def value(self) -> tuple[str, ...]:
        """The ids chosen, by number."""
        return (*(id for id, tick in self._ticks.items() if tick.isChecked()), *self._unknown)

    def set_value(self, chosen: Sequence[str]) -> None:
        """Tick other lessons."""
        for id, tick in self._ticks.items():
            tick.setChecked(id in chosen)


class CourseDetails(QWidget):
    """The fields of a course. Signals: none."""

    def __init__(self, library: LessonLibrary, course: Course | None) -> None:
        super().__init__()
        self._course = course or Course("", "")
        known = self._course
        self.name = TextField(
            _("Name of the course"), known.title, hint=_("Such as Tuesday group"), longest=120
        )
        self.place = TextField(_("Place"), known.place or "", longest=120)
        self.project = TextField(
            _("Project number"),
            known.project or "",
            help_words=_("If a funder asks for one."),
            longest=120,
        )
        self.funder = TextField(
            _("Funder"),
            known.funder or "",
            help_words=_("The line that stands on sheets and files."),
            longest=200,
        )
        self.lessons = LessonPicker(library, known.lessons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(12))
        grid = FlowGrid(400, 12)
        grid.add(self.name, self.place, self.project, self.funder)
        column.addWidget(grid)
        column.addWidget(self.lessons)
        self.name.changed.connect(lambda _text: self.name.set_error(None))

    def value(self) -> Course | None:
        """The course as typed; None, said at the field, where it has no name."""
        if not self.name.value().strip():
            self.name.set_error(_("Give the course a name, so that people find it."))
            self.name.setFocus()
            return None
        return replace(
            self._course,
            title=self.name.value().strip(),
            project=self.project.value().strip() or None,
            funder=self.funder.value().strip() or None,
            place=self.place.value().strip() or None,
            lessons=self.lessons.value(),
        )

    def remember(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is typed and ticked."""
        return tuple(field.value() for field in self._fields()), self.lessons.value()

    def recall(self, memory: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        """Put back what `remember` gave."""
        for field, text in zip(self._fields(), memory[0], strict=True):
            field.set_value(text)
        self.lessons.set_value(memory[1])

    def _fields(self) -> tuple[TextField, ...]:
        return (self.name, self.place, self.project, self.funder)
