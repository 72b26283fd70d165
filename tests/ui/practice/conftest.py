"""A look put on the program for each test of a practice, and widgets really deleted after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.ui.theme import Theme, apply


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    apply(qapp, Theme())
    yield
    apply(qapp, Theme())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dress(qapp: QApplication) -> Callable[[Theme], None]:
    """Puts a look on the program."""
    return lambda theme: apply(qapp, theme)


@pytest.fixture
def shown(qapp: QApplication, qtbot: Any) -> Callable[..., QWidget]:
    """Shows a widget in a size and lets the layouts settle."""

    def show(widget: QWidget, width: int = 1000, height: int = 620) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        for _ in range(3):
            qapp.processEvents()
        return widget

    return show
