"""A practice on the screen without the page around it, for the tests of one kind's screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.practice.hand import Hand
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice import playing as play
from trainer_app.ui.practice.screens import screen_of
from trainer_app.ui.practice.stage_screen import Material

MOST_TOUCHES = 15


class Played:
    """One practice, its screen, and what was done. `words` is the screen's language."""

    def __init__(self, qtbot: Any, lessons: Path, lesson_id: str, language: str = "en") -> None:
        library = LessonLibrary([lessons])
        lesson = library.lesson(lesson_id)
        self.practice = library.practice(lesson_id, language)
        self.playing = play.begin(self.practice, seed=1)
        self.acted: list[Any] = []
        self.viewer = ""

        def picture(name: str) -> Path:
            own = lesson.image(name)
            return own if own.is_file() else lesson.folder.parent / "_world" / "images" / name

        self._picture = picture
        self._qtbot = qtbot
        self.show_stage()

    def show_stage(self) -> None:
        """The screen of the stage that is played now."""
        self.screen = screen_of(Material(self.playing.stage, self.practice.words, self._picture))
        self._qtbot.addWidget(self.screen)
        self.screen.acted.connect(self.act)
        self.screen.looked_as.connect(self._look_as)
        self.screen.resize(1000, 620)
        self._show()
        self.screen.show()
        self._qtbot.waitExposed(self.screen)
        self.screen.focus_first()

    def act(self, action: Any) -> None:
        """What the page around it does."""
        self.acted.append(action)
        self.playing = play.act(self.playing, action)
        self._show()

    def do(self, action: Any, hand: Hand) -> None:
        """An action by real touches; fails if they lead to another one, or nowhere."""
        if isinstance(action, play.NextStage):
            self.playing = play.act(self.playing, action)
            self.show_stage()
            return
        before = len(self.acted)
        for _ in range(MOST_TOUCHES):
            touch = self.screen.touch(action)
            assert touch is not None, f"no way to {action}"
            hand.do(touch)
            QApplication.processEvents()
            if action in self.acted[before:]:
                return
        raise AssertionError(f"{action} was not reached, but {self.acted[before:]}")

    def walk(self, hand: Hand, most: int = 400) -> None:
        """Every right step to the end."""
        for _ in range(most):
            step = play.next_step(self.playing)
            if step is None:
                return
            self.do(step, hand)
        raise AssertionError("no end")

    def picture(self, file: Path) -> None:
        """A screenshot of the screen, to look at."""
        QApplication.processEvents()
        assert isinstance(self.screen, QWidget)
        self.screen.grab().save(str(file))

    def _look_as(self, viewer: str) -> None:
        self.viewer = viewer
        self._show()

    def _show(self) -> None:
        self.screen.show_view(play.view(self.playing, self.viewer).inside)
