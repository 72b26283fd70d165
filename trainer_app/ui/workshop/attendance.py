"""The attendance of one session: when it really ran, and one key for each person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.attendance import CAME_LATE, WENT_EARLY, Status
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.i18n.ordering import name_key
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Scroller, SearchField, Text, Toast
from trainer_app.ui.widgets.said_as import announce
from trainer_app.ui.workshop.attendance_counts import Counts, CountStrip
from trainer_app.ui.workshop.attendance_details import MarkDetails, Wish
from trainer_app.ui.workshop.attendance_door import WalkIn
from trainer_app.ui.workshop.attendance_head import SessionHead
from trainer_app.ui.workshop.attendance_list import PeopleList
from trainer_app.ui.workshop.attendance_marks import Kind
from trainer_app.ui.workshop.attendance_row import Standing, stands
from trainer_app.ui.workshop.attendance_words import session_title


class AttendancePage(Page):
    """Who was there, for how long, and as what.

    Signals: `board_opened(str)`, `export_requested(str)`, `sign_in_sheet_requested(str)` with the
    session's id; `person_opened(str)`; `deed_chosen(str, str)`: "tick" or "photos" of the signed
    sheet, and the session's id.
    """

    guide = "attendance"

    board_opened = Signal(str)
    person_opened = Signal(str)
    export_requested = Signal(str)
    sign_in_sheet_requested = Signal(str)
    deed_chosen = Signal(str, str)

    shows_names = True

    def __init__(
        self,
        courses: Courses,
        attending: Attending,
        enrolling: Enrolling,
        bridge: Bridge,
        session_id: str,
        *,
        photos: Callable[[str], int] = lambda _session: 0,
    ) -> None:
        """`photos` counts those of a session's signed sheet."""
        super().__init__()
        self._courses, self._attending, self._enrolling = courses, attending, enrolling
        self._bridge, self._id = bridge, session_id
        self._marked_here, self._photos = 0, photos
        self.session = courses.session(session_id)
        self._course = courses.course(self.session.course)
        self.title = session_title(self._course, self.session)
        self.head = SessionHead()
        self.counts = CountStrip()
        self.search = SearchField(_("Find a person"), hint=_("Find a name or number"))
        self.search.control.setToolTip("Ctrl+F")
        self.walk_in = WalkIn(self._outside)
        self.undo_button = Button(_("Undo"), icon="undo-2")
        self.undo_button.show_keys("Ctrl+Z")
        self.undo_button.once = False
        self.people = PeopleList()
        self._connect()
        self._arrange()
        self._refresh_session()
        self._refresh()

    # Building
    def _connect(self) -> None:
        head, opened = self.head, self._id
        head.start_requested.connect(self._start)
        head.end_requested.connect(self._end)
        head.reopen_requested.connect(lambda: self._run_session(self._attending.reopen))
        head.times_set.connect(self._set_times)
        head.board_requested.connect(lambda: self.board_opened.emit(opened))
        head.export_requested.connect(lambda: self.export_requested.emit(opened))
        head.sheet_requested.connect(lambda: self.sign_in_sheet_requested.emit(opened))
        head.deed_chosen.connect(lambda deed: self.deed_chosen.emit(deed, opened))
        self.counts.headcount_changed.connect(self._count_nameless)
        self.search.changed.connect(self.people.filter)
        self.search.entered.connect(self.people.go_to_first)
        self.walk_in.came.connect(self._come_in)
        self.walk_in.known_came.connect(self._come_in_known)
        self.undo_button.clicked.connect(self.undo)
        self.people.marked.connect(self._mark)
        self.people.cleared.connect(self._clear)
        self.people.opened.connect(self._open_details)
        self._undo_keys = QShortcut(QKeySequence.StandardKey.Undo, self)
        self._undo_keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._undo_keys.activated.connect(self.undo)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _arrange(self) -> None:
        tools = QWidget()
        side_by_side = is_roomy()
        row: QBoxLayout = QHBoxLayout(tools) if side_by_side else QVBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        top = Qt.AlignmentFlag.AlignTop if side_by_side else Qt.AlignmentFlag(0)
        row.addWidget(self.search, 2, top)
        row.addWidget(self.walk_in, 3, top)
        row.addWidget(self.undo_button, 0, top if side_by_side else Qt.AlignmentFlag.AlignLeading)
        keys = _(
            "One key a person: P or 1 present, L or 2 late, E or 3 left early, "
            "A or 4 absent, X or 5 excused. Enter opens the details."
        )
        parts = [self.head, self.counts, tools, Text(keys, "small", colour="muted", tight=True)]
        whole = QVBoxLayout(self)
        margins(whole)
        whole.setSpacing(current().space(10))
        if side_by_side:
            for part in parts:
                whole.addWidget(part)
            whole.addWidget(Scroller(self.people), 1)
            return
        scroller = Scroller()
        for part in [*parts, self.people]:
            scroller.add(part)
        whole.addWidget(scroller)

    # Showing
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """The first key that is pressed on this page marks somebody."""
        inside = self.focusWidget()
        typing = isinstance(inside, QLineEdit) and bool(inside.text())
        if not typing and self.people.details() is None:
            # With large text the whole page scrolls, and its top is to be seen first.
            self.people.go_to_unmarked(in_sight=is_roomy())

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"sessions", "courses", "sheets"}:
            self._refresh_session()
        if changed & {"attendance", "people", "headcount", "courses"}:
            self._refresh()

    def remember(self) -> Any:
        return (self.search.value(), self.walk_in.name.value(), self._marked_here)

    def recall(self, memory: Any) -> None:
        search, name, self._marked_here = memory
        self.search.control.setProperty("text", search)
        self.walk_in.name.set_value(name)
        self._allow_undo(self._marked_here > 0)

    def _refresh_session(self) -> None:
        self.session = self._courses.session(self._id)
        self._course = self._courses.course(self.session.course)
        other = self._courses.open_session()
        running = None
        if other is not None and other.id != self._id:
            running = (self._courses.course(other.course), other)
        times = self._attending.real_times(self.session)
        photos = self._photos(self._id)
        self.head.show_session(self._course, self.session, times, running, photos)
        tools = (self.search, self.walk_in, self.undo_button)
        put_in_order(self.head, self.counts, *tools, self.people)

    def _refresh(self) -> None:
        standing = self._standings()
        self.people.show_people(standing)
        self.counts.show_counts(Counts.of(standing), self._attending.headcount(self._id))
        self._allow_undo(self._marked_here > 0 and self._attending.can_undo())

    def _allow_undo(self, allowed: bool) -> None:
        self.undo_button.setEnabled(allowed)
        # Otherwise the keys take back what else was done on this page.
        self._undo_keys.setEnabled(allowed)

    def _standings(self) -> list[Standing]:
        marks = self._attending.marks(self._id)
        people = {person.id: person for person in self._enrolling.people(self.session.course)}
        for id in marks.keys() - people.keys():
            people[id] = self._enrolling.person(id)
        ordered = sorted(people.values(), key=lambda person: name_key(person.label))
        return [Standing(person, marks.get(person.id)) for person in ordered]

    def _outside(self) -> list[Person]:
        """People of the centre who are not in this list."""
        inside = {standing.person.id for standing in self._standings()}
        return [person for person in self._enrolling.people() if person.id not in inside]

    # The session
    def _run_session(self, action: Callable[[str], object]) -> bool:
        done = self._bridge.run(lambda: action(self._id), "sessions") is not None
        if done:
            self._marked_here = self._marked_here if self._attending.can_undo() else 0
            self._refresh_session()
            self._refresh()
        return done

    def _start(self) -> None:
        if self._run_session(self._attending.start_now):
            # Now one key marks each person.
            self.people.go_to_first()

    def _end(self) -> None:
        if self._run_session(self._attending.end_now):
            again = self._attending.reopen
            words = _("The session has ended.")
            self._bridge.offer_undo(words, lambda: again(self._id), "sessions")

    def _set_times(self, start: time, end: time, reason: str) -> None:
        self._run_session(lambda id: self._attending.set_times(id, start, end, reason))

    def _count_nameless(self, delta: int) -> None:
        self._bridge.run(lambda: self._attending.change_headcount(self._id, delta), "headcount")
        self._refresh()

    # Marks
    def _mark(self, person_id: str, kind: Kind) -> None:
        """One key or press: written at once, or asked for what cannot be known from the clock."""
        mark = self._attending.marks(self._id).get(person_id)
        if stands(kind, mark):
            self.people.go_on_from(person_id)
            return
        timed = kind.status in CAME_LATE or kind.status in WENT_EARLY
        if (self.session.has_ended and mark is not None) or (timed and not self.session.is_open):
            self._open_details(person_id, kind.status)
            return
        if kind.status is Status.LATE and mark is not None and mark.status in WENT_EARLY:
            self._open_details(person_id, Status.LATE_LEFT_EARLY)
            return
        if self._write(lambda: self._mark_now(person_id, kind.status)):
            announce(self, self.people.row(person_id).said())
            self.people.close_details()
            self.people.go_on_from(person_id)

    def _mark_now(self, person_id: str, status: Status) -> None:
        if status is Status.LATE:
            self._attending.mark_late_now(self._id, person_id)
        elif status is Status.LEFT_EARLY:
            self._attending.mark_left_now(self._id, person_id)
        else:
            self._attending.mark(self._id, person_id, status)

    def _clear(self, person_id: str) -> None:
        if self._attending.marks(self._id).get(person_id) is None:
            return
        if self.session.has_ended:
            self._open_details(person_id, None)
            return
        self._write(lambda: self._attending.mark(self._id, person_id, None))

    def _open_details(self, person_id: str, *wanted: Status | None) -> None:
        """The whole mark in place; `wanted` is a status to begin with other than the one now."""
        row = self.people.row(person_id)
        mark = row.standing.mark
        status = wanted[0] if wanted else Status(mark.status) if mark else None
        details = MarkDetails(
            row.standing,
            status,
            self._attending.history(self._id, person_id),
            needs_reason=self.session.has_ended and mark is not None,
        )
        details.saved.connect(lambda wish: self._save(person_id, wish))
        details.left.connect(self.people.close_details)
        details.person_opened.connect(lambda: self.person_opened.emit(person_id))
        self.people.open_details(person_id, details)

    def _save(self, person_id: str, wish: Wish) -> None:
        done = self._write(
            lambda: self._attending.mark(
                self._id,
                person_id,
                wish.status,
                late=wish.late,
                early=wish.early,
                role=wish.role,
                reason=wish.reason,
            )
        )
        if done:
            self.people.close_details()

    def _write(self, action: Callable[[], object]) -> bool:
        def act() -> bool:
            action()
            return True

        done = self._bridge.run(act, "attendance") is not None
        self._marked_here += done
        self._refresh()
        return done

    def undo(self) -> None:
        """Take back the last mark made here, and go to whose it was."""
        if not self._marked_here:
            return
        taken = self._bridge.run(self._attending.undo, "attendance")
        self._marked_here -= 1
        self._refresh()
        if taken is not None and taken[0] == self._id and taken[1] in self.people.shown():
            self.people.go_to(taken[1])
            name = person_label(self._enrolling.person(taken[1]))
            Toast.say(self.window(), _("Taken back: {name}").format(name=name))

    # The door
    def _come_in(self, name: str) -> None:
        course = self.session.course

        def act() -> Person:
            person = self._enrolling.add_person(name, course_id=course)
            self._attending.mark(self._id, person.id, Status.PRESENT)
            return person

        self._welcome(act)

    def _come_in_known(self, person_id: str) -> None:
        def act() -> Person:
            self._attending.mark(self._id, person_id, Status.PRESENT)
            return self._enrolling.person(person_id)

        self._welcome(act)

    def _welcome(self, action: Callable[[], Person]) -> None:
        person = self._bridge.run(action, "people", "attendance")
        if person is None:
            return
        self._marked_here += 1
        self._refresh()
        words = _("{name} is here, number {number}").format(
            name=person_label(person), number=person.number
        )
        Toast.say(self.window(), words)
