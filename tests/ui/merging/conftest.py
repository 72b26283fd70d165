"""A merge page as the trainer's window shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.page import Page

ROOM = (1134, 768)


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Page]]:
    """Builds and shows a page in the room that the trainer's frame leaves."""

    def show_page(build: Callable[[], Page], *, language: str = "en", scale: float = 1.0) -> Page:
        use(language)
        theme.apply(qapp, theme.Theme("light", scale, language, dense=True, motion=False))
        page = build()
        qtbot.addWidget(page)
        page.resize(*ROOM)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            qapp.processEvents()
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())
