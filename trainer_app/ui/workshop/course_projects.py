"""Which projects a course belongs to: several of the known ones, or one more by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.courses import Course
from trainer_app.domain.funding.projects import Project, same_name
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import listed
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import CheckField, FlowGrid, Notice, Text, TextField


@dataclass(frozen=True, slots=True)
class Belongings:
    """The projects there are, and those of one course."""

    known: Sequence[Project] = ()
    chosen: Sequence[Project] = ()


class CourseProjects(QWidget):
    """Tick boxes for the projects there are, and a line for another. Signals: none."""

    def __init__(self, course: Course, belongings: Belongings) -> None:
        super().__init__()
        self._known = {project.id: project for project in belongings.known}
        self._before = [project.id for project in belongings.chosen]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(8))
        self._make_boxes(column)
        self._make_lines(course, belongings.chosen)
        lines = FlowGrid(400, 12)
        lines.add(self.project, self.funder)
        column.addWidget(lines)
        self._warning = Notice("", "warn", icon="split")
        column.addWidget(self._warning)
        self.set_value(tuple(self._before))

    def value_of(self, course: Course) -> Course:
        """A course with what is chosen and typed."""
        return replace(
            course,
            projects=self.value(),
            project=self.project.value().strip() or None,
            funder=self.funder.value().strip() or None,
        )

    def value(self) -> tuple[str, ...]:
        """The ids ticked: those that were there before come first, in their order."""
        ticked = [id for id, box in self.boxes.items() if box.isChecked()]
        return tuple(sorted(ticked, key=self._rank))

    def set_value(self, ids: Sequence[str]) -> None:
        """Tick others."""
        for id, box in self.boxes.items():
            box.setChecked(id in ids)
        self._mind_doubles()

    def _make_boxes(self, column: QVBoxLayout) -> None:
        self.boxes: dict[str, CheckField] = {}
        grid = FlowGrid(260, 4, most=4)
        for project in self._known.values():
            box = CheckField(isolate(project.name))
            box.setAccessibleDescription(project.funder or "")
            box.toggled.connect(lambda _on: self._mind_doubles())
            self.boxes[project.id] = box
            grid.add(box)
        if self.boxes:
            column.addWidget(Text(_("Projects"), "body", "semibold", tight=True))
            column.addWidget(grid)

    def _make_lines(self, course: Course, chosen: Sequence[Project]) -> None:
        paid = any(project.funder for project in chosen)
        self.project = TextField(
            _("Another project") if self.boxes else _("Project"),
            "" if chosen else course.project or "",
            help_words=_("What pays for this course, if something does."),
            longest=120,
        )
        self.funder = TextField(
            _("Its funder") if self.boxes else _("Funder"),
            "" if paid else course.funder or "",
            help_words=_("The line that stands on sheets and files."),
            longest=200,
        )
        self.project.changed.connect(lambda _text: self._mind_doubles())

    def _mind_doubles(self) -> None:
        typed = self.project.value().strip()
        names = [self._known[id].name for id in self.value()]
        if typed and same_name(typed) not in {same_name(name) for name in names}:
            names.append(typed)
        self._warning.setVisible(len(names) > 1)
        self._warning.set_words(double_words(names) if len(names) > 1 else "")

    def _rank(self, id: str) -> int:
        before = [*self._before, *(one for one in self.boxes if one not in self._before)]
        return before.index(id)


def double_words(names: Sequence[str]) -> str:
    """What to mind where a course belongs to two projects or more."""
    return _(
        "This course belongs to {projects}. The same hours may be claimed for one of them only."
    ).format(projects=listed([isolate(name) for name in names]))
