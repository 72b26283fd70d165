"""All there is to one person's mark, opened in place: status, minutes, role, reason, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.attendance import ATTENDED, CAME_LATE, WENT_EARLY, Role, Status
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import clock, short_date
from trainer_app.services.attending import Change
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import roles, statuses
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, ChoiceField, SpinField, Text, TextField
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.workshop.attendance_row import Standing
from trainer_app.ui.workshop.attendance_words import SEPARATOR, mark_words

NO_MARK = ""
_LONGEST = 600


class Wish(NamedTuple):
    """What a mark is to be. No status takes it away."""

    status: Status | None
    late: int
    early: int
    role: Role
    reason: str


class MarkDetails(Panel):
    """The whole mark of one person. `needs_reason` where it stood when the session ended.

    Signals: `saved(Wish)`, `left`, `person_opened`.
    """

    saved = Signal(object)
    left = Signal()
    person_opened = Signal()

    def __init__(
        self,
        standing: Standing,
        status: Status | None,
        history: Sequence[Change],
        *,
        needs_reason: bool,
    ) -> None:
        super().__init__("sunk", "line", pad=14)
        mark = standing.mark
        self._needs_reason = needs_reason
        marks = [(NO_MARK, _("Not marked")), *statuses().items()]
        self.status = ChoiceField(_("Mark"), marks, str(status or NO_MARK))
        late, early = (mark.late, mark.early) if mark else (0, 0)
        self.status.setMinimumWidth(current().px(210))
        self.late = SpinField(_("Minutes late"), late, most=_LONGEST)
        self.early = SpinField(_("Minutes before the end"), early, most=_LONGEST)
        self.role = ChoiceField(_("Role in this session"), list(roles().items()), standing.role)
        self.role.setMinimumWidth(current().px(180))
        self.reason = TextField(
            _("Why is it changed?"), help_words=_("The session has ended. A reason is kept.")
        )
        self.reason.setVisible(needs_reason)
        self.reason.entered.connect(self._save)
        self.status.changed.connect(self._follow_status)
        self.body.addWidget(flow(self.status, self.late, self.early, self.role, gap=12))
        self.body.addWidget(self.reason)
        self.body.addWidget(self._buttons())
        if history:
            self.body.addWidget(Text(_("What was marked"), "small", "semibold", tight=True))
            for change in history:
                self.body.addWidget(Text(_told(change), "small", colour="muted", tight=True))
        self._follow_status()

    def first_field(self) -> QWidget:
        """Where typing goes on: the reason, else the minutes, else the mark."""
        if self._needs_reason:
            return self.reason
        status = self.status.value()
        if status in CAME_LATE:
            return self.late
        return self.early if status in WENT_EARLY else self.status

    def _buttons(self) -> QWidget:
        save = Button(_("Save"), "primary", icon="check")
        save.clicked.connect(self._save)
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self.left)
        person = Button(_("About this person"), "quiet", icon="user-round")
        person.clicked.connect(self.person_opened)
        return flow(save, leave, person)

    def _follow_status(self) -> None:
        status = self.status.value()
        self.late.setVisible(status in CAME_LATE)
        self.early.setVisible(status in WENT_EARLY)
        self.role.setVisible(status != NO_MARK)

    def _save(self) -> None:
        reason = self.reason.value().strip()
        if self._needs_reason and not reason:
            self.reason.set_error(_("Say in a few words why. It is kept with the mark."))
            self.reason.setFocus()
            return
        value = self.status.value() or NO_MARK
        status = Status(value) if value else None
        late = self.late.value() if value in CAME_LATE else 0
        early = self.early.value() if value in WENT_EARLY else 0
        role = Role(self.role.value() or Role.PARTICIPANT)
        self.saved.emit(Wish(status, late, early, role, reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)


def _told(change: Change) -> str:
    """One entry of the history on one line."""
    when = f"{short_date(change.at.date())} {clock(change.at)}"
    what = mark_words(change.status, change.late, change.early)
    role = roles()[change.role]
    parts = [when, isolate(change.by), what]
    if change.status in ATTENDED and change.role != Role.PARTICIPANT:
        parts.append(role)
    if change.reason:
        parts.append(_("because: {reason}").format(reason=isolate(change.reason)))
    return SEPARATOR.join(part for part in parts if part)
