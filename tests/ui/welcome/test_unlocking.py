"""Opening a centre with a passphrase, with the recovery code, or learning as a guest."""

from __future__ import annotations

import pytest
from centres import PASSPHRASE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import WrongPassphrase, WrongRecoveryCode
from trainer_app.domain.passphrase import judge
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.welcome.forgot import ForgotPage
from trainer_app.ui.welcome.unlock import UnlockPage

SLOTS = [("one", "kite"), ("two", "teapot"), ("three", "drum")]


def opening(centre):
    """What the program does when a page asks to unlock."""

    def unlock(slot: str, passphrase: str) -> None:
        try:
            centre.door.unlock(slot, passphrase)
        except WrongPassphrase:
            page.say_wrong()

    centre.door.lock()
    page = UnlockPage(centre.door.slots(), Bridge())
    page.unlock_requested.connect(unlock)
    return page


def test_the_passphrase_and_enter_open_the_centre(show, hand, centre):
    show(lambda: opening(centre))
    hand.type(PASSPHRASE)
    hand.press(Qt.Key.Key_Return)
    assert centre.door.trainer_inside


def test_a_wrong_passphrase_is_said_and_typed_over(show, hand, centre):
    page = show(lambda: opening(centre))
    hand.type("not that one")
    hand.click(page, "Unlock")
    assert not centre.door.is_open
    assert "Look at capital letters" in hand.reads(page)
    hand.type(PASSPHRASE)
    assert page.passphrase.error() is None
    hand.click(page, "Unlock")
    assert centre.door.trainer_inside


def test_after_three_tries_the_recovery_code_is_named(show, hand, centre, qtbot: QtBot):
    page = show(lambda: opening(centre))
    for _ in range(3):
        hand.type("wrong again")
        hand.click(page, "Unlock")
    assert "Do you need the recovery code?" in hand.reads(page)
    with qtbot.waitSignal(page.forgot_requested):
        hand.click(page, "I forgot my passphrase")


def test_nothing_typed_is_said_before_anything_is_tried(show, hand, qtbot: QtBot):
    page = show(lambda: UnlockPage(SLOTS[:1], Bridge()))
    with qtbot.assertNotEmitted(page.unlock_requested):
        hand.click(page, "Unlock")
    assert "Please type your passphrase." in hand.reads(page)


def test_of_several_trainers_the_picture_says_who(show, hand, qtbot: QtBot):
    page = show(lambda: UnlockPage(SLOTS, Bridge()))
    hand.click(page, "Unlock")
    assert "Please choose your picture first." in hand.reads(page)
    hand.click(page, "Teapot")
    hand.type("anything")
    with qtbot.waitSignal(page.unlock_requested) as asked:
        hand.press(Qt.Key.Key_Return)
    assert asked.args == ["two", "anything"]


def test_one_trainer_has_nothing_to_choose(show):
    page = show(lambda: UnlockPage(SLOTS[:1], Bridge()))
    assert page.pictures is None
    assert QApplication.focusWidget() is page.passphrase.control


@pytest.mark.parametrize(
    ("name", "signal"), [("Learn as a guest", "guest_requested"), ("English", "language_requested")]
)
def test_nobody_needs_a_passphrase_to_learn(show, hand, qtbot: QtBot, name, signal):
    page = show(lambda: UnlockPage(SLOTS, Bridge()))
    with qtbot.waitSignal(getattr(page, signal)):
        hand.click(page, name)


def test_the_button_waits_while_the_centre_is_being_opened(show):
    bridge = Bridge()
    page = show(lambda: UnlockPage(SLOTS[:1], bridge))
    bridge.busy.emit(True)
    assert not page.unlock_button.isEnabled()
    bridge.busy.emit(False)
    assert page.unlock_button.isEnabled()


def test_the_chosen_picture_outlives_a_change_of_size(show, hand):
    page = show(lambda: UnlockPage(SLOTS, Bridge()))
    hand.click(page, "Drum")
    again = show(lambda: UnlockPage(SLOTS, Bridge()), scale=1.5)
    again.recall(page.remember())
    assert again.pictures.value() == "three"


def recovering(centre):
    def recover(code: str, slot: str, passphrase: str) -> None:
        try:
            centre.door.recover(code, slot, passphrase)
        except WrongRecoveryCode:
            page.say_wrong()

    centre.door.lock()
    page = ForgotPage(centre.door.slots(), judge)
    page.recovery_requested.connect(recover)
    return page


def test_the_code_from_the_paper_gives_a_new_passphrase(show, hand, centre):
    show(lambda: recovering(centre))
    hand.type(centre.recovery_code.lower().replace("-", " "))
    hand.press(Qt.Key.Key_Return)
    hand.type("lantern boat velvet meadow")
    hand.press(Qt.Key.Key_Return)
    assert centre.door.trainer_inside
    centre.door.lock()
    centre.door.unlock(centre.slot, "lantern boat velvet meadow")
    assert centre.door.trainer().name == "Sanne"


def test_a_wrong_sign_in_the_code_is_said_beside_it(show, hand, centre):
    page = show(lambda: recovering(centre))
    code = centre.recovery_code
    hand.type(("2" if code[0] != "2" else "3") + code[1:])
    hand.press(Qt.Key.Key_Return)
    hand.type("lantern boat velvet meadow")
    hand.press(Qt.Key.Key_Return)
    assert not centre.door.is_open
    assert "This code does not open the centre." in hand.reads(page)
    assert QApplication.focusWidget() is page.code.control


def test_a_recovery_without_a_code_a_picture_or_strength_is_not_tried(show, hand, qtbot: QtBot):
    page = show(lambda: ForgotPage(SLOTS, judge))
    with qtbot.assertNotEmitted(page.recovery_requested):
        hand.click(page, "Open the centre")
    said = hand.reads(page)
    assert "Please type the code from the paper." in said
    assert "Please choose your picture." in said
    assert "Please choose a passphrase." in said


def test_what_was_typed_for_a_recovery_outlives_a_change_of_language(show, hand, qtbot: QtBot):
    page = show(lambda: ForgotPage(SLOTS, judge))
    hand.type("7K3D")
    hand.click(page, "Drum")
    page.passphrase.setFocus()
    hand.type("lantern boat velvet meadow")
    again = show(lambda: ForgotPage(SLOTS, judge), language="ar")
    again.recall(page.remember())
    with qtbot.waitSignal(again.recovery_requested) as asked:
        again.go.click()
    assert asked.args == ["7K3D", "three", "lantern boat velvet meadow"]
