"""Help near the centre where a lesson sends people on, and on the way to paper."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import buttons, cut, names, overflow, press, words

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.helping import HelpPlace, directory_of
from trainer_app.i18n import own_name
from trainer_app.services.playing import Playing
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.player.walk import Walk
from trainer_app.ui.read_along import pieces
from trainer_app.ui.widgets import Dialog

LESSON = "sign-in-and-out"
BOX = "\n> [!HELP legal] Who helps\n> Ask your trainer.\n"
LOOKS = pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)


def place(at: int, **more: object) -> HelpPlace:
    return HelpPlace(
        f"p{at}", "legal", f"Aid Desk {at}", f"+31 20 555 0{at}", languages=("nl", "ar"), rank=at,
        **more,
    )  # fmt: skip


@pytest.fixture
def lessons(tmp_path: Path) -> LessonLibrary:
    """One lesson whose first page sends people on."""
    source = next(places.lessons().glob("03-*"))
    shutil.copytree(
        source, tmp_path / "l" / source.name, ignore=shutil.ignore_patterns("practice.*")
    )
    for language in ("en", "ar"):
        file = tmp_path / "l" / source.name / language / "pages.md"
        head, _mark, tail = file.read_text("utf-8").partition("\n> [!")
        file.write_text(head + BOX + tail[tail.index("\n\n") :], "utf-8")
    return LessonLibrary(tmp_path / "l")


@pytest.fixture
def player(lessons: LessonLibrary, bridge, show):
    def open_lesson(*near: HelpPlace, language: str = "en") -> LessonPage:
        page = LessonPage(Playing(None), lessons, LESSON, language, bridge, near=directory_of(near))
        return show(page)

    return open_lesson


def test_without_a_directory_the_words_stand_alone(player) -> None:
    page = player()
    assert "Who helps\nAsk your trainer." in words(page)
    assert "More help" not in names(page)


def test_two_places_are_shown_and_the_others_are_one_button_away(player, qtbot: QtBot) -> None:
    page = player(*(place(at) for at in range(3)), place(9, hours="Tuesday", note="Free"))
    said = words(page)
    assert "Aid Desk 0" in said
    assert "\u2066+31 20 555 01" in said
    assert f"{own_name('nl')} · {own_name('ar')}" in said
    assert "Aid Desk 2" not in said
    more = next(one for one in buttons(page) if one.accessibleName() == "More help")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    (dialog,) = page.findChildren(Dialog)
    said = words(dialog)
    assert said.startswith("Who helps\nAid Desk 0")
    assert all(each in said for each in ("Aid Desk 2", "Aid Desk 9", "Tuesday", "Free"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is more


def test_one_place_needs_no_scrolling_and_no_button(player) -> None:
    page = player(place(1))
    assert "More help" not in names(page)
    assert overflow(page) == 0


def test_names_and_numbers_are_read_aloud_after_the_words(player) -> None:
    page = player(place(1))
    read = [one.text for one in pieces(page.to_read(), "en")]
    at = read.index("Who helps")
    assert read[at : at + 4] == [
        "Who helps", "Ask your trainer.", "Aid Desk 1", "\u2066+31 20 555 01\u2069",
    ]  # fmt: skip
    assert not any(own_name("ar") in one for one in read)


@pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)
def test_nothing_is_cut(player, dress, language: str, scale: float) -> None:
    dress(language, scale)
    page = player(*(place(at, hours="Tuesday") for at in range(3)), language=language)
    assert cut(page) == []
    more = [one for one in buttons(page) if one.accessibleName() == "More help"]
    assert all(one.height() >= 48 * scale for one in more)


def test_the_card_of_such_a_lesson_can_be_printed(player, qtbot: QtBot, lessons) -> None:
    page = player()
    page.recall(_at_the_card(page))
    with qtbot.waitSignal(page.help_card_requested):
        press(page, "Print the help card")
    assert overflow(page) == 0


def test_another_lesson_has_no_help_card(library, bridge, show) -> None:
    page = show(LessonPage(Playing(None), library, LESSON, "en", bridge))
    page.recall(_at_the_card(page))
    assert "Your card" in words(page)
    assert "Print the help card" not in names(page)


def _at_the_card(page: LessonPage) -> Walk:
    walk = page.remember()
    return replace(walk, at=walk.steps + 1, quiz_passed=True)
