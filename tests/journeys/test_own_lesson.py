"""A trainer makes a lesson from nothing, mends it and shares it; another centre learns from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock
from little_lesson import png
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trainer_app import app
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.authoring.plan_form import part_names
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import PictureButton

from .hand import Hand, settle
from .lesson_walk import LessonWalk

WAIT = 30_000
PAGES = ("kettle", "cup", "guest", "table")
QUIZ = "::First:: What comes first? {=The water.#Water comes before all else. ~The guest.#Later. " \
    "~The cup.#That comes next.}"  # fmt: skip


@contextmanager
def centre_open(folder: Path, cost: Cost, qapp: QApplication) -> Iterator[tuple[MainWindow, Hand]]:
    """A centre of its own in a folder, its trainer inside, at a window."""
    clock = Clock()
    centre = Centre(folder, clock, cost)
    centre.door.lock()
    window = app.open_window(folder, now=clock.now, cost=cost)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    hand = Hand(window)
    window.welcome.to_centre()
    settle()
    hand.type_into("Passphrase", PASSPHRASE)
    hand.press("Unlock")
    yield window, hand
    window.close()
    qapp.removeEventFilter(window)


class Author:
    """What somebody does who writes a lesson about tea."""

    def __init__(self, window: MainWindow, hand: Hand, photo: Path) -> None:
        self.window, self.hand, self.photo = window, hand, photo
        self._pictures = 0

    def picture(self, shows: str) -> None:
        """Choose another picture each time: first a photo of one's own, then the program's."""
        hand = self.hand
        hand.press("Choose a picture")
        if self._pictures:
            hand.press("In other lessons")
            shown = [w for w in self.window.findChildren(PictureButton) if w.isVisible()]
            shown[self._pictures].click()
            settle()
        else:
            hand.press("A file of mine")
            self.window.choose_file = lambda _suggested: self.photo
            hand.press("Choose a picture file…")
            hand.wait_until(lambda: not hand.reads("Place and date"), "the photo", WAIT)
        self._pictures += 1
        if hand.reads("What the picture shows"):
            hand.type_into("What the picture shows", shows)

    def about(self) -> None:
        hand = self.hand
        hand.type_into("The lesson in one sentence", "We make tea for a guest.")
        hand.type_into("People can do this: 1", "I can make tea.")
        self.picture("A cup.")

    def page(self, thing: str) -> None:
        hand = self.hand
        hand.type_into("Title", f"About the {thing}")
        self.picture(f"A {thing}.")
        hand.type_into("Text", f"We make tea with a {thing}")
        keys(hand, Qt.Key.Key_B)
        hand.key(Qt.Key.Key_End)
        self.type(". We wait a little. Nobody is in a hurry here.")
        hand.key(Qt.Key.Key_Return)
        self.type("The water gets warm.")
        hand.press("List: Text")
        hand.key(Qt.Key.Key_Return)
        self.type("- Then it gets hot. Now you can drink it.")
        hand.press("This page belongs to the short form")
        if not hand.button("I can make tea.").isChecked():
            hand.press("I can make tea.")

    def question(self, right: int) -> None:
        hand = self.hand
        hand.type_into("Question", "What comes first?")
        self.picture("A table with a cup.")
        hand.press(str(right))
        for at, words in enumerate(("The guest.", "The cup.", "The water."), start=1):
            hand.type_into(f"Answer {at}", words)
            hand.type_into(f"Answer {at}: Why", "Look at the first page.")

    def card(self) -> None:
        hand = self.hand
        hand.press("Take-home card")
        hand.type_into("A sentence to say aloud", "Tea, please.")
        for label, lines in (
            ("To remember", ("I wait.", "I look.", "I drink.")),
            ("To do on one’s own phone", ("I take a picture.", "I show it.")),
        ):
            hand.type_into(label, lines[0])
            for line in lines[1:]:
                hand.key(Qt.Key.Key_Return)
                self.type(line)
        hand.type_into("Heading of the second part", "Now on your own phone")

    def words(self) -> None:
        hand = self.hand
        hand.press("Words to know")
        for at, word in enumerate((*PAGES, "tea"), start=1):
            hand.press("Add a word")
            self.type(word)
            hand.type_into(f"Meaning of word {at}", "a thing that we need")

    def plan(self) -> None:
        self.hand.press("Plan")
        for part in part_names().values():
            self.hand.type_into(f"Steps: {part}", "Do it.")

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        for sign in words:
            self.hand.key(sign)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG 0001.png"
    file.write_bytes(png(64, 36))
    return file


def test_a_lesson_is_made_from_nothing_shared_and_played_in_another_centre(
    tmp_path: Path, cheap_cost: Cost, qapp: QApplication, photo: Path
) -> None:
    file = tmp_path / "tea.lesson"
    with centre_open(tmp_path / "one", cheap_cost, qapp) as (window, hand):
        author = Author(window, hand, photo)
        hand.press("Lessons")
        hand.press("Our own lessons")
        hand.must_read("What do people ask you that no lesson answers?", "Put no learner’s name")
        hand.press("Make a new lesson")
        hand.type_into("What the lesson is called", "A cup of tea")
        hand.press("Begin the lesson")
        hand.must_read("A cup of tea", "About the lesson", "Saved")
        write(author)
        mend(hand)
        taken_back(hand)
        tried(hand)
        hand.press("Our own lessons")
        hand.wait_for("Ready", WAIT)
        window.choose_file = lambda _suggested: file
        hand.press("Share “A cup of tea” as a file")
        hand.wait_for("The lesson is in a file", WAIT)
        code = next(t for t in hand.texts() if "your code" in t).split("your code ")[1][:14]
        hand.press("OK")
        hand.press("Edit “A cup of tea”")
        hand.type_into("Title", "A pot of tea")
        lesson = window.page.draft.lesson
    # The window was closed at once; what was typed last is there all the same.
    (own,) = (tmp_path / "one" / "lessons").glob(f"*{lesson}")
    assert "title: A pot of tea\n" in (own / "en" / "pages.md").read_text()
    with centre_open(tmp_path / "two", cheap_cost, qapp) as (window, hand):
        take_in(window, hand, file, code)
        assert [one.id for one in window.desk.authoring.own()] == [lesson]
        window.learner.guest()
        walk = LessonWalk(window, lesson, "en")
        walk.to_passed()
        assert walk.passed == [lesson]


def keys(hand: Hand, key: Qt.Key) -> None:
    """Press a key with Ctrl. Such keys go to the window in front only."""
    if not hand.window.isActiveWindow():
        hand.window.activateWindow()
        hand.wait_until(hand.window.isActiveWindow, "the keyboard")
    hand.key(key, Qt.KeyboardModifier.ControlModifier)


def write(author: Author) -> None:
    """All parts of the lesson, one after the other."""
    hand = author.hand
    author.about()
    hand.press("Page 1")
    for at, thing in enumerate(PAGES):
        if at:
            hand.press("Add a page")
        author.page(thing)
    hand.press("Question 1")
    author.question(3)
    hand.press("Add a question")
    author.question(2)
    hand.press("Bring in questions")
    hand.type_into("Questions as GIFT text", QUIZ)
    hand.must_read("1 question can be added.")
    hand.press("Add to the quiz")
    hand.must_read("1 question was added.")
    author.card()
    author.words()
    author.plan()


def mend(hand: Hand) -> None:
    """The list names the one thing that was forgotten, and leads to it."""
    hand.press("To mend")
    hand.wait_for("Question 3 – There is no picture yet.", WAIT)
    assert len([text for text in hand.texts() if text.startswith("Question 3 –")]) == 1
    assert hand.reads("To mend: 1")
    hand.press("Go there: Question 3, There is no picture yet.")
    hand.press("Choose a picture")
    hand.press("In other lessons")
    shown = [w for w in hand.window.findChildren(PictureButton) if w.isVisible()]
    shown[9].click()
    settle()
    hand.wait_for("Nothing to mend", WAIT)


def taken_back(hand: Hand) -> None:
    """A page that is taken away comes back with the keys, as it was."""
    hand.press("About the cup")
    hand.press("Page 2: take away")
    assert not hand.reads("About the cup")
    keys(hand, Qt.Key.Key_Z)
    hand.must_read("About the cup", "Page 2")


def tried(hand: Hand) -> None:
    """The lesson is played as a learner plays it; back leads to where one was."""
    hand.press("Try it")
    hand.must_read("About the kettle", "You are a guest")
    hand.press("All lessons")
    hand.must_read("Page 2", "Saved")


def take_in(window: MainWindow, hand: Hand, file: Path, code: str) -> None:
    """The other centre sees whose lesson it is, and says yes."""
    hand.press("Lessons")
    hand.press("Our own lessons")
    window.choose_file = lambda _suggested: file
    hand.press("Take in a lesson file…")
    hand.wait_for("This lesson is not on this laptop yet.", WAIT)
    hand.must_read("A cup of tea", "By Sanne", f"Their code is {code}")
    hand.press("Take it in")
    hand.wait_for("Taken in, by Sanne", WAIT)
    hand.wait_for("Ready", WAIT)
    hand.press("Lessons", 1)
    hand.must_read("90. A cup of tea", "Our own lesson, by Sanne")
