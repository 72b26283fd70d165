"""A practice played with the class in the middle of a presentation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.practice.scenario import Practice
from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.practice.screens import has_screens
from trainer_app.ui.presenter.practice_beside import PracticeBesidePage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.projector import Projector


class ClassPractice:
    """On the projector's own screen, or in the one picture that there is; then back to the slides.

    Nothing of it is kept.
    """

    def __init__(self, window: MainWindow, projector: Projector) -> None:
        self._window, self._projector = window, projector
        self.is_on = False

    def title(self, lesson_id: str, language: str) -> str:
        """What a lesson's practice is called; "" where none can be played."""
        practice = self._found(lesson_id, language)
        if practice is None:
            return ""
        return practice.words.stages[practice.scenario.stages[0].id].title

    def _found(self, lesson_id: str, language: str) -> Practice | None:
        """The practice in a language, or in the nearest that it has."""
        lessons = self._window.lessons
        there = lessons.practice_languages(lesson_id)
        if not there:
            return None
        try:
            practice = lessons.practice(lesson_id, language if language in there else there[0])
        except (MissingLanguage, UnreadableLesson):
            return None
        return practice if has_screens(practice.scenario) else None

    def begin(self, lesson_id: str, language: str) -> None:
        """Play it; it ends on the slide behind the practice's."""
        practice = self._found(lesson_id, language)
        projecting = self._projector.projecting
        if practice is None or projecting is None:
            return
        self.is_on = True
        if projecting.mode == "two":
            self._beside(practice)
        else:
            self._in_one_picture(practice)

    def end(self) -> None:
        """Back to the slides, to the next one after that of the practice."""
        if not self.is_on:
            return
        self.forget()
        now = self._projector.now
        if now is not None and now.state.slide.kind == "practice":
            now.do("on")
        self._projector.show()

    def forget(self) -> None:
        """Take the practice from the projector."""
        self.is_on = False
        projecting = self._projector.projecting
        if projecting is not None and projecting.slides is not None:
            projecting.slides.release()

    def _in_one_picture(self, practice: Practice) -> None:
        from trainer_app.ui.main_window import Shown

        def build() -> Shown:
            page = self._page(practice)
            return Shown(page, page)

        self._window.show_page(build)

    def _beside(self, practice: Practice) -> None:
        from trainer_app.ui.main_window import Shown

        title = practice.words.stages[practice.scenario.stages[0].id].title

        def build() -> Shown:
            # The practice on the other screen is built with this page, in the same look.
            played = self._put_on_projector(practice)
            page = PracticeBesidePage(title)
            page.step_requested.connect(played.click_on)
            page.slides_requested.connect(self.end)
            return Shown(page, page)

        self._window.show_page(build)

    def _put_on_projector(self, practice: Practice) -> ClassPage:
        projecting = self._projector.projecting
        assert projecting is not None
        assert projecting.slides is not None
        before = projecting.slides.hosted
        memory = before.remember() if before is not None else None
        page = self._page(practice)
        if memory is not None:
            page.recall(memory)
        projecting.slides.host(page)
        return page

    def _page(self, practice: Practice) -> ClassPage:
        window = self._window
        picture = partial(window.lessons.practice_picture, practice.scenario.lesson)
        page = ClassPage(practice, picture, back=_("Back to the slides"))
        page.left.connect(self.end)
        page.finished.connect(self.end)
        page.larger_requested.connect(window.playing.larger)
        page.heard.connect(window.aloud.say)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        window.plans.offer(page)
        window.aloud.speaking.connect(page.hold_waiting)
        return page

    def is_page(self, page: Page) -> bool:
        """Whether a page belongs to it."""
        return self.is_on and isinstance(page, ClassPage | PracticeBesidePage)
