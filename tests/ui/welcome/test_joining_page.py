"""Joining a centre: a file, a code, a picture, a passphrase, and every way that it goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import cut, overflow

from trainer_app.domain import errors
from trainer_app.ui.welcome.join import JoinPage
from trainer_app.ui.welcome.start import StartPage

FILE = Path("/media/ana/KINGSTON/invitation.trainer-app")
CODE = "7K3D-9XQM-2B4T-HH8Z-0PRW-6VNE"
SLOTS = [("one", "kite"), ("two", "drum"), ("three", "star")]


def joining() -> JoinPage:
    return JoinPage(lambda: FILE)


def with_code(page: JoinPage, hand) -> JoinPage:
    """File and code are there."""
    hand.press(Qt.Key.Key_Return)
    hand.type(CODE)
    return page


def at_second_step() -> JoinPage:
    page = joining()
    page.show_slots(SLOTS)
    return page


def test_the_start_leads_here(show, hand, qtbot: QtBot):
    page = show(StartPage)
    with qtbot.waitSignal(page.join_requested):
        hand.click(page, "Join a centre")


def test_all_of_it_by_keyboard(show, hand, qtbot: QtBot):
    page = show(joining)
    assert QApplication.focusWidget().accessibleName() == "Choose the invitation file"
    hand.press(Qt.Key.Key_Return)
    assert FILE.name in hand.reads(page)
    hand.type(CODE.lower())
    with qtbot.waitSignal(page.code_given) as given:
        hand.press(Qt.Key.Key_Return)
    assert given.args == [FILE, CODE.lower()]
    page.show_slots(SLOTS)
    assert "Step 2 of 2" in hand.reads(page)
    hand.press(Qt.Key.Key_Space)
    hand.type("seven geese over the canal")
    with qtbot.waitSignal(page.join_requested) as joined:
        hand.press(Qt.Key.Key_Return)
    assert joined.args == ["one", "seven geese over the canal"]


def test_a_trainer_taps_the_own_picture(show, hand, qtbot: QtBot):
    page = show(at_second_step)
    hand.click(page, "Drum")
    hand.type("seven geese")
    with qtbot.waitSignal(page.join_requested) as joined:
        hand.click(page, "Join the centre")
    assert joined.args == ["two", "seven geese"]


def test_with_one_trainer_the_passphrase_is_typed_at_once(show, hand, qtbot: QtBot):
    page = show(joining)
    page.show_slots(SLOTS[:1])
    hand.type("seven geese")
    with qtbot.waitSignal(page.join_requested) as joined:
        hand.press(Qt.Key.Key_Return)
    assert joined.args == ["one", "seven geese"]


def test_what_is_missing_is_said_at_its_place(show, hand, qtbot: QtBot):
    page = show(joining)
    with qtbot.assertNotEmitted(page.code_given):
        hand.click(page, "Go on")
    said = hand.reads(page)
    assert "Please choose the file of the invitation." in said
    assert "Please type the code of the invitation." in said
    assert QApplication.focusWidget().accessibleName() == "Choose the invitation file"
    hand.press(Qt.Key.Key_Return)
    assert "Please choose the file" not in hand.reads(page)


def test_a_picture_and_a_passphrase_are_asked_for(show, hand, qtbot: QtBot):
    page = show(at_second_step)
    with qtbot.assertNotEmitted(page.join_requested):
        hand.click(page, "Join the centre")
        assert "Please choose your picture first." in hand.reads(page)
        hand.click(page, "Kite")
        hand.press(Qt.Key.Key_Return)
    assert "Please type your passphrase." in hand.reads(page)


def test_not_choosing_a_file_changes_nothing(show, hand):
    page = show(lambda: JoinPage(lambda: None))
    hand.click(page, "Choose the invitation file")
    assert hand.button(page, "Choose the invitation file").isEnabled()


def test_a_wrong_code_is_said_beside_it(show, hand):
    page = with_code(show(joining), hand)
    page.say(errors.WrongInvitationCode())
    assert "This code does not open the invitation." in hand.reads(page)
    assert QApplication.focusWidget() is page.invitation.code.control
    hand.type("A")
    assert "This code does not open" not in hand.reads(page)


def test_a_file_that_is_no_invitation_is_said_beside_it(show, hand):
    page = with_code(show(joining), hand)
    page.say(errors.UnreadableInvitation(file=FILE.name))
    assert "This file is no invitation, or not a whole one." in hand.reads(page)
    assert QApplication.focusWidget().accessibleName() == "Choose another file"


def test_a_wrong_passphrase_is_said_and_typed_again(show, hand, qtbot: QtBot):
    page = show(at_second_step)
    hand.click(page, "Drum")
    hand.type("wrong")
    page.say(errors.WrongPassphrase())
    assert "That did not open it." in hand.reads(page)
    hand.type("right")
    with qtbot.waitSignal(page.join_requested) as joined:
        hand.press(Qt.Key.Key_Return)
    assert joined.args == ["two", "right"]


def test_an_invitation_that_breaks_late_leads_back_to_the_file(show, hand):
    page = show(at_second_step)
    page.say(errors.UnreadableInvitation(file=FILE.name))
    assert "Step 1 of 2" in hand.reads(page)
    assert "This file is no invitation" in hand.reads(page)
    assert page.trainer is None


def test_another_trouble_is_said_in_its_own_words(show, hand):
    page = show(at_second_step)
    page.say(errors.DiskFull(file="centre.db"))
    assert "There was no room to write centre.db." in hand.reads(page)
    hand.click(page, "Kite")
    hand.type("seven geese")
    hand.press(Qt.Key.Key_Return)
    assert "There was no room" not in hand.reads(page)


def test_nothing_is_asked_twice_while_it_is_worked_out(show, hand, qtbot: QtBot):
    page = with_code(show(joining), hand)
    page.set_busy(True)
    with qtbot.assertNotEmitted(page.code_given):
        hand.press(Qt.Key.Key_Return)
    assert not hand.button(page, "Go on").isEnabled()
    page.set_busy(False)
    with qtbot.waitSignal(page.code_given):
        hand.press(Qt.Key.Key_Return)


def test_back_goes_one_step_and_then_out(show, hand, qtbot: QtBot):
    page = with_code(show(joining), hand)
    page.show_slots(SLOTS)
    with qtbot.assertNotEmitted(page.back_requested):
        hand.click(page, "Back")
    assert page.invitation.code.value() == CODE
    with qtbot.waitSignal(page.back_requested):
        hand.click(page, "Back")


def test_what_was_typed_outlives_a_change_of_language(show, hand, qtbot: QtBot):
    page = with_code(show(joining), hand)
    again = show(joining, language="ar")
    again.recall(page.remember())
    with qtbot.waitSignal(again.code_given) as given:
        again.invitation.go.click()
    assert given.args == [FILE, CODE]


def test_the_chosen_picture_outlives_a_change_of_size(show, hand):
    page = show(at_second_step)
    hand.click(page, "Star")
    again = show(joining, scale=1.5)
    again.recall(page.remember())
    assert again.trainer.pictures.value() == "three"


def wrong(error: errors.TrainerError, build: Callable[[], JoinPage]) -> Callable[[], JoinPage]:
    def make() -> JoinPage:
        page = build()
        page.say(error)
        return page

    return make


STATES = [
    StartPage,
    joining,
    at_second_step,
    wrong(errors.WrongInvitationCode(), joining),
    wrong(errors.UnreadableInvitation(file="x"), joining),
    wrong(errors.WrongPassphrase(), at_second_step),
    wrong(errors.DiskFull(file="centre.db"), at_second_step),
]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("build", STATES)
def test_every_state_has_room(show, build, language, scale):
    page = show(build, language=language, scale=scale)
    assert cut(page) == []
    if scale == 1.0:
        assert overflow(page) == 0
