"""One session of today as a card, and one of an earlier day that nobody ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import ATTENDED, Role
from trainer_app.domain.courses import Course, Session
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import hours, long_date, number
from trainer_app.store.marks import Mark
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, Notice, StatCard, Text
from trainer_app.ui.widgets.buttons import Role as Look
from trainer_app.ui.workshop.attendance_times import TimesForm
from trainer_app.ui.workshop.attendance_words import SEPARATOR, real_words, session_title
from trainer_app.ui.workshop.deeds import Deed, deeds_of
from trainer_app.ui.workshop.tick_words import photos_words

Times = tuple[datetime | None, datetime | None]
_BEFORE_AND_DURING = frozenset({"prepare", "room", "present"})


class SessionCard(Card):
    """A session of today with its one next step in front.

    Signals: `start_requested`, `end_requested`, `reopen_requested`, `attendance_requested`,
    `board_requested`, `sheet_requested`, `course_requested`; `deed_chosen(str)`: see `deeds`.
    """

    start_requested = Signal()
    end_requested = Signal()
    reopen_requested = Signal()
    attendance_requested = Signal()
    board_requested = Signal()
    sheet_requested = Signal()
    course_requested = Signal()
    deed_chosen = Signal(str)

    def __init__(
        self,
        course: Course,
        session: Session,
        times: Times,
        *,
        enrolled: int,
        marks: Iterable[Mark],
        may_start: bool,
        deeds: Collection[str] = (),
        photos: int = 0,
    ) -> None:
        """`photos` counts those of the signed sheet."""
        super().__init__()
        self.session = session
        top: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        top.setSpacing(current().space(16))
        top.addLayout(self._words(course, times, enrolled), 1)
        if session.started is not None:
            top.addWidget(_here(marks))
        self.add(top)
        waits = not may_start and session.started is None
        if waits:
            words = _("You can start this one when the session that runs now has ended.")
            self.add(Text(words, "small", colour="muted"))
        offered = deeds_of(session, deeds)
        if photos:
            offered.append(Deed("photos", photos_words(photos), "image"))
        self.add(self._buttons(waits, offered))
        self.add(self._beside(offered))

    def _words(self, course: Course, times: Times, enrolled: int) -> QVBoxLayout:
        session = self.session
        words = QVBoxLayout()
        words.setSpacing(current().space(4))
        words.addWidget(Text(session_title(course, session), "title", "bold"))
        people = ngettext("{count} person enrolled", "{count} people enrolled", enrolled)
        place = session.place or course.place
        parts = [
            hours(session.planned_start, session.planned_end),
            *([isolate(place)] if place else []),
            people.format(count=number(enrolled)),
        ]
        words.addWidget(Text(SEPARATOR.join(parts), "body", colour="muted", tight=True))
        if session.is_open:
            words.addWidget(flow(Chip(real_words(*times), "ok", icon="play")))
        else:
            icon = "check" if session.has_ended else "clock"
            words.addWidget(flow(Chip(real_words(*times), "plain", icon=icon)))
        words.addStretch(1)
        return words

    def _buttons(self, waits: bool, offered: Sequence[Deed]) -> QWidget:
        """What is next, and what one does this evening, in its order."""
        session = self.session
        role: Look = "primary" if session.is_open else "secondary"
        marking = _button(_("Attendance"), "clipboard-check", self.attendance_requested, role)
        self.first_button = marking
        deeds = [self._deed(deed, "secondary") for deed in offered if self._is_next(deed)]
        if session.is_open:
            board = _button(_("Live board"), "monitor", self.board_requested)
            # Last, and not in front: a session goes on for two hours and ends once.
            end = _button(_("Ended now"), "log-out", self.end_requested)
            return flow(marking, board, *deeds, end)
        if session.has_ended:
            again = _button(_("Not over yet"), "undo-2", self.reopen_requested)
            return flow(marking, *deeds, again)
        start = _button(_("Start now"), "play", self.start_requested, "primary")
        start.setEnabled(not waits)
        if not waits:
            self.first_button = start
        return flow(start, marking, *deeds)

    def _beside(self, offered: Sequence[Deed]) -> QWidget:
        """Papers and the course: there when wanted, and quiet."""
        deeds = [self._deed(deed, "quiet") for deed in offered if not self._is_next(deed)]
        return flow(
            _button(_("Sign-in sheet"), "printer", self.sheet_requested, "quiet"),
            *deeds,
            _button(_("Plan the course"), "calendar", self.course_requested, "quiet"),
        )

    def _is_next(self, deed: Deed) -> bool:
        """Whether it belongs to the evening as it stands; the others are papers."""
        return deed.name in ({"after"} if self.session.has_ended else _BEFORE_AND_DURING)

    def _deed(self, deed: Deed, role: Look) -> Button:
        button = Button(deed.words, role, icon=deed.icon)
        button.clicked.connect(lambda: self.deed_chosen.emit(deed.name))
        return button


def _button(word: str, icon: str, signal: SignalInstance, role: Look = "secondary") -> Button:
    button = Button(word, role, icon=icon)
    button.clicked.connect(signal)
    return button


def _here(marks: Iterable[Mark]) -> StatCard:
    there = [mark for mark in marks if mark.status in ATTENDED]
    count = sum(mark.role == Role.PARTICIPANT for mark in there)
    caption = ngettext("participant here", "participants here", count)
    return StatCard("user-check", number(count), caption, "ok")


class ForgottenCard(QWidget):
    """A session of an earlier day without an end, and the form to say when it ended.

    Signals: `times_set(object, object, str)`.
    """

    times_set = Signal(object, object, str)

    def __init__(self, course: Course, session: Session, started: datetime | None) -> None:
        super().__init__()
        self._session, self._started = session, started
        words = _("{session} of {day} was started and never ended.").format(
            session=session_title(course, session), day=long_date(session.date)
        )
        self.button = Button(_("Set the real end"), "primary", icon="clock")
        self.button.clicked.connect(self._open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._column.addWidget(Notice(words, "warn", button=self.button))
        self.form: TimesForm | None = None

    def _open(self) -> None:
        if self.form is not None:
            return
        start = self._session.planned_start if self._started is None else self._started.time()
        self.form = TimesForm(start, self._session.planned_end, needs_reason=False)
        self.form.saved.connect(self.times_set)
        self.form.left.connect(self._leave)
        self._column.addWidget(self.form)
        self.form.end.setFocus()

    def _leave(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.button.setFocus()
