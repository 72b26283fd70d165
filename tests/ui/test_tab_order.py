"""Tab goes through a page in the order of reading, whenever its parts were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.tab_order import put_in_order


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
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    top.setFocus()
    heard = []
    for _ in range(6):
        now = QApplication.focusWidget()
        heard.append(now.text())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert heard == ["top", "middle 0", "middle 2", "foot 0", "foot 1", "top"]
