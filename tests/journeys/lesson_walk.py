"""A person plays a whole lesson in the program's own window: pages, practice, quiz, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from trainer_app.domain.blocks import plain, words_of
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.i18n import _
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage

from .hand import Hand, settle

Look = Callable[[str], None]


class LessonWalk:
    """One lesson, from its first page to passed. `look` is told of each thing in sight."""

    def __init__(
        self,
        window: MainWindow,
        lesson_id: str,
        language: str,
        look: Look = lambda _name: None,
    ) -> None:
        self.window, self.hand, self._look = window, Hand(window), look
        self.lesson: Lesson = window.lessons.lesson(lesson_id)
        self.words: LessonWords = window.lessons.words(lesson_id, language)
        self.too_long: list[str] = []
        self.passed: list[str] = []
        window.learner.lesson(lesson_id, language)
        settle()

    def to_passed(self) -> None:
        """Reads every page, practises by "Show me", answers every question, reads the end."""
        self.page.passed.connect(self.passed.append)
        for page in self.words.pages:
            self.hand.must_read(page.title, *self._sentences(page.id))
            self._seen(f"page-{page.id}")
            self.hand.press(_("Next"))
        if self.window.lessons.practice_languages(self.lesson.id):
            self._practise()
            self.page.passed.connect(self.passed.append)
        for question in self.lesson.quiz:
            self._answer(question.id)
        abilities = [self.words.abilities[each.id] for each in self.lesson.objectives]
        self.hand.must_read(*abilities)
        self._seen("end")

    @property
    def page(self) -> LessonPage:
        """The lesson in sight."""
        assert isinstance(self.window.page, LessonPage), self.window.page
        return self.window.page

    def _sentences(self, page_id: str) -> list[str]:
        blocks = self.words.page(page_id).blocks
        return [line for block in blocks for line in words_of(block).split("\n") if line]

    def _practise(self) -> None:
        self.hand.press(_("Practise"))
        practise_by_showing(self.window, self._look)

    def _answer(self, question_id: str) -> None:
        question = self.lesson.question(question_id)
        said = self.words.question(question_id)
        self.hand.must_read(said.text, *(plain(choice.line) for choice in said.choices))
        self._seen(f"question-{question_id}")
        right = said.choice(question.right)
        self.hand.press(plain(right.line))
        self.hand.must_read(plain(right.why))
        self.hand.press(_("Next"))

    def _seen(self, name: str) -> None:
        settle()
        if self.page.scrolls:
            self.too_long.append(name)
        self._look(name)


def practise_by_showing(window: MainWindow, look: Look) -> None:
    """Goes through the practice in sight with "Show me", each stage that is needed."""
    hand, practice = Hand(window), cast("PracticePage", window.page)
    hand.must_read(_("Practice. These people are pretend. Nothing leaves this computer."))
    while True:
        hand.press(_("Start"))
        look(f"practice-{len(practice.playing.states)}")
        while not practice.playing.progress.finished:
            # Pressed again it is done at once.
            hand.press(_("Show me"))
            hand.press(_("Show me"))
        if practice.playing.enough or practice.playing.last:
            break
        hand.press(_("Next"))
    look("practice-done")
    hand.press(_("Finish"))
