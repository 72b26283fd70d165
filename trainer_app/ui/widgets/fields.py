"""Fields to type in, each with its label, its help and its error in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.drawn import centred, start_box
from trainer_app.ui.widgets.flow import bring_into_sight
from trainer_app.ui.widgets.said_as import Role, announce, say_as
from trainer_app.ui.widgets.text import Text

_MOST_FOR_HINT = 280


class Icon(QWidget):
    """A picture sign beside words; screen readers pass over it. `size` in design pixels."""

    def __init__(
        self, name: str, colour: Token = "ink", size: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        side = current().px(size)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, colour: Token) -> None:
        """Show another sign."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        draw_icon(painter, self._name, current().hex(self._colour), centred(box, box.width()))


class Field(QWidget):
    """A control under its label, with help and error; the base of all fields."""

    def __init__(
        self, label: str, control: QWidget, *, help_words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current()
        self.control = control
        self._help_words = help_words
        self._label = Text(label, "body", "semibold", tight=True)
        self._label.setBuddy(control)
        self._help = Text(help_words, "small", colour="muted", tight=True)
        self._error = Text("", "small", "semibold", colour="danger", tight=True)
        self._error_row = QWidget()
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(6))
        row.addWidget(Icon("circle-alert", "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        self._error_row.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.space(8))
        self.row.addWidget(control, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self._label)
        column.addWidget(self._help)
        # Only now: a label without a parent would be shown as a window of its own.
        self._help.setVisible(bool(help_words))
        column.addLayout(self.row)
        column.addWidget(self._error_row)
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_words)
        self.setFocusProxy(control)
        say_as(self, Role.Grouping)

    def set_error(self, words: str | None) -> None:
        """Say what is wrong under the field, or that nothing is."""
        self._error.set_words(words or "")
        self._error_row.setVisible(bool(words))
        self.control.setProperty("wrong", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        said = f"{words} {self._help_words}".strip() if words else self._help_words
        self.control.setAccessibleDescription(said)
        if words and self.isVisible():
            announce(self.control, words)
            # With its label and what is wrong, once the page knows which field is first.
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        if self.control.hasFocus():
            bring_into_sight(self)

    def error(self) -> str | None:
        """The error in sight, if any."""
        return self._error.text() or None

    def hide_label(self) -> None:
        """Leave the label to screen readers, where the place makes it plain."""
        self._label.hide()


class LineEdit(QLineEdit):
    """A line to type in, with a sign where typing starts. Signals: `stepped(int)` at up, down."""

    stepped = Signal(int)

    def __init__(self, sign: str | None = None) -> None:
        super().__init__()
        self._sign = sign
        if sign:
            room = current().px(22) + current().space(8)
            left, right = (0, room) if current().rtl else (room, 0)
            self.setTextMargins(left, 0, right, 0)
        self.textChanged.connect(self._level)

    def _level(self, text: str) -> None:
        """Set words of tall scripts as low as Latin ones: Qt centres the room for their marks."""
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        more = line.height() - QFontMetricsF(self.font()).height() if line.isValid() else 0.0
        margins = self.textMargins()
        margins.setTop(max(0, round(more / 2)))
        margins.setBottom(-margins.top())
        if margins != self.textMargins():
            self.setTextMargins(margins)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sign:
            theme = current()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = theme.space(14)
            at, _ = start_box(QRectF(self.rect()).adjusted(side, 0, -side, 0), theme.px(22), 0)
            draw_icon(painter, self._sign, theme.hex("muted"), centred(at, theme.px(22)))


def line_edit(hint: str = "", *, latin: bool = False, sign: str | None = None) -> LineEdit:
    """A line to type in; `latin` keeps handles, codes and addresses left to right."""
    edit = LineEdit(sign)
    edit.setFont(current().font("body"))
    edit.setPlaceholderText(hint)
    room = edit.fontMetrics().horizontalAdvance(hint) + edit.textMargins().left()
    wanted = room + edit.textMargins().right() + current().space(32)
    edit.setMinimumWidth(max(current().space(120), min(wanted, current().space(_MOST_FOR_HINT))))
    if latin:
        edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return edit


class TextField(Field):
    """A line of text; `lines` above 1 makes it a box of that height.

    Signals: `changed(str)` at every letter, `entered()` at Enter (one line only).
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        help_words: str = "",
        hint: str = "",
        latin: bool = False,
        lines: int = 1,
        longest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._edit: QLineEdit | QPlainTextEdit
        if lines > 1:
            box = QPlainTextEdit()
            box.setFont(current().font("body"))
            box.setPlaceholderText(hint)
            box.setTabChangesFocus(True)
            box.document().setDefaultTextOption(_leading())
            box.setFixedHeight(round(current().text_px("body") * 1.5 * lines) + current().space(20))
            self._edit = box
        else:
            self._edit = line_edit(hint, latin=latin)
            if longest:
                self._edit.setMaxLength(longest)
        super().__init__(label, self._edit, help_words=help_words, parent=parent)
        self.set_value(value)
        if isinstance(self._edit, QPlainTextEdit):
            self._edit.textChanged.connect(lambda: self.changed.emit(self.value()))
        else:
            self._edit.textEdited.connect(self.changed)
            self._edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The text as typed."""
        edit = self._edit
        return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()

    def set_value(self, value: str) -> None:
        """Put a text in; only boxes of many lines signal it."""
        if isinstance(self._edit, QLineEdit):
            self._edit.setText(value)
        else:
            self._edit.setPlainText(value)


def _leading() -> QTextOption:
    """Paragraphs that begin where the page's reading begins."""
    side = Qt.AlignmentFlag.AlignRight if current().rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(current().direction)
    return option


class PassphraseField(Field):
    """A secret with an eye to see it; `show_word` and `hide_word` name the eye.

    Signals: `changed(str)`, `entered()`.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        show_word: str,
        hide_word: str,
        *,
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._edit = line_edit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self._edit.setInputMethodHints(hints)
        super().__init__(label, self._edit, help_words=help_words, parent=parent)
        self._eyes = (
            IconButton("eye", show_word, under=False),
            IconButton("eye-off", hide_word, under=False),
        )
        for eye, shown in zip(self._eyes, (False, True), strict=True):
            self.row.addWidget(eye)
            eye.setVisible(not shown)
            eye.clicked.connect(lambda _=False, shown=shown: self.show_letters(not shown))
        self._edit.textEdited.connect(self.changed)
        self._edit.returnPressed.connect(self.entered)

    def show_letters(self, shown: bool) -> None:
        """Show or hide the letters."""
        had_focus = any(eye.hasFocus() for eye in self._eyes)
        normal, secret = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self._edit.setEchoMode(normal if shown else secret)
        show, hide = self._eyes
        show.setVisible(not shown)
        hide.setVisible(shown)
        if had_focus:
            (hide if shown else show).setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> str:
        """The passphrase as typed."""
        return self._edit.text()

    def clear(self) -> None:
        """Forget what was typed, and hide letters again."""
        self._edit.clear()
        self.show_letters(False)


class SearchField(Field):
    """A line to search with; the label may be left to screen readers.

    Signals: `changed(str)` at every letter, `entered()`.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, label: str, *, hint: str = "", show_label: bool = False, parent: QWidget | None = None
    ) -> None:
        if show_label:
            # A hint that repeats the label in sight would be read twice.
            hint = "" if hint == label else hint
        self._edit = line_edit(hint if show_label else hint or label, sign="search")
        super().__init__(label, self._edit, parent=parent)
        if not show_label:
            self.hide_label()
        self._edit.textChanged.connect(self.changed)
        self._edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """What is searched for."""
        return self._edit.text().strip()

    def set_value(self, value: str) -> None:
        """Search for something else, and signal it as if it were typed."""
        self._edit.setText(value)

    def clear(self) -> None:
        """Search for nothing."""
        self._edit.clear()
