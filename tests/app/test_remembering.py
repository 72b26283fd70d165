"""What comes back a session later, through the window by clicks and keys."""

from __future__ import annotations

from practising_window import PAGES, Room
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import words

from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.player.recall_page import RecallPage

OFFERED = "1 question from an earlier lesson."


def another_day(room: Room, clock) -> None:
    """The learner passed the lesson, and comes again a week later."""
    room.sit()
    lesson = room.lessons.lesson(PAGES)
    room.desk.playing.finish(lesson, 4, 4)
    room.window.learner.home()
    assert OFFERED not in words(room.window)
    room.desk.seats.leave()
    clock.forward(days=7)
    room.sit()
    assert OFFERED in words(room.window)


def key(qtbot: QtBot, room: Room, which: Qt.Key) -> None:
    """Press a key in what has the keyboard."""
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    qtbot.keyClick(room.window.focusWidget(), which)
    QApplication.processEvents()


def test_a_wrong_answer_leads_to_the_page_and_back_home(room: Room, clock, qtbot):
    another_day(room, clock)
    room.press("Try it")
    page = room.window.page
    assert isinstance(page, RecallPage)
    question = page._question
    wrong = next(at for at, each in enumerate(question.choices) if each != question.right)
    key(qtbot, room, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[wrong])
    why = room.lessons.words(PAGES, "en").question(question.id).choice(question.choices[wrong]).why
    assert why[0].text in words(page)
    assert not page.next.isEnabled()
    room.press("Look at the page again")
    shown = room.window.page
    assert isinstance(shown, LessonPage)
    assert question.objective in shown._walk.step.objectives
    room.press("All lessons")
    assert isinstance(room.window.page, HomePage)
    assert OFFERED not in words(room.window)
    room.unlock()
    standing = room.desk.reviewing.person(room.person.id)
    assert (standing.remembered, standing.recalled) == (0, 1)


def test_right_by_keys_alone_and_the_text_size_keeps_the_place(room: Room, clock, qtbot):
    another_day(room, clock)
    room.press("Try it")
    page = room.window.page
    at = page._question.choices.index(page._question.right)
    for _ in range(at):
        key(qtbot, room, Qt.Key.Key_Tab)
    key(qtbot, room, Qt.Key.Key_Space)
    room.window.rebuild()
    QApplication.processEvents()
    page = room.window.page
    assert isinstance(page, RecallPage)
    assert "Look at the page again" not in room.names()
    assert room.window.focusWidget() is page.next
    key(qtbot, room, Qt.Key.Key_Space)
    assert isinstance(room.window.page, HomePage)
    room.unlock()
    assert room.desk.reviewing.person(room.person.id).remembered == 1


def test_not_now_is_not_before_the_next_session(room: Room, clock):
    another_day(room, clock)
    room.press("Not now")
    assert OFFERED not in words(room.window)
    room.window.learner.home()
    assert OFFERED not in words(room.window)
    room.desk.seats.leave()
    clock.forward(days=7)
    room.sit()
    assert OFFERED in words(room.window)


def test_a_guest_is_offered_nothing(room: Room):
    room.window.learner.guest()
    assert "Do you remember?" not in words(room.window)
