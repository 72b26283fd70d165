"""The trainers of a centre: what is read of each, what is asked for, and what is said honestly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from centres import PASSPHRASE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_a_page import buttons, cut, names, plain_name, press
from reading_a_page import words as texts

from trainer_app.domain.colleagues import Colleague
from trainer_app.domain.passphrase import judge
from trainer_app.domain.people import TRAINER_PICTURES
from trainer_app.i18n import use
from trainer_app.services.trainers import Trainers
from trainer_app.ui import theme
from trainer_app.ui.page import Page
from trainer_app.ui.settings.trainers import TrainersPage
from trainer_app.ui.settings.trainers_code import NewCodePage
from trainer_app.ui.settings.trainers_new import NewTrainerPage
from trainer_app.ui.settings.trainers_passphrase import PassphrasePage
from trainer_app.ui.settings.trainers_row import TrainerRow
from trainer_app.ui.widgets import SvgPicture

NOW = datetime(2026, 11, 24, 9, 50, tzinfo=timezone(timedelta(hours=1)))
STRONG = "seven geese over the moon"
CODE = "7K3D-9XQM-2B4T-HH8Z-0PRW-6VNE"
ME = Colleague("1", "Sanne", "kite", me=True)
BORIS = Colleague("2", "Борис", "drum")
PASS = Colleague("3", "Amina", "leaf", until=date(2026, 12, 1))
OVER = Colleague("4", "Kofi", "shell", until=date(2026, 11, 23))
ELSEWHERE = Colleague("5", "Luz", "star", here=False)
ALL = [PASS, BORIS, ME, OVER, ELSEWHERE]
Show = Callable[..., Page]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Show]:
    def show_page(build: Callable[[], Page], language: str = "en", scale: float = 1.0) -> Page:
        use(language)
        theme.apply(qapp, theme.Theme("light", scale, language, dense=True, motion=False))
        page = build()
        qtbot.addWidget(page)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            qapp.processEvents()
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())


def trainers(*which: Colleague, **how: bool) -> Callable[[], TrainersPage]:
    return lambda: TrainersPage(which or ALL, today=NOW.date(), **how)


def new(substitute: bool = False) -> Callable[[], NewTrainerPage]:
    return lambda: NewTrainerPage(judge, {"kite", "drum"}, now=lambda: NOW, substitute=substitute)


def words_page() -> PassphrasePage:
    return PassphrasePage(judge, ("Sanne", "Canal House"))


def code_page(removed: str = "") -> NewCodePage:
    def draw(file: Path) -> None:
        file.write_bytes(b"%PDF-")

    return NewCodePage("Canal House", CODE, draw, lambda: True, lambda _: None, removed=removed)


def row(page: QWidget, at: int) -> TrainerRow:
    return [one for one in page.findChildren(TrainerRow) if one.isVisible()][at]


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), text)


# The list


def test_each_is_named_with_what_they_may_do(show):
    page = show(trainers())
    found = [texts(one) for one in page.findChildren(TrainerRow)]
    assert found == [
        "Sanne",
        "Борис",
        "Luz\nAdded on another laptop; opens this one after the next unlocking",
        "Amina\nSubstitute, until Tuesday, 1 December 2026",
        "Kofi\nSubstitute; the pass ended on Monday, 23 November 2026",
    ]
    pictures = [one.accessibleName() for one in row(page, 1).findChildren(SvgPicture)]
    assert pictures == ["Drum"]


def test_nobody_removes_herself(show):
    page = show(trainers())
    removals = [name for name in names(page) if name.startswith("Remove")]
    assert removals == ["Remove Борис…", "Remove Luz…", "Remove Amina…", "Remove Kofi…"]


@pytest.mark.parametrize(
    ("word", "signal"),
    [
        ("Add a trainer", "add_requested"),
        ("Give a substitute’s pass", "pass_requested"),
        ("Change my passphrase", "passphrase_requested"),
    ],
)
def test_a_button_asks_for_its_page(show, qtbot: QtBot, word, signal):
    page = show(trainers())
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, word)


def test_removing_says_what_it_does_and_what_it_cannot(show, qtbot: QtBot):
    page = show(trainers())
    press(page, "Remove Борис…")
    said = texts(page)
    for words in (
        "Remove Борис?",
        "Борис will not be able to open this laptop any more.",
        "This laptop gets new keys, and you get a new recovery code to put away.",
        "Copies that Борис kept from before stay readable to Борис. Nobody can call them back.",
        "Other laptops follow when they get the news and one of you unlocks them.",
        "stays in the record",
    ):
        assert words in said
    with qtbot.waitSignal(page.remove_requested) as asked:
        press(page, "Remove")
    assert asked.args == ["2"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
@pytest.mark.parametrize(
    ("word", "signal"),
    [("Remove Борис…", "remove_requested"), ("Make a new recovery code", "code_requested")],
)
def test_thinking_better_of_it_is_one_key(show, qtbot: QtBot, key, word, signal):
    page = show(trainers())
    press(page, word)
    with qtbot.assertNotEmitted(getattr(page, signal)):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert "?" not in texts(page)


def test_a_new_code_is_asked_for_knowing_that_the_old_one_goes(show, qtbot: QtBot):
    page = show(trainers())
    press(page, "Make a new recovery code")
    assert "The old code opens this laptop no more" in texts(page)
    with qtbot.waitSignal(page.code_requested):
        press(page, "Make a new one")


def test_a_code_that_nobody_put_away_is_said(show):
    words = "Nobody has said that the newest recovery code is in a safe place."
    assert words in texts(show(trainers(code_due=True)))
    assert words not in texts(show(trainers()))


def test_a_substitute_may_only_look(show):
    page = show(trainers(may_decide=False, code_due=True))
    assert names(page) == ["Settings"]
    assert "You have a substitute’s pass: you can mark and teach." in texts(page)
    assert "Борис" in texts(page)


# Somebody new


def test_a_trainer_is_added_by_keyboard(show, qtbot: QtBot):
    page = show(new())
    qtbot.keyClicks(QApplication.focusWidget(), " Boris ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), STRONG)
    press(page, "Leaf")
    with qtbot.waitSignal(page.trainer_given) as given:
        press(page, "Add the trainer")
    assert given.args == ["Boris", "leaf", STRONG]


def test_a_pass_asks_for_its_last_day_too(show, qtbot: QtBot):
    page = show(new(substitute=True))
    assert "A substitute can mark and teach, but not export, erase or change keys." in texts(page)
    assert page.until.value() == date(2026, 12, 8)
    type_in(qtbot, page.name, "Amina")
    page.until.set_value(date(2026, 11, 24))
    type_in(qtbot, page.passphrase, STRONG)
    press(page, "Leaf")
    with qtbot.waitSignal(page.pass_given) as given:
        press(page, "Give the pass")
    assert given.args == ["Amina", "leaf", STRONG, date(2026, 11, 24)]


def test_everything_that_is_missing_is_said_beside_it(show, qtbot: QtBot):
    page = show(new(substitute=True))
    page.until.set_value(date(2026, 11, 23))
    with qtbot.assertNotEmitted(page.pass_given):
        press(page, "Give the pass")
    said = texts(page)
    for words in (
        "Please write the name.",
        "Please give a day from today on.",
        "Please choose a passphrase.",
        "Please choose one of the pictures.",
    ):
        assert words in said
    assert page.name.isAncestorOf(QApplication.focusWidget())


def test_pictures_that_others_know_their_place_by_are_not_offered(show):
    offered = {plain_name(one) for one in buttons(show(new()))}
    assert "Leaf" in offered
    assert not offered & {"Kite", "Drum"}
    everybody = show(lambda: NewTrainerPage(judge, TRAINER_PICTURES, now=lambda: NOW))
    assert {"Kite", "Drum"} <= {plain_name(one) for one in buttons(everybody)}


def test_a_passphrase_with_the_own_name_is_weak(show, qtbot: QtBot):
    page = show(new())
    type_in(qtbot, page.name, "Velvet Lantern")
    type_in(qtbot, page.passphrase, "velvet lantern velvet")
    press(page, "Leaf")
    with qtbot.assertNotEmitted(page.trainer_given):
        press(page, "Add the trainer")
    assert "Leave out the names of people and places here." in texts(page)


def test_what_was_typed_outlives_a_change_of_language(show, qtbot: QtBot):
    page = show(new(substitute=True))
    type_in(qtbot, page.name, "Amina")
    type_in(qtbot, page.passphrase, STRONG)
    page.until.set_value(date(2026, 12, 24))
    press(page, "Leaf")
    again = show(new(substitute=True), "ar", 2.0)
    again.recall(page.remember())
    with qtbot.waitSignal(again.pass_given) as given:
        again.go.click()
    assert given.args == ["Amina", "leaf", STRONG, date(2026, 12, 24)]


# My passphrase


def test_a_passphrase_is_changed_by_keyboard(show, qtbot: QtBot):
    page = show(words_page)
    qtbot.keyClicks(QApplication.focusWidget(), "the old words")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), STRONG)
    with qtbot.waitSignal(page.change_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["the old words", STRONG]


@pytest.mark.parametrize(
    ("old", "fresh", "said"),
    [
        ("", STRONG, "Please type your passphrase."),
        ("the old words", "geese", "One word is not enough."),
        (STRONG, STRONG, "This is the old one. Please choose another."),
    ],
)
def test_what_cannot_be_is_said_beside_it(show, qtbot: QtBot, old, fresh, said):
    page = show(words_page)
    type_in(qtbot, page.old, old)
    type_in(qtbot, page.new, fresh)
    with qtbot.assertNotEmitted(page.change_requested):
        press(page, "Change it")
    assert said in texts(page)


def test_a_wrong_old_one_is_said_and_typed_again(show, qtbot: QtBot):
    page = show(words_page)
    type_in(qtbot, page.old, "a guess")
    page.say_wrong()
    assert "That is not your passphrase. Nothing was changed." in texts(page)
    qtbot.keyClicks(QApplication.focusWidget(), "another")
    assert page.old.value() == "another"
    assert "That is not your passphrase." not in texts(page)


# The new code


def test_the_new_code_is_shown_until_it_is_put_away(show, qtbot: QtBot):
    page = show(lambda: code_page("Борис"))
    said = texts(page)
    assert [group for group in CODE.split("-") if group not in said] == []
    assert "Борис was removed, and this laptop has new keys." in said
    assert "The old one is no longer good." in said
    with qtbot.assertNotEmitted(page.finished):
        press(page, "Done")
    assert "First put the code in a safe place." in texts(page)
    page.code.safe.setChecked(True)
    with qtbot.waitSignal(page.finished):
        press(page, "Done")


def test_without_a_removal_nobody_is_named(show):
    assert "removed" not in texts(show(code_page))


# All of it with a real centre


def test_from_the_page_to_the_keyring_and_back(show, qtbot: QtBot, centre):
    service = Trainers(centre.door)

    def page() -> TrainersPage:
        return show(lambda: TrainersPage(service.all(), today=NOW.date()))

    adding = show(new())
    adding.trainer_given.connect(service.add)
    type_in(qtbot, adding.name, "Boris")
    type_in(qtbot, adding.passphrase, STRONG)
    press(adding, "Leaf")
    press(adding, "Add the trainer")
    shown, codes = page(), []
    assert "Boris" in texts(shown)
    shown.remove_requested.connect(lambda id: codes.append(service.remove(id)))
    press(shown, "Remove Boris…")
    press(shown, "Remove")
    assert "Boris" not in texts(page())
    assert len(codes) == 1
    centre.door.lock()
    centre.door.unlock(centre.slot, PASSPHRASE)


# In every size


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "build", [trainers(code_due=True), new(), new(substitute=True), words_page, code_page]
)
def test_nothing_is_cut_off(show, build, language, scale):
    assert cut(show(build, language, scale)) == []
