"""The top of the attendance page: which session, when it really ran, and what comes next."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.courses import Course, Session
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import Heading, clear, flow
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Chip, Notice, Text
from trainer_app.ui.workshop.attendance_times import TimesForm
from trainer_app.ui.workshop.attendance_words import real_words, session_plan, session_title
from trainer_app.ui.workshop.tick_words import photos_words

Times = tuple[datetime | None, datetime | None]


class SessionHead(QWidget):
    """Planned and real times, and the buttons that keep them.

    Signals: `start_requested`, `end_requested`, `reopen_requested`,
    `times_set(object, object, str)`; `board_requested`, `export_requested`, `sheet_requested`;
    `deed_chosen(str)`: "tick" or "photos" of the signed sheet.
    """

    start_requested = Signal()
    end_requested = Signal()
    reopen_requested = Signal()
    times_set = Signal(object, object, str)
    board_requested = Signal()
    export_requested = Signal()
    sheet_requested = Signal()
    deed_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(6))
        self._form: TimesForm | None = None

    def show_session(
        self,
        course: Course,
        session: Session,
        times: Times,
        running: tuple[Course, Session] | None,
        photos: int = 0,
    ) -> None:
        """Show a session; `running` is another one that keeps this one from starting.

        `photos` counts those of its signed sheet.
        """
        clear(self._column)
        self._form = None
        self._times, self._session, self._photos = times, session, photos
        actions = self._actions(session, blocked=running is not None)
        self._column.addWidget(Heading(session_title(course, session), "", actions))
        self._column.addWidget(self._state(session, session_plan(course, session)))
        if session.cancelled:
            words = _("This session is called off. Put it on again on the course’s page.")
            self._column.addWidget(Notice(words, "warn"))
        elif running is not None and session.started is None:
            words = _(
                "{course}, session {number}, is still running. End it before this one starts."
            )
            other = words.format(course=isolate(running[0].title), number=number(running[1].number))
            self._column.addWidget(Notice(other, "warn"))

    def _actions(self, session: Session, *, blocked: bool) -> list[QWidget]:
        sheet = Button(_("Sign-in sheet"), icon="printer")
        sheet.clicked.connect(self.sheet_requested)
        actions: list[QWidget] = [sheet]
        if not session.is_open and not session.cancelled:
            tick = Button(_("Signed sheet"), icon="list-checks")
            tick.clicked.connect(lambda: self.deed_chosen.emit("tick"))
            actions.append(tick)
        if session.has_ended:
            export = Button(_("Export"), "primary", icon="file-down")
            export.clicked.connect(self.export_requested)
            return [*actions, export]
        if session.is_open:
            board = Button(_("Live board"), icon="monitor")
            board.clicked.connect(self.board_requested)
            end = Button(_("Ended now"), "primary", icon="log-out")
            end.clicked.connect(self.end_requested)
            return [*actions, board, end]
        if not session.cancelled:
            start = Button(_("Start now"), "primary", icon="play")
            start.clicked.connect(self.start_requested)
            start.setEnabled(not blocked)
            actions.append(start)
        return actions

    def _state(self, session: Session, plan: str) -> QWidget:
        words = real_words(*self._times)
        if session.is_open:
            chip = Chip(words, "ok", icon="play")
        else:
            chip = Chip(words, "plain", icon="check" if session.has_ended else "clock")
        parts: list[QWidget] = [Text(plan, "body", colour="muted", tight=True), chip]
        if session.has_ended:
            again = Button(_("Not over yet"), "quiet", icon="undo-2", size="small")
            again.clicked.connect(self.reopen_requested)
            parts.append(again)
        if not session.cancelled:
            correct = Button(_("Correct the times"), "quiet", icon="pencil", size="small")
            correct.clicked.connect(self.open_times)
            parts.append(correct)
        if self._photos:
            see = Button(photos_words(self._photos), "quiet", icon="image", size="small")
            see.clicked.connect(lambda: self.deed_chosen.emit("photos"))
            parts.append(see)
        return flow(*parts)

    def open_times(self) -> None:
        """Correct the real times in place."""
        if self._form is not None:
            return
        started, ended = self._times
        words = ""
        if self._session.is_open:
            words = _("The session is running. Saving these times also ends it.")
        self._form = TimesForm(
            _or(started, self._session.planned_start),
            _or(ended, self._session.planned_end),
            needs_reason=self._session.has_ended,
            words=words,
        )
        self._form.saved.connect(self.times_set)
        self._form.left.connect(self._leave_times)
        self._column.addWidget(self._form)
        put_in_order(self)
        self._form.start.setFocus()

    def _leave_times(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None


def _or(known: datetime | None, planned: time) -> time:
    return planned if known is None else known.time()
