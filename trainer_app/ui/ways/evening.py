"""The ways around one session: the evening before, the room, the projector, and afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from trainer_app.ui.page import Page
from trainer_app.ui.ways.after import AfterWays
from trainer_app.ui.ways.feelings import FeelingsWays
from trainer_app.ui.ways.joining import JoiningWays
from trainer_app.ui.ways.opening import OpeningWays
from trainer_app.ui.ways.peer_help import PeerHelpWays
from trainer_app.ui.ways.preparing import PreparingWays
from trainer_app.ui.ways.room import RoomWays
from trainer_app.ui.ways.shared_plaza import SharedPlazaWays
from trainer_app.ui.ways.ticking import TickingWays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.presenting import PresentingWays
    from trainer_app.ui.ways.projector import Projector


class EveningWays:
    """What a session's card leads to beside attendance. `deeds`: by name, what is done."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.after = AfterWays(window)
        self.feelings = FeelingsWays(window)
        self.joining = JoiningWays(window)
        self.opening = OpeningWays(window)
        self.peer_help = PeerHelpWays(window)
        self.preparing = PreparingWays(window)
        self.room = RoomWays(window)
        self.shared = SharedPlazaWays(window)
        self.ticking = TickingWays(window)

    @property
    def deeds(self) -> Mapping[str, Callable[[str], None]]:
        """What can be done around a session, given its id."""
        return {
            "prepare": self.preparing.prepare,
            "present": self._present,
            "room": self.room.page,
            "after": self.after.page,
            "tick": self.ticking.tick,
            "photos": self.ticking.photos,
        }

    def do(self, deed: str, session_id: str) -> None:
        """Do one of `deeds`."""
        self.deeds[deed](session_id)

    # The projector
    @cached_property
    def presenting(self) -> PresentingWays:
        """Lessons on the projector; loaded when the first is shown, no start needs it."""
        from trainer_app.ui.ways.presenting import PresentingWays

        return PresentingWays(self._window)

    @property
    def projector(self) -> Projector | None:
        """What is being presented now, also behind other pages; None where nothing is."""
        if "presenting" not in self.__dict__ or self.presenting.projector.now is None:
            return None
        return self.presenting.projector

    def guard(self, page: Page) -> Page:
        """A trainer's page, or what covers its names while others may see this screen."""
        return page if self.projector is None else self.projector.guard(page)

    @property
    def names_are_covered(self) -> bool:
        """Whether nobody's name may come up on this screen now."""
        return self.projector is not None and self.projector.covers_names

    def way_back(self) -> QWidget | None:
        """Over a trainer's page: the way back to slides that go on; None where none do."""
        return None if self.projector is None else self.projector.way_back()

    def _present(self, session_id: str) -> None:
        self.presenting.session(session_id)
