"""What the forms of a lesson's parts share: each field changes the draft as it is by then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.draft_edits import Change
from trainer_app.domain.drafts import Draft
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.direction import write_in
from trainer_app.ui.heading import column
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import CheckField, Text, TextField


class Form(QWidget):
    """The fields of one part of a lesson.

    Signals: `edited(Change, str)` with the field's name; `reshaped(Change, Place)`: there are
    more or fewer fields, or others, and this is where to go on.
    """

    edited = Signal(object, str)
    reshaped = Signal(object, object)

    def __init__(self, draft: Draft, place: Place) -> None:
        super().__init__()
        self.draft, self.place = draft, place
        self.fields: dict[str, QWidget] = {}
        self.setProperty("ground", "none")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().space(14))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below one another."""
        for part in parts:
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)

    def bound(self, name: str, field: QWidget, change: Callable[[Draft, Any], Draft]) -> None:
        """From now on the field changes the draft."""
        self.fields[name] = field
        signal: Any = field.toggled if isinstance(field, CheckField) else _changed(field)
        signal.connect(lambda value: self.edited.emit(lambda draft: change(draft, value), name))

    def line(
        self,
        name: str,
        label: str,
        value: str,
        change: Callable[[Draft, Any], Draft],
        *,
        help_words: str = "",
        hint: str = "",
        lines: int = 1,
    ) -> TextField:
        """A bound field for words of the lesson."""
        field = TextField(label, value, help_words=help_words, hint=hint, lines=lines)
        if isinstance(field.control, QLineEdit):
            # A long line is read from its beginning.
            field.control.setCursorPosition(0)
        self.words(name, field, change)
        return field

    def words(self, name: str, field: TextField, change: Callable[[Draft, Any], Draft]) -> None:
        """Bind a field whose words are in the lesson's language."""
        write_in(field.control, self.draft.language)
        self.bound(name, field, change)

    def reshape(self, change: Change, field: str = "") -> None:
        """Do what changes the fields themselves, and go on at one of them."""
        place = Place(self.place.section, self.place.id, field)
        self.reshaped.emit(change, place)

    def show_field(self, name: str) -> None:
        """Give the keyboard to a field; to the first where there is none of that name."""
        field = self.fields.get(name) or next(iter(self.fields.values()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def _changed(field: Any) -> Any:
    """The signal of a field, whatever its value is."""
    return field.changed


def section_title(words: str, under: str = "") -> QWidget:
    """The title of some fields, and a sentence about them."""
    parts: Sequence[QWidget] = [Text(words, "large", "bold", tight=True)]
    if under:
        parts = [*parts, Text(under, "small", colour="muted", tight=True)]
    return column(*parts, gap=2)


def shortened(words: str, most: int) -> str:
    """At most so many letters of some words, whole words where there are several, on one line."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[:most]}…"
