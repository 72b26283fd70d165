"""What stands in a layout is found in the order of reading, however it came there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from trainer_app.ui import widgets as w
from trainer_app.ui.widgets.laid_out import laid_out

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def words(layout: QLayout) -> list[str]:
    def said(one: QObject) -> list[str]:
        return words(one) if isinstance(one, QLayout) else [one.objectName()]

    return [word for one in laid_out(layout) for word in said(one)]


def label(name: str) -> QLabel:
    found = QLabel(name)
    found.setObjectName(name)
    return found


def test_a_layout_in_a_layout_is_met_at_its_place(qtbot):
    whole = QWidget()
    qtbot.addWidget(whole)
    column, row = QVBoxLayout(whole), QHBoxLayout()
    last = label("last")
    column.addWidget(last)
    column.insertLayout(0, row)
    column.insertWidget(0, label("first"))
    column.addStretch(1)
    row.addWidget(label("one"))
    row.insertWidget(0, label("none"))
    over = label("over all")
    over.setParent(whole)
    assert words(column) == ["first", "none", "one", "last"]
    column.removeWidget(last)
    assert words(column) == ["first", "none", "one"]


def test_a_row_that_wraps_is_met_in_its_order(qtbot):
    whole = QWidget()
    qtbot.addWidget(whole)
    row = w.FlowRow(whole)
    for name in ("a", "b", "c"):
        row.addWidget(label(name))
    assert words(row) == ["a", "b", "c"]


def test_an_answer_that_was_not_right_is_not_red(shown):
    button = shown(w.ChoiceButton("Everyone"), 400, 60)
    button.set_state("wrong", "Not this")
    button.clearFocus()
    ground = button.grab().toImage().pixelColor(200, 8)
    # Yellow, not pink: more green than blue by far.
    assert ground.green() - ground.blue() > 15
    assert ground.red() - ground.green() < 25
