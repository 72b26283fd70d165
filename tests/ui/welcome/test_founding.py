"""Making a centre: from the empty form to a store that opens again with what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from trainer_app.domain.passphrase import MINIMUM_LEVEL, judge
from trainer_app.services.door import Door
from trainer_app.ui.welcome.found import FoundPage

STRONG = "seven geese over the canal"


@pytest.fixture
def page(show) -> FoundPage:
    return show(lambda: FoundPage(judge))


def fill(hand, *, centre="Canal House", trainer="Sanne", passphrase=STRONG):
    """Type the form with the keyboard alone; it starts in the first field."""
    hand.type(centre)
    hand.press(Qt.Key.Key_Return)
    hand.type(trainer)
    hand.press(Qt.Key.Key_Return)
    hand.type(passphrase)


def test_what_is_typed_founds_a_centre_that_opens_again(page, hand, tmp_path, clock, cheap_cost):
    door = Door(tmp_path / "centre", clock.now, cheap_cost)
    page.founding_requested.connect(door.found)
    fill(hand, centre="  Canal House ")
    hand.click(page, "Kite")
    hand.click(page, "Make the centre")
    assert door.centre_name() == "Canal House"
    assert door.trainer().name == "Sanne"
    assert [picture for _, picture in door.slots()] == ["kite"]
    door.lock()
    door.unlock(door.slots()[0][0], STRONG)
    assert door.trainer_inside
    door.lock()


def test_everything_that_is_missing_is_said_beside_it(page, hand, qtbot: QtBot):
    with qtbot.assertNotEmitted(page.founding_requested):
        hand.click(page, "Make the centre")
    said = hand.reads(page)
    assert "Please give the centre a name." in said
    assert "Please write your name." in said
    assert "Please choose a passphrase." in said
    assert "Please choose one of the pictures." in said
    assert QApplication.focusWidget() is page.centre.control


def test_an_error_goes_as_soon_as_it_is_mended(page, hand):
    hand.click(page, "Make the centre")
    hand.type("C")
    hand.click(page, "Kite")
    said = hand.reads(page)
    assert "Please give the centre a name." not in said
    assert "Please choose one of the pictures." not in said
    assert "Please write your name." in said


@pytest.mark.parametrize(
    ("passphrase", "help_words"),
    [
        ("geese", "One word is not enough. Put some others behind it."),
        ("k7 rt", "Make it longer: 10 letters or more."),
        ("password password", "Many people use a part of this. Choose other words."),
        ("Sanne Canal House", "Leave out the names of people and places here."),
        ("geese geese geese", "The same part comes again. Choose another one."),
        ("geese boat lamp", "Add one or two more words."),
    ],
)
def test_a_weak_passphrase_cannot_go_on_and_hears_why(
    page, hand, qtbot: QtBot, passphrase, help_words
):
    fill(hand, passphrase=passphrase)
    hand.click(page, "Kite")
    assert help_words in page.passphrase.strength_words()
    with qtbot.assertNotEmitted(page.founding_requested):
        hand.click(page, "Make the centre")
    assert page.passphrase.field.error() == help_words
    assert QApplication.focusWidget() is page.passphrase.field.control


def test_enter_in_the_passphrase_makes_the_centre(page, hand, qtbot: QtBot):
    hand.click(page, "Drum")
    page.centre.setFocus()
    fill(hand)
    with qtbot.waitSignal(page.founding_requested) as asked:
        hand.press(Qt.Key.Key_Return)
    assert asked.args == ["Canal House", "Sanne", "drum", STRONG]


def test_a_name_typed_later_weakens_a_passphrase_that_holds_it(page, hand):
    page.passphrase.setFocus()
    hand.type("boat lantern velvet quarry")
    assert page.passphrase.judgement().level >= MINIMUM_LEVEL
    page.centre.setFocus()
    hand.type("Velvet Lantern Boat")
    assert "Leave out the names" in page.passphrase.strength_words()


def test_a_suggestion_is_strong_and_can_be_read(page, hand):
    hand.click(page, "Suggest one")
    suggested = page.passphrase.value()
    assert len(suggested.split()) == 5
    assert page.passphrase.judgement().level >= MINIMUM_LEVEL
    assert page.passphrase.field.control.echoMode() == QLineEdit.EchoMode.Normal
    hand.click(page, "Suggest one")
    assert page.passphrase.value() != suggested


def test_letters_are_hidden_until_asked_for(page, hand):
    page.passphrase.setFocus()
    hand.type("geese")
    assert page.passphrase.field.control.echoMode() == QLineEdit.EchoMode.Password
    hand.click(page, "Show")
    assert page.passphrase.field.control.echoMode() == QLineEdit.EchoMode.Normal


def test_what_was_typed_outlives_a_change_of_language(page, show, hand, qtbot: QtBot):
    fill(hand)
    hand.click(page, "Lamp")
    again = show(lambda: FoundPage(judge), language="ar", scale=2.0)
    again.recall(page.remember())
    with qtbot.waitSignal(again.founding_requested) as asked:
        again.go.click()
    assert asked.args == ["Canal House", "Sanne", "lamp", STRONG]


def test_back_asks_to_go_back(page, hand, qtbot: QtBot):
    with qtbot.waitSignal(page.back_requested):
        hand.click(page, "Back")
