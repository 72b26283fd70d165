"""The first steps without words: what they tell, when they move, and when they rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui import theme
from trainer_app.ui.first_steps.asking import show_first_steps
from trainer_app.ui.first_steps.guide import FirstSteps
from trainer_app.ui.first_steps.story import FRAME_MS, FRAMES, SCENES, WAYS, last, moment


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Theme())
    yield
    theme.apply(qapp, theme.Theme())


@pytest.fixture
def guide(qtbot: QtBot) -> FirstSteps:
    shown = FirstSteps()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_a_loop_takes_six_seconds_and_presses_a_face_three_pictures_and_a_lesson():
    assert FRAMES * FRAME_MS == 6000
    pressed = [
        (SCENES.index(one.scene), one.on) for one in map(moment, range(FRAMES)) if one.pressed
    ]
    assert pressed == [(0, 1), (1, 1), (1, 2), (1, 3), (2, 0)]
    assert moment(FRAMES) == moment(0)


def test_who_presses_is_there_before_and_it_is_chosen_after():
    for frame in range(1, FRAMES):
        now = moment(frame)
        if now.pressed:
            assert now.pointer == now.scene.places[now.on]
            assert now.on in now.chosen
            assert now.on not in moment(frame - 1).chosen
    assert [last(scene).chosen for scene in SCENES] == [scene.wanted for scene in SCENES]


def test_it_moves_while_it_is_in_sight_and_never_wakes_a_laptop_otherwise(guide, qtbot: QtBot):
    before = guide.grab().toImage()
    with qtbot.waitSignal(guide._motion.timeout):
        assert guide.moves
    assert guide.grab().toImage() != before
    guide.hide()
    assert not guide.moves
    guide.show()
    assert guide.moves


def test_a_press_or_the_space_bar_lets_it_pause_and_go_on(guide, qtbot: QtBot):
    qtbot.mouseClick(guide, Qt.MouseButton.LeftButton)
    assert guide.paused
    assert not guide.moves
    guide.click()
    assert guide.moves


def test_each_loop_shows_another_way_and_it_rests_until_somebody_comes(guide, qtbot: QtBot):
    seen = []
    for loop in range(30):
        seen.append(guide.way)
        for _ in range(FRAMES):
            assert guide.moves, loop
            guide._turn()
    assert seen[:4] == [*WAYS, WAYS[0]]
    assert not guide.moves
    qtbot.mouseMove(guide, guide.rect().center())
    guide.setFocus(Qt.FocusReason.TabFocusReason)
    assert guide.moves


def test_without_motion_it_stands_still_and_a_press_shows_the_next_way(qapp, qtbot: QtBot):
    theme.apply(qapp, theme.Theme(motion=False))
    still = FirstSteps()
    qtbot.addWidget(still)
    with qtbot.waitExposed(still):
        still.show()
    assert not still.moves
    pictures = []
    for way in (*WAYS, WAYS[0]):
        assert still.way == way
        pictures.append(still.grab().toImage())
        still.click()
    assert not still.moves
    assert pictures[0] != pictures[1] != pictures[2]


def test_who_does_not_see_it_is_told_what_it_shows(guide):
    assert guide.accessibleName() == "How it works"
    said = guide.accessibleDescription()
    for word in ("face", "three pictures", "lesson", "mouse", "touchpad", "Tab and Space"):
        assert word in said


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_frame_can_be_drawn_in_every_look(qapp, name: str, language: str):
    theme.apply(qapp, theme.Theme(name, 1.0, language))
    shown = FirstSteps()
    shown.resize(340, 180)
    drawn = []
    for frame in range(0, FRAMES * len(WAYS), 5):
        shown._frame = frame
        drawn.append(shown.grab().toImage())
    assert all(one != other for one, other in pairwise(drawn))


def test_it_is_shown_in_front_of_a_page_and_goes_when_one_goes_on(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    dialog = show_first_steps(window)
    steps = dialog.findChild(FirstSteps)
    assert steps.moves
    [on] = [one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Go on"]
    assert on.hasFocus() or not window.isActiveWindow()
    on.click()
    assert not steps.moves
