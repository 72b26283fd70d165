"""What keys do while a lesson is shown, and what laptops in the room are told of it."""

from __future__ import annotations

from fake_room import FakeHosting
from presented_lesson import Make, Seconds
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import names, words

from trainer_app.domain.rooms import Follow
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.presenter.notes_panel import NotesPanel
from trainer_app.ui.presenter.one_screen import OneScreenPage
from trainer_app.ui.presenter.presenter_page import PresenterPage
from trainer_app.ui.widgets import Table

TEA = "tea"


def show(qtbot: QtBot, page: PresenterPage | OneScreenPage) -> None:
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def press(key: Qt.Key | str) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def test_keys_of_keyboard_and_clicker(qtbot: QtBot, make: Make) -> None:
    one = make()
    page = PresenterPage(one)
    show(qtbot, page)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(key)
    assert one.state.at == 3
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace):
        press(key)
    assert one.state.at == 0
    press("b")
    assert one.state.black
    press(Qt.Key.Key_Period)
    assert not one.state.black


def test_arrows_turn_pages_the_way_arabic_is_read(
    qtbot: QtBot, qapp: QApplication, make: Make
) -> None:
    use("ar")
    theme.apply(qapp, theme.Theme(language="ar", dense=True))
    one = make(language="ar")
    page = PresenterPage(one)
    show(qtbot, page)
    press(Qt.Key.Key_Left)
    assert one.state.at == 1
    press(Qt.Key.Key_Right)
    assert one.state.at == 0


def test_what_a_page_cannot_do_itself_it_asks_for(qtbot: QtBot, make: Make) -> None:
    one = make()
    asked: list[str] = []
    one.asked.connect(asked.append)
    page = PresenterPage(one)
    show(qtbot, page)
    for key in ("s", "t", "p", "n", "r", Qt.Key.Key_Escape):
        press(key)
    assert asked == ["swap", "second", "practice", "names", "read", "end"]


def test_every_button_says_its_key_and_what_is_on(qtbot: QtBot, make: Make) -> None:
    one = make()
    page = PresenterPage(one)
    show(qtbot, page)
    assert {"Next", "Back", "Black screen", "Everyone listen", "Follow me"} <= set(names(page))
    press("b")
    assert page.controls.buttons["black"].is_on
    assert page.controls.buttons["black"].accessibleDescription() == "On"
    assert not page.controls.buttons["vote"].isEnabled()
    one.jump("ask/tea/0")
    assert page.controls.buttons["vote"].isEnabled()


def test_everyone_listens_and_goes_on(qtbot: QtBot, make: Make, heard: list[bool]) -> None:
    one = make()
    page = PresenterPage(one)
    show(qtbot, page)
    press("l")
    assert heard == [True]
    assert "Let everyone go on" in names(page)
    press("l")
    assert heard == [True, False]


def test_laptops_follow_to_pages_and_are_let_go_at_the_end(make: Make, room: FakeHosting) -> None:
    one = make()
    one.do("follow")
    assert room.state.follow == Follow("sign-in-and-out", "", "en")
    one.jump("page/lock/0")
    assert room.state.follow == Follow("sign-in-and-out", "lock", "en")
    one.jump("ask/tea/0")
    assert room.state.follow == Follow("sign-in-and-out", "lock", "en")
    one.stop()
    assert room.state.follow is None


