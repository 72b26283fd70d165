"""A trainer fills in who helps near the centre and makes a path; a course and a learner have it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from trainer_app.domain.helping import topics_in
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle

LESSON = "sensitive-subjects"


def sends_on(window: MainWindow) -> tuple[str, int]:
    """What the lesson sends people on for first, and on which page."""
    for at, page in enumerate(window.lessons.words(LESSON, "en").pages):
        for topic in topics_in([page]):
            return topic, at
    raise AssertionError("the lesson sends nobody on")


def test_help_that_is_filled_in_once_stands_in_the_lesson_and_on_paper(
    window: MainWindow, hand: Hand, tmp_path: Path
) -> None:
    topic, page = sends_on(window)
    hand.press("Lessons")
    hand.press("Help near us")
    hand.must_read("Who helps people near you?")
    hand.press("Add a place")
    window.page.editor.topic.set_value(topic)
    hand.type_into("Name of the organisation", "House of Help")
    hand.type_into("Telephone", "+31 20 555 01 23")
    hand.key(Qt.Key.Key_Return)
    hand.must_read("House of Help", "+31 20 555 01 23", "No place yet")
    hand.press("Print four for the pocket")
    hand.press("Save as PDF")
    hand.wait_until(lambda: not window.bridge.is_busy, "the paper")
    assert (tmp_path / "Help card.pdf").read_bytes().startswith(b"%PDF")
    hand.press("Settings")
    hand.press("Help near us")
    hand.must_read("House of Help")
    hand.press("Settings", 1)
    hand.must_read("Text size")
    window.learner.guest()
    window.playing.lesson(LESSON, "en")
    settle()
    for _ in range(page):
        hand.press("Next")
    hand.must_read("House of Help", "+31 20 555 01 23")


def test_a_ready_path_is_copied_shortened_and_laid_over_a_course(
    window: MainWindow, hand: Hand
) -> None:
    window.teaching.paths.paths()
    settle()
    hand.press("Copy “One afternoon” and change it")
    hand.type_into("Name of the path", "Our afternoon")
    hand.press("Take Messages that hurry me out")
    hand.press("Save the path")
    hand.must_read("Our afternoon", "Your own")
    hand.press("Courses")
    course = window.desk.courses.all()[0]
    window.trainer.course(course.id)
    settle()
    hand.press("Use a path")
    hand.choose("Path", "Our afternoon")
    hand.must_read("3. Sign in and out of a shared laptop (short form)")
    hand.press("Save")
    wanted = ("sign-in-and-out", "set-who-sees-me")
    assert window.desk.courses.course(course.id).lessons == wanted
    assert [one.lessons for one in window.desk.courses.sessions(course.id)] == [wanted]
