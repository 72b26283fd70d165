"""A practice with the class: a clicker shows each step, does it, and comes to the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from reading_a_page import cut, names, press, words

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice.sorting import Put
from trainer_app.ui.practice.around.class_bar import ClassBar
from trainer_app.ui.practice.around.spotlight import Spotlight
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.theme import Theme

LIBRARY = LessonLibrary(Path(__file__).parents[2] / "content" / "practice_examples")
GOAL = "Find the apps for talking with people."


@pytest.fixture
def make(shown):
    def make_page(lesson: str = "what-they-do", language: str = "en") -> ClassPage:
        practice = LIBRARY.practice(lesson, language)
        page = ClassPage(
            practice, lambda name: LIBRARY.practice_picture(lesson, name), back="Back to the plan"
        )
        shown(page, 1366, 768)
        return page

    return make_page


def rings(page: QWidget) -> int:
    return len([ring for ring in page.findChildren(Spotlight) if ring.isVisible()])


def test_next_step_rings_and_says_which_goal_and_its_hint(make) -> None:
    page = make()
    press(page, "Start")
    assert GOAL in words(page)
    press(page, "Next step")
    assert rings(page) == 1
    assert "The marked step is for goal 1 of 2" in words(page)
    assert "Which ones carry voices and short messages?" in words(page)
    assert page.playing.shown == 0
    press(page, "Do it")
    assert page.playing.shown == 1
    assert rings(page) == 0
    assert "The marked step" not in words(page)


def test_the_ring_goes_with_its_page(shown) -> None:
    """It stands in the window, where the next page comes."""
    window = QWidget()
    lesson = "what-they-do"
    page = ClassPage(
        LIBRARY.practice(lesson, "en"),
        lambda name: LIBRARY.practice_picture(lesson, name),
        back="Back to the plan",
    )
    QVBoxLayout(window).addWidget(page)
    shown(window, 1366, 768)
    press(page, "Start")
    press(page, "Next step")
    assert rings(window) == 1
    page.hide()
    assert rings(window) == 0
    page.deleteLater()
    for _ in range(2):  # the page, and then what goes because the page went
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(Spotlight)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_F])
def test_a_clicker_comes_to_the_end(make, key: Qt.Key, qtbot) -> None:
    page = make()
    ends: list[bool] = []
    page.finished.connect(lambda: ends.append(True))
    for _ in range(100):
        if ends:
            break
        QTest.keyClick(QApplication.focusWidget() or page, key)
    assert ends
    assert page.playing.finished
    assert page.playing.tries == 0


@pytest.mark.parametrize(("language", "key"), [("en", Qt.Key.Key_Right), ("ar", Qt.Key.Key_Left)])
def test_on_the_bar_the_arrow_leads_on(make, dress, language: str, key: Qt.Key) -> None:
    dress(Theme(language=language))
    page = make(language=language)
    press(page, "Start")
    bar = page.findChild(ClassBar)
    bar.step.setFocus()
    QTest.keyClick(bar.step, key)
    assert rings(page) == 1


def test_somebody_of_the_class_can_do_it_too(make) -> None:
    page = make()
    press(page, "Start")
    press(page, "Next step")
    page.stage_screen.acted.emit(Put("parrot", "talk"))
    assert rings(page) == 0
    assert page.playing.tries == 1


@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("en", 2.0), ("ar", 2.0)])
def test_it_can_be_read_from_the_back_of_the_room(make, dress, language: str, scale) -> None:
    dress(Theme(language=language, scale=scale))
    page = make(language=language)
    press(page, "Start")
    for word in ("Next step", "Do it"):
        press(page, word)
        bar = page.findChild(ClassBar)
        QApplication.processEvents()
        assert not cut(bar)
    assert page.stage_screen.height() >= 200


def test_letters_grow_on_request(make, qtbot) -> None:
    page = make()
    press(page, "Start")
    assert "Text size" in names(page)
    with qtbot.waitSignal(page.larger_requested):
        press(page, "Text size")
