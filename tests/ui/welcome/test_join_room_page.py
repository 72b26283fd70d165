"""A guest types the room's code: any digits, pasted or tapped, and what goes wrong is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from trainer_app.domain.errors import RoomNotFound, WrongRoomCode
from trainer_app.ui.welcome.join_room import JoinRoomPage
from trainer_app.ui.welcome.start import StartPage

CODE = "12345678901234567890"
GROUPED = "1234  5678  9012  3456  7890"


@pytest.fixture
def page(show) -> JoinRoomPage:
    return show(lambda: JoinRoomPage(0))


def asked_of(page: JoinRoomPage) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []
    page.join_requested.connect(lambda code, address: asked.append((code, address)))
    return asked


def field(page: JoinRoomPage) -> QLineEdit:
    return page.code.control


def test_typed_in_arabic_digits_it_stands_in_groups(page, hand):
    asked = asked_of(page)
    for digit in "١٢٣٤٥٦٧٨٩٠" * 2:
        # Qt's own typing for tests knows only Latin letters.
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(field(page), event)
    assert field(page).text() == GROUPED
    hand.press(Qt.Key.Key_Return)
    assert asked == [(CODE, "")]


def test_pasted_with_spaces_and_words_around_it(page, qtbot):
    clipboard = QMimeData()
    clipboard.setText("  Code: 1234 5678 9012 3456 7890\n")
    QApplication.clipboard().setMimeData(clipboard)
    qtbot.keyClick(field(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.digits() == CODE
    assert page.join.isEnabled()


def test_tapped_on_the_keys_without_a_keyboard(page, hand):
    asked = asked_of(page)
    for key in CODE:
        hand.click(page, key)
    assert field(page).text() == GROUPED
    hand.click(page, "9")
    assert page.digits() == CODE
    hand.click(page, "Take away the last one")
    assert page.digits() == CODE[:-1]
    assert "19 of 20 digits" in hand.reads(page)
    hand.click(page, "0")
    hand.click(page, "Join")
    assert asked == [(CODE, "")]


def test_a_digit_in_the_middle_is_mended_where_the_cursor_is(page, hand):
    hand.type("123567")
    field(page).setCursorPosition(3)
    hand.type("4")
    assert page.digits() == "1234567"
    assert field(page).cursorPosition() == 4
    hand.press(Qt.Key.Key_Backspace)
    assert page.digits() == "123567"


def test_too_few_digits_are_said_not_sent(page, hand):
    asked = asked_of(page)
    hand.type("1234")
    hand.press(Qt.Key.Key_Return)
    assert asked == []
    assert "There are 20 digits in the code." in hand.reads(page)


def test_a_wrong_code_stays_to_be_looked_over(page, hand):
    hand.type(CODE)
    page.say(WrongRoomCode())
    QApplication.processEvents()
    assert "That was not the room code" in hand.reads(page)
    assert page.digits() == CODE
    assert field(page).hasFocus()
    hand.press(Qt.Key.Key_Backspace)
    assert "That was not the room code" not in hand.reads(page)


def test_where_none_is_found_the_address_is_asked_and_typed_on_the_keys(page, hand):
    asked = asked_of(page)
    hand.type(CODE)
    page.say(RoomNotFound())
    assert page.address.control.hasFocus()
    for key in "192.168.1.5:47474":
        hand.click(page, key)
    hand.click(page, "Join")
    assert asked == [(CODE, "192.168.1.5:47474")]


def test_the_address_can_be_asked_for(page, hand):
    assert not page.address.isVisible()
    hand.click(page, "Type the address")
    assert page.address.isVisible()
    assert page.address.control.hasFocus()


def test_while_the_room_answers_nothing_is_asked_twice(page, hand):
    asked = asked_of(page)
    hand.type(CODE)
    page.set_busy(True)
    hand.press(Qt.Key.Key_Return)
    assert asked == []
    assert not page.join.isEnabled()
    page.set_busy(False)
    hand.click(page, "Join")
    assert asked == [(CODE, "")]


def test_rooms_that_are_found_are_said(page, hand):
    assert "No room is found yet." in hand.reads(page)
    page.show_rooms(1)
    assert "A room is open here." in hand.reads(page)
    page.show_rooms(2)
    assert "2 rooms are open here." in hand.reads(page)


def test_what_was_typed_survives_another_size(page, show):
    page._put("123456", 6)
    page.by_address.click()
    page.address.set_value("10.0.0.1")
    again = show(lambda: JoinRoomPage(0), scale=2.0)
    again.recall(page.remember())
    assert again.digits() == "123456"
    assert again.address.value() == "10.0.0.1"
    assert again.address.isVisibleTo(again)


@pytest.mark.parametrize(("language", "scale"), [("ar", 1.0), ("en", 2.0), ("ar", 2.0)])
def test_it_is_never_wider_than_the_screen(show, language, scale):
    page = show(lambda: JoinRoomPage(1), language=language, scale=scale)
    page.say(RoomNotFound())
    assert page._scroller.widget().minimumSizeHint().width() <= page.width()
    assert page.code.control.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_first_page_leads_there(show, hand):
    page = show(StartPage)
    heard: list[bool] = []
    page.room_requested.connect(lambda: heard.append(True))
    button = hand.button(page, "Learn in a room")
    assert "code" in button.accessibleDescription()
    page.show_room(True)
    assert "A room is open here" in button.accessibleDescription()
    hand.click(page, "Learn in a room")
    assert heard == [True]
