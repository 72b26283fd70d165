"""With Tab and Space alone a learner signs in, learns, answers and practises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from centres import PICTURES, Centre
from PySide6.QtWidgets import QApplication

from trainer_app import app, places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import plain as words_of_line
from trainer_app.i18n import _, use
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.picture_names import sign_in_names
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage

from .hand import settle
from .practice_walk import close, practice_window
from .switch_hand import Switches, SwitchWalk

LIBRARY = LessonLibrary(places.lessons())
SIGN_IN = "03-sign-in-and-out"
# Pointing, signing in and out on a desktop, and a page on Plaza.
PRACTICES = ("01-point-and-click", SIGN_IN, "08-set-who-sees-me")


def lesson_of(folder: str) -> str:
    return next(lesson.id for lesson in LIBRARY.lessons if lesson.folder.name == folder)


@pytest.fixture
def window(
    centre: Centre, cheap_cost: Cost, tmp_path: Path, qapp: QApplication
) -> Iterator[MainWindow]:
    """A laptop that was handed over; Amina has her pictures already."""
    person = centre.evening("Amina").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    opened = app.open_window(centre.folder, now=centre.clock.now, cost=cheap_cost)
    opened.resize(1366, 768)
    opened.show()
    opened.activateWindow()
    qapp.processEvents()
    opened.door = centre.door
    opened.open_desk()
    opened.learner.hand_over()
    settle()
    yield opened
    opened.close()


def test_signing_in_a_lesson_its_practice_and_its_questions(window: MainWindow) -> None:
    keys = Switches(window)
    keys.press("Amina")
    for picture in PICTURES:
        keys.press(sign_in_names()[picture])
    assert isinstance(window.page, HomePage)
    lesson = LIBRARY.lesson(lesson_of(SIGN_IN))
    words = LIBRARY.words(lesson.id, "en")
    keys.press(words.title)
    page = window.page
    assert isinstance(page, LessonPage)
    for _page in words.pages:
        keys.press(_("Next"))
    keys.press(_("Practise"))
    assert isinstance(window.page, PracticePage)
    SwitchWalk(window).play()
    passed: list[str] = []
    assert isinstance(window.page, LessonPage)
    window.page.passed.connect(passed.append)
    for question in lesson.quiz:
        said = words.question(question.id)
        keys.press(words_of_line(said.choice(question.right).line))
        keys.press(_("Next"))
    assert passed == [lesson.id]


@pytest.fixture(scope="module")
def guest(tmp_path_factory, qapp) -> Iterator[MainWindow]:
    """A guest's window for all practices."""
    made = practice_window(tmp_path_factory.mktemp("switches"), "en")
    yield made
    close(made)


@pytest.mark.parametrize(
    "folder", [pytest.param(each, marks=pytest.mark.slow) for each in PRACTICES]
)
def test_a_practice(guest: MainWindow, folder: str) -> None:
    use("en")
    guest.dress()
    walk = SwitchWalk(guest, lesson_of(folder))
    walk.play()
    assert walk.results[-1].done
    if folder != PRACTICES[0]:
        assert walk.shown == 0
