"""Chooses what a report is about: everything, a course, one session, a stretch of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.courses import Session
from trainer_app.i18n import _
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.reporting import Scope
from trainer_app.ui.widgets import Card, ChoiceField, DateField, FlowGrid

_ALL = "all"

Field = Literal["course", "session", "since", "until"]


class ScopeFields(Card):
    """Course, session and days. A session leaves no days to choose.

    Signals: `changed(Scope)` whenever the choice makes sense.
    """

    changed = Signal(object)

    def __init__(self, courses: Courses, scope: Scope, today: Callable[[], date]) -> None:
        super().__init__(pad=16)
        self._courses = courses
        bad = _("This is no date.")
        self.course = ChoiceField(_("Course"), [])
        self.session = ChoiceField(_("Session"), [])
        self.since = DateField(_("First day"), None, today, bad_words=bad)
        self.until = DateField(_("Last day"), None, today, bad_words=bad)
        fields = FlowGrid(220, 16, most=4)
        fields.add(self.course, self.session, self.since, self.until)
        column = QVBoxLayout()
        column.addWidget(fields)
        self.add(column)
        self.show_scope(scope)
        self.course.changed.connect(lambda _course: self._course_chosen())
        self.session.changed.connect(lambda _session: self._tell())
        self.since.changed.connect(lambda _day: self._tell())
        self.until.changed.connect(lambda _day: self._tell())

    def scope(self) -> Scope:
        """What is chosen; days that cannot be read do not narrow it."""
        session = _chosen(self.session)
        return Scope(
            course=_chosen(self.course),
            session=session,
            since=None if session else self.since.value(),
            until=None if session else self.until.value(),
        )

    def show_scope(self, scope: Scope) -> None:
        """Choose without a signal; a session brings its course."""
        course = scope.course
        if scope.session is not None:
            course = self._courses.session(scope.session).course
        self._offer(course, scope.session)
        self.since.set_value(scope.since)
        self.until.set_value(scope.until)
        self._mind_the_days()

    def read(self) -> None:
        """Offer courses and sessions as they are now; the choice stays."""
        self._offer(_chosen(self.course), _chosen(self.session))

    def _offer(self, course: str | None, session: str | None) -> None:
        courses = [(one.id, one.title) for one in self._courses.all()]
        self.course.set_options([(_ALL, _("All courses")), *courses], course or _ALL)
        sessions = self._courses.sessions(course) if course else []
        options = [(one.id, _session_words(one)) for one in sessions if not one.cancelled]
        known = session if session in {id for id, _words in options} else None
        self.session.set_options([(_ALL, _("All sessions")), *options], known or _ALL)
        self.session.setEnabled(course is not None)

    def _course_chosen(self) -> None:
        self._offer(_chosen(self.course), None)
        self._tell()

    def _tell(self) -> None:
        self._mind_the_days()
        since, until = self.since.value(), self.until.value()
        wrong = since is not None and until is not None and until < since
        self.until.set_error(_("The last day lies before the first.") if wrong else None)
        if not wrong:
            self.changed.emit(self.scope())

    def _mind_the_days(self) -> None:
        for field in (self.since, self.until):
            field.setEnabled(_chosen(self.session) is None)


def _chosen(field: ChoiceField) -> str | None:
    key = field.value()
    return None if key in (None, _ALL) else key


def _session_words(session: Session) -> str:
    return _("Session {number}, {day}").format(
        number=number(session.number), day=short_date(session.date)
    )
