"""The first pages and the troubles: what is read, and what a choice asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain import errors
from trainer_app.i18n import languages
from trainer_app.keys.keyring import Keyring
from trainer_app.store.lock import FolderLock
from trainer_app.ui.welcome.language import LanguagePage
from trainer_app.ui.welcome.start import StartPage
from trainer_app.ui.welcome.trouble import TroublePage


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.code)
def test_each_language_is_chosen_by_its_own_name(show, hand, qtbot: QtBot, language):
    page = show(lambda: LanguagePage(languages(), "en"))
    with qtbot.waitSignal(page.chosen) as chosen:
        hand.click(page, language.own_name)
    assert chosen.args == [language.code]


def test_the_language_in_use_has_the_keyboard(show, hand, qtbot: QtBot):
    page = show(lambda: LanguagePage(languages(), "nl"))
    assert QApplication.focusWidget().accessibleName() == "Nederlands"
    with qtbot.waitSignal(page.chosen) as chosen:
        hand.press(Qt.Key.Key_Return)
    assert chosen.args == ["nl"]


def test_a_language_unknown_here_leaves_the_first_one_ready(show):
    show(lambda: LanguagePage(languages(), "xx"))
    assert QApplication.focusWidget().accessibleName() == languages()[0].own_name


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Start your centre", "found_requested"),
        ("Join a centre", "join_requested"),
        ("Look around with invented people", "demo_requested"),
        ("English", "language_requested"),
    ],
)
def test_the_start_offers_three_ways_and_the_language(show, hand, qtbot: QtBot, name, signal):
    page = show(StartPage)
    with qtbot.waitSignal(getattr(page, signal)):
        hand.click(page, name)


def test_starting_a_centre_is_one_key_away(show, hand, qtbot: QtBot):
    page = show(StartPage)
    with qtbot.waitSignal(page.found_requested):
        hand.press(Qt.Key.Key_Return)


def test_a_folder_in_use_is_said_with_its_name(show, hand, qtbot: QtBot, tmp_path):
    first = FolderLock(tmp_path)
    with pytest.raises(errors.InUse) as caught:
        FolderLock(tmp_path)
    first.release()
    page = show(lambda: TroublePage(caught.value))
    assert page.title == "The program is open already"
    assert tmp_path.name in hand.reads(page)
    assert "try again" in hand.reads(page)
    with qtbot.waitSignal(page.again_requested):
        hand.click(page, "Try again")
    with qtbot.waitSignal(page.closing_requested):
        hand.click(page, "Close the program")


def test_a_damaged_keyring_says_what_to_keep(show, hand, centre):
    for file in centre.folder.glob("keyring*"):
        file.write_bytes(b"not a keyring")
    with pytest.raises(errors.KeyringDamaged) as caught:
        Keyring.load(centre.folder)
    page = show(lambda: TroublePage(caught.value))
    assert "Do not delete anything" in hand.reads(page)
