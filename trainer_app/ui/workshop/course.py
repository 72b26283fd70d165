"""One course: what it is, when it meets, and who is in it; or a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.funding.projects import names_and_funders
from trainer_app.i18n import _, current, isolate
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.funding.projects import Projects
from trainer_app.services.paths import Paths
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, flow, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.same_place import bring_into_sight, same_place
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.widgets import Button, Card, Notice, Scroller, Text, Toast
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.course_details import CourseDetails
from trainer_app.ui.workshop.course_path import CoursePath
from trainer_app.ui.workshop.course_people import PeopleCard
from trainer_app.ui.workshop.course_planner import SessionPlanner
from trainer_app.ui.workshop.course_projects import Belongings, double_words
from trainer_app.ui.workshop.course_sessions import CHANGE, SessionEditor, sessions_table
from trainer_app.ui.workshop.path_choice import all_paths
from trainer_app.ui.workshop.path_words import lesson_titles

Deed = Callable[[], object]


class CoursePage(Page):
    """A course to plan; without an id a new one is made.

    Signals: `saved(str)` with the course's id when it was made or its details changed,
    `roster_requested(str)` with the course's id, `session_opened(str)`, `person_opened(str)`,
    `progress_requested(str)` (how far everyone is, with the course's id), `awards_requested(str)`
    (certificates and badges), `back_requested`.
    """

    guide = "courses"

    saved = Signal(str)
    roster_requested = Signal(str)
    session_opened = Signal(str)
    person_opened = Signal(str)
    progress_requested = Signal(str)
    awards_requested = Signal(str)
    back_requested = Signal()
    shows_names = True

    def __init__(
        self,
        courses: Courses,
        enrolling: Enrolling,
        lessons: LessonLibrary,
        bridge: Bridge,
        course_id: str | None,
        *,
        paths: Paths,
        projects: Projects,
        now: Now,
    ) -> None:
        super().__init__()
        self._courses, self._enrolling, self._lessons = courses, enrolling, lessons
        self._projects = projects
        self._bridge, self._id, self._now, self._paths = bridge, course_id, now, paths
        self.details: CourseDetails | None = None
        self.planner: SessionPlanner | None = None
        self.editor: SessionEditor | None = None
        self.path: CoursePath | None = None
        self._first: QWidget | None = None
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show()

    # Showing
    def news(self, changed: frozenset[str]) -> None:
        # What is being typed stays; it is shown anew when it is saved or closed.
        busy = self.details or self.planner or self.editor or self.path
        if changed & {"courses", "projects", "sessions", "people", "attendance"} and not busy:
            with same_place(self):
                self._show()

    def remember(self) -> Any:
        return (
            self.details.remember() if self.details else None,
            self.planner.remember() if self.planner else None,
        )

    def recall(self, memory: Any) -> None:
        details, planner = memory
        if details is not None:
            self.open_details()
            assert self.details is not None
            self.details.recall(details)
        if planner is not None:
            self.open_planner()
            assert self.planner is not None
            self.planner.recall(planner)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return self._now().date()

    def _show(self) -> None:
        clear(self._whole)
        self.details = self.planner = self.editor = self.path = None
        if self._id is None:
            self._show_new()
        else:
            self._show_course(self._courses.course(self._id))

    def _heading(self, title: str, under: str = "", actions: tuple[QWidget, ...] = ()) -> Heading:
        heading = Heading(title, under, actions, back=_("All courses"))
        heading.back_requested.connect(self.back_requested)
        return heading

    # A new course
    def _show_new(self) -> None:
        self.title = _("New course")
        self.details = CourseDetails(self._lessons, None, Belongings(self._projects.all()))
        self.planner = SessionPlanner(self._today)
        make = Button(_("Make the course"), "primary", icon="check")
        make.clicked.connect(self._make)
        parts = (
            Card(self.details),
            Card(Text(_("Sessions"), "title", "bold"), self.planner),
            flow(make),
        )
        self._fill(self._heading(self.title), *parts)
        self._first = self.details.name

    def _make(self) -> None:
        assert self.details is not None
        assert self.planner is not None
        wish = self.details.value()
        plan = None if wish is None else self.planner.value()
        if wish is None or plan is None:
            return

        def act() -> Course:
            course = self._courses.add_course(
                wish.title,
                project=wish.project or "",
                funder=wish.funder or "",
                place=wish.place or "",
                lessons=wish.lessons,
                core=wish.core,
                projects=wish.projects,
            )
            self._courses.add_sessions(course.id, plan.days, plan.start, plan.end)
            return course

        made = self._bridge.run(act, "courses", "sessions", "projects")
        if made is not None:
            self._id = made.id
            self._show()
            self.saved.emit(made.id)

    # A course that is there
    def _show_course(self, course: Course) -> None:
        self.title = course.title
        change = Button(_("Change details"), icon="pencil")
        change.clicked.connect(self.open_details)
        progress = Button(_("How far everyone is"), icon="chart-column")
        progress.clicked.connect(lambda: self.progress_requested.emit(course.id))
        projects = self._projects.of_course(course.id)
        names, funders = names_and_funders(projects)
        awards = Button(_("Certificates"), icon="award")
        awards.clicked.connect(lambda: self.awards_requested.emit(course.id))
        parts = [names or course.project, funders or course.funder, course.place]
        under = SEPARATOR.join(isolate(part) for part in parts if part)
        heading = self._heading(course.title, under, (awards, progress, change))
        self._above = Card()
        self._above.hide()
        people = PeopleCard(self._enrolling.people(course.id))
        people.opened.connect(self.person_opened)
        people.roster_requested.connect(lambda: self.roster_requested.emit(course.id))
        self._doubles = Notice("", "warn", icon="split")
        if len(projects) > 1:
            self._doubles.set_words(double_words([one.name for one in projects]))
        else:
            self._doubles.hide()
        sessions = self._sessions_card(course)
        self._fill(heading, self._doubles, self._above, sessions, people)

    def _fill(self, *parts: QWidget) -> None:
        """The first part, the heading, stays in sight where there is room for it."""
        self._parts, (heading, *others) = parts, parts
        self._scroller = Scroller()
        if is_roomy():
            self._whole.addWidget(heading)
        for part in others if is_roomy() else parts:
            self._scroller.add(part)
        self._whole.addWidget(self._scroller, 1)

    def open_details(self) -> None:
        """Change what the course is, in place."""
        if self.details is not None or self._id is None:
            return
        belongings = Belongings(self._projects.all(), self._projects.of_course(self._id))
        self.details = CourseDetails(self._lessons, self._courses.course(self._id), belongings)
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save_details)
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self._show)
        # The form says the same of what is ticked in it.
        self._doubles.hide()
        self._above.add(self.details, flow(save, leave))
        self._above.show()
        put_in_order(*self._parts)
        self.details.name.setFocus()

    def _save_details(self) -> None:
        assert self.details is not None
        wish = self.details.value()
        if wish is None:
            return
        before, save = self._courses.course(wish.id), self._courses.save_course
        undo = partial(save, before)
        if self._run(partial(save, wish), "courses", "projects", undo=undo):
            self.saved.emit(wish.id)

    # Its sessions
    def _sessions_card(self, course: Course) -> Card:
        sessions = self._courses.sessions(course.id)
        card = Card(Text(_("Sessions"), "title", "bold"))
        if sessions:
            self.table = sessions_table(course, sessions)
            self.table.chosen.connect(self._chosen)
            card.add(self.table)
        else:
            card.add(Text(_("No session is planned yet."), "body", colour="muted"))
        self._add = Button(_("Add sessions"), icon="calendar-plus")
        self._add.clicked.connect(self.open_planner)
        use = Button(_("Use a path"), icon="route")
        use.clicked.connect(self.open_path)
        self._below = flow(self._add, use)
        card.add(self._below)
        self._sessions = card
        self._first = self.table if sessions else self._add
        return card

    def _chosen(self, session_id: str, column: str) -> None:
        if column == CHANGE:
            self._edit(self._courses.session(session_id))
        else:
            self.session_opened.emit(session_id)

    def _edit(self, session: Session) -> None:
        self._fold_away()
        course = self._courses.course(session.course)
        self.editor = SessionEditor(course, session, self._lessons, self._today)
        save, call = self._courses.save_session, self._courses.cancel_session
        undo = partial(save, session)
        self.editor.saved.connect(lambda it: self._run(partial(save, it), "sessions", undo=undo))
        self.editor.called_off.connect(
            lambda off: self._run(partial(call, session.id, off), "sessions", undo=undo)
        )
        self.editor.left.connect(self._show)
        self._open_below(self.editor, self.editor.date)

    def open_planner(self) -> None:
        """Plan more sessions, in place."""
        if self.planner is not None or self._id is None:
            return
        self._fold_away()
        self.planner = SessionPlanner(self._today)
        add = Button(_("Add to the plan"), "primary", icon="check")
        add.clicked.connect(self._add_sessions)
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self._show)
        self._open_below(Card(self.planner, flow(add, leave)), self.planner.first)

    def open_path(self) -> None:
        """Lay a path over the course, in place."""
        if self.path is not None or self._id is None:
            return
        self._fold_away()
        course = self._courses.course(self._id)
        held = [one for one in self._courses.sessions(course.id) if one.started is not None]
        self.path = CoursePath(
            course,
            all_paths(self._paths, self._lessons, current().code),
            self._paths.ahead(course.id),
            [lesson for one in held for lesson in one.lessons],
            {lesson.id: lesson for lesson in self._lessons.lessons},
            lesson_titles(self._lessons, current().code),
        )
        lay = partial(self._paths.lay, course.id)
        self.path.saved.connect(lambda it: self._run(partial(lay, it), "courses", "sessions"))
        self.path.left.connect(self._show)
        self._open_below(self.path, self.path.choice)

    def _open_below(self, part: QWidget, first: QWidget) -> None:
        self._below.hide()
        self._part = part
        self._sessions.add(part)
        put_in_order(*self._parts)
        first.setFocus()
        bring_into_sight(self._scroller, part)

    def _fold_away(self) -> None:
        planned = self.planner is not None and self._id is not None
        if self.editor is not None or self.path is not None or planned:
            self._part.hide()
            self._part.deleteLater()
            self.editor = self.planner = self.path = None

    def _add_sessions(self) -> None:
        assert self.planner is not None
        plan, id = self.planner.value(), self._id
        if plan is not None and id is not None:
            self._run(
                lambda: self._courses.add_sessions(id, plan.days, plan.start, plan.end), "sessions"
            )

    def _run(self, action: Deed, *changed: str, undo: Deed | None = None) -> bool:
        """Do it, say it and show everything anew; False where a trouble was said."""

        def act() -> bool:
            action()
            return True

        done = self._bridge.run(act, *changed) is not None
        if done:
            self._show()
            self._take_keyboard()
            if undo is None:
                Toast.say(self.window(), _("Saved"))
            else:
                self._bridge.offer_undo(_("Saved"), undo, *changed)
        return done
