"""The ways into free play: a tile on the learners' home, and Plaza with the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.scenario import Practice
from trainer_app.i18n import _, current
from trainer_app.ui.learner.home import FreeTile
from trainer_app.ui.page import Page
from trainer_app.ui.practice.free_page import FreePage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

_PICTURE = "tile.svg"


class FreeWays:
    """Plaza without a task. Nothing of it is stored, whoever plays."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def tile(self) -> FreeTile | None:
        """What learners see on their home; None where these lessons bring no free play."""
        language = self._language()
        if language is None:
            return None
        picture = self._window.lessons.free_play_picture(_PICTURE)
        return FreeTile(picture if picture.is_file() else None, language)

    def learn(self) -> None:
        """A learner or a guest looks around on Plaza."""
        learner = self._window.learner
        if self._opened() is None:
            return

        def build() -> Page:
            page = self._page(_("All lessons"), for_class=False)
            page.left.connect(learner.home)
            return page

        learner.show(build)

    def with_class(self) -> None:
        """The trainer plays it on the projector."""
        from trainer_app.ui.main_window import Shown

        window = self._window
        if self._opened() is None:
            return

        def build() -> Shown:
            page = self._page(_("Lessons"), for_class=True)
            page.left.connect(window.teaching.lessons)
            page.larger_requested.connect(window.playing.larger)
            page.heard.connect(window.aloud.say)
            return Shown(page, page)

        window.show_page(build)

    def _page(self, back: str, *, for_class: bool) -> FreePage:
        lessons = self._window.lessons
        return FreePage(self._practice(), lessons.free_play_picture, back=back, for_class=for_class)

    def _opened(self) -> Practice | None:
        """Free play, or None where it was said why it cannot be read."""
        return self._window.bridge.run(self._practice)

    def _practice(self) -> Practice:
        return self._window.lessons.free_play(self._language() or SOURCE_LANGUAGE)

    def _language(self) -> str | None:
        """The language in use if there are such words, else English, else the first there is."""
        there = self._window.lessons.free_play_languages
        wanted = (current().code, SOURCE_LANGUAGE, *there)
        return next((each for each in wanted if each in there), None)
