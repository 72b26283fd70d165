"""All courses of the centre, with what is held, what comes next and how many are enrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app import places
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.funding.projects import names_and_funders
from trainer_app.domain.letters import holds
from trainer_app.i18n import _
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.funding.projects import Projects
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    EmptyState,
    Row,
    Scroller,
    SearchField,
    Table,
    Text,
)

_MANY = 8


class CoursesPage(Page):
    """The courses as a table.

    Signals: `course_opened(str)`, `new_course_requested`.
    """

    guide = "courses"

    course_opened = Signal(str)
    new_course_requested = Signal()

    def __init__(
        self,
        courses: Courses,
        enrolling: Enrolling,
        bridge: Bridge,
        *,
        projects: Projects,
        now: Now,
    ) -> None:
        super().__init__()
        self._projects = projects
        self._courses, self._enrolling, self._now = courses, enrolling, now
        self._bridge = bridge
        self.title = _("Courses")
        whole = QVBoxLayout(self)
        margins(whole)
        self._new = Button(_("New course"), "primary", icon="calendar-plus")
        self._new.clicked.connect(self.new_course_requested)
        whole.addWidget(Heading(_("Courses"), "", [self._new]))
        self.search = SearchField(_("Find a course"))
        self.search.changed.connect(lambda _text: self._refresh())
        whole.addWidget(self.search)
        self._body = QVBoxLayout()
        self._body.setSpacing(current().space(12))
        whole.addLayout(self._body, 1)
        self._refresh()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"courses", "projects", "sessions", "people", "attendance"}:
            self._refresh()

    def remember(self) -> str:
        return self.search.value()

    def recall(self, memory: str) -> None:
        self.search.control.setProperty("text", memory)

    def _refresh(self) -> None:
        clear(self._body)
        courses = self._courses.all()
        self._new.setVisible(bool(courses))
        self.search.setVisible(len(courses) > _MANY or bool(self.search.value()))
        if not courses:
            self._body.addWidget(self._no_course(), 1)
            return
        self._of_course = {
            id: names_and_funders(found)[0] for id, found in self._projects.by_course().items()
        }
        wanted = self.search.value()
        fitting = [one for one in courses if holds(f"{one.title} {self._projects_of(one)}", wanted)]
        if not fitting:
            self._body.addWidget(Text(_("No course is called that."), "body", colour="muted"))
            self._body.addStretch(1)
            return
        self.table = self._table(fitting)
        scroller = Scroller()
        scroller.add(Card(self.table, pad=8))
        self._body.addWidget(scroller, 1)

    def _no_course(self) -> EmptyState:
        make = Button(_("Make your first course"), "primary", icon="calendar-plus")
        make.clicked.connect(self.new_course_requested)
        return EmptyState(
            places.assets() / "scenes" / "empty-sessions.svg",
            _("A calendar and a clock"),
            _("A course is a row of sessions for a group, with its place and its people."),
            title=_("No course yet"),
            button=make,
        )

    def _table(self, courses: Sequence[Course]) -> Table:
        columns = [
            Column("title", _("Course"), stretch=3),
            Column("people", _("People"), "end"),
            Column("next", _("Next session"), stretch=1),
        ]
        if is_roomy():
            columns[1:1] = [
                Column("project", _("Project"), stretch=1),
                Column("place", _("Place"), stretch=1),
                Column("held", _("Sessions held"), "end"),
            ]
        rows = [self._row(course, columns) for course in courses]
        table = Table(columns, rows, _("Courses"), full=True)
        table.chosen.connect(lambda course, _column: self.course_opened.emit(course))
        return table

    def _row(self, course: Course, columns: Sequence[Column]) -> Row:
        sessions = [s for s in self._courses.sessions(course.id) if not s.cancelled]
        held = sum(session.started is not None for session in sessions)
        people = len(self._enrolling.people(course.id))
        words = _("{held} of {all}").format(held=number(held), all=number(len(sessions)))
        cells = {
            "title": Cell(course.title, strong=True),
            "project": Cell(self._projects_of(course), muted=True),
            "place": Cell(course.place or "", muted=True),
            "people": Cell(number(people), sort=people),
            "held": Cell(words, sort=held),
            "next": self._next(sessions),
        }
        return Row(course.id, tuple(cells[column.key] for column in columns))

    def _projects_of(self, course: Course) -> str:
        return self._of_course.get(course.id) or course.project or ""

    def _next(self, sessions: Sequence[Session]) -> Cell:
        day = self._now().date()
        coming = [s for s in sessions if s.date >= day and not s.has_ended]
        if not coming:
            return Cell("–", muted=True, said=_("No session planned"), sort="")
        first = min(coming, key=lambda session: (session.date, session.planned_start))
        if first.is_open:
            return Cell(_("Now"), tone="ok", icon="play", sort=first.date.toordinal())
        if first.date == day:
            return Cell(_("Today"), tone="primary", icon="calendar", sort=first.date.toordinal())
        return Cell(short_date(first.date), sort=first.date.toordinal())
