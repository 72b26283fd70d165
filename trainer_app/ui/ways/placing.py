"""The way to where somebody could start, offered on the home of who has not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.domain.placement import Placement, others, suggested
from trainer_app.domain.practice.scenario import Practice
from trainer_app.i18n import _, current
from trainer_app.services.placing import Placing
from trainer_app.ui.learner.offers import Offer
from trainer_app.ui.learner.placed import PlacedPage
from trainer_app.ui.page import Page
from trainer_app.ui.practice.placing_page import PlacingPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

PLACE = "place"
_SOURCE = "en"


class PlacingWays:
    """Small tasks, then a lesson to begin with. Guests may try them too; of them nothing stays."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._put_off: set[str] = set()

    def offer(self) -> Offer | None:
        """What the home offers to who has done nothing yet."""
        learner = self._window.learner
        begun = any(one.state != "new" for one in learner.what_is_played().progress().values())
        if begun or self._language() is None or self._who() in self._put_off or self.start():
            return None
        return Offer(
            PLACE,
            "footprints",
            _("Where do I start?"),
            _("A few small tasks, five minutes. It is no test."),
            _("Find out"),
        )

    def put_off(self) -> None:
        """Not now: not before these people sit here again."""
        self._put_off.add(self._who())
        self._window.learner.home()

    def begin_anew(self) -> None:
        """Another guest may want what the one before did not."""
        self._put_off.discard("")

    def start(self) -> str | None:
        """The lesson that those who sit here were pointed to, if it is there."""
        found = self._placing().start()
        return found if found in {one.id for one in self._window.lessons.lessons} else None

    def try_out(self) -> None:
        """The small tasks."""
        window, learner = self._window, self._window.learner
        if window.bridge.run(self._practice) is None:
            return

        def build() -> Page:
            picture = window.lessons.start.picture
            page = PlacingPage(self._practice(), picture, back=_("All lessons"))
            page.placed.connect(self._placed)
            page.left.connect(learner.home)
            return page

        learner.show(build)

    def _placed(self, placement: Placement) -> None:
        """Keep what was found out, and show where to start."""
        window, learner = self._window, self._window.learner
        lessons = [(one.number, one.id) for one in window.lessons.lessons]
        lesson = suggested(placement.unit, lessons)
        if lesson is None:
            learner.home()
            return
        window.bridge.run(lambda: self._placing().place(placement, lesson), "work")

        def build() -> Page:
            page = PlacedPage(window.lessons, lesson, others(lesson, lessons), self._reads)
            page.lesson_chosen.connect(self._open)
            page.back_requested.connect(learner.home)
            return page

        learner.show(build)

    def _open(self, lesson_id: str) -> None:
        language = self._window.lessons.titles(self._reads)[lesson_id][1]
        self._window.learner.lesson(lesson_id, language)

    def _placing(self) -> Placing:
        window = self._window
        if window.desk is None or not window.learner.keeps:
            return Placing(None)
        return window.desk.placing

    def _who(self) -> str:
        desk = self._window.desk
        if desk is None or not self._window.learner.keeps:
            return ""
        return "/".join(sorted(one.id for one in desk.seats.sittings()))

    def _practice(self) -> Practice:
        return self._window.lessons.start.practice(self._language() or _SOURCE)

    @property
    def _reads(self) -> str:
        return self._window.learner.reading.language

    def _language(self) -> str | None:
        """The language in use if there are such words, else English, else the first there is."""
        there = self._window.lessons.start.languages
        wanted = (self._reads, current().code, _SOURCE, *there)
        return next((each for each in wanted if each in there), None)
