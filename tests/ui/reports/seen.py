"""What a person finds on a page: its words, its buttons, the cells of its tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.widgets import Chip, Table, Text

_MARKS = str.maketrans("", "", "\u2066\u2068\u2069")


def plain(text: str) -> str:
    """Words without the signs that keep directions apart."""
    return text.translate(_MARKS)


def words(inside: QWidget) -> str:
    """All words in sight, a piece a line."""
    QApplication.processEvents()
    found = [one.text() for one in inside.findChildren(Text) if one.isVisible()]
    found += [one.accessibleName() for one in inside.findChildren(Chip) if one.isVisible()]
    found += [cell for row in cells(inside) for cell in row]
    return plain("\n".join(found))


def cells(inside: QWidget) -> list[list[str]]:
    """The rows of the tables in sight."""
    rows = []
    for table in inside.findChildren(Table):
        model = table.model()
        if table.isVisible():
            rows += [
                [plain(model.index(row, at).data()) for at in range(model.columnCount())]
                for row in range(model.rowCount())
            ]
    return rows


def button(inside: QWidget, word: str) -> QPushButton:
    """The one button in sight that is called so."""
    QApplication.processEvents()
    in_sight = [one for one in inside.findChildren(QPushButton) if one.isVisible()]
    found = [one for one in in_sight if plain(one.accessibleName()) == word]
    assert len(found) == 1, (word, [plain(one.accessibleName()) for one in in_sight])
    return found[0]


def click(qtbot: QtBot, inside: QWidget, word: str) -> None:
    """Press a button with the mouse."""
    qtbot.mouseClick(button(inside, word), Qt.MouseButton.LeftButton)


def too_wide(inside: QWidget) -> list[str]:
    """What would have to be scrolled sideways, or is cut at the side."""
    found = []
    for area in inside.findChildren(QAbstractScrollArea):
        if not area.isVisible():
            continue
        if area.horizontalScrollBar().maximum() > 0:
            found.append(f"{type(area).__name__} scrolls sideways")
    for one in inside.findChildren(QWidget):
        parent = one.parentWidget()
        if one.isVisible() and parent is not None and one.width() > 1:
            left, right = one.x(), one.x() + one.width()
            if left < 0 or right > parent.width():
                found.append(f"{type(one).__name__} {one.accessibleName()!r} is cut")
    return found


def too_small(inside: QWidget, least: int) -> list[str]:
    """Buttons in sight that are lower or narrower than `least` pixels."""
    return [
        one.accessibleName()
        for one in inside.findChildren(QPushButton)
        if one.isVisible() and min(one.width(), one.height()) < least
    ]
