"""What lies over a learner's page for a while: the trainer speaks, or nobody touches anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer_app.domain.people import Person
from trainer_app.ui.learner.overlays import Cover, ListenOverlay, StillYouOverlay

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class Covers:
    """At most one cover lies over the window. `next_person`: somebody else sits down."""

    def __init__(self, window: MainWindow, next_person: Callable[[], None]) -> None:
        self._window = window
        self._next_person = next_person
        self._cover: Cover | None = None

    def ask_still_you(self, people: list[Person]) -> None:
        """Nobody touched the screen for a while: dim it; the first touch asks."""
        if self._cover is not None or not people:
            return
        cover = StillYouOverlay(people)
        cover.yes.connect(self.lift)
        cover.no.connect(self._somebody_else)
        self._put(cover)

    def listen(self, wanted: bool) -> None:
        """Cover the learners' screens while the trainer asks everyone to listen."""
        if wanted and self._cover is None:
            cover = ListenOverlay()
            cover.trainer_requested.connect(self._let_trainer_in)
            self._put(cover)
        elif not wanted and isinstance(self._cover, ListenOverlay):
            self.lift()

    def put(self, cover: Cover) -> bool:
        """Lay another cover over the page; False where one lies there already."""
        if self._cover is None:
            self._put(cover)
            return True
        cover.deleteLater()
        return False

    def lift(self) -> None:
        """Show the page again."""
        if self._cover is not None:
            self._cover.lift()
            self._cover = None

    def _put(self, cover: Cover) -> None:
        self._window.aloud.stop()
        self._cover = cover
        cover.setParent(self._window)
        cover.show()
        cover.setFocus()

    def _let_trainer_in(self) -> None:
        """The cover lies over every page, so it goes first."""
        self.lift()
        self._window.welcome.to_centre()

    def _somebody_else(self) -> None:
        self.lift()
        self._next_person()
