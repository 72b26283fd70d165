"""The way from anywhere to anything: one box that finds people, courses, lessons and screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from trainer_app.domain.finding import Findable, Index
from trainer_app.i18n import _, current
from trainer_app.i18n.formats import number, short_date
from trainer_app.ui.workshop.attendance_words import session_plan, session_title

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.search.panel import Group, SearchPanel
    from trainer_app.ui.trainer_frame import TrainerFrame
    from trainer_app.ui.ways.screens import Spot

_MOST, _AT_FIRST = 5, 8
_SHOWN = frozenset({"people", "courses", "sessions", "projects", "lessons", "helpings"})


class SearchWays:
    """Search for trainers. What is typed is kept nowhere; learners never see the box.

    Names and words are folded once and kept until something of them changes.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._index: Index | None = None
        self._language = ""
        self._panel: SearchPanel | None = None
        window.bridge.changed.connect(self._changed)
        window.bridge.forgotten.connect(self.forget)

    def put(self, frame: TrainerFrame) -> None:
        """Let a new screen be searched from; the box goes with it."""
        frame.search_requested.connect(self.open)
        frame.destroyed.connect(self.close)

    def open(self) -> None:
        """Show the box over the screen in sight."""
        from trainer_app.ui.search.panel import SearchPanel
        from trainer_app.ui.ways.screens import spots

        window = self._window
        if window.desk is None or not window.door.trainer_inside or self._panel is not None:
            return
        there = spots(window)
        screens = Index(
            Findable("screen", str(at), one.words, one.under, f"{one.under} {one.also}")
            for at, one in enumerate(there)
        )
        index = self._prepared(window.desk)
        self._panel = SearchPanel(window, lambda typed: self._groups(typed, index, screens, there))
        self._panel.chosen.connect(lambda thing: self._go(thing, there))
        self._panel.destroyed.connect(self._gone)
        self._panel.open()

    def close(self) -> None:
        """Take the box away, where there is one."""
        if self._panel is not None:
            self._panel.leave()

    def forget(self) -> None:
        """Know nobody's name any more: the centre is being locked."""
        self.close()
        self._index = None

    # Finding
    def _groups(
        self, typed: str, index: Index, screens: Index, there: Sequence[Spot]
    ) -> list[Group]:
        from trainer_app.ui.search.panel import Group

        if not typed.strip():
            first = [
                Findable("screen", str(at), one.words, one.under)
                for at, one in enumerate(there[:_AT_FIRST])
            ]
            return [Group(_("Screens"), "layout-grid", tuple(first), len(there))]
        kinds = [
            ("person", _("People"), "user", index),
            ("session", _("Sessions"), "calendar-check", index),
            ("course", _("Courses"), "calendar", index),
            ("lesson", _("Lessons"), "book-open", index),
            ("project", _("Projects"), "coins", index),
            ("screen", _("Screens"), "layout-grid", screens),
        ]
        hidden = {"person"} if self._window.evening.names_are_covered else set()
        return [
            Group(heading, icon, hits.best, hits.all)
            for kind, heading, icon, where in kinds
            if kind not in hidden
            for hits in [where.find(typed, kind, _MOST)]
        ]

    def _prepared(self, desk: Desk) -> Index:
        if self._index is None or self._language != current().code:
            self._index, self._language = Index(_things(desk)), current().code
        return self._index

    def _changed(self, changed: frozenset[str]) -> None:
        if changed & _SHOWN:
            self._index = None

    # Opening
    def _go(self, thing: Findable, there: Sequence[Spot]) -> None:
        window = self._window
        ways: dict[str, Callable[[str], None]] = {
            "person": window.trainer.person,
            "session": window.trainer.attendance,
            "course": window.trainer.course,
            "lesson": window.teaching.plan,
            "project": lambda id: window.funding.projects.project(id),
            "screen": lambda at: there[int(at)].go(),
        }
        ways[thing.kind](thing.id)

    def _gone(self) -> None:
        self._panel = None


def _things(desk: Desk) -> Iterator[Findable]:
    for person in desk.enrolling.people():
        yield Findable("person", person.id, person.label, person.number, person.number)
    courses = {course.id: course for course in desk.courses.all()}
    for course in courses.values():
        under = " · ".join(filter(None, (course.project, course.place)))
        yield Findable("course", course.id, course.title, under, under)
    for session in desk.courses.sessions():
        course = courses[session.course]
        plan, day = session_plan(course, session), session.date
        words = f"{plan} {day.isoformat()} {short_date(day)}"
        yield Findable("session", session.id, session_title(course, session), plan, words)
    titles = desk.lessons.titles(current().code)
    for lesson in desk.lessons.lessons:
        label = _("{number}. {title}").format(
            number=number(lesson.number), title=titles[lesson.id][0]
        )
        yield Findable("lesson", lesson.id, label)
    for project in desk.projects.all():
        words = f"{project.funder or ''} {project.grant or ''}"
        yield Findable("project", project.id, project.name, project.funder or "", words)
