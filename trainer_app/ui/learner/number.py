"""Who has a card taps the number that stands on it."""

from __future__ import annotations

from unicodedata import digit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _, isolate
from trainer_app.services.admitting import FIRST_LAPTOP
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.learner.learner_page import LearnerPage, foot_row
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Notice, Text

_LONGEST = 8
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


class NumberPage(LearnerPage):
    """A keypad for a participant number such as A12; a keyboard does as well.

    Signals: found(str person), back_requested.
    """

    found = Signal(str)
    back_requested = Signal()

    def __init__(self, seats: Seats, bridge: Bridge) -> None:
        super().__init__(_("The number on your card"), _("Tap the letter and the numbers."))
        self._seats, self._bridge = seats, bridge
        self._typed = ""
        everyone = (*seats.faces(), *seats.people())
        used = {_letters_of(person.number) for person in everyone} | {FIRST_LAPTOP}
        self._codes = sorted(code for code in used if code)
        self._shown = Text("", "display", "bold", align="center", tight=True)
        self._trouble = Notice("", "warn")
        self._trouble.hide()
        self._go = Button(_("That is my number"), "primary", icon="arrow-right", icon_last=True)
        self._go.clicked.connect(self._look)
        back = Button(_("Back"), icon="arrow-left")
        back.clicked.connect(self.back_requested)
        self.column.addStretch(1)
        self.column.addLayout(self._middle())
        self.column.addStretch(1)
        self.column.addLayout(foot_row([back], [self._go]))
        self._show()

    def _middle(self) -> QHBoxLayout:
        theme = current()
        side = QVBoxLayout()
        side.setSpacing(theme.space(16))
        side.addWidget(Card(self._shown))
        rub = Button(_("Take away the last one"), icon="undo-2")
        rub.clicked.connect(self._rub_out)
        side.addWidget(rub, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(self._trouble)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.space(32))
        row.addStretch(1)
        row.addLayout(side, 3)
        row.addWidget(self._keypad(), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return row

    def _keypad(self) -> QWidget:
        pad = QWidget()
        # Numbers, and so their keys, run from left to right in every script.
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(current().space(10))
        letters = [(code, place, 0) for place, code in enumerate(self._codes)]
        rows = -(-len(letters) // 3)
        keys = [(code, place // 3, place % 3) for code, place, _zero in letters]
        keys += [(key, rows + place // 3, place % 3) for place, key in enumerate(_KEYS)]
        keys.append(("0", rows + 3, 1))
        for key, line, column in keys:
            button = _Key(key)
            button.clicked.connect(lambda _=False, key=key: self._type(key))
            grid.addWidget(button, line, column)
            self.first = self.first or button
        return pad

    def _type(self, keys: str) -> None:
        self._typed = (self._typed + keys)[:_LONGEST]
        self._trouble.hide()
        self._show()

    def _typed_by_key(self, key: str) -> None:
        self._type(key)
        # Enter then finds the person, and does not press the key of the pad again.
        if self._go.isEnabled():
            self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rub_out(self) -> None:
        self._typed = self._typed[:-1]
        self._trouble.hide()
        self._show()

    def _show(self) -> None:
        self._shown.set_words(isolate(self._typed) if self._typed else "– – –")
        said = self._typed or _("Nothing tapped yet")
        self._shown.setAccessibleName(said)
        self._go.setEnabled(any(letter.isdigit() for letter in self._typed))

    def _look(self) -> None:
        person = self._bearer()
        if person is not None:
            self.found.emit(person.id)
            return
        self._trouble.set_words(
            _(
                "Nobody has the number {number}. Look at your card again, or ask your trainer."
            ).format(number=isolate(self._typed))
        )
        self._trouble.show()
        self._typed = ""
        self._go.setEnabled(False)
        self._shown.set_words("– – –")

    def _bearer(self) -> Person | None:
        """Who has the number; who left the letter out is found where only one can be meant."""
        wanted = [self._typed]
        if self._typed.isdigit():
            wanted = [code + self._typed for code in self._codes]
        found = [person for one in wanted if (person := self._seats.by_number(one)) is not None]
        return found[0] if len(found) == 1 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isascii() and letter.isalpha():
            self._typed_by_key(letter.upper())
        elif letter.isdecimal():
            # Keyboards of some scripts type digits of their own.
            self._typed_by_key(str(digit(letter)))
        elif event.key() == Qt.Key.Key_Backspace:
            self._rub_out()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def remember(self) -> str:
        return self._typed

    def recall(self, memory: str) -> None:
        self._typed = memory
        self._show()


class _Key(Button):
    """A key of the pad: all of one size, whatever stands on it."""

    fills = True
    once = False

    def __init__(self, key: str) -> None:
        super().__init__(key, size="title")
        self.setFixedSize(current().px(96), current().px(64))


def _letters_of(number: str) -> str:
    return number.rstrip("0123456789")
