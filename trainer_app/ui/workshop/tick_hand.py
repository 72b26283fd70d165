"""The row in hand, large: which one, who it is, what stands, and what the keys do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import Status
from trainer_app.domain.people import Person
from trainer_app.domain.ticking import Ticking
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import clear, flow, is_roomy
from trainer_app.ui.labels import person_label, statuses
from trainer_app.ui.theme import Size, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets import Avatar, Button, Card, Icon, Text
from trainer_app.ui.widgets.drawn import ring
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.said_as import Role, say_as
from trainer_app.ui.workshop.attendance_marks import kind_of_key
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.tick_words import look_of, row_words, space_words, tick_words

_YES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


class RowInHand(Card):
    """Holds the keyboard while rows are ticked. The buttons say the keys, and do the same.

    Signals: `signed`; `said(Status)`; `typed(int)`: a digit; `backed`; `moved(int)` by rows;
    `left`: no minutes after all.
    """

    signed = Signal()
    said = Signal(object)
    typed = Signal(int)
    backed = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        say_as(self, Role.ListItem)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asks = False
        self._place = Text("", "large", "semibold", colour="muted", tight=True)
        self._who = QHBoxLayout()
        self._who.setSpacing(current().space(14))
        self._stands = QHBoxLayout()
        self._stands.setSpacing(current().space(8))
        self._question = _Question()
        self._space = Text("", "body", "semibold", colour="primary", tight=True)
        self.saved = Text("", "small", colour="muted", tight=True)
        """What was written last."""
        for part in (self._place, self._who, self._stands, self._question, self._space):
            self.add(part)
        self.add(self._buttons(), self.saved)

    def _buttons(self) -> QWidget:
        names = statuses()
        key = _("{mark}: {key}")

        def button(word: str, keys: str, icon: str, does: Callable[[], object]) -> Button:
            made = Button(key.format(mark=word, key=keys), icon=icon, size="small")
            # The card keeps the keyboard: the next key is for the next row.
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda: does())
            return made

        marks = (
            (Status.LATE, "L", "clock"),
            (Status.LEFT_EARLY, "E", "log-out"),
            (Status.ABSENT, "A", "x"),
            (Status.EXCUSED, "X", "message-circle"),
        )
        return flow(
            button(_("Signed"), _("Space"), "check", self.signed.emit),
            *(
                button(names[status], letter, icon, lambda s=status: self.said.emit(s))  # type: ignore[misc]
                for status, letter, icon in marks
            ),
            button(_("Take back"), _("Backspace"), "undo-2", self.backed.emit),
        )

    def show_row(self, state: Ticking, person: Person | None) -> None:
        """Show where the trainer is. `person` is nobody on an empty row."""
        self._asks = state.asked is not None
        self._place.set_words(row_words(state))
        clear(self._who)
        clear(self._stands)
        said = [row_words(state)]
        if person is not None:
            tick = state.row.tick if state.row else None
            said += [person_label(person), person.number, tick_words(tick)]
            self._who.addWidget(Avatar(person.face, person_label(person), 72 if is_roomy() else 48))
            size: Size = "headline" if is_roomy() else "title"
            names = QVBoxLayout()
            names.setSpacing(0)
            names.addWidget(Text(person_label(person), size, "bold", tight=True))
            names.addWidget(Text(person.number, "large", colour="muted", tight=True))
            self._who.addLayout(names, 1)
            icon, tone = look_of(tick)
            self._stands.addWidget(Icon(icon, of_tone(tone)[0], 24))
            self._stands.addWidget(Text(tick_words(tick), "title", "semibold", tight=True), 1)
        self._question.show_state(state)
        words = space_words(state)
        self._space.set_words(words)
        said += [self._question.said, words]
        self._announce(SEPARATOR.join(part for part in said if part))

    def _announce(self, words: str) -> None:
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = _figure(event) if self._asks else None
        kind = kind_of_key(event)
        if figure is not None:
            self.typed.emit(figure)
        elif event.key() in _YES:
            self.signed.emit()
        elif kind is not None and not (self._asks and event.text().isdecimal()):
            self.said.emit(kind.status)
        elif event.key() == Qt.Key.Key_Backspace:
            self.backed.emit()
        elif event.key() == Qt.Key.Key_Escape and self._asks:
            self.left.emit()
        elif event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring(painter, QRectF(self.rect()), current().space(RADIUS_LARGE))


class _Question(Panel):
    """How many minutes: what is typed, and what it means. Signals: none."""

    def __init__(self) -> None:
        super().__init__("sunk", "line", pad=14)
        self.said = ""
        self._asks = Text("", "body", "semibold", tight=True)
        self._typed = Text("", "title", "bold", tight=True)
        hint = _("Type minutes, or the time on the sheet, such as 1815. Backspace leaves it.")
        self.body.addWidget(self._asks)
        self.body.addWidget(self._typed)
        self.body.addWidget(Text(hint, "small", colour="muted", tight=True))
        self._unclear = Text(
            _("This time is not in the session."), "small", "semibold", colour="warn", tight=True
        )
        self.body.addWidget(self._unclear)

    def show_state(self, state: Ticking) -> None:
        """Show what is asked, or nothing."""
        self.setVisible(state.asked is not None)
        self.said = ""
        if state.asked is None:
            return
        asks = _("How late?") if state.asked == "late" else _("How long before the end?")
        self._asks.set_words(asks)
        minutes = state.minutes
        typed = state.typed
        if len(typed) == 4:
            typed = f"{typed[:2]}:{typed[2:]}"
        elif minutes is not None:
            typed = number(minutes)
        self._typed.set_words(typed)
        self._unclear.setVisible(state.unclear)
        self.said = SEPARATOR.join([asks, typed])


def _figure(event: QKeyEvent) -> int | None:
    """The digit that was typed, in any script."""
    text = event.text()
    return unicodedata.decimal(text) if len(text) == 1 and text.isdecimal() else None
