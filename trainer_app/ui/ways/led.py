"""Going along with the trainer's page, without tearing anybody out of what they are doing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.rooms import Follow
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.learner.abilities import AbilitiesPage
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.new import NewPage
from trainer_app.ui.learner.number import NumberPage
from trainer_app.ui.learner.pictures import PicturesPage
from trainer_app.ui.learner.strip import Strip
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow, Shown

STRIP = "led"
_PATIENCE_MS = 20_000
_SIGNING_IN = (WhoPage, NumberPage, PicturesPage, NewPage)
_FREE = (HomePage, AbilitiesPage)


@dataclass(frozen=True, slots=True)
class _Aside:
    """What somebody was in the middle of, what they had typed, and who that was."""

    build: Callable[[], Shown]
    memory: object = field(repr=False)
    who: tuple[str, ...] = ()


class Led:
    """Follows the trainer from page to page.

    Who reads a page, or has opened nothing, goes along at once: the trainer has just said so aloud,
    and a question on the screen would only hold the class up. Who is in the middle of a practice
    or a question is told in a strip instead, and has twenty seconds (the least that WCAG 2.2.1
    asks for) to stay; a clock that counts down would hurry them, so there is none. What they were
    doing is put aside as it is and offered again when the trainer stops leading. Back and Next go
    on working: until the trainer turns the page, nobody is pulled back. Who signs in meanwhile
    finishes that first.
    """

    def __init__(self, window: MainWindow, *, patience_ms: int = _PATIENCE_MS) -> None:
        self._window = window
        self._to: Follow | None = None
        self._done: Follow | None = None
        self._staying = ""
        self._aside: _Aside | None = None
        self._make: Callable[[], Strip] | None = None
        self._soon = QTimer(window, singleShot=True, interval=patience_ms)
        self._soon.timeout.connect(self.go)

    def look(self, to: Follow | None) -> None:
        """The trainer is there, or leads nobody; a learner's page is in sight."""
        if self._aside is not None and self._aside.who != self._who():
            self._aside = None
        before, self._to = self._to, to
        if to is None:
            self._end(led=before is not None)
            return
        if self._staying and self._staying != to.lesson:
            self._staying = ""
        if self._page_of(to) is None or isinstance(self._window.page, _SIGNING_IN):
            self._soon.stop()
            self._show(None)
        elif self._staying:
            self._show(self._stayed)
        elif to == self._done:
            self._show(None)
        elif self._is_busy():
            self._show(self._asked)
            if not self._soon.isActive():
                self._soon.start()
        else:
            self.go()

    def rest(self) -> None:
        """No learner's page is in sight."""
        self._soon.stop()

    def dress(self, frame: LearnerFrame) -> None:
        """A frame was built anew: what was said goes on being said."""
        frame.put_strip(STRIP, None if self._make is None else self._make())

    # Going
    def go(self) -> None:
        """To the trainer's page now."""
        self._soon.stop()
        to, window = self._to, self._window
        found = None if to is None else self._page_of(to)
        if to is None or found is None:
            return
        lesson, at = found
        self._done, self._staying = to, ""
        self._show(None)
        page = window.page
        if self._is_busy():
            self._aside = _Aside(*window.in_sight(), self._who())
        if isinstance(page, LessonPage) and page.remember().lesson.id == lesson.id:
            page.recall(replace(page.remember(), at=at))
            return
        language = to.language if to.language in lesson.languages else lesson.languages[0]
        window.playing.page_of(lesson.id, language, at)

    def stay(self) -> None:
        """Not along this time; the strip stays, and with it the way there."""
        self._soon.stop()
        if self._to is not None:
            self._staying, self._done = self._to.lesson, self._to
            self._show(self._stayed)

    def _end(self, *, led: bool) -> None:
        self._soon.stop()
        self._done, self._staying = None, ""
        if led or self._aside is None:
            self._show(None if self._aside is None else self._ended)

    def _take_up(self) -> None:
        aside, self._aside = self._aside, None
        self._show(None)
        if aside is not None:
            self._window.show_page(aside.build)
            if aside.memory is not None:
                self._window.page.recall(aside.memory)

    def _drop(self) -> None:
        self._aside = None
        self._show(None)

    # What is so
    def _page_of(self, to: Follow) -> tuple[Lesson, int] | None:
        """The lesson and the page from 0; None where this laptop cannot show it (yet)."""
        try:
            lesson = self._window.lessons.lesson(to.lesson)
        except UnknownThing:
            return None
        steps = [step.id for step in lesson.steps]
        if not steps or (to.step and to.step not in steps):
            return None
        return lesson, steps.index(to.step) if to.step else 0

    def _is_busy(self) -> bool:
        page = self._window.page
        if isinstance(page, LessonPage):
            return page.remember().part == "question"
        return not isinstance(page, _FREE)

    def _who(self) -> tuple[str, ...]:
        window = self._window
        if window.desk is None or window.learner.is_guest:
            return ()
        return tuple(sorted(person.id for person in window.desk.seats.people()))

    # Strips
    def _show(self, make: Callable[[], Strip] | None) -> None:
        self._make = make
        frame = self._window.frame
        if isinstance(frame, LearnerFrame):
            self.dress(frame)

    def _strip(self, words: str, *buttons: Button) -> Strip:
        assert self._to is not None
        found = self._page_of(self._to)
        assert found is not None
        lesson, at = found
        short = _("The trainer is on page {page}.").format(page=number(at + 1))
        where = f"{self._where(lesson, at, short)} {words}".strip()
        return Strip("route", where, buttons, short=short)

    def _where(self, lesson: Lesson, at: int, short: str) -> str:
        page = self._window.page
        if isinstance(page, LessonPage) and page.remember().lesson.id == lesson.id:
            return short
        spoken = self._window.learner.reading.language
        title, _language = self._window.lessons.titles(spoken)[lesson.id]
        words = _("The trainer is in “{title}”, on page {page}.")
        return words.format(title=isolate(title), page=number(at + 1))

    def _asked(self) -> Strip:
        stay = Button(_("Stay here"))
        stay.clicked.connect(self.stay)
        words = _("You go there in a moment. Your work is kept.")
        return self._strip(words, stay, self._go_button())

    def _stayed(self) -> Strip:
        return self._strip("", self._go_button())

    def _go_button(self) -> Button:
        button = Button(_("Go there"), "primary", icon="arrow-right", icon_last=True)
        button.clicked.connect(self.go)
        return button

    def _ended(self) -> Strip:
        drop, back = Button(_("Not now")), Button(_("Go on with it"), "primary", icon="undo-2")
        drop.clicked.connect(self._drop)
        back.clicked.connect(self._take_up)
        return Strip("bookmark", _("What you did before is still here."), [drop, back])
