"""This week's scam, from the trainer's shelf to the learners' home, in the real window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from practising_window import Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_a_page import buttons, plain_name, words

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.domain.scams import Choices
from trainer_app.i18n import use
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.widgets import SegmentField

MUM = Choices("mum", "money", "secret")


@pytest.fixture
def shelved(room: Room, tmp_path: Path) -> Room:
    """The room, with two templates beside its lessons."""
    for template in ("new-number", "bank"):
        where = Path("_shelf", template)
        shutil.copytree(places.lessons() / where, tmp_path / "lessons" / where)
    faces = Path("_world", "images")
    shutil.copytree(places.lessons() / faces, tmp_path / "lessons" / faces, dirs_exist_ok=True)
    room.lessons = LessonLibrary(tmp_path / "lessons")
    room.window.lessons = room.lessons
    room.window.desk = replace(room.desk, lessons=room.lessons)
    return room


def put_mum(room: Room) -> None:
    room.window.teaching.lessons()
    room.press("Scam shelf", "Put this week’s scam on the shelf", "A new number")
    room.press("Mum", "Money", "It must stay a secret.", "Put on the shelf")


def steps_to_the_end(page: PracticePage) -> None:
    while (step := play.next_step(page.playing)) is not None:
        page.act(step)


def test_a_trainer_puts_one_there_plays_it_and_takes_it_down(shelved: Room) -> None:
    put_mum(shelved)
    seen = words(shelved.window)
    assert "A new number: Mum" in seen
    assert "Hello, it is mum. This is my new number. Please send me 200 euros." in seen
    assert "On the shelf since Tuesday, 24 November 2026" in seen
    assert [each.choices for each in shelved.desk.scams.all()] == [MUM]
    shelved.press("Play “A new number: Mum” with the class", "Start")
    page = shelved.window.page
    assert isinstance(page, ClassPage)
    steps_to_the_end(page)
    assert "Who asks for a secret does not want you to ask others." in words(shelved.window)
    page.go_on()
    shelved.press("Take down “A new number: Mum”", "Take down")
    assert shelved.desk.scams.all() == []
    assert "Nothing is on the shelf yet." in words(shelved.window)


def test_a_learner_practises_it_and_nothing_is_kept(shelved: Room) -> None:
    put_mum(shelved)
    shelved.sit()
    before = shelved.desk.playing.progress()
    shelved.press("A new number\nThis week’s scam", "Start")
    page = shelved.window.page
    assert isinstance(page, PracticePage)
    steps_to_the_end(page)
    page.go_on()
    assert "Welcome, Amina" in words(shelved.window)
    assert shelved.desk.playing.progress() == before
    log = shelved.window.door.ledger.store.query("SELECT kind FROM events")
    assert "practice-played" not in {row["kind"] for row in log}


def test_an_empty_shelf_shows_learners_nothing_and_a_newer_scam_the_one_before(
    shelved: Room,
) -> None:
    shelved.sit()
    assert not any("This week’s scam" in name for name in shelved.names())
    shelved.unlock()
    shelved.desk.scams.put("bank", Choices("bank", "pin", "stay"))
    shelved.desk.scams.put("scam-of-2031", MUM)
    shelved.window.shelf.shelf()
    assert "Not known here yet" in words(shelved.window)
    shelved.window.learner.hand_over()
    assert "A call about the bank\nThis week’s scam" in shelved.names()


def test_a_guest_while_the_centre_is_locked_has_no_shelf(shelved: Room) -> None:
    put_mum(shelved)
    shelved.window.close_centre()
    shelved.window.learner.guest()
    assert not any("This week’s scam" in name for name in shelved.names())


def test_it_is_put_there_by_keys_alone(shelved: Room) -> None:
    shelved.window.shelf.shelf()
    for word in ("Put this week’s scam on the shelf", "A call about the bank"):
        press_by_keys(word)
    for word in ("A voice from the bank", "The secret number of my card", "I may not hang up."):
        press_by_keys(word)
    press_by_keys("Put on the shelf")
    found = shelved.desk.scams.all()
    assert [each.choices for each in found] == [Choices("bank", "pin", "stay")]


def test_another_language_keeps_what_was_chosen(shelved: Room) -> None:
    shelved.window.shelf.new()
    shelved.press("A new number", "Mum", "Money")
    use("ar")
    shelved.window.rebuild()
    assert "رقم جديد" in words(shelved.window)
    assert "أرسل لي 200 يورو من فضلك." in words(shelved.window)


def press_by_keys(word: str, most: int = 60) -> None:
    """Tab or an arrow to a control, and Space."""
    for _ in range(most):
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        if plain_name(now) == word:
            QTest.keyClick(now, Qt.Key.Key_Space)
            QApplication.processEvents()
            return
        # Tab goes from question to question, arrows among the answers to one.
        beside = now.parentWidget()
        near = isinstance(beside, SegmentField) and word in map(plain_name, buttons(beside))
        QTest.keyClick(now, Qt.Key.Key_Right if near else Qt.Key.Key_Tab)
        if near and QApplication.focusWidget() is now:
            QTest.keyClick(now, Qt.Key.Key_Down)  # the answers go on in the next line
    raise AssertionError(f"Tab never came to {word!r}")
