"""The ways to how far a group is, and to who has not done a lesson yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer_app.ui.page import Page
from trainer_app.ui.workshop.group_progress import GroupProgressPage
from trainer_app.ui.workshop.not_yet import NotYetPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class ReviewingWays:
    """From a course to its people's progress, to one lesson, to one person."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def group(self, course_id: str) -> None:
        """How far everyone in a course is."""
        trainer = self._window.trainer

        def build() -> Page:
            desk = self._desk
            page = GroupProgressPage(desk.reviewing, desk.courses, desk.lessons, course_id)
            page.person_opened.connect(trainer.person)
            page.lesson_opened.connect(partial(self.not_yet, course_id))
            page.back_requested.connect(partial(trainer.course, course_id))
            return page

        trainer.show("courses", build)

    def not_yet(self, course_id: str, lesson_id: str) -> None:
        """Who of a course has not done a lesson yet."""
        trainer = self._window.trainer

        def build() -> Page:
            page = NotYetPage(self._desk.reviewing, self._desk.lessons, course_id, lesson_id)
            page.person_opened.connect(trainer.person)
            page.back_requested.connect(partial(self.group, course_id))
            return page

        trainer.show("courses", build)
