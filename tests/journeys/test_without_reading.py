"""Somebody who reads nothing: signs in, learns and leaves by pictures, faces and signs alone.

No word is the way anywhere here: what is pressed is found by what it shows or where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

import pytest
from centres import PICTURES
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trainer_app.ui.first_steps.guide import FirstSteps
from trainer_app.ui.grown import GrownPicture, PlantSign
from trainer_app.ui.learner.chosen_three import ChosenThree
from trainer_app.ui.learner.done_today import Parting
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.next_card import NextCard
from trainer_app.ui.learner.picture_choice import PictureChoice
from trainer_app.ui.learner.pictures import PicturesPage
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.read_button import ReadButton
from trainer_app.ui.widgets import FaceButton

from .hand import Hand, settle

Shown = TypeVar("Shown", bound=QWidget)
Press = Callable[[QWidget], None]


class Eyes:
    """Finds what is in sight by its kind, and never by a word."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def all(self, kind: type[Shown]) -> list[Shown]:
        """Everything of a kind in sight, as it stands from the top, then from the left."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return sorted(
            found, key=lambda one: one.mapTo(self.window, one.rect().topLeft()).toTuple()[::-1]
        )

    def one(self, kind: type[Shown]) -> Shown:
        """The only one of a kind."""
        [found] = self.all(kind)
        return found


def click(widget: QWidget) -> None:
    """Point at it and press."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
    settle()


def tab_and_space(widget: QWidget) -> None:
    """Go there with Tab, and press with Space."""
    window = widget.window()
    window.activateWindow()
    Hand(window).wait_until(window.isActiveWindow, "the keyboard")
    for _ in range(120):
        now = QApplication.focusWidget()
        if now is widget:
            QTest.keyClick(widget, Qt.Key.Key_Space)
            settle()
            return
        QTest.keyClick(now or window, Qt.Key.Key_Tab)
        settle()
    raise AssertionError(widget)


@pytest.fixture(params=[click, tab_and_space], ids=["mouse", "tab-and-space"])
def press(request: pytest.FixtureRequest) -> Press:
    """By mouse, or by two keys."""
    return request.param


@pytest.fixture
def eyes(window: MainWindow) -> Eyes:
    """In front of a laptop that a trainer has handed over, and that speaks Arabic."""
    window.speak("ar")
    window.learner.hand_over()
    settle()
    return Eyes(window)


def tap(eyes: Eyes, press: Press, pictures: Sequence[str]) -> None:
    choice = eyes.one(PictureChoice)
    for key in pictures:
        press(choice.button(key))


def at_the_foot(eyes: Eyes, *, begins: bool) -> QAbstractButton:
    """The button where reading begins, or ends, at the foot of a page of two; Arabic from right."""
    lowest = eyes.all(QAbstractButton)[-2:]
    place = max if begins else min
    return place(lowest, key=lambda one: one.mapTo(eyes.window, one.rect().topLeft()).x())


def choose_pictures(eyes: Eyes, press: Press) -> None:
    """The first time: three, the large button where reading ends, and the same three again."""
    tap(eyes, press, PICTURES)
    press(at_the_foot(eyes, begins=False))
    tap(eyes, press, PICTURES)


def test_from_a_face_to_a_lesson_and_a_wrong_face_costs_nothing(eyes: Eyes, press: Press) -> None:
    assert eyes.one(FirstSteps).moves
    assert eyes.one(ReadButton).isEnabled()
    press(eyes.one(FaceButton))
    assert isinstance(eyes.window.page, PicturesPage)
    # The way back stands where reading begins, below.
    press(at_the_foot(eyes, begins=True))
    assert isinstance(eyes.window.page, WhoPage)
    press(eyes.one(FaceButton))
    seen = [eyes.one(ChosenThree).grab().toImage()]
    for key in PICTURES:
        press(eyes.one(PictureChoice).button(key))
        seen.append(eyes.one(ChosenThree).grab().toImage())
    assert all(one != other for one, other in pairwise(seen))
    # The first time they are asked once more.
    press(at_the_foot(eyes, begins=False))
    tap(eyes, press, PICTURES)
    assert isinstance(eyes.window.page, HomePage)
    # Who has begun nothing sees the first steps here, too.
    assert eyes.one(FirstSteps).moves
    press(eyes.one(NextCard))
    assert isinstance(eyes.window.page, LessonPage | PracticePage)


def help_shows_the_first_steps(eyes: Eyes) -> None:
    """Who has raised a hand can look meanwhile."""
    frame = eyes.window.frame
    assert isinstance(frame, LearnerFrame)
    assert frame._steps.isHidden()
    assert frame._hand is not None
    click(frame._hand)
    frame = eyes.window.frame
    assert isinstance(frame, LearnerFrame)
    click(frame._steps)
    [large] = [one for one in eyes.all(FirstSteps) if one.width() > 500]
    QTest.keyClick(large.window().focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert len(eyes.all(FirstSteps)) == 1


def test_a_lesson_grows_a_leaf_and_who_leaves_sees_what_was_done(eyes: Eyes) -> None:
    click(eyes.one(FaceButton))
    choose_pictures(eyes, click)
    window = eyes.window
    assert not eyes.all(PlantSign)
    help_shows_the_first_steps(eyes)
    lesson = window.lessons.for_learners[1]
    desk = window.desk
    assert desk is not None
    window.bridge.run(lambda: desk.playing.finish(lesson, 4, 4), "work")
    settle()
    assert eyes.one(PlantSign).isVisible()
    window.learner.lesson(lesson.id, "ar")
    settle()
    page = window.page
    assert isinstance(page, LessonPage)
    while page.remember().part != "end":
        walk = page.remember()
        if walk.part == "question":
            click(page._question.choices[walk.question.right])
        page.foot.next.click()
        settle()
    if page.remember().passed:
        assert eyes.one(GrownPicture).isVisible()
    frame = window.frame
    assert isinstance(frame, LearnerFrame)
    click(next(one for one in frame._leave if one.isVisible()))
    assert isinstance(window.page, WhoPage)
    assert eyes.one(Parting).isVisible()
    # It was for who has left: whoever comes and taps a language does not see it.
    window.speak("en")
    settle()
    assert not eyes.all(Parting)
