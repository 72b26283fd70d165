"""How those who sit here listen: pages that read themselves, one thing at a time, how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trainer_app.domain.speaking import Speed
from trainer_app.ui.learner.listening import HowToListen
from trainer_app.ui.page import Page
from trainer_app.ui.pointing import Pointing
from trainer_app.ui.read_along import page_language, piece_alone, pieces

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


_SETTLE_MS = 60
"""Until a page is laid out, has taken the keyboard and stands still."""


class ListeningWays(QObject):
    """What a laptop does for everybody stands in the settings; who sits here may choose otherwise,
    until she stands up.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reads: bool | None = None
        self._speed: Speed | None = None
        self._last: tuple[str, ...] = ()
        self._pointing = Pointing(window)
        self._pointing.reached.connect(self._say)
        self._pointing.pressed.connect(self._say)
        self._pointing.rested.connect(self._say_if_quiet)

    @property
    def reads_pages(self) -> bool:
        """Whether each page is read when it comes, and each thing that is pointed at."""
        return self._window.preferences.now.reads_pages if self._reads is None else self._reads

    @property
    def speed(self) -> Speed:
        """How fast is read."""
        return self._speed or cast("Speed", self._window.preferences.now.speech)

    def choose(self, reads_pages: bool, speed: Speed) -> None:
        """Whoever sits here wants it so."""
        self._reads, self._speed = reads_pages, speed
        self._pointing.switch(reads_pages)
        if reads_pages:
            self._last = ()
            self._read(self._window.page)

    def forget(self) -> None:
        """The next person may want it otherwise."""
        self._reads = self._speed = None

    def ask(self) -> None:
        """Let those who sit here choose."""
        asked = HowToListen(self._window, reads_pages=self.reads_pages, speed=self.speed)
        asked.chosen.connect(self.choose)

    # Pages
    def can_read(self, page: Page) -> bool:
        """Whether anything of a page can be said."""
        language = page_language(page)
        return self._window.aloud.can_read(page.to_read(), language, page.recorded_in)

    def read_or_stop(self, page: Page) -> None:
        """What the button “Read aloud” does."""
        self._window.aloud.read_or_stop(page.to_read(), page_language(page), page.recorded_in)

    def comes(self, page: Page) -> None:
        """A learner's page is being shown: it is read when it stands, and when it turns."""
        self._pointing.switch(self.reads_pages)
        page.turned.connect(lambda: self._soon(page))
        self._soon(page)

    def covered(self, cover: QWidget, language: str, lesson: str = "") -> None:
        """Something lies over the page and asks."""
        if self.reads_pages:
            self._window.aloud.read(cover, language, lesson)

    def left(self) -> None:
        """No learner's page is in sight any more."""
        self._pointing.switch(False)

    def _soon(self, page: Page) -> None:
        if self.reads_pages:
            QTimer.singleShot(_SETTLE_MS, page, lambda: self._read(page))

    def _read(self, page: Page) -> None:
        if not self.reads_pages or not isValid(page) or page is not self._window.page:
            return
        language = page_language(page)
        words = tuple(one.text for one in pieces(page.to_read(), language))
        # A hand that goes up builds the page anew; nobody wants to hear it all again.
        if words and words != self._last:
            self._last = words
            self._window.aloud.read(page.to_read(), language, page.recorded_in)

    # One thing
    def _say(self, widget: QWidget) -> None:
        piece = piece_alone(widget)
        if piece is not None:
            self._window.aloud.read_one(piece, self._window.page.recorded_in)

    def _say_if_quiet(self, widget: QWidget) -> None:
        """A pointer lies somewhere; a page that is being read goes on to its end."""
        if not self._window.aloud.is_reading:
            self._say(widget)
