"""What a person finds on a workshop page: buttons by their word, and everything to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget

from trainer_app.ui import theme
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Chip, Text

ROOM = (1134, 768)


def button(inside: QWidget, word: str) -> QPushButton:
    """The one button in sight with this word."""
    QApplication.processEvents()
    found = [
        one
        for one in inside.findChildren(QPushButton)
        if one.accessibleName() == word and one.isVisible()
    ]
    assert len(found) == 1, (word, len(found), buttons(inside))
    return found[0]


def buttons(inside: QWidget) -> list[str]:
    """The words of all buttons in sight."""
    return [one.accessibleName() for one in inside.findChildren(QPushButton) if one.isVisible()]


def words(inside: QWidget) -> str:
    """Everything that can be read in sight, one piece a line, without direction marks."""
    QApplication.processEvents()
    found = [one.text() for one in inside.findChildren(Text) if one.isVisible()]
    found += [one.accessibleName() for one in inside.findChildren(Chip) if one.isVisible()]
    return "\n".join(found).replace("\u2068", "").replace("\u2069", "")


def wider_than_seen(page: Page) -> list[str]:
    """What would have to be scrolled sideways, or is wider than the page."""
    found = []
    for area in page.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            found.append(f"{type(area).__name__} {area.accessibleName()} scrolls sideways")
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not page:
            continue
        left = widget.mapTo(page, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > page.width():
            found.append(f"{type(widget).__name__} {widget.accessibleName()} sticks out")
    return found


def in_every_size(make: Callable[[], Page], app: QApplication) -> list[str]:
    """Whatever sticks out at 100 and 200 %, from the left and from the right."""
    found = []
    for language in ("en", "ar"):
        for scale in (1.0, 2.0):
            theme.apply(app, theme.Theme(scale=scale, language=language, dense=True))
            page = make()
            page.resize(*ROOM)
            page.show()
            app.processEvents()
            found += [f"{language} {scale}: {what}" for what in wider_than_seen(page)]
            page.close()
            page.deleteLater()
    theme.apply(app, theme.Theme(dense=True))
    return found
