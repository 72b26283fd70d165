"""The on-screen keyboard writes what its keys say, in every language, and needs no mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tests.ui.practice.hand import Hand, tab_to
from trainer_app.domain.practice.keyboards import BASE, KEYBOARDS, SHIFT, SIGNS
from trainer_app.domain.practice.keystrokes import (
    Action,
    Dead,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.ui.practice.keyboard.field_keyboard import FieldKeyboard
from trainer_app.ui.practice.keyboard.keyboard_shelf import KeyboardShelf
from trainer_app.ui.practice.keyboard.on_screen_keyboard import OnScreenKeyboard
from trainer_app.ui.practice.keyboard.practice_field import PracticeField
from trainer_app.ui.practice.stage_screen import Touch
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text

Shown = Callable[..., Any]


def keyboard_and_field(shown: Shown, language: str, *, box: bool = False) -> Any:
    """A window with a field and a keyboard that writes into it."""
    page = QWidget()
    column = QVBoxLayout(page)
    edit = QPlainTextEdit() if box else QLineEdit()
    keyboard = FieldKeyboard((language,))
    keyboard.bind(edit)
    column.addWidget(edit)
    column.addWidget(keyboard)
    shown(page, 1000, 500)
    edit.setFocus()
    return edit, keyboard, page


def strike(keyboard: OnScreenKeyboard, *actions: Action) -> None:
    """Click the keys that do this."""
    for action in actions:
        key = keyboard.key_for(action)
        assert key is not None, action
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", KEYBOARDS)
def test_every_key_of_every_language_is_large_enough_named_and_says_itself(
    shown: Shown, language: str
) -> None:
    keyboard = OnScreenKeyboard()
    heard: list[Action] = []
    keyboard.struck.connect(heard.append)
    shown(keyboard, 1000, 300)
    board = KEYBOARDS[language]
    for layer in board.layers:
        keyboard.show_board(language, ("en", language), layer)
        actions: list[Action] = [Pressed(key) for key in board.keys(layer)]
        actions += [Dead(key) for key in board.dead_keys(layer)]
        actions += [Layer(name) for name in board.layers if name != layer]
        actions += [Deleted(), Entered(), Switched("en")]
        for action in actions:
            key = keyboard.key_for(action)
            assert key is not None, action
            assert key.width() >= 44
            assert key.height() >= 48
            assert key.accessibleName()
            heard.clear()
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)
            assert heard == [action]


def test_keys_do_not_lie_over_each_other(shown: Shown) -> None:
    for language, board in KEYBOARDS.items():
        keyboard = OnScreenKeyboard(can_hide=True)
        keyboard.show_board(language, (language, "en"), BASE)
        shown(keyboard, 1000, 300)
        for layer in board.layers:
            keyboard.show_board(language, (language, "en"), layer)
            boxes = [each.geometry() for each in keyboard.findChildren(QWidget) if each.isVisible()]
            for number, one in enumerate(boxes):
                assert keyboard.rect().contains(one)
                assert not any(one.intersects(other) for other in boxes[number + 1 :])


def test_an_arabic_keyboard_lies_as_on_the_table(
    shown: Shown, dress: Callable[[Theme], None]
) -> None:
    dress(Theme(language="ar"))
    keyboard = OnScreenKeyboard()
    keyboard.show_board("ar", ("ar",))
    shown(keyboard, 1000, 300)
    first, last = keyboard.key_for(Pressed("ض")), keyboard.key_for(Pressed("د"))
    assert first is not None
    assert last is not None
    assert first.x() < 160 < 800 < last.x()


def test_it_writes_at_the_cursor_and_the_field_keeps_the_focus(shown: Shown) -> None:
    edit, keyboard, _page = keyboard_and_field(shown, "en")
    strike(keyboard, Pressed("b"), Pressed("d"))
    edit.setCursorPosition(1)
    strike(keyboard, Layer(SHIFT), Pressed("@"), Deleted(), Pressed("r"), Pressed(" "))
    assert edit.text() == "br d"
    assert QApplication.focusWidget() is edit
    assert keyboard.key_for(Pressed("@")) is None, "Shift is for one key"


def test_a_dead_key_waits_for_its_letter(shown: Shown) -> None:
    edit, keyboard, _page = keyboard_and_field(shown, "es", box=True)
    strike(keyboard, Pressed("q"), Dead("´"), Pressed("e"), Dead("´"), Deleted(), Pressed("a"))
    strike(keyboard, Dead("`"), Pressed(" "))
    assert edit.toPlainText() == "qéa`"


def test_delete_takes_a_letter_with_its_marks_or_what_is_chosen(shown: Shown) -> None:
    edit, keyboard, _page = keyboard_and_field(shown, "ar")
    strike(keyboard, Pressed("م"), Pressed("ر"), Layer(SHIFT), Pressed("َ"), Deleted())
    assert edit.text() == "م"
    edit.setText("نعم نعم")
    edit.selectAll()
    strike(keyboard, Deleted(), Deleted())
    assert edit.text() == ""


def test_the_language_changes_and_signs_have_their_layer(shown: Shown) -> None:
    edit, keyboard, _page = keyboard_and_field(shown, "fr")
    strike(keyboard, Layer(SIGNS), Pressed("@"), Switched("en"), Pressed("w"))
    strike(keyboard, Switched("fr"), Pressed("é"))
    assert edit.text() == "@wé"


def test_with_keys_alone_one_tab_stop_and_arrows(qtbot: Any, shown: Shown) -> None:
    edit, keyboard, page = keyboard_and_field(shown, "ar")
    hand = Hand(qtbot, "keys")
    for sign in "سلام":
        key = keyboard.key_for(Pressed(sign))
        hand.do(Touch(key))
    assert edit.text() == "سلام"
    tab_to(edit)
    stops = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert len({id(each) for each in stops if keyboard.isAncestorOf(each)}) == 1
    assert page.isAncestorOf(stops[0])


def test_with_tab_and_space_alone_every_key_is_reached(shown: Shown) -> None:
    screen, field = screen_with_field(shown)
    tab_to(field.keyboard_button)
    QTest.keyClick(field.keyboard_button, Qt.Key.Key_Space)
    keyboard = screen.findChild(FieldKeyboard)
    for action in (Pressed("h"), Layer(SHIFT), Pressed("I")):
        key = keyboard.key_for(action)
        for _tab in range(80):
            now = QApplication.focusWidget()
            if now is key:
                break
            QTest.keyClick(now, Qt.Key.Key_Tab)
        QTest.keyClick(key, Qt.Key.Key_Space)
    assert field.value() == "hI"
    # And out again, round to the field itself.
    tab_to(field.control)


def test_while_a_key_has_the_focus_the_laptop_types_too(shown: Shown) -> None:
    edit, keyboard, _page = keyboard_and_field(shown, "en")
    keyboard.focus_first()
    QTest.keyClick(QApplication.focusWidget(), "k")
    QTest.keyClick(QApplication.focusWidget(), "o")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert edit.text() == "k"


def test_the_focus_is_kept_when_its_key_goes_with_the_layer(shown: Shown) -> None:
    _edit, keyboard, _page = keyboard_and_field(shown, "fr")
    tab_to(keyboard.key_for(Pressed("q")))
    strike(keyboard, Layer(SIGNS))
    assert keyboard.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_field_stays_in_sight_above_its_keyboard(
    shown: Shown, dress: Callable[[Theme], None], scale: float
) -> None:
    dress(Theme(language="ar", scale=scale))
    screen, field = screen_with_field(shown)
    QTest.mouseClick(field.keyboard_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    shelf = screen.findChild(KeyboardShelf)
    assert shelf is not None
    bottom = field.control.mapTo(screen, field.control.rect().bottomLeft()).y()
    assert 0 < bottom < shelf.geometry().top()
    assert shelf.geometry().bottom() == screen.rect().bottom()
    assert QApplication.focusWidget() is field.control
    strike(shelf.keyboard, Pressed("ن"), Pressed("ع"), Pressed("م"))
    assert field.value() == "نعم"
    QTest.mouseClick(field.keyboard_button, Qt.MouseButton.LeftButton)
    assert not shelf.isVisible()


def screen_with_field(shown: Shown, **more: Any) -> tuple[QWidget, PracticeField]:
    """A screen with more than fits, the field in the middle of it."""
    screen = QWidget()
    column = QVBoxLayout(screen)
    scroller = Scroller()
    column.addWidget(scroller)
    field = PracticeField("Caption", **more)
    for part in (*(Text("words " * 60) for _ in range(4)), field, Text("words " * 200)):
        scroller.add(part)
    shown(screen, 1000, 620)
    return screen, field


def test_a_field_says_each_text_once_when_it_is_done(qtbot: Any, shown: Shown) -> None:
    screen, field = screen_with_field(shown, words=("bread", "today"))
    done: list[str] = []
    changed: list[str] = []
    field.done.connect(done.append)
    field.changed.connect(changed.append)
    hand = Hand(qtbot, "mouse")
    hand.do(Touch(field.control, "type", text="my"))
    for tile in field.tiles:
        hand.do(Touch(tile))
    assert field.value() == "my bread today"
    assert done == []
    assert changed[-1] == "my bread today"
    hand.do(Touch(field.ready))
    hand.do(Touch(field.ready))
    assert done == ["my bread today"]
    field.set_value("other")
    field.finish()
    assert done == ["my bread today"], "what the program put in is not news"
    assert screen.isVisible()


def test_a_field_is_done_when_a_person_leaves_it_but_not_for_its_keyboard(
    qtbot: Any, shown: Shown
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, other = PracticeField("About me", language="en"), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    column.addStretch(1)
    done: list[str] = []
    field.done.connect(done.append)
    shown(page, 1000, 620)
    tab_to(field.keyboard_button)
    QTest.keyClick(field.keyboard_button, Qt.Key.Key_Space)
    shelf = page.findChild(KeyboardShelf)
    assert shelf is not None
    assert shelf.isAncestorOf(QApplication.focusWidget()), "opened by keys, the keys have the focus"
    Hand(qtbot, "keys").do(Touch(shelf.keyboard.key_for(Pressed("g"))))
    QApplication.processEvents()
    assert done == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not shelf.isVisible()
    assert QApplication.focusWidget() is field.control
    other.setFocus()
    qtbot.waitUntil(lambda: done == ["g"])


def test_a_field_that_is_given_the_keyboard_gives_it_to_its_line(shown: Shown) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field = PracticeField("Caption")
    column.addWidget(field)
    shown(page, 1000, 620)
    field.ready.setFocus()
    field.setFocus()
    assert field.control.hasFocus()
    QTest.keyClick(field.control, Qt.Key.Key_Tab)
    assert field.keyboard_button.hasFocus()
