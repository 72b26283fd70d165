"""The ways through a lesson and its practice: within it, alone, and with the class."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Practice
from trainer_app.i18n import _, current
from trainer_app.services.practising import Practising
from trainer_app.services.preferences import SCALES
from trainer_app.ui.page import Page
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.player.walk import Walk
from trainer_app.ui.practice.class_page import ClassPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.practice.screens import has_screens

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class PlayingWays:
    """Lessons and practices for learners and guests, practices for a trainer with the class."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def lesson(self, lesson_id: str, language: str) -> None:
        """Play a lesson in a language that it has; one without pages is its practice."""
        if self._window.lessons.lesson(lesson_id).has_pages:
            self._pages(lesson_id, language, None)
        else:
            self._alone(lesson_id, language)

    def page_of(self, lesson_id: str, language: str, page: int) -> None:
        """One page (from 0) of a lesson that has pages, to look at again."""
        lesson = self._window.lessons.lesson(lesson_id)
        self._pages(lesson_id, language, Walk.start(lesson, page))

    def _pages(self, lesson_id: str, language: str, walk: Walk | None) -> None:
        """Pages and questions, from where somebody was."""
        window, learner = self._window, self._window.learner

        def reads() -> str:
            spoken = learner.reading.language
            return spoken if spoken in window.lessons.lesson(lesson_id).languages else language

        def build() -> Page:
            playing, chosen = learner.what_is_played(), reads()
            before = playing.progress().get(lesson_id)
            page = LessonPage(
                playing,
                window.lessons,
                lesson_id,
                chosen,
                window.bridge,
                practice=self._found(lesson_id, chosen) is not None,
                practised=before is not None and before.practised,
                near=window.teaching.helping.directory(),
                spoken_here=window.preferences.now.language or "en",
                faces=learner.faces,
            )
            if walk is not None:
                page.recall(walk)
            page.practice_requested.connect(lambda: self._within(page.remember(), chosen))
            page.left.connect(learner.leave_lesson)
            page.help_card_requested.connect(
                lambda: window.teaching.helping.print_card(lesson_id, chosen)
            )
            return page

        learner.show(build, reads)

    def _found(self, lesson_id: str, language: str) -> Practice | None:
        """A lesson's practice in a language, if it has one that can be read and shown.

        A practice that is broken takes nobody the pages and the quiz.
        """
        try:
            practice = self._window.lessons.practice(lesson_id, language)
        except (MissingLanguage, UnreadableLesson):
            return None
        return practice if has_screens(practice.scenario) else None

    def _within(self, walk: Walk, language: str) -> None:
        """Practise in the middle of a lesson, and come back to where one was."""
        done: list[bool] = []

        def back() -> None:
            self._pages(lesson_id, language, walk.after_practice(any(done)))

        lesson_id = walk.lesson.id
        practice = self._found(lesson_id, language)
        before = self._begin(practice) if practice is not None else None
        if before is not None:
            self._play(lesson_id, language, _("Back to the lesson"), back, done, before)

    def _alone(self, lesson_id: str, language: str) -> None:
        """A lesson that is its practice."""
        practice = self._opened(lesson_id, language)
        before = self._begin(practice) if practice is not None else None
        if before is not None:
            back = self._window.learner.leave_lesson
            self._play(lesson_id, language, _("All lessons"), back, [], before)

    def _opened(self, lesson_id: str, language: str) -> Practice | None:
        """A practice in a language; None where it was said why it cannot be opened."""
        window = self._window
        practice = window.bridge.run(lambda: window.lessons.practice(lesson_id, language))
        if practice is None or has_screens(practice.scenario):
            return practice
        window.say(_("This practice cannot be opened yet."))
        return None

    def with_class(self, lesson_id: str) -> None:
        """The trainer plays it on the projector, step by step; nothing is stored."""
        lessons, teaching = self._window.lessons, self._window.teaching
        fallback = lessons.practice_languages(lesson_id)[0]
        if self._opened(lesson_id, fallback) is None:
            return
        whole = lessons.lesson(lesson_id).has_pages
        self.on_projector(
            lambda: self._in_my_language(lesson_id, fallback, current().code),
            partial(lessons.practice_picture, lesson_id),
            partial(teaching.plan, lesson_id) if whole else teaching.lessons,
            lambda: _("Back to the plan") if whole else _("Lessons"),
        )

    def on_projector(
        self,
        practice: Callable[[], Practice],
        picture: Callable[[str], Path],
        back: Callable[[], None],
        way_back: Callable[[], str],
    ) -> None:
        """Play any practice with the class; `way_back` is what the way back is called."""
        from trainer_app.ui.main_window import Shown

        window = self._window

        def build() -> Shown:
            page = ClassPage(practice(), picture, back=way_back())
            page.left.connect(back)
            page.finished.connect(back)
            page.larger_requested.connect(self.larger)
            page.heard.connect(window.aloud.say)
            window.plans.offer(page)
            window.aloud.speaking.connect(page.hold_waiting)
            return Shown(page, page)

        window.show_page(build)

    def _play(
        self, lesson_id: str, language: str, way_back: str, back: Callable[[], None],
        done: list[bool], before: Collection[str],
    ) -> None:  # fmt: skip
        """Go on after the stages whose goals were met `before`."""
        lessons, reading = self._window.lessons, self._window.learner.reading
        about = lessons.lesson(lesson_id)
        scene = about.image(about.tile)

        def practised() -> Practice:
            return self._in_my_language(lesson_id, language, reading.language)

        def build() -> Page:
            practice = practised()
            picture = partial(lessons.practice_picture, lesson_id)
            keeps = self._window.learner.keeps
            page = PracticePage(
                practice, picture, back=way_back, keeps=keeps, done=before, scene=scene
            )
            self._window.plans.offer(page)

            def reached(result: Result) -> None:
                done.append(result.done)
                self._record(practice, result)

            page.reached.connect(reached)
            page.left.connect(back)
            page.finished.connect(back)
            return page

        self._window.learner.show(build, lambda: practised().words.language)

    def _in_my_language(self, lesson_id: str, language: str, spoken: str) -> Practice:
        """In the language spoken if there are such words, else in the one that was chosen."""
        lessons = self._window.lessons
        known = spoken in lessons.practice_languages(lesson_id)
        return lessons.practice(lesson_id, spoken if known else language)

    def _begin(self, practice: Practice) -> tuple[str, ...] | None:
        """Write that somebody began; the goals of stages done before. None if it went wrong."""
        scenario = practice.scenario
        practising: Practising = self._window.learner.practising()
        lesson = self._window.lessons.lesson(scenario.lesson)
        return self._window.bridge.run(lambda: practising.begin(lesson, scenario), "work")

    def _record(self, practice: Practice, result: Result) -> None:
        """Write what was reached; a guest leaves nothing."""
        scenario = practice.scenario
        practising: Practising = self._window.learner.practising()
        lesson = self._window.lessons.lesson(scenario.lesson)
        self._window.bridge.run(lambda: practising.reach(lesson, scenario, result), "work")

    def larger(self) -> None:
        """The next text size."""
        preferences = self._window.preferences
        at = SCALES.index(preferences.now.scale)
        preferences.change(scale=SCALES[(at + 1) % len(SCALES)])
        self._window.rebuild()
