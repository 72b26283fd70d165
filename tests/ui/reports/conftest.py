"""A trainer's look in the language and size that a test asks for, and real file writers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from centres import Centre
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer_app import app
from trainer_app.services.exporting import Exporting
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


@pytest.fixture
def exporting(centre: Centre) -> Exporting:
    return app.make_exporting(centre.ledger)


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Callable[[Callable[[], QWidget]], QWidget]:
    """Makes a page and shows it in the room that the trainer's frame leaves."""
    theme.apply(qapp, theme.Theme(dense=True))

    def show_page(make: Callable[[], QWidget]) -> QWidget:
        page = make()
        qtbot.addWidget(page)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        QApplication.processEvents()
        return page

    return show_page
