"""Ticking a signed sheet back: one key a row, each on the disk before the next one is in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import ATTENDED, Status
from trainer_app.domain.people import Person
from trainer_app.domain.ticking import (
    Step,
    TakeBack,
    Tick,
    Ticking,
    Write,
    back,
    came_in,
    digit,
    go,
    leave,
    say,
    seen,
    sign,
    taken_back,
    written,
)
from trainer_app.i18n import _
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.ticking import TickingBack
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Scroller, Text
from trainer_app.ui.workshop.attendance_times import TimesForm
from trainer_app.ui.workshop.attendance_words import SEPARATOR, session_plan, session_title
from trainer_app.ui.workshop.tick_finder import NameFinder
from trainer_app.ui.workshop.tick_hand import RowInHand
from trainer_app.ui.workshop.tick_list import Line, SheetRows
from trainer_app.ui.workshop.tick_others import ask_others, others_words
from trainer_app.ui.workshop.tick_words import photos_words, progress_words, saved_words


class TickPage(Page):
    """One signed sheet. `photos` counts those of a session.

    Signals: `photos_opened(str)` with the session's id, `back_requested(str)` likewise.
    """

    guide = "paper"

    photos_opened = Signal(str)
    back_requested = Signal(str)

    shows_names = True

    def __init__(
        self,
        ticking: TickingBack,
        courses: Courses,
        attending: Attending,
        enrolling: Enrolling,
        bridge: Bridge,
        session_id: str,
        *,
        photos: Callable[[str], int],
    ) -> None:
        super().__init__()
        self._ticking, self._courses, self._attending = ticking, courses, attending
        self._bridge, self._id = bridge, session_id
        self._photos, self._writing = photos, False
        self.session = courses.session(session_id)
        course = courses.course(self.session.course)
        self.title = _("Signed sheet")
        under = SEPARATOR.join(
            [session_title(course, self.session), session_plan(course, self.session)]
        )
        self._photo_button = Button(_("Photos"), icon="image")
        self._photo_button.clicked.connect(lambda: self.photos_opened.emit(session_id))
        heading = Heading(_("Signed sheet"), under, [self._photo_button], back=_("Attendance"))
        heading.back_requested.connect(lambda: self.back_requested.emit(session_id))
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._whole.setSpacing(current().space(10))
        self._heading = heading
        self.state = Ticking(ticking.rows(session_id), ticking.times(session_id))
        self.hand, self.rows = RowInHand(), SheetRows(scrolls=is_roomy())
        self.finder = NameFinder(enrolling.people)
        self._progress = Text("", "body", colour="muted", tight=True)
        self.others = Button("", icon="x")
        self._tools = flow(self._progress, self.others, gap=12)
        self._connect()
        self.times = self._times_form()
        self._body: QWidget | None = None
        self._scroller: Scroller | None = None
        self._show_body()

    # Building
    def _connect(self) -> None:
        hand, finder = self.hand, self.finder
        hand.signed.connect(lambda: self._step(*sign(self.state)))
        hand.said.connect(lambda status: self._step(*say(self.state, status)))
        hand.typed.connect(lambda figure: self._step(digit(self.state, figure)))
        hand.backed.connect(self._back)
        hand.left.connect(lambda: self._step(leave(self.state)))
        hand.moved.connect(lambda rows: self._step(go(self.state, rows)))
        finder.backed.connect(self._back)
        finder.found.connect(self._found)
        finder.new.connect(self._new)
        self.rows.chosen.connect(lambda place: self._step(go(self.state, place - self.state.at)))
        self.others.clicked.connect(self._ask_others)

    def _times_form(self) -> TimesForm:
        """For a session that was on paper only: minutes count from when it really began."""
        words = _(
            "This session was not started in the program. When did it really begin and end? "
            "After that you tick the sheet."
        )
        form = TimesForm(
            self.session.planned_start, self.session.planned_end, needs_reason=False, words=words
        )
        form.saved.connect(self._set_times)
        form.left.connect(lambda: self.back_requested.emit(self._id))
        return form

    def _show_body(self) -> None:
        """The real times where nobody knows them yet, else the rows."""
        old = self._body
        if self.session.started is None:
            self._body = _scrolling(self._heading, self.times)
        elif is_roomy():
            self._body = self._side_by_side()
        else:
            rows = Card(self.rows, pad=10)
            self._body = _scrolling(self._heading, self.hand, self.finder, self._tools, rows)
            self._scroller = self._body
        self._whole.addWidget(self._body, 1)
        if old is not None:
            self._whole.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._refresh()

    def _side_by_side(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(10))
        row = QHBoxLayout()
        row.setSpacing(current().space(16))
        # Words of some languages are longer than the screen is high, while a row is asked about.
        row.addWidget(_scrolling(self.hand, self.finder, self._tools), 3)
        row.addWidget(Card(self.rows, pad=10), 2)
        column.addWidget(self._heading)
        column.addLayout(row, 1)
        return whole

    # Showing
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """The first key that is pressed on this page ticks the row in hand."""
        if self.session.started is None:
            self.times.start.setFocus()
            return
        empty = self.state.row is None
        (self.finder.name if empty else self.hand).setFocus(Qt.FocusReason.OtherFocusReason)

    def news(self, changed: frozenset[str]) -> None:
        if self._writing:
            return
        if changed & {"sessions", "courses"}:
            asked = self.session.started is None
            self.session = self._courses.session(self._id)
            self.state = replace(self.state, times=self._ticking.times(self._id))
            if asked and self.session.started is not None:
                self._show_body()
        if changed & {"attendance", "people", "courses", "sessions"}:
            self._read()

    def remember(self) -> Any:
        return self.state.at, self.state.done

    def recall(self, memory: Any) -> None:
        at, done = memory
        rows = len(self.state.rows)
        self.state = replace(go(self.state, at), done=tuple(one for one in done if one < rows))
        self._refresh()

    def _read(self) -> None:
        """Ask again how everyone stands."""
        self.state = seen(self.state, self._ticking.rows(self._id))
        self._refresh()

    def _refresh(self) -> None:
        state = self.state
        people = [self._ticking.person(row.person) for row in state.rows]
        self.rows.show_lines(
            [
                Line(person_label(person), person.number, row.tick)
                for person, row in zip(people, state.rows, strict=True)
            ],
            state.at,
        )
        empty = state.row is None
        moved = self.hand.isVisibleTo(self) == empty
        self.hand.setVisible(not empty)
        self.finder.setVisible(empty)
        self.hand.show_row(state, None if empty else people[state.at])
        self.finder.show_row(state)
        waiting = len(state.waiting)
        self._progress.set_words(progress_words(state))
        self.others.setVisible(waiting > 0)
        self.others.set_word(others_words(waiting))
        count = self._photos(self._id)
        self._photo_button.set_word(photos_words(count) if count else _("Add a photo of it"))
        if moved and self.isVisible():
            self._take_keyboard()

    # Steps
    def _step(self, state: Ticking, step: Step = None) -> None:
        self.state = state
        if isinstance(step, Write):
            self._write(step.row, step.tick)
        elif isinstance(step, TakeBack):
            self._take_back(step.row)
        self._refresh()
        # Its height is known only once it is laid out.
        QTimer.singleShot(0, self, self._bring_up)

    def _bring_up(self) -> None:
        """With large letters the page scrolls, and what is in hand is to be seen."""
        if self._scroller is not None:
            shown = self.finder if self.state.row is None else self.hand
            top = shown.mapTo(self._scroller.page, QPoint(0, 0)).y()
            self._scroller.verticalScrollBar().setValue(top)

    def _back(self) -> None:
        self._step(*back(self.state))

    def _run(self, action: Callable[[], object], *changed: str) -> bool:
        """Do it, and hear no news of it: the page knows what it wrote."""

        def act() -> bool:
            action()
            return True

        self._writing = True
        try:
            done = self._bridge.run(act, "attendance", *changed) is not None
        finally:
            self._writing = False
        if not done:
            self._read()
        return done

    def _write(self, place: int, tick: Tick) -> None:
        person = self.state.rows[place].person
        reason = self._reason()
        if self._run(lambda: self._ticking.write(self._id, person, tick, reason)):
            self.state = written(self.state, place, tick)
            self._say_saved(place, tick)

    def _take_back(self, place: int) -> None:
        person = self.state.rows[place].person
        found: list[Tick | None] = []
        reason = self._reason()
        if self._run(lambda: found.append(self._ticking.take_back(self._id, person, reason))):
            self.state = taken_back(self.state, found[0])
            self._say_saved(place, found[0])

    def _say_saved(self, place: int, tick: Tick | None) -> None:
        words = saved_words(place, self._ticking.person(self.state.rows[place].person), tick)
        self.hand.saved.set_words(words)
        self.finder.saved.set_words(words)

    @staticmethod
    def _reason() -> str:
        """Why a mark is changed that stood when the session ended."""
        return _("Signed sheet")

    # The empty rows
    def _found(self, person_id: str) -> None:
        state = came_in(self.state, person_id)
        self.state = state
        tick = state.row.tick if state.row else None
        if tick is None or tick.status not in ATTENDED:
            self._write(state.at, Tick(Status.PRESENT))
            # Whoever stands further up was signed there: the next name is on an empty row again.
            self.state = go(self.state, len(self.state.rows))
        self.finder.empty()
        self._refresh()

    def _new(self, name: str) -> None:
        came: list[Person] = []
        if self._run(lambda: came.append(self._ticking.come_in(self._id, name)), "people"):
            state = came_in(self.state, came[0].id)
            self.state = written(state, state.at, Tick(Status.PRESENT))
            self._say_saved(len(self.state.rows) - 1, Tick(Status.PRESENT))
        self.finder.empty()
        self._refresh()

    # All others
    def _ask_others(self) -> None:
        waiting = (self.state.rows[at].person for at in self.state.waiting)
        names = [person_label(self._ticking.person(one)) for one in waiting]
        ask_others(self.window(), names, self._mark_others)

    def _mark_others(self) -> None:
        for place in self.state.waiting:
            if self.state.rows[place].tick is None:
                self._write(place, Tick(Status.ABSENT))
        self._refresh()
        self._take_keyboard()

    # A session on paper only
    def _set_times(self, start: time, end: time, _reason: str) -> None:
        # The news of it shows the rows.
        done = self._bridge.run(
            lambda: self._attending.set_times(self._id, start, end, ""), "sessions"
        )
        if done is not None:
            self.news(frozenset({"sessions"}))
            self._take_keyboard()


def _scrolling(*parts: QWidget) -> Scroller:
    scroller = Scroller()
    for part in parts:
        scroller.add(part)
    return scroller
