"""Arrow keys among tiles in rows and columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from trainer_app.ui import widgets as w
from trainer_app.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def grid(shown):
    """Three columns and two rows, the last one with two tiles."""
    made = w.FlowGrid(120, 8, most=3)
    made.add(*(w.Button(word) for word in "ABCDE"))
    shown(made, 420, 200)
    made.activateWindow()
    return made


def press(qtbot, grid, *keys: Qt.Key) -> str:
    for key in keys:
        qtbot.keyClick(grid.window().focusWidget(), key)
    return grid.window().focusWidget().text()


def test_up_and_down_go_to_the_row_beside(qtbot, grid):
    grid.tiles()[1].setFocus()
    assert press(qtbot, grid, Qt.Key.Key_Down) == "E"
    assert press(qtbot, grid, Qt.Key.Key_Up) == "B"


def test_below_an_uneven_row_the_nearest_is_taken(qtbot, grid):
    grid.tiles()[2].setFocus()
    assert press(qtbot, grid, Qt.Key.Key_Down) == "E"


def test_left_and_right_follow_the_way_of_reading(qtbot, grid, dress, shown):
    grid.tiles()[0].setFocus()
    assert press(qtbot, grid, Qt.Key.Key_Right) == "B"
    dress(Theme(language="ar"))
    mirrored = w.FlowGrid(120, 8, most=3)
    mirrored.add(*(w.Button(word) for word in "ABCDE"))
    shown(mirrored, 420, 200)
    mirrored.activateWindow()
    mirrored.tiles()[0].setFocus()
    assert press(qtbot, mirrored, Qt.Key.Key_Left) == "B"
    assert press(qtbot, mirrored, Qt.Key.Key_Down) == "E"
