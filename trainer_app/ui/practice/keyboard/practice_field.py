"""A field of a practice: letters from the laptop, from keys on the screen, or whole words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from trainer_app.i18n import _, pgettext
from trainer_app.ui.practice.keyboard.field_keyboard import Edit
from trainer_app.ui.practice.keyboard.keyboard_shelf import KeyboardShelf
from trainer_app.ui.practice.stage_screen import StageScreen
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, IconButton, TextField

_KEY, _MOUSE = QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress


class PracticeField(QWidget):
    """A line (or `lines` of them) under a label, with a keyboard button and perhaps word tiles.

    `language` is the practice's; its keyboard comes first, the Latin one second. `words` are tiles:
    each puts its word at the end. What is typed stays in the field.
    Signals: `changed(str)` at every letter of a person; `done(str)` at Enter, “Ready” or when the
    person leaves the field, once for each text.
    """

    changed = Signal(str)
    done = Signal(str)

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        language: str = "",
        lines: int = 1,
        words: Sequence[str] = (),
        hint: str = "",
        latin: bool = False,
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language or current().language
        self._field = TextField(label, value, hint=hint, lines=lines, latin=latin)
        self._value = self._told = value
        if not show_label:
            self._field.hide_label()
        self._by_keys = False
        self.ready = IconButton("check", pgettext("key", "Ready"), under=False)
        self._keys = IconButton("keyboard", _("Keyboard"), under=False)
        self.tiles = tuple(self._tile(word) for word in words)
        self._arrange()
        control = self.control
        # No frame hands the keyboard on: Tab comes to one that does where it was made, not where
        # its line stands, and so leaves out all that lies between.
        self._field.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs do not know of none
        control.installEventFilter(self)
        self._keys.installEventFilter(self)
        control.textChanged.connect(self._letters)
        if isinstance(control, QLineEdit):
            control.returnPressed.connect(self.finish)
        self.ready.clicked.connect(self.finish)
        self._keys.clicked.connect(self._toggle_keyboard)

    @property
    def control(self) -> Edit:
        """Where the letters stand."""
        control = self._field.control
        assert isinstance(control, Edit)
        return control

    @property
    def keyboard_button(self) -> QWidget:
        """What opens and closes the keyboard."""
        return self._keys

    def value(self) -> str:
        """The text as typed."""
        return self._field.value()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the keyboard to where the letters stand."""
        self.control.setFocus(reason)

    def set_value(self, value: str) -> None:
        """Put a text in without a signal; the cursor stays where the same text stands already."""
        if value != self.value():
            self._value = self._told = value
            self._field.set_value(value)
        self._told = value

    def finish(self) -> None:
        """Say that the text is done, unless this very text was said before."""
        if self.value() != self._told:
            self._told = self.value()
            self.done.emit(self._told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._keys and event.type() in (_KEY, _MOUSE):
            self._by_keys = event.type() == _KEY
        if event.type() == QEvent.Type.FocusOut and watched is self.control:
            # Only later is it known where the focus went; its own buttons are no leaving.
            QTimer.singleShot(0, self, self._maybe_left)
        if event.type() == QEvent.Type.FocusIn and watched is self.control:
            shelf = self._shelf(make=False)
            if shelf is not None and shelf.isVisible():
                shelf.serve(self.control, self._language, self.finish)
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        theme = current()
        self._field.row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        self._field.row.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self._field)
        if self.tiles:
            row = QWidget()
            flow = FlowRow(row)
            for tile in self.tiles:
                flow.addWidget(tile)
            column.addWidget(row)

    def _tile(self, word: str) -> Button:
        tile = Button(word)
        tile.setAccessibleDescription(_("Put this word into the text"))
        tile.clicked.connect(lambda: self._append(word))
        return tile

    def _append(self, word: str) -> None:
        text = self.value()
        gap = "" if not text or text.endswith((" ", "\n")) else " "
        if isinstance(self.control, QLineEdit):
            self.control.setText(text + gap + word)
        else:
            self.control.setPlainText(text + gap + word)

    def _letters(self) -> None:
        if self.value() != self._value:
            self._value = self.value()
            self.changed.emit(self._value)

    def _maybe_left(self) -> None:
        now = QApplication.focusWidget()
        shelf = self._shelf(make=False)
        near = [self, shelf] if shelf is not None else [self]
        if now is not None and not any(each is now or each.isAncestorOf(now) for each in near):
            self.finish()

    def _toggle_keyboard(self) -> None:
        shelf = self._shelf(make=True)
        assert shelf is not None
        if shelf.isVisible() and shelf.keyboard.edit is self.control:
            shelf.put_away()
        else:
            shelf.serve(self.control, self._language, self.finish)
            self._focus_after(shelf)

    def _focus_after(self, shelf: KeyboardShelf) -> None:
        """With the mouse one writes on in the field; with keys one goes to the keys."""
        shelf.keyboard.walk_by_tab(self._by_keys)
        if self._by_keys:
            shelf.keyboard.focus_first()
        else:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shelf(self, *, make: bool) -> KeyboardShelf | None:
        """The one of the screen around this field."""
        screen: QWidget = self
        while (parent := screen.parentWidget()) is not None and not isinstance(screen, StageScreen):
            screen = parent
        found = screen.findChildren(
            KeyboardShelf, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        if found or not make:
            return found[0] if found else None
        return KeyboardShelf(screen, (self._language,))
