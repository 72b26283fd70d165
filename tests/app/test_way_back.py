"""Escape in the program's window: back, but never out of something half done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from centres import Centre
from practising_window import PAGES, Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from trainer_app.keys.wrapping import Cost
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.settings.trainers import TrainersPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def room(qapp: QApplication, centre: Centre, tmp_path: Path, cheap_cost: Cost) -> Iterator[Room]:
    made = Room(centre, tmp_path / "lessons", cheap_cost)
    made.window.activateWindow()
    yield made
    made.window.close()


def escape(room: Room) -> None:
    window = room.window
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    for _ in range(3):
        QApplication.processEvents()


def test_in_a_lesson_it_leads_back_and_from_the_first_page_to_all_lessons(room) -> None:
    room.window.learner.guest()
    room.window.learner.lesson(PAGES, "en")
    page = room.window.page
    assert isinstance(page, LessonPage)
    page.go_on()
    assert page.foot.back.isEnabled()
    escape(room)
    assert room.window.page is page
    assert not page.foot.back.isEnabled()
    escape(room)
    assert isinstance(room.window.page, HomePage)


def test_a_practice_is_not_left_by_one_key(room) -> None:
    room.window.learner.guest()
    room.window.learner.lesson(PAGES, "en")
    room.window.page.practice_requested.emit()
    QApplication.processEvents()
    page = room.window.page
    assert isinstance(page, PracticePage)
    escape(room)
    assert room.window.page is page


def test_what_was_typed_is_not_thrown_away(room) -> None:
    room.window.colleagues.passphrase()
    page = room.window.page
    QApplication.processEvents()
    field = page.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "maple")
    escape(room)
    assert room.window.page is page
    field.clear()
    escape(room)
    assert isinstance(room.window.page, TrainersPage)
