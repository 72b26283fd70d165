"""Trembling hands: what a second press at the same place does, by pointer and by key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.ui import widgets as w
from trainer_app.ui.widgets.second_press import USUAL_MS, be_patient, unhurried

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    yield
    be_patient(USUAL_MS)


class Leaf(QWidget):
    """Two pages that lead to one another by a button at the same place."""

    def __init__(self) -> None:
        super().__init__()
        self.turned: list[str] = []
        self.pages = QStackedWidget()
        self.buttons = [w.Button("Next"), w.Button("Save")]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=number: self._turn(number))
            self.pages.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)

    def _turn(self, number: int) -> None:
        self.turned.append(self.buttons[number].text())
        self.pages.setCurrentIndex(1 - number)


def click(widget: QWidget, at: QPoint, when: int) -> None:
    """A click with the time that the system gives it."""
    for kind, held, later in (
        (QEvent.Type.MouseButtonPress, _LEFT, 0),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton, 20),
    ):
        spot = QPointF(widget.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), spot, _LEFT, held, _NONE)
        event.setTimestamp(when + later)
        QApplication.sendEvent(widget, event)


def key(widget: QWidget, pressed: Qt.Key, when: int, *, repeats: bool = False) -> None:
    """A key with the time that the system gives it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, pressed, _NONE, "", repeats)
        event.setTimestamp(when)
        QApplication.sendEvent(widget, event)


def test_a_real_double_click_turns_one_page(shown):
    leaf = shown(Leaf(), 300, 80)
    QTest.mouseDClick(leaf.windowHandle(), _LEFT, _NONE, leaf.rect().center())
    assert leaf.turned == ["Next"]
    assert leaf.buttons[1].isVisible()


def test_after_a_moment_the_same_place_counts_again(shown):
    leaf = shown(Leaf(), 300, 80)
    middle = leaf.buttons[0].rect().center()
    click(leaf.buttons[0], middle, 10_000)
    click(leaf.buttons[1], middle, 10_300)
    assert leaf.turned == ["Next"]
    click(leaf.buttons[1], middle, 10_020 + USUAL_MS)
    assert leaf.turned == ["Next", "Save"]


def test_another_place_counts_at_once(shown):
    leaf = shown(Leaf(), 300, 80)
    click(leaf.buttons[0], QPoint(20, 20), 20_000)
    click(leaf.buttons[1], QPoint(120, 20), 20_100)
    assert leaf.turned == ["Next", "Save"]


def test_what_leads_on_and_stays_is_pressed_once(shown):
    button = shown(w.Button("Save", "primary"), 200, 60)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    for when in (30_000, 30_100, 30_200):
        click(button, QPoint(50, 20), when)
    assert pressed == [True]


def test_letters_and_numbers_may_come_twice(shown):
    tile = shown(w.IconButton("plus", "More"), 80, 80)
    pressed = []
    tile.clicked.connect(lambda: pressed.append(True))
    for when in (40_000, 40_100, 40_200):
        click(tile, QPoint(20, 20), when)
    assert pressed == [True] * 3


def test_slow_hands_have_more_time(shown):
    be_patient(2000)
    leaf = shown(Leaf(), 300, 80)
    middle = leaf.buttons[0].rect().center()
    click(leaf.buttons[0], middle, 50_000)
    click(leaf.buttons[1], middle, 51_900)
    assert leaf.turned == ["Next"]
    click(leaf.buttons[1], middle, 52_100)
    assert leaf.turned == ["Next", "Save"]
    assert unhurried(6000) == 24_000


@pytest.mark.parametrize(("pressing", "begin"), [("Return", 60_000), ("Space", 64_000)])
def test_a_key_that_is_held_down_presses_once(shown, pressing, begin):
    leaf = shown(Leaf(), 300, 80)
    pressing = Qt.Key[f"Key_{pressing}"]
    key(leaf.buttons[0], pressing, begin)
    for when in range(begin + 500, begin + 2000, 100):
        key(leaf.buttons[1], pressing, when, repeats=True)
    assert leaf.turned == ["Next"]


def test_a_switch_that_bounces_presses_once(shown):
    leaf = shown(Leaf(), 300, 80)
    key(leaf.buttons[0], Qt.Key.Key_Space, 70_000)
    key(leaf.buttons[1], Qt.Key.Key_Space, 70_120)
    assert leaf.turned == ["Next"]
    key(leaf.buttons[1], Qt.Key.Key_Space, 71_000)
    assert leaf.turned == ["Next", "Save"]


def test_whoever_goes_on_by_tab_may_press_at_once(shown):
    leaf = shown(Leaf(), 300, 80)
    leaf.activateWindow()
    key(leaf.buttons[0], Qt.Key.Key_Space, 80_000)
    leaf.setFocus()
    leaf.buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    key(leaf.buttons[1], Qt.Key.Key_Space, 80_120)
    assert leaf.turned == ["Next", "Save"]


def test_a_row_that_opens_a_page_does_not_press_it_too(shown):
    whole = QStackedWidget()
    table = w.Table([w.Column("name", "Name", stretch=1)], [w.Row("a", (w.Cell("Amira"),))], "All")
    button = w.Button("Erase")
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    for page in (table, button):
        whole.addWidget(page)
    table.chosen.connect(lambda *_: whole.setCurrentIndex(1))
    shown(whole, 400, 200)
    spot = table.visualRect(table.model().index(0, 0)).center()
    at = table.viewport().mapTo(whole, spot)
    button.setMinimumHeight(200)
    QTest.mouseDClick(whole.windowHandle(), _LEFT, _NONE, at)
    assert whole.currentIndex() == 1
    assert pressed == []


def test_another_key_is_meant(shown):
    leaf = shown(Leaf(), 300, 80)
    key(leaf.buttons[0], Qt.Key.Key_Return, 90_000)
    key(leaf.buttons[1], Qt.Key.Key_Space, 90_100)
    assert leaf.turned == ["Next", "Save"]
