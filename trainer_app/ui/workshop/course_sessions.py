"""The sessions of a course as a table, and one of them to change in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.paths import cores_of, lessons_of, parts_of
from trainer_app.i18n import _
from trainer_app.i18n.formats import hours, long_date, number, short_date
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.widgets import (
    Button,
    Cell,
    Column,
    DateField,
    Row,
    Table,
    Text,
    TextField,
    TimeField,
)
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.workshop.course_planner import hours_fit
from trainer_app.ui.workshop.lesson_order import LessonOrder

CHANGE = "change"


def sessions_table(course: Course, sessions: Sequence[Session]) -> Table:
    """One row a session, its key the session's id.

    The column `CHANGE` asks to change a session, every other opens its attendance.
    """
    columns = [
        Column("number", _("No."), "end"),
        Column("date", _("Date"), stretch=2),
        Column("time", _("Planned"), sortable=False),
        Column("state", _("State"), stretch=1),
        Column(CHANGE, _("Plan"), sortable=False),
    ]
    if is_roomy():
        columns.insert(3, Column("place", _("Place"), stretch=1))
    rows = [_row(course, session, columns) for session in sessions]
    return Table(columns, rows, _("Sessions"), sort=("number", False), full=True)


def _row(course: Course, session: Session, columns: Sequence[Column]) -> Row:
    day = long_date(session.date) if is_roomy() else short_date(session.date)
    cells = {
        "number": Cell(number(session.number), sort=session.number, strong=True),
        "date": Cell(day, sort=session.date.toordinal()),
        "time": Cell(hours(session.planned_start, session.planned_end)),
        "place": Cell(session.place or course.place or "", muted=True),
        "state": _state(session),
        CHANGE: Cell(_("Change"), icon="pencil"),
    }
    return Row(session.id, tuple(cells[column.key] for column in columns))


def _state(session: Session) -> Cell:
    if session.cancelled:
        return Cell(_("Called off"), tone="danger", icon="x")
    if session.is_open:
        return Cell(_("Running"), tone="ok", icon="play")
    if session.has_ended:
        return Cell(_("Held"), tone="plain", icon="check")
    return Cell(_("Planned"), tone="primary", icon="calendar")


class SessionEditor(Panel):
    """The plan of one session. Signals: `saved(Session)`, `called_off(bool)`, `left`."""

    saved = Signal(object)
    called_off = Signal(bool)
    left = Signal()

    def __init__(
        self, course: Course, session: Session, library: LessonLibrary, today: Callable[[], date]
    ) -> None:
        super().__init__("sunk", "line", pad=16)
        self.session = session
        bad = _("Write a time such as 18:30.")
        self.date = DateField(
            _("Date"), session.date, today, bad_words=_("Write a date such as 24/11/2026.")
        )
        self.start = TimeField(_("From"), session.planned_start, bad_words=bad)
        self.end = TimeField(_("To"), session.planned_end, bad_words=bad)
        self.place = TextField(
            _("Place"), session.place or "", hint=course.place or "", longest=120
        )
        self.lessons = LessonOrder(
            library, parts_of(session), title=_("Lessons planned"), cores=True, folded=True
        )
        title = _("Session {number}").format(number=number(session.number))
        self.body.addWidget(Text(title, "large", "bold"))
        self.body.addWidget(flow(self.date, self.start, self.end, self.place, gap=12))
        self.body.addWidget(self.lessons)
        self.body.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self.left)
        off = self.session.cancelled
        words = _("Put this session on again") if off else _("Call this session off")
        call = Button(words, "quiet", icon="undo-2" if off else "circle-x")
        call.clicked.connect(lambda: self.called_off.emit(not off))
        # What has begun took place; it is corrected on its attendance page.
        call.setVisible(self.session.started is None)
        return flow(save, leave, call)

    def _save(self) -> None:
        day = self.date.value()
        if day is None:
            self.date.set_error(_("Write a date such as 24/11/2026."))
            self.date.setFocus()
            return
        times = hours_fit(self.start, self.end)
        if times is None:
            return
        self.saved.emit(
            replace(
                self.session,
                date=day,
                planned_start=times[0],
                planned_end=times[1],
                place=self.place.value().strip() or None,
                lessons=lessons_of(self.lessons.value()),
                core=cores_of(self.lessons.value()),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)
