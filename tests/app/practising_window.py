"""A window on a founded centre with a few lessons: one of pages and a practice, some alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from centres import PASSPHRASE, PICTURES, Centre
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from reading_a_page import buttons, names, plain_name, press, words

from trainer_app import places
from trainer_app.app import open_window
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.people import Person
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.desk import Desk
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage

EXAMPLES = Path(__file__).parents[1] / "content" / "practice_examples"
TILE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>\n'
PAGES = "sign-in-and-out"
ALONE = ("type", "what-they-do", "who-sees-me", "hurry")


def make_lessons(folder: Path) -> LessonLibrary:
    """The lesson on signing out, with a practice in English and Arabic but not in Dutch."""
    for example in EXAMPLES.iterdir():
        if example.name[3:] in ALONE or example.name == "_world":
            shutil.copytree(example, folder / example.name)
            (folder / example.name / "images").mkdir(exist_ok=True)
            (folder / example.name / "images" / "tile.svg").write_text(TILE, encoding="utf-8")
    source = next(places.lessons().glob("03-*"))
    leave_out = shutil.ignore_patterns("practice.*")
    lesson = Path(shutil.copytree(source, folder / source.name, ignore=leave_out))
    practice = EXAMPLES / "05-what-they-do"
    for file in ("practice.toml", "en/practice.md", "ar/practice.md"):
        shutil.copy(practice / file, lesson / file)
    return LessonLibrary(folder)


class Room:
    """A laptop of the centre, with one learner enrolled; the trainer has unlocked it."""

    def __init__(self, centre: Centre, folder: Path, cost: Cost) -> None:
        self.person: Person = centre.evening("Amina").people[0]
        centre.seats.choose_pictures(self.person.id, PICTURES)
        centre.door.lock()
        self.lessons = make_lessons(folder)
        self.window: MainWindow = open_window(centre.folder, "en", centre.clock.now, cost)
        self.window.lessons = self.lessons
        self.window.resize(1366, 768)
        self.window.show()
        self.unlock()

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def unlock(self) -> None:
        """The trainer comes."""
        door = self.window.door
        door.unlock_any(PASSPHRASE)
        self.window.centre_opened()
        self.window.desk = replace(self.desk, lessons=self.lessons)

    def sit(self) -> None:
        """The learner takes the laptop."""
        self.desk.seats.sit_down(self.person.id, PICTURES)
        self.window.learner.hand_over()

    def press(self, *said: str) -> None:
        """Press what a person would press, one after the other."""
        for word in said:
            press(self.window, word)
        self.finish()

    def finish(self) -> None:
        """Wait until what is made beside the screen is there."""
        patience = QDeadlineTimer(10_000)
        while self.window.bridge.is_busy:
            assert not patience.hasExpired()
            QApplication.processEvents()

    def press_last(self, said: str) -> None:
        """Press the button of a question that is called as one on the page behind it."""
        found = [each for each in buttons(self.window) if plain_name(each) == said]
        found[-1].click()
        QApplication.processEvents()

    def names(self) -> list[str]:
        """What the buttons in sight are called."""
        return names(self.window)

    def to_practice(self) -> None:
        """Open the lesson with pages, and read them."""
        self.window.learner.lesson(PAGES, "en")
        for _step in self.lessons.lesson(PAGES).steps:
            if "Now try it yourself" not in words(self.window):
                self.press("Next")

    def answer_all(self) -> None:
        """The questions, each right at once."""
        for question in self.lessons.lesson(PAGES).quiz:
            page = self.window.page
            assert isinstance(page, LessonPage)
            page._answer(question.right)
            self.press("Next")
