"""Chooses what figures are about: a project, a course, one session, a place, a stretch of days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.courses import Session
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.period_fields import PeriodFields
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, ChoiceField, FlowGrid

_ALL = "all"


def fields_card(*fields: QWidget) -> Card:
    """Where every page has the fields that choose what it is about: one row, on a card."""
    grid = FlowGrid(220 if is_roomy() else 300, 16, most=min(4, len(fields)))
    if len(fields) == 1:
        # Nobody looks for the end of a word at the far edge of the window.
        grid.setMaximumWidth(current().px(360))
    grid.add(*fields)
    return Card(grid, pad=12)


class ScopeFields(QWidget):
    """Project, course, session, place and days; what there is no choice of is not asked.

    `places` are asked for where figures can be narrowed to one, and `sessions` are offered where
    they can be about a single one: it leaves no days nor place to choose. Signals:
    `changed(Scope)` whenever the choice makes sense.
    """

    changed = Signal(object)

    def __init__(
        self,
        courses: Courses,
        projects: Projects,
        scope: Scope,
        today: Callable[[], date],
        *,
        places: Callable[[], Sequence[str]] = tuple,
        sessions: bool = False,
    ) -> None:
        super().__init__()
        self._courses, self._projects = courses, projects
        self._places, self._sessions = places, sessions
        self.project = ChoiceField(_("Project"), [])
        self.course = ChoiceField(_("Course"), [])
        self.session = ChoiceField(_("Session"), [])
        self.place = ChoiceField(_("Place"), [])
        self.period = PeriodFields(today, self)
        card = fields_card(
            self.project, self.course, self.session, self.place, *self.period.fields()
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.show_scope(scope)
        self.project.changed.connect(lambda _project: self._narrowed())
        self.course.changed.connect(lambda _course: self._narrowed())
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

    def makes_sense(self) -> bool:
        """Whether the days can be; else the field says why not."""
        return _chosen(self.session) is not None or self.period.makes_sense()

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
        projects = [(one.id, one.name) for one in self._projects.all()]
        project = _fill(self.project, _("All projects"), projects, project)
        course = _fill(self.course, _("All courses"), self._courses_of(project), course)
        asked = course if self._sessions else None
        held = [one for one in self._courses.sessions(asked) if asked and not one.cancelled]
        sessions = [(one.id, _session_words(one)) for one in held]
        _fill(self.session, _("All sessions"), sessions, session)
        known = [(one, isolate(one)) for one in self._places()]
        _fill(self.place, _("All places"), known, place)
        self.project.setVisible(bool(projects))
        self.session.setVisible(asked is not None)
        self._many_places = len(known) > 1

    def _courses_of(self, project: str | None) -> list[tuple[str, str]]:
        """The courses of a project, also those that only name it in words; else all of them."""
        of = self._projects.by_course()
        return [
            (one.id, one.title)
            for one in self._courses.all()
            if project is None or any(each.id == project for each in of.get(one.id, ()))
        ]

    def _narrowed(self) -> None:
        self._offer(_chosen(self.project), _chosen(self.course), None, _chosen(self.place))
        self._tell()

    def _tell(self) -> None:
        self._mind_the_session()
        if self.makes_sense():
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


def _session_words(session: Session) -> str:
    return _("Session {number}, {day}").format(
        number=number(session.number), day=short_date(session.date)
    )
