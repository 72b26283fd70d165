"""Shows learners' pages in the room that their frame leaves, in any language and size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge

ROOM = (1366, 768 - 74)
Shown = TypeVar("Shown", bound=QWidget)
Dress = Callable[..., None]
Show = Callable[[Shown], Shown]


@pytest.fixture
def bridge() -> Bridge:
    """What pages run their actions through."""
    return Bridge()


@pytest.fixture
def troubles(bridge: Bridge) -> list[TrainerError]:
    """Every trouble that was said."""
    said: list[TrainerError] = []
    bridge.troubled.connect(said.append)
    return said


@pytest.fixture(autouse=True)
def dress(qapp: QApplication) -> Dress:
    """Puts a language and a size on the program, English at its plain size to begin with."""

    def put_on(language: str = "en", scale: float = 1.0) -> None:
        use(language)
        theme.apply(qapp, theme.Theme(language=language, scale=scale))

    put_on()
    return put_on


@pytest.fixture
def show(qtbot: QtBot, bridge: Bridge) -> Show[QWidget]:
    """Shows a page and tells it what changed."""

    def show_page(page: Shown) -> Shown:
        qtbot.addWidget(page)
        news = getattr(page, "news", None)
        if news is not None:
            bridge.changed.connect(news)
        page.resize(*ROOM)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            QApplication.processEvents()
        return page

    return show_page
