"""A person at the screen: presses what can be read, types where a label says so, and reads.

Used by the journey tests, by `make pictures` and by `make run` where there is no screen.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

_FIELDS = (QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_ISOLATES = re.compile("[\u2066-\u2069\u202a-\u202e\u200e\u200f]")
_TAGS = re.compile("<[^>]*>")


def plain(text: str) -> str:
    """What a person reads of a text: no marks of direction, no markup, no double spaces."""
    bare = html.unescape(_TAGS.sub("", text)) if "<" in text else text
    return " ".join(_ISOLATES.sub("", bare).replace("&&", "&").split())


class NotOnScreen(AssertionError):
    """What was looked for cannot be seen or pressed."""


class Hand:
    """Works one window by mouse and keys. Words are given as a person reads them."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    # Reading
    def texts(self) -> list[str]:
        """Every text in sight, in the order in which the widgets were made."""
        return [text for widget in self._visible() for text in words_on(widget) if text]

    def reads(self, words: str) -> bool:
        """Whether a text in sight contains these words."""
        wanted = plain(words)
        return any(wanted in text for text in self.texts())

    def must_read(self, *words: str) -> None:
        """Fail with all that can be read where one of the words is not in sight."""
        for one in words:
            if not self.reads(one):
                raise NotOnScreen(f"{one!r} cannot be read; in sight: {self.texts()}")

    def wait_for(self, words: str, milliseconds: int = 5000) -> None:
        """Wait until words can be read."""
        self.wait_until(lambda: self.reads(words), words, milliseconds)

    def wait_until(
        self, true: Callable[[], bool], what: str = "", milliseconds: int = 5000
    ) -> None:
        """Let the program work until something holds."""
        patience = QDeadlineTimer(milliseconds)
        while not true():
            if patience.hasExpired():
                raise NotOnScreen(f"{what!r} did not come; in sight: {self.texts()}")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        settle()

    # Pressing
    def button(self, words: str, nth: int = 0) -> QAbstractButton:
        """The button that says exactly this, or else the only ones that contain it."""
        wanted = plain(words)
        buttons = [w for w in self._visible() if isinstance(w, QAbstractButton)]
        exact = [b for b in buttons if wanted in words_on(b)]
        found = exact or [b for b in buttons if any(wanted in text for text in words_on(b))]
        if len(found) <= nth:
            raise NotOnScreen(f"no button {words!r}; in sight: {[words_on(b) for b in buttons]}")
        return found[nth]

    def can_press(self, words: str) -> bool:
        """Whether a button with these words is in sight and enabled."""
        try:
            return self.button(words).isEnabled()
        except NotOnScreen:
            return False

    def press(self, words: str, nth: int = 0) -> None:
        """Click a button in its middle."""
        button = self.button(words, nth)
        if not button.isEnabled():
            raise NotOnScreen(f"button {words!r} cannot be pressed")
        self.bring_into_view(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        settle()

    def press_beside(self, name: str, words: str) -> None:
        """Click the button of a row: the one that belongs to this name."""
        wanted, owner = plain(words), plain(name)
        for button in (w for w in self._visible() if isinstance(w, QAbstractButton)):
            if wanted in words_on(button) and owner in _belongs_to(button):
                self.bring_into_view(button)
                QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
                settle()
                return
        raise NotOnScreen(f"no button {words!r} beside {name!r}")

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget() or self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()

    def type_into(self, label: str, text: str) -> None:
        """Click the field with this label, empty it and type."""
        field = self.field(label)
        self.bring_into_view(field)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(8, field.height() // 2))
        if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox):
            field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        settle()

    def choose(self, label: str, words: str) -> None:
        """Choose in a list by the keyboard: press the letters' row until it shows the words."""
        box = self.field(label)
        assert isinstance(box, QComboBox)
        at = box.findText(words, Qt.MatchFlag.MatchContains)
        if at < 0:
            raise NotOnScreen(f"{words!r} is not offered in {label!r}")
        box.setFocus()
        while box.currentIndex() != at:
            down = box.currentIndex() < at
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        box.activated.emit(at)
        settle()

    def field(self, label: str) -> QWidget:
        """The field that a label names."""
        wanted = plain(label)
        fields = [w for w in self._visible() if isinstance(w, _FIELDS)]
        for match in (lambda name: name == wanted, lambda name: wanted in name):
            for field in fields:
                if match(plain(field.accessibleName())):
                    return field
        raise NotOnScreen(f"no field {label!r}: {[plain(f.accessibleName()) for f in fields]}")

    def press_cell(self, words: str, nth: int = 0) -> None:
        """Click the table cell that says this."""
        wanted = plain(words)
        found = []
        for table in (w for w in self._visible() if isinstance(w, QTableView)):
            model = table.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    if wanted in plain(str(index.data() or "")):
                        found.append((table, index))
        if len(found) <= nth:
            raise NotOnScreen(f"no cell {words!r}")
        table, index = found[nth]
        table.scrollTo(index)
        settle()
        spot = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        settle()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll as a person would until a widget can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            ensure = getattr(parent, "ensureWidgetVisible", None)
            if ensure is not None and parent.isAncestorOf(widget):
                ensure(widget)
            parent = parent.parentWidget()
        settle()

    # Looking
    def take_picture(self, file: Path) -> Path:
        """Save what the window shows, in the 256 colours that it has most of."""
        settle()
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        found = Counter(memoryview(picture.constBits()).cast("I")).most_common(256)
        flat = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
        colours = [colour for colour, _count in found]
        small = picture.convertToFormat(QImage.Format.Format_Indexed8, colours, flat)
        small.save(str(file), quality=0)
        return file

    def front(self) -> QWidget:
        """The window, or what lies over the whole of it."""
        covers = [
            child
            for child in self.window.children()
            if isinstance(child, QWidget) and child.isVisible() and _covers(child, self.window)
        ]
        return covers[-1] if covers else self.window

    def _visible(self) -> Iterator[QWidget]:
        yield from (w for w in self.front().findChildren(QWidget) if w.isVisible())


def settle() -> None:
    """Let the program do what it was asked, and throw away what it let go of."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _covers(child: QWidget, window: QWidget) -> bool:
    """Whether a child lies over the whole window, in front of the page (a dialog, a cover)."""
    layout = window.layout()
    in_layout = layout is not None and layout.indexOf(child) >= 0
    return not in_layout and child.size() == window.size()


def _belongs_to(button: QWidget) -> list[str]:
    """The names that a button stands beside: what it describes, and the row that holds it."""
    names = [plain(button.accessibleDescription())]
    parent = button.parentWidget()
    while parent is not None:
        names += [plain(part) for part in parent.accessibleName().split(" · ")]
        parent = parent.parentWidget()
    return names


def words_on(widget: QWidget) -> list[str]:
    """What a widget says to who reads it."""
    said: list[str] = []
    if isinstance(widget, QLabel):
        said.append(widget.text())
    elif isinstance(widget, QAbstractButton):
        said += [widget.text(), widget.accessibleName(), widget.accessibleDescription()]
    elif isinstance(widget, QLineEdit):
        said += [widget.text(), widget.placeholderText()]
    elif isinstance(widget, QComboBox):
        said.append(widget.currentText())
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        said.append(widget.toPlainText())
    elif isinstance(widget, QTableView):
        model = widget.model()
        said += [
            str(model.index(row, column).data() or "")
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        said += [
            str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for column in range(model.columnCount())
        ]
    elif not isinstance(widget, QLabel):
        said.append(widget.accessibleName())
    return [plain(text) for text in said]
