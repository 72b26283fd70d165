"""A practice that was left half-way: it says where it goes on, and one may begin all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.going_on import goals_of
from trainer_app.domain.practice.playing import Result
from trainer_app.i18n import use
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.theme import Theme

LIBRARY = LessonLibrary(Path(__file__).parents[2] / "content" / "practice_examples")
BEFORE, AGAIN = "You did part 1 before. Here is part 2.", "Start from the beginning"
Make = Callable[..., PracticePage]


@pytest.fixture
def make(shown: Callable[..., Any]) -> Make:
    """A practice of which some stages were done another time."""

    def make_page(
        stages: int = 1, lesson: str = "type", language: str = "en", height: int = 694
    ) -> PracticePage:
        practice = LIBRARY.practice(lesson, language)
        page = PracticePage(
            practice,
            lambda name: LIBRARY.practice_picture(lesson, name),
            back="Back to the lesson",
            done=goals_of(practice.scenario.stages[:stages]),
        )
        shown(page, 1366, height)
        return page

    return make_page


def finish(page: PracticePage) -> list[Result]:
    """Every step of the stage; what was kept."""
    results: list[Result] = []
    page.reached.connect(results.append)
    press(page, "Start")
    while not page.playing.progress.finished:
        page.act(play.ShowMe())
    return results


def test_it_goes_on_where_it_was_left_and_says_so(make: Make) -> None:
    page = make()
    assert BEFORE in words(page)
    assert "Part 2 of 2" in words(page)
    assert BEFORE in QApplication.focusWidget().accessibleDescription()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == AGAIN
    results = finish(page)
    assert (results[-1].done, results[-1].of) == (True, 4)
    assert "Finish" in names(page)


def test_built_anew_it_still_goes_on_there(make: Make) -> None:
    page, other = make(), make(0)
    assert BEFORE not in words(other)
    other.recall(page.remember())
    assert BEFORE in words(other)
    in_arabic = make(language="ar")
    in_arabic.recall(other.remember())
    assert in_arabic.playing.before == 1
    assert finish(in_arabic)[-1].done


def test_who_wants_to_begins_at_the_first_part(make: Make) -> None:
    page = make()
    press(page, AGAIN)
    assert "Part 1 of 2" in words(page)
    assert BEFORE not in words(page)
    assert AGAIN not in names(page)
    assert QApplication.focusWidget().accessibleName() == "Start"
    assert finish(page)[-1].goals == ("letters/letter", "letters/words")
    press(page, "Next")
    assert AGAIN not in names(page), "this part comes after one that was just done"


def test_what_is_wholly_done_or_not_begun_says_nothing(make: Make) -> None:
    for stages in (0, 2):
        page = make(stages)
        assert "Part 1 of 2" in words(page)
        assert "before." not in words(page)
        assert AGAIN not in names(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_fits_with_large_letters(
    language: str, make: Make, dress: Callable[[Theme], None]
) -> None:
    use(language)
    dress(Theme(language=language, scale=2.0))
    page = make(lesson="shared-laptop", language=language, height=640)
    assert page.size().toTuple() == (1366, 640)
    assert not cut(page)
