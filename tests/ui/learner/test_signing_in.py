"""Signing in: the number on a card, three pictures, and choosing them the first time."""

from __future__ import annotations

import pytest
from centres import PICTURES, Centre
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from reading_a_page import buttons, cut, names, overflow, press, words

from trainer_app.ui.learner.number import NumberPage
from trainer_app.ui.learner.pictures import PicturesPage

OTHERS = ("Boat", "Cup", "Bird")


def sign_in_page(centre: Centre, bridge, person) -> PicturesPage:
    return PicturesPage(centre.seats, centre.enrolling, bridge, person.id)


def test_a_number_is_tapped_on_the_pad(centre: Centre, show, bridge):
    person = centre.evening("Amina", "Samir").people[1]
    centre.enrolling.hide(person.id, True)
    page = show(NumberPage(centre.seats, bridge))
    found: list[str] = []
    page.found.connect(found.append)
    for key in person.number:
        press(page, key)
    assert person.number in words(page)
    press(page, "That is my number")
    assert found == [person.id]


@pytest.mark.parametrize("typed", ["a2", "2", "٢", "99\b\b2"])
def test_a_number_is_typed_with_or_without_its_letter_in_any_digits(
    centre: Centre, show, bridge, qtbot, typed: str
):
    person = centre.evening("Amina", "Samir").people[1]
    assert person.number == "A2"
    page = show(NumberPage(centre.seats, bridge))
    found: list[str] = []
    page.found.connect(found.append)
    for letter in typed:
        key = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key.Key_unknown
        press_down = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page.focusWidget(), press_down)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert found == [person.id]


def test_a_number_of_nobody_is_said_beside_the_keys(centre: Centre, show, bridge):
    page = show(NumberPage(centre.seats, bridge))
    for key in ("A", "7"):
        press(page, key)
    press(page, "That is my number")
    assert "Nobody has the number A7." in words(page)
    press(page, "7")
    assert "Nobody has" not in words(page)


def test_the_right_three_sit_down_at_the_third_tap(centre: Centre, show, bridge):
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    page = show(sign_in_page(centre, bridge, person))
    seated: list[str] = []
    page.seated.connect(seated.append)
    press(page, "Tree")
    press(page, "Fish")
    assert "Tap 1 more picture." in words(page)
    assert centre.seats.people() == []
    press(page, "Sun")
    assert seated == [person.id]
    assert centre.seats.people() == [person]


def test_wrong_ones_are_met_gently_and_write_nothing(centre: Centre, show, bridge, troubles):
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    page = show(sign_in_page(centre, bridge, person))
    for tried in range(1, 4):
        for picture in OTHERS:
            press(page, picture)
        assert "Not these three." in words(page)
        assert ("Ask your trainer" in words(page)) == (tried == 3)
        assert not any(one.isChecked() for one in buttons(page))
    assert centre.seats.people() == []
    assert troubles == []
    for picture in ("Sun", "Fish", "Tree"):
        press(page, picture)
    assert centre.seats.people() == [person]


def test_with_large_letters_it_is_said_above_the_pictures(centre: Centre, show, bridge, dress):
    dress("en", 2.0)
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    page = show(sign_in_page(centre, bridge, person))
    for picture in OTHERS:
        press(page, picture)
    assert page.hint.text() == "Not these three. Try again."
    assert page.hint.mapTo(page, QPoint(0, 0)).y() < 200


def test_a_picture_tapped_twice_is_taken_back(centre: Centre, show, bridge):
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    page = show(sign_in_page(centre, bridge, person))
    for picture in ("Boat", "Boat", "Sun", "Fish", "Tree"):
        press(page, picture)
    assert centre.seats.people() == [person]


def test_by_keyboard_alone(centre: Centre, show, bridge, qtbot):
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    page = show(sign_in_page(centre, bridge, person))
    for _picture in PICTURES:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert centre.seats.people() == [person]


def test_the_first_time_they_are_chosen_and_asked_once_more(centre: Centre, show, bridge):
    person = centre.evening("Amina").people[0]
    page = show(sign_in_page(centre, bridge, person))
    seated: list[str] = []
    page.seated.connect(seated.append)
    for picture in OTHERS:
        press(page, picture)
    press(page, "These three")
    assert "the same three pictures again" in words(page)
    assert centre.seats.pictures(person.id) == ()
    for picture in reversed(OTHERS):
        press(page, picture)
    assert set(centre.seats.pictures(person.id)) == {"boat", "cup", "bird"}
    assert seated == [person.id]
    assert centre.seats.people() == [person]


def test_other_pictures_the_second_time_begin_anew(centre: Centre, show, bridge):
    person = centre.evening("Amina").people[0]
    page = show(sign_in_page(centre, bridge, person))
    for picture in OTHERS:
        press(page, picture)
    press(page, "These three")
    for picture in ("Sun", "Fish", "Tree"):
        press(page, picture)
    assert "Those were other pictures." in words(page)
    assert centre.seats.pictures(person.id) == ()
    assert "These three" in names(page)


def test_what_was_tapped_outlives_a_change_of_language(centre: Centre, show, bridge):
    person = centre.evening("Amina").people[0]
    page = show(sign_in_page(centre, bridge, person))
    for picture in OTHERS:
        press(page, picture)
    press(page, "These three")
    press(page, "Boat")
    again = show(sign_in_page(centre, bridge, person))
    again.recall(page.remember())
    for picture in ("Cup", "Bird"):
        press(again, picture)
    assert centre.seats.people() == [person]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_only_large_letters_scroll(
    centre: Centre, show, bridge, dress, language: str, scale: float
):
    person = centre.evening("Conceição Gebremedhin van der Berg").people[0]
    dress(language, scale)
    for page in (NumberPage(centre.seats, bridge), sign_in_page(centre, bridge, person)):
        show(page)
        assert cut(page) == []
        assert scale > 1 or overflow(page) == 0
        assert all(min(b.width(), b.height()) >= 48 for b in buttons(page))
