"""What every screen is: a widget that can be built again and remembers what was typed in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

Now = Callable[[], datetime]
"""The time on the wall, with its zone."""


class Page(QWidget):
    """One screen. Language, text size and theme change by building the page again.

    A page with something typed in it overrides `remember` and `recall`, so that nothing is lost.
    Signals: turned: other words are in sight than those that it began with.
    """

    turned = Signal()

    recorded_in = ""
    """The lesson whose recordings are played while the page is read; "" where there are none."""

    title = ""
    """What the page is called, in words, for the screen reader and the navigation."""

    wants_height = False
    """Whether bars around the page make themselves low where letters are large."""

    guide = ""
    """The page of the trainers' guide that explains it, by its id."""

    shows_names = False
    """Whether people stand on it whose names not everybody in the room should read."""

    wants_width = False
    """Whether the places beside a trainer's page are shown as signs alone."""

    def to_read(self) -> QWidget:
        """What “Read aloud” reads; a page with bars of its own gives what lies between them.

        Qt properties say more of a widget and all inside it: "language", where that is not the
        program's; "aloud", which may be "first" among its neighbours, "never", "secret" (nothing in
        it says itself when somebody points at it), "described" (of a picture: its words are read),
        or "news" (also when it comes up later, to whoever had the page read).
        """
        return self

    def way_back(self) -> QAbstractButton | None:
        """The button that Escape presses; without one it is the one with the arrow back."""
        return None

    def remember(self) -> Any:
        """What was typed or chosen and not saved yet; None where there is nothing."""
        return None

    def recall(self, memory: Any) -> None:
        """Put back what `remember` gave."""

    def leaving(self) -> None:
        """Another page comes, or the centre is locked: what waits to be written is written now."""

    def news(self, changed: frozenset[str]) -> None:
        """Something changed elsewhere; a page that shows it asks again."""
