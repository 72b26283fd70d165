"""At the end of what is needed: finish, or go on with more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.theme import Theme

LIBRARY = LessonLibrary(Path(__file__).parents[2] / "content" / "practice_examples")
LESSON, MORE = "shared-laptop", "More, if you like"
Make = Callable[..., Any]


@pytest.fixture
def make(shown: Callable[..., Any]) -> Make:
    """A practice of which only the first stage is needed, at the end of that stage."""

    def make_page(kind: type[PracticePage] = PracticePage, language: str = "en") -> PracticePage:
        practice = LIBRARY.practice(LESSON, language)
        first, *rest = practice.scenario.stages
        stages = (first, *(replace(stage, extra=True) for stage in rest[:1]))
        scenario = replace(practice.scenario, stages=stages)
        page = kind(
            replace(practice, scenario=scenario),
            lambda name: LIBRARY.practice_picture(LESSON, name),
            back="Back to the lesson",
        )
        shown(page, 1366, 694)
        press(page, "Start")
        assert MORE not in names(page)
        finish(page)
        return page

    return make_page


def finish(page: PracticePage) -> None:
    while not page.playing.progress.finished:
        page.act(play.ShowMe())


def ends_of(page: PracticePage) -> list[bool]:
    ends: list[bool] = []
    page.finished.connect(lambda: ends.append(True))
    return ends


@pytest.mark.parametrize("kind", [PracticePage, ClassPage])
def test_one_can_finish_there(make: Make, kind: type[PracticePage]) -> None:
    page = make(kind)
    assert {"Finish", MORE} <= set(names(page))
    ends = ends_of(page)
    press(page, "Finish")
    assert ends


@pytest.mark.parametrize("kind", [PracticePage, ClassPage])
def test_one_can_go_on_with_more(make: Make, kind: type[PracticePage]) -> None:
    page = make(kind)
    ends = ends_of(page)
    press(page, MORE)
    assert MORE in words(page)
    assert "Part 2" not in words(page)
    press(page, "Start")
    finish(page)
    assert MORE not in names(page)
    press(page, "Finish")
    assert ends


def test_whoever_leaves_in_the_middle_of_more_has_done_it(make: Make) -> None:
    page = make()
    press(page, MORE)
    press(page, "Start")
    results: list[play.Result] = []
    page.reached.connect(results.append)
    press(page, "Back to the lesson")
    assert results[-1].done


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", [PracticePage, ClassPage])
def test_both_ways_can_be_read(
    make: Make,
    dress: Callable[[Theme], None],
    kind: type[PracticePage],
    language: str,
    scale: float,
) -> None:
    dress(Theme(language=language, scale=scale))
    page = make(kind, language)
    QApplication.processEvents()
    page.grab()
    assert not [line for line in cut(page) if line.startswith((MORE, "Finish"))]
