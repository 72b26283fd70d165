"""A text with buttons for strong words, lists and boxes: nobody needs to know the signs."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFont,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.helping import TOPICS
from trainer_app.i18n import _, pgettext
from trainer_app.ui.authoring.marking import Marked, boxed, listed, strong
from trainer_app.ui.heading import flow
from trainer_app.ui.help_words import TOPIC_ICONS, topic_name
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, TextField

_STRONG = re.compile(r"(\*\*)([^*\n]+)(\*\*)")
_SIGNS = re.compile(r"^(?:> \[![A-Z]+(?: [a-z]+)?\]|> |[-*+] |#{1,6} )")


class MarkdownField(TextField):
    """A box for a text. With `boxes` it has buttons for tips and the like, as pages do.

    Ctrl+B makes strong. Signals: `changed(str)` at every letter.
    """

    def __init__(
        self,
        label: str,
        value: str,
        *,
        lines: int,
        boxes: bool = False,
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, value, lines=lines, help_words=help_words, parent=parent)
        box = self.control
        assert isinstance(box, QPlainTextEdit)
        self._box = box
        self._look = _Look(box.document())
        buttons = [
            _button(pgettext("letters", "Strong"), "bold", lambda: self._mark(strong)),
            _button(_("List"), "list", lambda: self._mark(listed)),
        ]
        if boxes:
            for mark, word, sign in (
                ("TIP", _("Tip"), "lightbulb"),
                ("CARE", _("Take care"), "triangle-alert"),
                ("SAY", _("Say it"), "megaphone"),
            ):
                buttons.append(_button(word, sign, self._boxing(mark)))
            self.helping = _button(_("Help"), "life-buoy", self._ask_for_topic)
            buttons.append(self.helping)
        for button in buttons:
            said = _("{what}: {field}").format(what=button.accessibleName(), field=label)
            button.setAccessibleName(said)
        self._buttons = flow(*buttons, gap=6)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        # Under the label and the help, above the text.
        layout.insertWidget(2, self._buttons)
        # As what it stands for it would have Tab come to the text first.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs do not know of none
        put_in_order(self._buttons, box)
        making = QAction(self)
        making.setShortcut(QKeySequence(QKeySequence.StandardKey.Bold))
        making.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        making.triggered.connect(lambda: self._mark(strong))
        self.addAction(making)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._box.setFocus(event.reason())

    def box_in(self, mark: str) -> None:
        """Put the lines at the cursor into a box, such as `TIP` or `HELP legal`, or out of it."""
        self._mark(lambda at: boxed(at, mark))

    def _boxing(self, mark: str) -> Callable[[], None]:
        return lambda: self.box_in(mark)

    def _mark(self, action: Callable[[Marked], Marked]) -> None:
        cursor = self._box.textCursor()
        text = self._box.toPlainText()
        at = Marked(
            text, _from_qt(text, cursor.selectionStart()), _from_qt(text, cursor.selectionEnd())
        )
        new = action(at)
        if new.text != text:
            # As one step of the field's own undo.
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(new.text)
        points = action is not strong
        cursor.setPosition(_to_qt(new.text, new.end if points else new.start))
        cursor.setPosition(_to_qt(new.text, new.end), QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_topic(self) -> None:
        """What kind of help: the centre's list has places for each."""
        words = _("What do they need help with? Learners see the places near you there.")
        topics = [(one, Button(topic_name(one), icon=TOPIC_ICONS[one])) for one in TOPICS]
        buttons = [("", Button(_("Cancel"), "quiet")), *topics]
        dialog = Dialog(self.window(), _("Help near us"), words, buttons, escape="")
        dialog.answered.connect(lambda topic: self.box_in(f"HELP {topic}") if topic else None)
        dialog.open(topics[0][1])


class _Look(QSyntaxHighlighter):
    """Strong words look strong; the signs that make them step back."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme = current()
        self._bold, self._sign = QTextCharFormat(), QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._sign.setForeground(theme.colour("muted"))

    def highlightBlock(self, text: str) -> None:
        for found in _STRONG.finditer(text):
            start, end = (_to_qt(text, each) for each in found.span(2))
            self.setFormat(start, end - start, self._bold)
            self.setFormat(_to_qt(text, found.start(1)), 2, self._sign)
            self.setFormat(_to_qt(text, found.start(3)), 2, self._sign)
        if sign := _SIGNS.match(text):
            self.setFormat(0, sign.end(), self._sign)


def _button(word: str, sign: str, action: Callable[[], None]) -> Button:
    button = Button(word, icon=sign, size="small")
    button.clicked.connect(lambda: action())
    return button


def _from_qt(text: str, place: int) -> int:
    """A place that Qt counts in halves of signs, as Python counts it."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def _to_qt(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2
