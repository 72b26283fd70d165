"""Whoever is asked for the next widget does not take it along when it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import Shiboken

import trainer_app
from trainer_app.ui.widgets import focus_chain
from trainer_app.ui.widgets.focus_chain import next_of, previous_of, proxy_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PROGRAM = Path(trainer_app.__file__).parent
ASKS = ("nextInFocusChain(", "previousInFocusChain(", ".focusProxy()")


def gone(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def two(qtbot) -> tuple[QWidget, QPushButton, QPushButton]:
    """A window, the last button of a page in it, and the first button below that page."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    page, foot = QWidget(), QWidget()
    column.addWidget(page)
    column.addWidget(foot)
    return window, QPushButton(page), QPushButton(foot)


@pytest.mark.parametrize("ask", [next_of, previous_of])
def test_what_was_asked_for_is_there_when_the_other_has_gone(two, ask: Callable):
    window, last, first = two
    asked = last if ask is next_of else first
    other = first if asked is last else last
    assert ask(asked) is other
    gone(asked)
    assert Shiboken.isValid(other)
    assert Shiboken.isValid(window)


def test_so_is_what_stands_for_another(two):
    _window, last, first = two
    last.setFocusProxy(first)
    assert proxy_of(last) is first
    gone(last)
    assert Shiboken.isValid(first)


def test_the_whole_chain_can_be_gone_along(two):
    window, last, _first = two
    met = [window]
    while (following := next_of(met[-1])) not in (None, window):
        met.append(following)
    assert len(met) == 5
    assert {last, window} <= set(met)
    assert Shiboken.ownedByPython(window)


def test_nobody_else_in_the_program_asks_qt_itself():
    asking = [
        path.relative_to(PROGRAM).as_posix()
        for path in PROGRAM.rglob("*.py")
        if any(ask in path.read_text(encoding="utf-8") for ask in ASKS)
    ]
    assert asking == [Path(focus_chain.__file__).relative_to(PROGRAM).as_posix()]
