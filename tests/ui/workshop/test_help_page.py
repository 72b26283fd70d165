"""The help directory as a trainer fills it in, by clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import click, plain, too_small, too_wide, words
from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.helping import TOPICS, HelpPlace
from trainer_app.i18n import use
from trainer_app.services.helping import Helping
from trainer_app.ui import theme
from trainer_app.ui.help_words import TOPIC_ICONS, topic_names
from trainer_app.ui.workshop.helping import HelpPage
from trainer_app.ui.workshop.helping_editor import Typed

LEGAL = HelpPlace("", "legal", "Legal Aid Desk", "+31 20 555 01 23", languages=("nl", "ar"))
LONGEST = HelpPlace(
    "", "harassment", "The listening line for everybody in the town and around", "0800 2000",
    "Kanaalstraat 12, at the back, second door", "Monday to Friday, 9 to 17",
    ("nl", "en", "ar", "tr", "uk", "ti"), "Free. You need not give your name.",
)  # fmt: skip


LOOKS = pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)


@pytest.fixture
def helping(centre) -> Helping:
    return Helping(centre.ledger)


@pytest.fixture
def page(helping, bridge, show) -> HelpPage:
    return show(HelpPage(helping, bridge, "en", back="Lessons"))


def settled() -> None:
    for _ in range(3):
        QApplication.processEvents()


def type_in(qtbot: QtBot, field, text: str) -> None:
    field.control.setFocus()
    qtbot.keyClicks(field.control, text)


def test_every_topic_has_a_name_and_an_icon() -> None:
    assert set(topic_names()) == set(TOPICS) == set(TOPIC_ICONS)


def test_the_first_place_is_filled_in_and_the_gaps_are_said(page, helping, qtbot) -> None:
    assert "Who helps people near you?" in words(page)
    click(qtbot, page, "Add a place")
    page.editor.topic.set_value("legal")
    type_in(qtbot, page.editor.name, "Legal Aid Desk")
    type_in(qtbot, page.editor.phone, "+31 20 555 01 23")
    page.editor.languages.adding.set_value("ar")
    click(qtbot, page, "Add this language")
    page.editor.languages.adding.set_value("nl")
    # Picked, but not added: it is meant all the same. Enter saves.
    qtbot.keyClick(page.editor.phone.control, Qt.Key.Key_Return)
    (place,) = helping.directory()["legal"]
    assert (place.name, place.languages) == ("Legal Aid Desk", ("ar", "nl"))
    said = words(page)
    assert "+31 20 555 01 23" in said
    assert "العربية · Nederlands" in said
    assert said.count("Lessons say: ask your trainer.") == len(TOPICS) - 1


def test_what_is_missing_is_said_at_its_field(page, helping, qtbot) -> None:
    click(qtbot, page, "Add a place")
    click(qtbot, page, "Save")
    assert page.editor.name.error() == "Write what it is called."
    type_in(qtbot, page.editor.name, "Legal Aid Desk")
    click(qtbot, page, "Save")
    assert page.editor.name.error() is None
    assert page.editor.phone.error() == "Write a telephone number or an address."
    qtbot.keyClick(page.editor.name.control, Qt.Key.Key_Escape)
    assert page.editor is None
    assert helping.directory() == {}


def test_places_are_changed_moved_removed_and_brought_back(page, helping, qtbot) -> None:
    page._bridge.run(lambda: helping.add(LEGAL), "help")
    page._bridge.run(lambda: helping.add(LONGEST), "help")
    click(qtbot, page, "Add a place for “My rights and papers”")
    type_in(qtbot, page.editor.name, "Rights line")
    type_in(qtbot, page.editor.phone, "0800 1")
    click(qtbot, page, "Save")
    click(qtbot, page, "Move “Rights line” up")
    settled()
    assert [each.name for each in helping.directory()["legal"]] == ["Rights line", "Legal Aid Desk"]
    held = QApplication.focusWidget()
    assert plain(held.accessibleName()) == "Move “Rights line” down"
    click(qtbot, page, "Change “Rights line”")
    type_in(qtbot, page.editor.hours, "Tuesday")
    click(qtbot, page, "Save")
    assert helping.directory()["legal"][0].hours == "Tuesday"
    click(qtbot, page, "Remove “Rights line”")
    settled()
    assert "“Rights line” is no longer on the list." in words(page)
    assert plain(QApplication.focusWidget().accessibleName()) == "Undo"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert [each.name for each in helping.directory()["legal"]] == ["Rights line", "Legal Aid Desk"]
    assert "no longer on the list" not in words(page)


def test_what_is_typed_outlives_a_change_of_language(page, helping, bridge, show, qtbot) -> None:
    click(qtbot, page, "Add a place")
    type_in(qtbot, page.editor.name, "Legal Aid Desk")
    again = show(HelpPage(helping, bridge, "en", back="Lessons"))
    again.recall(page.remember())
    assert again.editor.name.value() == "Legal Aid Desk"


def test_cards_are_asked_for_in_a_language(page, qtbot) -> None:
    page.paper_language.set_value("ar")
    with qtbot.waitSignal(page.card_requested) as asked:
        click(qtbot, page, "Print four for the pocket")
    assert asked.args == ["ar", True]
    with qtbot.waitSignal(page.card_requested) as asked:
        click(qtbot, page, "Print one large card")
    assert asked.args == ["ar", False]


def test_where_nobody_may_it_says_so_and_keeps_what_is_typed(page, centre, troubles, qtbot) -> None:
    click(qtbot, page, "Add a place")
    type_in(qtbot, page.editor.name, "Legal Aid Desk")
    type_in(qtbot, page.editor.phone, "0800 1")
    centre.door.leave_trainer()
    click(qtbot, page, "Save")
    assert [type(each) for each in troubles] == [NotAllowed]
    assert page.editor.name.value() == "Legal Aid Desk"


def test_each_button_can_be_reached_by_tab(page, helping, qtbot) -> None:
    page._bridge.run(lambda: helping.add(LEGAL), "help")
    settled()
    wanted = {one for one in page.findChildren(QPushButton) if one.isVisible() and one.isEnabled()}
    # Of three choices in one row, Tab reaches the one that is chosen.
    wanted -= {one for one in wanted if one.autoExclusive() and not one.isChecked()}
    reached = set()
    for _ in range(3 * len(wanted)):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {one.accessibleName() for one in wanted - reached} == set()


@pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)
def test_nothing_is_cut_or_small(qapp, helping, bridge, show, language: str, scale: float) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=scale, dense=True))
    empty = show(HelpPage(helping, bridge, language, back="Lessons"))
    assert too_wide(empty) == []
    helping.add(LEGAL)
    helping.add(LONGEST)
    helping.add(LONGEST)
    listed = show(HelpPage(helping, bridge, language, back="Lessons"))
    assert too_wide(listed) == []
    assert too_small(listed, 32) == []
    listed._edit(Typed.of(helping.directory()["harassment"][0]))
    settled()
    assert too_wide(listed) == []
    assert too_small(listed, 32) == []
