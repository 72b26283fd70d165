"""The small signs of the room in the bars, and the strip under the learner's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot
from reading_a_page import names, press, words

from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.learner.strip import Strip
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.page import Page
from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.widgets import Button, IconButton


@pytest.fixture
def trainer(qtbot: QtBot, qapp: QApplication) -> TrainerFrame:
    use("en")
    theme.apply(qapp, theme.Theme(dense=True))
    return shown(qtbot, TrainerFrame(Page(), "today", "Our centre", invented=False))


@pytest.fixture
def learner(qtbot: QtBot, qapp: QApplication) -> LearnerFrame:
    use("en")
    theme.apply(qapp, theme.Theme())
    return shown(qtbot, LearnerFrame(Page(), [], hand_up=False, can_join=True, guest=True))


def shown(qtbot: QtBot, frame):
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    QApplication.processEvents()
    return frame


def test_the_trainer_sees_the_open_room_from_every_page(trainer: TrainerFrame) -> None:
    assert not [name for name in names(trainer) if name.startswith("Room")]
    trainer.show_room(8)
    heard: list[bool] = []
    trainer.room_requested.connect(lambda: heard.append(True))
    press(trainer, "Room open: 8 laptops")
    trainer.show_room(1)
    press(trainer, "Room open: 1 laptop")
    assert heard == [True, True]
    trainer.resize(900, 768)
    QApplication.processEvents()
    assert "Room open: 1 laptop" in names(trainer)
    trainer.show_room(None)
    assert not [name for name in names(trainer) if name.startswith("Room")]


def test_the_learner_reads_in_the_room_or_alone(learner: LearnerFrame) -> None:
    assert "room" not in words(learner)
    learner.show_room("joined")
    assert "In the room" in words(learner)
    learner.show_room("alone")
    assert "Alone for now" in words(learner)
    learner.show_room("")
    assert "Alone for now" not in words(learner)


def test_a_strip_takes_no_keyboard_and_another_takes_its_place(learner: LearnerFrame) -> None:
    learner.activateWindow()
    before = QApplication.focusWidget()
    pressed: list[bool] = []
    go = Button("Go there")
    go.clicked.connect(lambda: pressed.append(True))
    learner.put_strip("led", Strip("route", "The trainer is on page 3.", [go]))
    QApplication.processEvents()
    assert QApplication.focusWidget() is before
    press(learner, "Go there")
    assert pressed == [True]
    learner.put_strip("led", Strip("route", "The trainer is on page 4."))
    QApplication.processEvents()
    assert "page 4" in words(learner)
    assert "page 3" not in words(learner)
    learner.put_strip("led", None)
    QApplication.processEvents()
    assert "page 4" not in words(learner)


def test_tab_comes_to_a_strip_between_the_bar_and_the_page(qtbot: QtBot, learner) -> None:
    page, go = Page(), Button("Go there")
    column = QVBoxLayout(page)
    column.addWidget(Button("Next"))
    frame = shown(qtbot, LearnerFrame(page, [], hand_up=False, can_join=True, guest=True))
    frame.put_strip("led", Strip("route", "The trainer is on page 3.", [go]))
    QApplication.processEvents()
    frame.activateWindow()
    go.setFocus()
    QTest.keyClick(go, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Next"
    QTest.keyClick(go, Qt.Key.Key_Backtab)
    QTest.keyClick(go, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().accessibleName() == "Stop learning"


def test_the_buttons_of_a_bar_without_a_place_are_no_windows(qtbot: QtBot, learner) -> None:
    learner.show_can_read(True)
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, IconButton)] == []
