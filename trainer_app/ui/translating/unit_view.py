"""One line: what the original says, the field for its translation, what to keep to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.likeness import differences
from trainer_app.domain.translating import Translated, Translation
from trainer_app.i18n import _, isolate, own_name
from trainer_app.ui.direction import write_in
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.theme import current
from trainer_app.ui.translating.suggestions_view import marked
from trainer_app.ui.translating.words import hints, kind_words, place_words, state_words
from trainer_app.ui.widgets import Button, Chip, Notice, Panel, Text, TextField

_LINES = 4


class UnitView(QWidget):
    """The line in sight.

    Signals: `typed(str)` at every letter; `still_right`: the translation fits the changed
    original; `next_wanted`: save and go on.
    """

    typed = Signal(str)
    still_right = Signal()
    next_wanted = Signal()

    def __init__(self, language: str, source: str) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._language, self._source = language, source
        self._id = ""
        self._quiet = False
        theme = current()
        self._top = QVBoxLayout()
        self._top.setSpacing(theme.space(8))
        label = _("In {language}").format(language=isolate(own_name(language)))
        self.field = TextField(label, "", lines=_LINES)
        write_in(self.field.control, language)
        self.field.changed.connect(self._changed)
        self._change = Panel("warn_tint", None, radius=10, pad=12)
        self._change.body.setSpacing(theme.space(4))
        self._before = QVBoxLayout()
        self._before.setSpacing(theme.space(4))
        fits = Button(_("The translation still fits"), icon="check", size="small")
        fits.clicked.connect(self.still_right)
        self._change.body.addLayout(self._before)
        self._change.body.addWidget(flow(fits))
        self._marks = QVBoxLayout()
        self._marks.setSpacing(theme.space(6))
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.space(6))
        on = Button(_("Next line to do"), "primary", icon="arrow-right", icon_last=True)
        on.clicked.connect(self.next_wanted)
        copying = Button(_("Copy the original"), "quiet", icon="copy", size="small")
        copying.clicked.connect(self._copy)
        keys = Text("\u2066Ctrl+Enter\u2069", "small", colour="muted", tight=True)
        self._ways = flow(on, keys, copying)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.space(6), 0)
        column.setSpacing(theme.space(12))
        column.addLayout(self._top)
        column.addWidget(self._change)
        column.addWidget(self.field)
        column.addLayout(self._marks)
        column.addWidget(self._ways)
        column.addLayout(self._below)

    def show_unit(self, translation: Translation, unit: Translated) -> None:
        """Show a line with its words; the same one again keeps what is being typed."""
        self._show_source(translation, unit)
        if unit.unit.id != self._id or " ".join(self.field.value().split()) != unit.words:
            self._id = unit.unit.id
            self._put(unit.words)
        clear(self._below)
        for said in hints(unit.unit, self._language):
            self._below.addWidget(Text(said, "small", colour="muted", tight=True))

    def show_marks(self, marks: Sequence[str]) -> None:
        """Say what is not as a lesson needs it."""
        clear(self._marks)
        for words in marks:
            self._marks.addWidget(Notice(words, "warn"))

    def put_words(self, words: str) -> None:
        """Put other words in, as if they were typed; the field's own undo takes them back."""
        box = self._box
        cursor = box.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Let typing go on in the field, at its end."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.moveCursor(QTextCursor.MoveOperation.End)

    def value(self) -> str:
        """What is typed."""
        return self.field.value()

    @property
    def _box(self) -> QPlainTextEdit:
        control = self.field.control
        assert isinstance(control, QPlainTextEdit)
        return control

    def _show_source(self, translation: Translation, unit: Translated) -> None:
        clear(self._top)
        place = f"{place_words(translation, unit.unit)} · {kind_words(unit.unit.kind)}"
        said, icon, tone = state_words(unit.state)
        self._top.addWidget(flow(Text(place, "small", colour="muted", tight=True),
                                 Chip(said, tone, icon=icon)))  # fmt: skip
        name = isolate(own_name(self._source))
        panel = Panel("primary_tint", None, radius=10, pad=12)
        panel.body.addWidget(
            Text(_("In {language}").format(language=name), "small", "semibold", tight=True)
        )
        text = Text(unit.unit.text, "large")
        text.setProperty("language", self._source)
        panel.body.addWidget(text)
        self._text = unit.unit.text
        self._top.addWidget(panel)
        self._show_change(unit)

    def _show_change(self, unit: Translated) -> None:
        """What the original said when this was translated."""
        clear(self._before)
        self._change.setVisible(unit.state == "stale")
        if unit.state != "stale":
            return
        if unit.made_from:
            pieces = differences(unit.made_from, unit.unit.text)
            said = [
                Text(_("Before it said:"), "small", "semibold", tight=True),
                Text(marked(pieces, "old"), "body", tight=True),
                Text(_("Now it says:"), "small", "semibold", tight=True),
                Text(marked(pieces, "new"), "body", tight=True),
            ]
        else:
            words = _("Something in this part of the lesson changed after it was translated.")
            said = [Text(words, "body", tight=True)]
        for each in said:
            self._before.addWidget(each)

    def _copy(self) -> None:
        self.put_words(self._text)

    def _put(self, words: str) -> None:
        self._quiet = True
        self.field.set_value(words)
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False

    def _changed(self, words: str) -> None:
        if not self._quiet:
            self.typed.emit(words)
