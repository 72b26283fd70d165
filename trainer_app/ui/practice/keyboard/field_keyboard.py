"""The on-screen keyboard bound to a field: it writes where the cursor is."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_app.domain.practice.keyboards import BASE, LATIN, keyboard
from trainer_app.domain.practice.keystrokes import (
    Action,
    Dead,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.domain.practice.writing import with_mark
from trainer_app.ui.practice.keyboard.on_screen_keyboard import OnScreenKeyboard

Edit = QLineEdit | QPlainTextEdit


def boards_of(language: str) -> tuple[str, ...]:
    """The keyboards for somebody who writes a language: its own, and the Latin one."""
    return tuple(dict.fromkeys((keyboard(language).language, LATIN)))


class FieldKeyboard(OnScreenKeyboard):
    """A keyboard that writes into one field after the other; the focus stays where it is.

    `languages` are its keyboards, the first one first in use; LATIN is added where it is missing.
    Signals: `entered()` the key “Ready”; `hidden()` the key that puts it away.
    """

    entered = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(can_hide=True, parent=parent)
        self._edit: Edit | None = None
        self._layer, self._waiting = BASE, ""
        self._languages: tuple[str, ...] = ()
        self._language = ""
        self.speak(languages)
        self.struck.connect(self._do)

    def speak(self, languages: tuple[str, ...]) -> None:
        """Have the keys of these languages."""
        known = tuple(board for each in languages for board in boards_of(each))
        own = [each for each in dict.fromkeys(known) if each != LATIN]
        wanted = (*own, LATIN) if languages[:1] != (LATIN,) else (LATIN, *own)
        if wanted != self._languages:
            self._languages, self._language = wanted, wanted[0]
            self._to_base()

    def bind(self, edit: Edit | None) -> None:
        """Write into this field from now on; None for none."""
        self._edit = edit
        self._to_base()

    @property
    def edit(self) -> Edit | None:
        """The field that it writes into."""
        return self._edit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hidden.emit()
            return
        super().keyPressEvent(event)

    def _to_base(self) -> None:
        self._layer, self._waiting = BASE, ""
        self._show_keys()

    def _show_keys(self) -> None:
        self.show_board(self._language, self._languages, self._layer, self._waiting)

    def _do(self, action: Action) -> None:
        match action:
            case Pressed(text):
                self._write(text)
            case Dead(key):
                self._layer, self._waiting = BASE, key
            case Deleted():
                self._delete()
            case Layer(name):
                self._layer = name
            case Switched(language):
                self._language, self._layer, self._waiting = language, BASE, ""
            case Entered():
                self._layer, self._waiting = BASE, ""
                self.entered.emit()
        self._show_keys()

    def _write(self, text: str) -> None:
        if self._waiting:
            mark = keyboard(self._language).dead.get(self._waiting, "")
            text = self._waiting if text == " " else with_mark(text, mark)
        if isinstance(self._edit, QLineEdit):
            self._edit.insert(text)
        elif self._edit is not None:
            self._edit.insertPlainText(text)
            self._edit.ensureCursorVisible()
        self._layer, self._waiting = BASE, ""

    def _delete(self) -> None:
        """The last letter goes, with the marks on it, or else what is chosen."""
        edit = self._edit
        if self._waiting or edit is None:
            self._waiting = ""
            return
        if isinstance(edit, QLineEdit):
            before = edit.text()[: edit.cursorPosition()]
            for _ in range(1 if edit.hasSelectedText() else _last(before)):
                edit.backspace()
            return
        cursor = edit.textCursor()
        before = edit.toPlainText()[: cursor.position()]
        for _ in range(1 if cursor.hasSelection() else _last(before)):
            cursor.deletePreviousChar()
        cursor.movePosition(QTextCursor.MoveOperation.NoMove)
        edit.setTextCursor(cursor)


def _last(text: str) -> int:
    """How many signs the last letter has, marks on it counted."""
    marks = 0
    while marks < len(text) and unicodedata.combining(text[-1 - marks]):
        marks += 1
    return min(len(text), marks + 1)
