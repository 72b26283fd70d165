"""The ways around one session: the evening before, the room, the projector, and afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class EveningWays:
    """What a session's card leads to beside attendance. `deeds`: by name, what is done."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def deeds(self) -> Mapping[str, Callable[[str], None]]:
        """What can be done around a session, given its id."""
        return {}

    def do(self, deed: str, session_id: str) -> None:
        """Do one of `deeds`."""
        self.deeds[deed](session_id)
