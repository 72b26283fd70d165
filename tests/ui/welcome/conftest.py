"""A page of the way in, shown as large as the smallest laptop's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Text

SCREEN = (1366, 768)
Show = Callable[..., Page]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Show]:
    """Builds and shows a page in a language, a scale and a theme."""

    def show_page(
        build: Callable[[], Page], *, language: str = "en", scale: float = 1.0, name: str = "light"
    ) -> Page:
        use(language)
        theme.apply(qapp, theme.Theme(name, scale, language, motion=False))
        page = build()
        qtbot.addWidget(page)
        page.resize(*SCREEN)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            qapp.processEvents()
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Hand:
    """Does what a person does on a page, and reads what a person reads."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def button(self, page: QWidget, name: str) -> QPushButton:
        """The one button in sight that a screen reader calls by this name."""
        found = [
            one
            for one in page.findChildren(QPushButton)
            if one.isVisibleTo(page) and one.accessibleName() == name
        ]
        assert len(found) == 1, (name, [one.accessibleName() for one in found])
        return found[0]

    def click(self, page: QWidget, name: str) -> None:
        """Click the button of this name with the mouse."""
        self._qtbot.mouseClick(self.button(page, name), Qt.MouseButton.LeftButton)

    def type(self, words: str) -> None:
        """Type into what has the keyboard."""
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def press(self, key: Qt.Key) -> None:
        """Press a key in what has the keyboard."""
        self._qtbot.keyClick(QApplication.focusWidget(), key)

    def reads(self, page: QWidget) -> str:
        """All words in sight, without the marks of direction."""
        texts = [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]
        return "\n".join(texts).replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    """A person's hand and eye."""
    return Hand(qtbot)
