"""A person plays a bundled practice in the program's own window, by touches alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.practice.hand import By
from tests.ui.practice.hand import Hand as Toucher
from trainer_app.app import open_window
from trainer_app.domain.blocks import plain as words_of_line
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.playing import Playing, Result
from trainer_app.domain.practice.scenario import CONSEQUENCES, GOALS, Said
from trainer_app.i18n import _
from trainer_app.services.preferences import PreferencesFile
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.around.help_row import HelpRow
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.practice.stage_screen import Touch
from trainer_app.ui.widgets import Text

from .hand import Hand, settle
from .tour import CHEAP, SIZE, Clock

MOST_STEPS, MOST_TOUCHES = 400, 15


class _Patience:
    """What a hand waits with while it holds something down."""

    def wait(self, milliseconds: int) -> None:
        """Let so much time pass, and the program work."""
        QTest.qWait(milliseconds)


def practice_window(folder: Path, language: str, scale: int = 100) -> MainWindow:
    """A guest's window, as wide as the oldest laptop's; `scale` is the text size in per cent."""
    PreferencesFile(folder).change(language=language, scale=scale, idle_minutes=60)
    window = open_window(folder, language, Clock().now, CHEAP)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    Hand(window).wait_until(window.isActiveWindow, "the keyboard")
    window.learner.guest()
    return window


def close(window: MainWindow) -> None:
    """Take the window away as a person does."""
    window.close()
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(window)
    window.deleteLater()
    settle()


class PracticeWalk:
    """One practice, from its first words to its end. `results` is what the page reported."""

    def __init__(self, window: MainWindow, lesson: str, language: str, by: By = "mouse") -> None:
        self.window, self.hand = window, Hand(window)
        self._toucher = Toucher(_Patience(), by)
        self.results: list[Result] = []
        self.ends: list[bool] = []
        self._open(lesson, language)
        self.page.reached.connect(self.results.append)
        self.page.finished.connect(lambda: self.ends.append(True))

    def _open(self, lesson: str, language: str) -> None:
        window = self.window
        if not window.isActiveWindow():
            window.activateWindow()
            self.hand.wait_until(window.isActiveWindow, "the keyboard")
        window.learner.lesson(lesson, language)
        if isinstance(window.page, LessonPage):
            # What its pages say is read elsewhere.
            window.page.practice_requested.emit()
        settle()

    @property
    def page(self) -> PracticePage:
        """The practice in sight."""
        page = self.window.page
        assert isinstance(page, PracticePage), page
        return page

    @property
    def playing(self) -> Playing:
        """How the practice stands."""
        return self.page.playing

    def start(self) -> None:
        """Read the words that begin a stage, and go in."""
        self._toucher.do(Touch(self.hand.button(_("Start"))))
        settle()

    def do(self, action: Any) -> None:
        """An action by real touches; fails if they lead to another one, or nowhere."""
        done: list[Any] = []
        page, screen = self.page, self.page.stage_screen
        page.stage_screen.acted.connect(done.append)
        try:
            for _touch in range(MOST_TOUCHES):
                touch = screen.touch(action)
                assert touch is not None, f"no way to {action}"
                self._toucher.do(touch)
                settle()
                if action in done:
                    return
        finally:
            screen.acted.disconnect(done.append)
        raise AssertionError(f"{action} was not reached, but {done}")

    def mistake(self) -> Any:
        """A mistake that can be made now by a touch, and that something is said about; or None."""
        state, engine = self.playing.state, self.playing.engine
        before = engine.progress(state).mistakes
        for action in engine.actions(state):
            after = engine.progress(engine.act(state, action))
            wrong = after.mistakes > before and bool(after.consequence)
            if wrong and self.page.stage_screen.touch(action) is not None:
                return action
        return None

    def to_end_of_stage(self, until: Callable[[], bool] = lambda: False) -> None:
        """The right steps until a stage is done, or something holds."""
        for _step in range(MOST_STEPS):
            if until():
                return
            step = play.next_step(self.playing)
            if step is None or isinstance(step, play.NextStage):
                return
            self.do(step)
        raise AssertionError("no end")

    def to_a_mistake(self) -> bool:
        """The right way to the first moment where one can err, and the mistake; whether one can.

        Stands within a stage that has begun.
        """
        self.to_end_of_stage(lambda: self.mistake() is not None)
        while (action := self.mistake()) is None:
            if self.playing.last:
                return False
            self.go_on()
            self.start()
            self.to_end_of_stage(lambda: self.mistake() is not None)
        self.do(action)
        return True

    def mend(self) -> None:
        """The right steps until nothing of a mistake is left to put right."""
        self.to_end_of_stage(lambda: not self.playing.progress.to_mend)

    def go_on(self) -> None:
        """To the next stage, or out at the end."""
        way_on = self._way_on()
        assert way_on is not None, "no way on"
        self._toucher.do(Touch(way_on))
        settle()

    def to_the_end(self) -> None:
        """The right way to the last words, which are not left yet."""
        self.to_end_of_stage()
        while not self.playing.last:
            self.go_on()
            self.start()
            self.to_end_of_stage()

    # Reading
    def consequence(self) -> Said:
        """What is said about the mistake that was made last."""
        progress = self.playing.progress
        return self._said(CONSEQUENCES, progress.consequence)

    def reads_consequence(self) -> bool:
        """Whether both of its sentences stand on the screen."""
        said = self.consequence()
        return all(self.hand.reads(words_of_line(line)) for line in (said.line, said.then))

    def goals_not_ticked(self) -> list[str]:
        """The goals of this stage that the screen does not show as done."""
        said = [
            one.accessibleName()
            for one in self.page.findChildren(Text)
            if one.isVisible() and one.accessibleName()
        ]
        lines = [
            words_of_line(self._said(GOALS, goal.id).line) for goal in self.playing.stage.goals
        ]
        return [line for line in lines if _("Done: {goal}").format(goal=line) not in said]

    def can_go_on(self) -> bool:
        """Whether the way on is offered."""
        return self._way_on() is not None

    def _way_on(self) -> QWidget | None:
        ways = [way for row in self.page.findChildren(HelpRow) for way in (row.more, row.next)]
        return next((way for way in ways if way.isVisible()), None)

    def _said(self, name: str, thing: str) -> Said:
        return self.playing.practice.words.said[self.playing.stage.word(name, thing)]
