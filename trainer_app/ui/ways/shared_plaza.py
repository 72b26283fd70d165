"""The ways to the wall that laptops of the room share: for learners, the trainer and the class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.practice.wall_stage import WallWords
from trainer_app.domain.rooms import PlazaMode, RoomState
from trainer_app.domain.shared_plaza import SharedPlaza
from trainer_app.i18n import _, current
from trainer_app.services.room.plaza import HostedPlaza
from trainer_app.services.room.seen_plaza import SeenPlaza
from trainer_app.ui.learner.abilities import AbilitiesPage
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.strip import Strip
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.page import Page
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.shared.trainer_wall import LargeWallPage, TrainerWallPage
from trainer_app.ui.practice.shared.wall_control import WallControl
from trainer_app.ui.practice.shared.wall_page import WallPage
from trainer_app.ui.room.room_words import name
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.services.room.hosting import Hosting
    from trainer_app.ui.main_window import MainWindow

STRIP = "wall"
_FREE = (HomePage, AbilitiesPage, LessonPage)
"""Where a strip may lead away; who is in the middle of a practice is left alone."""


class SharedPlazaWays:
    """Nothing of the wall is stored, on any laptop."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.seen = SeenPlaza(window.attaching)

    # Learners
    def look(self, state: RoomState | None) -> None:
        """The room says this, or is lost; a learner's page is in sight."""
        page = self._window.page
        is_on = state is not None and state.plaza != "off"
        if state is not None and not is_on:
            self.seen.forget()
        if isinstance(page, WallPage) and state is not None and not is_on:
            words = self._words()
            # Not within the news that the page itself is hearing.
            QTimer.singleShot(0, page, lambda: self._over(page, words))
        self._put_strip()

    def dress(self, frame: LearnerFrame) -> None:
        """A learners' frame was built anew."""
        frame.put_strip(STRIP, self._strip() if self._is_on and not self._on_wall else None)

    def open(self) -> None:
        """A learner or a guest goes to the wall."""
        words, window = self._words(), self._window
        if words is None:
            return

        def build() -> Page:
            now = self._words() or words
            picture = window.lessons.free_play_picture
            page = WallPage(self.seen, now, picture, self._mode, back=_("All lessons"))
            page.left.connect(window.learner.home)
            return page

        window.learner.show(build)

    def _over(self, page: WallPage, words: WallWords | None) -> None:
        if self._window.page is page:
            self._window.learner.home()
            if words is not None:
                self._window.say(words.done)

    def _mode(self) -> PlazaMode | None:
        state = self._window.evening.joining.state
        return None if state is None else state.plaza

    @property
    def _is_on(self) -> bool:
        return self._mode() not in (None, "off") and self._words() is not None

    @property
    def _on_wall(self) -> bool:
        return isinstance(self._window.page, WallPage)

    def _put_strip(self) -> None:
        frame, page = self._window.frame, self._window.page
        if isinstance(frame, LearnerFrame):
            wanted = self._is_on and isinstance(page, _FREE)
            if wanted != frame.has_strip(STRIP):
                frame.put_strip(STRIP, self._strip() if wanted else None)

    def _strip(self) -> Strip:
        go = Button(_("Go to Plaza"), "primary", icon="arrow-right", icon_last=True)
        go.clicked.connect(self.open)
        return Strip("users-round", _("Plaza is open for everyone in the room."), [go])

    # The trainer
    def controls(self) -> Sequence[QWidget]:
        """What governs the wall on the page of the room; nothing where lessons bring none."""
        if self._words() is None:
            return []
        control = WallControl(self._standing, compact=True)
        control.mode_set.connect(self._set_mode)
        control.opened.connect(self.trainer_page)
        self._window.bridge.changed.connect(control.news)
        return [control]

    def trainer_page(self) -> None:
        """The wall, with whose laptop wrote what."""
        words, window = self._words(), self._window
        if words is None:
            return

        def build() -> Page:
            page = TrainerWallPage(
                lambda: self._host,
                self._words() or words,
                window.lessons.free_play_picture,
                lambda: self._standing()[0],
                self._laptop,
            )
            page.left.connect(self._to_room)
            page.mode_set.connect(self._set_mode)
            page.large_requested.connect(self.large)
            return page

        window.trainer.show("today", build)

    def large(self) -> None:
        """The wall for the whole class."""
        from trainer_app.ui.main_window import Shown

        words, window = self._words(), self._window
        if words is None:
            return

        def wall() -> SharedPlaza:
            host = self._host
            return SharedPlaza() if host is None else host.wall

        def build() -> Shown:
            picture = window.lessons.free_play_picture
            page = LargeWallPage(wall, self._words() or words, picture, back=_("Back"))
            page.left.connect(self.trainer_page)
            page.larger_requested.connect(window.playing.larger)
            return Shown(page, page)

        window.show_page(build)

    # Parts
    @property
    def _hosting(self) -> Hosting:
        assert self._window.desk is not None
        return self._window.desk.hosting

    @property
    def _host(self) -> HostedPlaza | None:
        return None if self._window.desk is None else self._hosting.wall

    def _standing(self) -> tuple[PlazaMode, int]:
        """How the wall of this laptop's room is, and how many posts stand there."""
        host = self._host
        return ("off", 0) if host is None else (self._hosting.state.plaza, len(host.wall.posts))

    def _set_mode(self, mode: str) -> None:
        words = self._words()
        if words is not None:
            things, wanted = words.ids, cast("PlazaMode", mode)
            self._window.bridge.run(lambda: self._hosting.plaza(wanted, things), "room", "plaza")

    def _laptop(self, who: str) -> str:
        if self._host is None:
            return ""
        id = self._host.laptop_of(who)
        return next((name(one) for one in self._hosting.laptops() if one.id == id), "")

    def _to_room(self) -> None:
        session = self._hosting.session
        if session is not None:
            self._window.evening.room.page(session)
        else:
            self._window.trainer.today()

    def _words(self) -> WallWords | None:
        """The wall in the language in use, else in English, else in the first there is."""
        lessons = self._window.lessons
        there = lessons.free_play_languages
        wanted = (current().code, SOURCE_LANGUAGE, *there)
        language = next((each for each in wanted if each in there), None)
        try:
            return None if language is None else lessons.shared_wall(language)
        except UnreadableLesson:
            return None  # free play itself says what is wrong with it
