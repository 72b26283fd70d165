"""A page of a project as the window shows it, and what it said went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import TrainerError
from trainer_app.services.funding.projects import Projects
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page

Shown = TypeVar("Shown", bound=Page)


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    """The trainer's look in English at its plain size."""
    theme.apply(qapp, theme.Theme(dense=True))


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


@pytest.fixture
def troubles(bridge: Bridge) -> list[TrainerError]:
    """Every trouble that was said."""
    said: list[TrainerError] = []
    bridge.troubled.connect(said.append)
    return said


@pytest.fixture
def projects(centre: Centre) -> Projects:
    return Projects(centre.ledger)


@pytest.fixture
def show(qtbot: QtBot, bridge: Bridge) -> Callable[[Shown], Shown]:
    """Shows a page in the room that the trainer's frame leaves, and tells it what changed."""

    def show_page(page: Shown) -> Shown:
        qtbot.addWidget(page)
        bridge.changed.connect(page.news)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        QApplication.processEvents()
        return page

    return show_page
