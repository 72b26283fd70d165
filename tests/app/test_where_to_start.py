"""Where do I start? Through the window, by a learner and by a guest on a locked laptop."""

from __future__ import annotations

import shutil

import pytest
from practising_window import Room
from PySide6.QtWidgets import QApplication
from reading_a_page import words

from trainer_app import places
from trainer_app.domain.practice import playing as play
from trainer_app.i18n import use
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.placed import PlacedPage
from trainer_app.ui.practice.placing_page import PlacingPage
from trainer_app.ui.widgets import TileButton

OFFERED = "Where do I start?"


@pytest.fixture
def room(room: Room) -> Room:
    """With the bundled small tasks beside the few lessons."""
    beside = next(iter(room.lessons.lessons)).folder.parent
    shutil.copytree(places.lessons() / "_start", beside / "_start")
    for name in ("_world",):
        shutil.copytree(places.lessons() / name, beside / name, dirs_exist_ok=True)
    return room


def tasks(room: Room) -> PlacingPage:
    page = room.window.page
    assert isinstance(page, PlacingPage)
    return page


def do_alone(room: Room) -> None:
    """The right steps, as the person's own."""
    page = tasks(room)
    page.start()
    while not page.playing.progress.finished:
        page.act(play.next_step(page.playing))
    QApplication.processEvents()


def test_a_learner_is_pointed_to_a_lesson_and_the_trainer_sees_it(room: Room):
    room.sit()
    assert OFFERED in words(room.window)
    room.press("Find out")
    for _ in range(2):
        do_alone(room)
        room.press("Next")
    # What is known stands through another text size, and through another language.
    room.window.rebuild()
    use("ar")
    room.window.rebuild()
    use("en")
    room.window.rebuild()
    tasks(room).start()
    room.press("Show me")
    while not tasks(room).playing.progress.finished:
        tasks(room).act(play.ShowMe())
    room.press("Next")
    tasks(room).start()
    room.press("I do not know this yet")
    tasks(room).start()
    room.press("I do not know this yet")
    page = room.window.page
    assert isinstance(page, PlacedPage)
    assert "You could start here" in words(page)
    lesson = room.desk.placing.start()
    assert lesson is not None
    assert room.lessons.lesson(lesson).number == min(
        one.number for one in room.lessons.lessons if one.number >= 3
    )
    room.press("All lessons")
    assert OFFERED not in words(room.window)
    title = room.lessons.titles("en")[lesson][0]
    assert f"Begin with “{title}”" in room.names()
    room.unlock()
    standing = room.desk.reviewing.person(room.person.id)
    assert standing.start == lesson
    room.window.trainer.person(room.person.id)
    assert f"Could start with “{title}”" in words(room.window)


def test_the_lesson_opens_from_the_picture(room: Room):
    room.sit()
    room.press("Find out")
    for _ in range(2):
        tasks(room).start()
        room.press("I do not know this yet")
    page = room.window.page
    assert isinstance(page, PlacedPage)
    lesson = page.first
    assert isinstance(lesson, TileButton)
    assert room.window.focusWidget() is lesson
    lesson.click()
    QApplication.processEvents()
    assert not isinstance(room.window.page, (PlacedPage, HomePage))


def test_a_guest_tries_it_on_a_locked_laptop_and_nothing_is_stored(room: Room):
    window = room.window
    window.close_centre()
    window.learner.guest()
    assert OFFERED in words(window)
    room.press("Find out")
    for _ in range(2):
        tasks(room).start()
        room.press("I do not know this yet")
    assert isinstance(window.page, PlacedPage)
    room.press("All lessons")
    # Another guest may want it too.
    assert OFFERED in words(window)
    room.press("Not now")
    assert OFFERED not in words(window)
    window.learner.guest()
    assert OFFERED in words(window)
    room.unlock()
    assert not list(room.desk.placing._ledger.store.query("SELECT 1 FROM placings"))


def test_it_is_not_offered_to_who_has_begun(room: Room):
    room.sit()
    room.desk.playing.reach(room.lessons.lesson("sign-in-and-out"), 0)
    room.window.learner.home()
    assert OFFERED not in words(room.window)


def test_leaving_halfway_keeps_nothing(room: Room):
    room.sit()
    room.press("Find out")
    tasks(room).start()
    room.press("I do not know this yet", "All lessons")
    assert isinstance(room.window.page, HomePage)
    assert room.desk.placing.start() is None
    assert OFFERED in words(room.window)
