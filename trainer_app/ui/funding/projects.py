"""All projects: who pays, for how long, and how far each came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app import places
from trainer_app.domain.funding.participation import sums_of
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui.funding.project_words import period
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    EmptyState,
    Row,
    Scroller,
    Table,
)


class ProjectsPage(Page):
    """The projects as a table.

    Signals: `project_opened(str)`, `new_project_requested`, `sets_requested`,
    `sending_requested` (to an organisation), `back_requested`.
    """

    guide = "projects"

    project_opened = Signal(str)
    new_project_requested = Signal()
    sets_requested = Signal()
    sending_requested = Signal()
    back_requested = Signal()

    def __init__(self, projects: Projects, participating: Participating) -> None:
        super().__init__()
        self._projects, self._participating = projects, participating
        self.title = _("Projects")
        whole = QVBoxLayout(self)
        margins(whole)
        self._new = Button(_("New project"), "primary", icon="plus")
        self._new.clicked.connect(self.new_project_requested)
        self.sets_button = Button(_("Indicator sets"), icon="list-checks")
        self.sets_button.clicked.connect(self.sets_requested)
        self.send_button = Button(_("For an organisation"), icon="upload")
        self.send_button.clicked.connect(self.sending_requested)
        actions = [self.send_button, self.sets_button, self._new]
        heading = Heading(self.title, "", actions, back=_("Reports"))
        heading.back_requested.connect(self.back_requested)
        whole.addWidget(heading)
        self._body = QVBoxLayout()
        self._body.setSpacing(current().space(12))
        whole.addLayout(self._body, 1)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"projects", "courses", "sessions", "people", "attendance"}:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._body)
        projects = self._projects.all()
        self._new.setVisible(bool(projects))
        if not projects:
            # Long words in large letters need more than the window has.
            self._body.addWidget(Scroller(self._none_yet()), 1)
            return
        self.table = self._table(projects)
        scroller = Scroller()
        scroller.add(Card(self.table, pad=8))
        self._body.addWidget(scroller, 1)

    def _none_yet(self) -> EmptyState:
        make = Button(_("Write down your first project"), "primary", icon="plus")
        make.clicked.connect(self.new_project_requested)
        return EmptyState(
            places.assets() / "scenes" / "empty-papers.svg",
            "",
            _(
                "A project is what pays for courses: a funder, a period, and what the funder "
                "wants to know."
            ),
            title=_("No project yet"),
            button=make,
        )

    def _table(self, projects: Sequence[Project]) -> Table:
        columns = [
            Column("name", _("Project"), stretch=2),
            Column("people", _("People"), "end"),
            Column("hours", _("Hours"), "end"),
        ]
        if is_roomy():
            columns[1:1] = [
                Column("funder", _("Funder"), stretch=1),
                Column("period", _("Period")),
                Column("courses", _("Courses"), "end"),
            ]
        rows = [self._row(project, columns) for project in projects]
        table = Table(columns, rows, _("Projects"), full=True)
        table.chosen.connect(lambda project, _column: self.project_opened.emit(project))
        return table

    def _row(self, project: Project, columns: Sequence[Column]) -> Row:
        roll = self._participating.roll(Scope(project=project.id))
        sums = sums_of(roll.participations)
        courses = len(self._projects.courses(project.id))
        begins = project.starts or project.ends
        cells = {
            "name": Cell(project.name, strong=True),
            "funder": Cell(project.funder or "", muted=True),
            "period": Cell(period(project), muted=True, sort=begins.toordinal() if begins else 0),
            "courses": Cell(number(courses), sort=courses),
            "people": Cell(number(sums.people), sort=sums.people),
            "hours": Cell(number(sums.hours, 2), sort=float(sums.hours)),
        }
        return Row(project.id, tuple(cells[column.key] for column in columns))
