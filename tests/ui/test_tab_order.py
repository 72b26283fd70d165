"""Tab goes through a page in the order of reading, whenever its parts were made."""

from __future__ import annotations

from gc import collect

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.tab_order import put_behind, put_in_order
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    ChoiceField,
    Column,
    Row,
    SpinField,
    Table,
    TextField,
)
from trainer_app.ui.widgets.focus_chain import next_of


def test_what_was_made_last_may_come_first(qtbot: QtBot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    foot = [QPushButton(f"foot {number}") for number in range(2)]
    middle = QWidget()
    inside = QVBoxLayout(middle)
    for number in range(3):
        inside.addWidget(QPushButton(f"middle {number}"))
    inside.itemAt(1).widget().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    top = QPushButton("top")
    for part in (*foot, middle, top):
        column.addWidget(part)
    put_in_order(top, middle, *foot)
    assert _heard(qtbot, page, top, 6) == ["top", "middle 0", "middle 2", "foot 0", "foot 1", "top"]


def test_fields_move_with_what_is_typed_or_chosen_in_them(qtbot: QtBot):
    page, parts = _page(qtbot, "button", "choice", "text", "number", "other choice", "last")
    wanted = ["other choice", "text", "last", "number", "choice", "button"]
    policies = {one: one.focusPolicy() for one in page.findChildren(QWidget)}
    put_in_order(*(parts[name] for name in wanted))
    assert _heard(qtbot, page, parts[wanted[0]], 7) == [*wanted, wanted[0]]
    assert {one: one.focusPolicy() for one in policies} == policies
    wanted.sort()
    put_in_order(*(parts[name] for name in wanted))
    assert _heard(qtbot, page, parts[wanted[0]], 7) == [*wanted, wanted[0]]


def test_what_was_made_first_may_come_behind_a_choice(qtbot: QtBot):
    page, parts = _page(qtbot, "foot", "beside", "text", "choice")
    put_behind(parts["choice"], parts["foot"], parts["beside"])
    assert _heard(qtbot, page, parts["text"], 5) == ["text", "choice", "foot", "beside", "text"]


def test_what_was_put_in_order_stays_so_and_in_its_place_in_a_window(qtbot: QtBot):
    part, parts = _page(qtbot, "text", "one", "two")
    put_in_order(parts["two"], parts["one"], parts["text"])
    page, others = _page(qtbot, "above")
    below = Button("below")
    for widget in (part, below):
        page.layout().addWidget(widget)
    wanted = ["above", "two", "one", "text", "below", "above"]
    assert _heard(qtbot, page, others["above"], 6) == wanted
    first = next_of(page)
    assert first is others["above"]
    put_in_order(below, part)
    wanted = ["above", "below", "two", "one", "text", "above"]
    assert _heard(qtbot, page, others["above"], 6) == wanted
    assert next_of(page) is first


def test_a_table_outlives_being_put_in_order(qtbot: QtBot):
    page, parts = _page(qtbot, "foot")
    rows = [Row(str(at), (Cell("x"), Cell("y"))) for at in range(4)]
    table = Table([Column("a", "A"), Column("b", "B")], rows, "table", full=True)
    card = Card(table)
    page.layout().addWidget(card)
    page.show()
    QApplication.processEvents()
    put_in_order(card, parts["foot"])
    collect()
    for width in (300, 350, 400, 450, 500):
        page.resize(width, 300)
        QApplication.processEvents()
    assert table.columnWidth(0) + table.columnWidth(1) > 400
    assert _heard(qtbot, page, table, 3) == ["table", "foot", "table"]


def _page(qtbot: QtBot, *names: str) -> tuple[QWidget, dict[str, QWidget]]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    parts: dict[str, QWidget] = {}
    for name in names:
        if name.endswith("choice"):
            parts[name] = ChoiceField(name, [("a", "A"), ("b", "B")], "a")
        elif name in ("text", "number"):
            parts[name] = TextField(name) if name == "text" else SpinField(name)
        else:
            parts[name] = Button(name)
        column.addWidget(parts[name])
    return page, parts


def _heard(qtbot: QtBot, page: QWidget, first: QWidget, times: int) -> list[str]:
    """What has the keyboard, from the first part on, while Tab is pressed."""
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first.setFocus()
    heard = []
    for _ in range(times):
        now = QApplication.focusWidget()
        assert now is not None
        heard.append(now.text() if isinstance(now, QPushButton) else now.accessibleName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return heard
