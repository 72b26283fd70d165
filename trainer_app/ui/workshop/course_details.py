"""What a course is: title, place, projects, and the lessons planned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course
from trainer_app.domain.paths import PathPart, cores_of, lessons_of, parts_of
from trainer_app.i18n import _
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import FlowGrid, TextField
from trainer_app.ui.workshop.course_projects import Belongings, CourseProjects
from trainer_app.ui.workshop.lesson_order import LessonOrder

Typed = tuple[tuple[str, ...], tuple[PathPart, ...], tuple[str, ...]]


class CourseDetails(QWidget):
    """The fields of a course. Signals: none."""

    def __init__(
        self, library: LessonLibrary, course: Course | None, belongings: Belongings
    ) -> None:
        super().__init__()
        self._course = course or Course("", "")
        known = self._course
        self.name = TextField(
            _("Name of the course"), known.title, hint=_("Such as Tuesday group"), longest=120
        )
        self.place = TextField(_("Place"), known.place or "", longest=120)
        self.projects = CourseProjects(known, belongings)
        self.project, self.funder = self.projects.project, self.projects.funder
        self.lessons = LessonOrder(
            library, parts_of(known), title=_("Lessons planned"), cores=True, folded=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(12))
        grid = FlowGrid(400, 12)
        grid.add(self.name, self.place)
        column.addWidget(grid)
        column.addWidget(self.projects)
        column.addWidget(self.lessons)
        self.name.changed.connect(lambda _text: self.name.set_error(None))

    def value(self) -> Course | None:
        """The course as typed; None, said at the field, where it has no name."""
        if not self.name.value().strip():
            self.name.set_error(_("Give the course a name, so that people find it."))
            self.name.setFocus()
            return None
        return replace(
            self.projects.value_of(self._course),
            title=self.name.value().strip(),
            place=self.place.value().strip() or None,
            lessons=lessons_of(self.lessons.value()),
            core=cores_of(self.lessons.value()),
        )

    def remember(self) -> Typed:
        """What is typed and chosen."""
        texts = tuple(field.value() for field in self._fields())
        return texts, self.lessons.value(), self.projects.value()

    def recall(self, memory: Typed) -> None:
        """Put back what `remember` gave."""
        for field, text in zip(self._fields(), memory[0], strict=True):
            field.set_value(text)
        self.lessons.set_value(memory[1])
        self.projects.set_value(memory[2])

    def _fields(self) -> tuple[TextField, ...]:
        return (self.name, self.place, self.project, self.funder)
