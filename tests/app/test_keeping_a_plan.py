"""A plan is taken along on paper by anybody, and kept only by whoever says so."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from practising_window import EXAMPLES, TILE, Room
from reading_a_page import words

from tests.ui.printing.pdf_reader import Pdf
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.planner_state import Write
from trainer_app.ui.practice.page import PracticePage

LESSON, SECRET = "invite", "wistaria at the corner"
PRINT, KEEP = "Print my plan", "Keep my plan"


@pytest.fixture
def planning(room: Room) -> Room:
    """A laptop whose lessons bring a plan to make."""
    folder = next(iter(room.lessons.lessons)).folder.parent
    example = folder / "26-invite"
    shutil.copytree(EXAMPLES / example.name, example)
    (example / "images").mkdir(exist_ok=True)
    (example / "images" / "tile.svg").write_text(TILE, encoding="utf-8")
    room.lessons = LessonLibrary(folder)
    room.window.lessons = room.lessons
    room.unlock()
    return room


def practice(room: Room) -> PracticePage:
    page = room.window.page
    assert isinstance(page, PracticePage)
    return page


def make_a_plan(room: Room) -> None:
    """Fill it step by step; then own words in place of an example."""
    room.window.learner.lesson(LESSON, "en")
    room.press("Start")
    assert PRINT not in room.names()
    page = practice(room)
    for _step in range(4):
        page.act(play.ShowMe())
    step = next(each for each in page.playing.stage.steps if each.writes and not each.after_run)
    page.act(Write(step.id, SECRET))


def stored(room: Room) -> str:
    store = room.window.door.ledger.store
    return repr(list(store.query("SELECT * FROM events")))


def test_kept_shown_printed_and_deleted(planning: Room, tmp_path: Path) -> None:
    planning.sit()
    make_a_plan(planning)
    planning.press(KEEP)
    assert SECRET not in stored(planning)
    planning.press("Do not keep")
    assert SECRET not in stored(planning)
    planning.press(KEEP)
    planning.press_last(KEEP)
    assert SECRET in stored(planning)
    planning.window.learner.home()
    planning.press("My plans")
    assert SECRET in words(planning.window)
    title = practice_title(planning)
    file = tmp_path / "plan.pdf"
    planning.window.choose_file = lambda _name: file
    planning.press(f"Print “{title}”", "Save as PDF")
    assert SECRET in Pdf(file).text
    planning.press(f"Delete “{title}”", "Keep it")
    assert SECRET in words(planning.window)
    planning.press(f"Delete “{title}”", "Delete")
    assert SECRET not in stored(planning)
    assert "My plans" not in planning.names()


def practice_title(room: Room) -> str:
    said: Any = room.lessons.practice(LESSON, "en").words.stages
    return str(next(iter(said.values())).title)


def test_a_guest_can_print_it_and_keeps_nothing(planning: Room, tmp_path: Path) -> None:
    planning.window.learner.guest()
    make_a_plan(planning)
    assert KEEP not in planning.names()
    file = tmp_path / "plan.pdf"
    planning.window.choose_file = lambda _name: file
    planning.press(PRINT, "Save as PDF")
    pdf = Pdf(file)
    assert SECRET in pdf.text
    assert int(pdf.facts["Pages"]) == 1
    assert SECRET not in stored(planning)


def test_with_the_class_it_can_be_printed_alone(planning: Room) -> None:
    planning.window.playing.with_class(LESSON)
    planning.press("Start", "Do it")
    assert PRINT in planning.names()
    assert KEEP not in planning.names()


def test_a_plan_of_a_lesson_that_is_gone_still_has_own_words(planning: Room) -> None:
    planning.sit()
    make_a_plan(planning)
    planning.press(KEEP)
    planning.press_last(KEEP)
    folder = planning.lessons.lesson(LESSON).folder
    shutil.rmtree(folder)
    planning.window.lessons = LessonLibrary(folder.parent)
    planning.window.learner.home()
    planning.press("My plans")
    assert SECRET in words(planning.window)