def test_a_vote_by_hands_and_laptops_is_shown_and_revealed(
    qtbot: QtBot, make: Make, room: FakeHosting
) -> None:
    one = make()
    page = PresenterPage(one)
    show(qtbot, page)
    one.jump("ask/tea/0")
    assert one.counts() is None
    press("v")
    assert one.state.slide.key == "answers/tea/0"
    assert room.state.vote is not None
    assert (room.state.vote.question, room.state.vote.language) == (TEA, "en")
    for key in ("3", "3", "1"):
        press(key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    room.answers, room.voted = {"lock": 2, "log-out": 1}, 2
    one.news()
    assert one.counts() == {"leave": 0, "log-out": 3, "lock": 2}
    assert "2 laptops have answered" in words(page)
    press(Qt.Key.Key_PageDown)
    assert room.state.vote is not None
    assert room.state.vote.revealed
    assert "Right. Now nobody can use your account on this laptop." in words(page)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    assert one.state.slide.key == "ask/close-window/0"
    assert room.state.vote is None


def test_minutes_go_by_for_the_part_in_sight_and_lateness_is_said(
    qtbot: QtBot, make: Make, seconds: Seconds
) -> None:
    one = make(ends=31 * 60)
    page = PresenterPage(one)
    show(qtbot, page)
    assert "3 minutes left" in words(page)
    seconds.now = 8 * 60
    one.tick()
    assert "5 minutes over" in words(page)
    assert "The session has 23 minutes left" in words(page)
    assert "About 4 minutes late." in words(page)
    page._shorten.click()
    now = one.state
    assert all(slide.core for slide in now.slides if slide.key not in now.without)
    assert "About 4 minutes late." not in words(page)


def test_the_notes_are_those_of_the_slide_and_a_slide_can_be_jumped_to(
    qtbot: QtBot, make: Make
) -> None:
    one = make()
    page = PresenterPage(one)
    show(qtbot, page)
    assert "Bring one notebook, two pens and a few envelopes." in words(page)
    one.jump("practice//0")
    assert "Two or three people share one laptop." in words(page)
    [notes] = page.findChildren(NotesPanel)
    notes.choose("trouble")
    assert "Someone works under a neighbour’s name" in words(page)
    notes.choose("slides")
    [table] = page.findChildren(Table)
    assert "page/forgot/0" in table.keys()  # noqa: SIM118 - a table's own
    table.chosen.emit("page/forgot/0", "title")
    assert one.state.slide.key == "page/forgot/0"


def test_the_strip_of_one_screen_hides_and_escape_brings_it_before_it_ends(
    qtbot: QtBot, make: Make
) -> None:
    one = make()
    asked: list[str] = []
    one.asked.connect(asked.append)
    page = OneScreenPage(one, walking=False)
    show(qtbot, page)
    assert page._strip.isVisible()
    page._hide_strip()
    assert not page._strip.isVisible()
    press(Qt.Key.Key_Escape)
    assert page._strip.isVisible()
    assert asked == []
    press(Qt.Key.Key_Escape)
    assert asked == ["end"]
    page.controls.buttons["black"].setFocus()
    press(Qt.Key.Key_Space)
    assert one.state.black
    press(Qt.Key.Key_Space)
    assert one.state.at == 0
    page.controls.buttons["on"].setFocus()
    press(Qt.Key.Key_Space)
    assert one.state.at == 1


def test_no_answer_lies_behind_the_strip_while_hands_are_counted(qtbot: QtBot, make: Make) -> None:
    one = make()
    page = OneScreenPage(one, walking=False)
    show(qtbot, page)
    one.jump("ask/tea/0")
    assert page.stage.height() == page.height()
    press("v")
    QApplication.processEvents()
    assert page._strip.isVisible()
    assert page.stage.geometry().bottom() < page._strip.y()


def test_in_the_hand_touches_turn_pages_and_buttons_are_large(
    qtbot: QtBot, qapp: QApplication, make: Make, room: FakeHosting
) -> None:
    theme.apply(qapp, theme.Theme())
    one = make()
    page = OneScreenPage(one, walking=True)
    show(qtbot, page)
    for button in page.controls.buttons.values():
        assert button.height() >= 48
    assert "The laptops can show this page too" in words(page)
    middle = page.stage.rect().center()
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton, pos=middle)
    assert one.state.at == 1
    near = QPoint(page.width() // 6, 40)
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton, pos=near)
    assert one.state.at == 0
