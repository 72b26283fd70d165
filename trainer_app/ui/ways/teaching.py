"""What a trainer teaches with: the lessons, their plans, and what lies beside them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trainer_app.i18n import current
from trainer_app.ui.page import Page
from trainer_app.ui.ways.helping import HelpingWays
from trainer_app.ui.workshop.lessons import LessonsPage
from trainer_app.ui.workshop.plan import PlanPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.authoring import AuthoringWays
    from trainer_app.ui.ways.paths import PathWays
    from trainer_app.ui.ways.recording import RecordingWays
    from trainer_app.ui.ways.translating import TranslatingWays


class TeachingWays:
    """The lessons, as a trainer chooses among them.

    What brings the readers and checkers of lessons is loaded when it is asked for: no start
    needs them.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.helping = HelpingWays(window)

    @cached_property
    def paths(self) -> PathWays:
        """Lessons in an order."""
        from trainer_app.ui.ways.paths import PathWays

        return PathWays(self._window)

    @cached_property
    def authoring(self) -> AuthoringWays:
        """Lessons of the centre's own."""
        from trainer_app.ui.ways.authoring import AuthoringWays

        return AuthoringWays(self._window)

    @cached_property
    def translating(self) -> TranslatingWays:
        """Lessons in other languages."""
        from trainer_app.ui.ways.translating import TranslatingWays

        return TranslatingWays(self._window)

    @cached_property
    def recording(self) -> RecordingWays:
        """Sentences of lessons, said by a trainer."""
        from trainer_app.ui.ways.recording import RecordingWays

        return RecordingWays(self._window)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def lessons(self) -> None:
        """The lessons, for a trainer."""

        def build() -> Page:
            page = LessonsPage(self._desk.lessons, current().code)
            page.plan_opened.connect(self.plan)
            page.practice_requested.connect(self._window.playing.with_class)
            page.shelf_requested.connect(self._window.shelf.shelf)
            page.free_play_requested.connect(self._window.free.with_class)
            page.help_requested.connect(self.helping.from_lessons)
            page.paths_requested.connect(lambda: self.paths.paths())
            page.own_requested.connect(lambda: self.authoring.lessons())
            page.experiments_requested.connect(self._window.evening.after.from_lessons)
            page.translations_requested.connect(lambda: self.translating.translations())
            return page

        self._window.trainer.show("lessons", build)

    def plan(self, lesson_id: str) -> None:
        """One lesson with its plan."""

        def build() -> Page:
            page = PlanPage(self._desk.lessons, lesson_id, current().code)
            page.try_requested.connect(self._window.learner.try_lesson)
            page.practice_requested.connect(self._window.playing.with_class)
            page.presenting_requested.connect(self._present)
            page.recording_requested.connect(
                lambda id, language: self.recording.record(id, language, lambda: self.plan(id))
            )
            page.back_requested.connect(self.lessons)
            return page

        self._window.trainer.show("lessons", build)

    def _present(self, lesson_id: str) -> None:
        self._window.evening.presenting.lesson(lesson_id)
