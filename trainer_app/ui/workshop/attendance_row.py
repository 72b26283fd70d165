"""One person in the attendance list: who it is, and the marks to press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import CAME_LATE, WENT_EARLY, Role, Status
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.store.marks import Mark
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.labels import person_label, roles
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Chip, IconButton, Text
from trainer_app.ui.widgets.drawn import panel, ring
from trainer_app.ui.widgets.said_as import Role as ReadAs
from trainer_app.ui.widgets.said_as import say_as
from trainer_app.ui.workshop.attendance_marks import KINDS, Kind, MarkButton, kind_of_key
from trainer_app.ui.workshop.attendance_words import SEPARATOR, mark_words

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENDS = {Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row shows of a person now."""

    person: Person
    mark: Mark | None

    @property
    def role(self) -> Role:
        """As what the person is here."""
        return Role(self.mark.role) if self.mark else Role.PARTICIPANT


def stands(kind: Kind, mark: Mark | None) -> bool:
    """Whether a mark includes this way to mark; who came late may leave early too."""
    if mark is None:
        return False
    if kind.status is Status.LATE:
        return mark.status in CAME_LATE
    if kind.status is Status.LEFT_EARLY:
        return mark.status in WENT_EARLY
    return bool(mark.status == kind.status)


class PersonRow(QWidget):
    """A row that holds the keyboard: one key marks, the arrows move, Enter opens the details.

    Signals: `marked(Kind)`, `cleared`, `moved(int)` by rows, `opened`: details are asked for.
    """

    marked = Signal(object)
    cleared = Signal()
    moved = Signal(int)
    opened = Signal()

    def __init__(self, standing: Standing, *, even: bool) -> None:
        super().__init__()
        self.standing = standing
        self._even = even
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        say_as(self, ReadAs.ListItem)
        self._buttons = {kind: self._button(kind) for kind in KINDS}
        more = IconButton("chevron-down", _("Details"), show_word=False)
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        more.clicked.connect(self._open)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(current().space(6))
        marks = flow(*self._buttons.values(), gap=4) if not is_roomy() else _line(self._buttons)
        layout: QBoxLayout = QHBoxLayout(self) if is_roomy() else QVBoxLayout(self)
        space = current().space
        above = space(1) if is_roomy() else space(8)
        layout.setContentsMargins(space(10), above, space(6), above)
        layout.setSpacing(space(10))
        layout.addLayout(self._who(more if not is_roomy() else None), 1)
        layout.addWidget(marks)
        if is_roomy():
            layout.addWidget(more)
        self.show_standing(standing)

    def _button(self, kind: Kind) -> MarkButton:
        button = MarkButton(kind, person_label(self.standing.person))
        button.clicked.connect(self._pressed(kind))
        return button

    def _pressed(self, kind: Kind) -> Callable[[], None]:
        def press() -> None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            # Pressing what is lit already asks for its details; it never marks a second time.
            if stands(kind, self.standing.mark):
                self.opened.emit()
            else:
                self.marked.emit(kind)

        return press

    def _who(self, more: QWidget | None) -> QHBoxLayout:
        theme, person = current(), self.standing.person
        row = QHBoxLayout()
        row.setSpacing(theme.space(10))
        row.addWidget(Avatar(person.face, person_label(person), 34))
        row.addWidget(Text(person_label(person), "body", "semibold", tight=True), 1)
        if person.name:
            row.addWidget(Text(person.number, "caption", colour="muted", tight=True))
        row.addLayout(self._chips)
        if more is not None:
            row.addWidget(more)
        return row

    def _open(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.opened.emit()

    def show_standing(self, standing: Standing) -> None:
        """Show how the person stands now."""
        mark = standing.mark
        changed = self.standing != standing or self._chips.count() == 0
        self.standing = standing
        for kind, button in self._buttons.items():
            minutes = 0
            if mark is not None:
                minutes = mark.late if kind.status is Status.LATE else mark.early
            button.show_mark(stands(kind, mark), minutes)
        if changed:
            self._show_chips()
        self.setAccessibleName(self.said())

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        mark = self.standing.mark
        if self.standing.role is not Role.PARTICIPANT:
            self._chips.addWidget(Chip(roles()[self.standing.role], "accent", icon="heart"))
        if mark is not None and mark.unsettled:
            words = _("Two laptops differ")
            self._chips.addWidget(Chip(words, "danger", icon="triangle-alert"))

    def said(self) -> str:
        """The row in words, for a screen reader."""
        mark = self.standing.mark
        status = mark_words(mark.status, mark.late, mark.early) if mark else mark_words(None, 0, 0)
        parts = [
            person_label(self.standing.person),
            self.standing.person.number,
            roles()[self.standing.role],
            status,
        ]
        return SEPARATOR.join(parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kind = kind_of_key(event)
        if kind is not None:
            self.marked.emit(kind)
        elif event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() in _ENDS:
            self.moved.emit(_ENDS[Qt.Key(event.key())])
        elif event.key() in _OPENING:
            self.opened.emit()
        elif event.key() in _CLEARING:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            panel(painter, box, theme.space(10), theme.colour("primary_tint"))
            ring(painter, box, theme.space(10))
        elif self._even:
            panel(painter, box, theme.space(10), theme.colour("paper"))


def _line(buttons: dict[Kind, MarkButton]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(4))
    for button in buttons.values():
        row.addWidget(button)
    return whole
