"""Chooses what a report is about: a project, a course, one session, a place, a stretch of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.reporting import Scope
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.reports.period_choice import PeriodChoice
from trainer_app.ui.widgets import Card, ChoiceField, FlowGrid

_ALL = "all"


class ScopeFields(Card):
    """Project, course, session, place and days; what there is no choice of is not asked.

    A session leaves no days nor place to choose. Signals: `changed(Scope)` whenever the choice
    makes sense.
    """

    changed = Signal(object)

    def __init__(
        self,
        courses: Courses,
        projects: Callable[[], list[Project]],
        places: Callable[[], list[str]],
        scope: Scope,
        today: Callable[[], date],
    ) -> None:
        super().__init__(pad=12)
        self._courses, self._projects, self._places = courses, projects, places
        self.project = ChoiceField(_("Project"), [])
        self.course = ChoiceField(_("Course"), [])
        self.session = ChoiceField(_("Session"), [])
        self.place = ChoiceField(_("Place"), [])
        self.period = PeriodChoice(today)
        fields = FlowGrid(180 if is_roomy() else 300, 16, most=5)
        fields.add(self.project, self.course, self.session, self.place, self.period.kind)
        fields.add(self.period.since, self.period.until)
        column = QVBoxLayout()
        column.addWidget(fields)
        self.add(column)
        self.show_scope(scope)
        self.project.changed.connect(lambda _project: self._project_chosen())
        self.course.changed.connect(lambda _course: self._course_chosen())
        self.session.changed.connect(lambda _session: self._tell())
        self.place.changed.connect(lambda _place: self._tell())
        self.period.changed.connect(self._tell)

    def scope(self) -> Scope:
        """What is chosen; days that cannot be read do not narrow it."""
        session = _chosen(self.session)
        since, until = (None, None) if session else self.period.days()
        return Scope(
            course=_chosen(self.course),
            session=session,
            since=since,
            until=until,
            project=_chosen(self.project),
            place=None if session else _chosen(self.place),
        )

    def show_scope(self, scope: Scope) -> None:
        """Choose without a signal; a session brings its course."""
        course = scope.course
        if scope.session is not None:
            course = self._courses.session(scope.session).course
        self._offer(scope.project, course, scope.session, scope.place)
        self.period.show_days(scope.since, scope.until)
        self._mind_the_session()

    def read(self) -> None:
        """Offer projects, courses and sessions as they are now; the choice stays."""
        now = self.scope()
        self._offer(now.project, now.course, now.session, now.place)
        self._mind_the_session()

    def _offer(
        self, project: str | None, course: str | None, session: str | None, place: str | None
    ) -> None:
        projects = [(one.id, one.name) for one in self._projects()]
        project = _fill(self.project, _("All projects"), projects, project)
        courses = [one for one in self._courses.all() if _belongs(one, project)]
        titles = [(one.id, one.title) for one in courses]
        course = _fill(self.course, _("All courses"), titles, course)
        held = [one for one in self._courses.sessions(course) if course and not one.cancelled]
        sessions = [(one.id, _session_words(one)) for one in held]
        _fill(self.session, _("All sessions"), sessions, session)
        known = [(one, isolate(one)) for one in self._places()]
        _fill(self.place, _("All places"), known, place)
        self.project.setVisible(bool(projects))
        self.session.setVisible(course is not None)
        self._many_places = len(known) > 1

    def _project_chosen(self) -> None:
        self._offer(_chosen(self.project), _chosen(self.course), None, _chosen(self.place))
        self._tell()

    def _course_chosen(self) -> None:
        self._offer(_chosen(self.project), _chosen(self.course), None, _chosen(self.place))
        self._tell()

    def _tell(self) -> None:
        self._mind_the_session()
        if self.period.makes_sense():
            self.changed.emit(self.scope())

    def _mind_the_session(self) -> None:
        whole = _chosen(self.session) is None
        self.period.show_fields(whole)
        self.place.setVisible(whole and self._many_places)


def _fill(
    field: ChoiceField, everything: str, options: list[tuple[str, str]], key: str | None
) -> str | None:
    """Offer options after "all of them"; returns what is chosen, if it is there still."""
    known = key if key in {one for one, _words in options} else None
    field.set_options([(_ALL, everything), *options], known or _ALL)
    return known


def _chosen(field: ChoiceField) -> str | None:
    key = field.value()
    return None if key in (None, _ALL) else key


def _belongs(course: Course, project: str | None) -> bool:
    return project is None or project in course.projects


def _session_words(session: Session) -> str:
    return _("Session {number}, {day}").format(
        number=number(session.number), day=short_date(session.date)
    )
