"""What stands around a trainer's page: the places at its side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.room_signs import RoomSign
from trainer_app.ui.widgets import (
    Button,
    IconButton,
    Notice,
    Place,
    SideNav,
)

BRAND_ICON = "sprout"
_USUAL_WIDTH = 1366


class TrainerFrame(QWidget):
    """The places of the trainer beside a page.

    Signals: `place_chosen(str)`; `learners_requested`: give the laptop to learners;
    `room_requested`, from the sign that a room is open.
    """

    place_chosen = Signal(str)
    learners_requested = Signal()
    room_requested = Signal()

    def __init__(self, page: Page, place: str, centre: str, *, invented: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = _("Learners’ screen")
        self._wide = Button(words, "primary", icon="users")
        self._narrow = IconButton("users", words, show_word=False, tone="primary")
        for hand_over in (self._wide, self._narrow):
            hand_over.clicked.connect(self.learners_requested)
        self._room = RoomSign()
        self._room.clicked.connect(self.room_requested)
        self._nav = SideNav(
            (BRAND_ICON, centre),
            _places(),
            place,
            foot=[self._room, self._wide, self._narrow],
            narrow=True if page.wants_width else None,
        )
        self._nav.chosen.connect(self.place_chosen)
        self._fit(_USUAL_WIDTH)
        row.addWidget(self._nav)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        if invented:
            words = _("These people are invented. Look around: nothing here is real.")
            self._column.addWidget(Notice(words, "warn"))
        self._column.addWidget(page, 1)
        row.addLayout(self._column, 1)

    def put_notice(self, notice: QWidget | None) -> None:
        """Show a notice over the page, if there is one."""
        if notice is not None:
            self._column.insertWidget(0, notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def show_room(self, laptops: int | None) -> None:
        """Show that the room is open, and with how many laptops; None: it is closed."""
        self._room.show_laptops(laptops)

    def _fit(self, width: int) -> None:
        self._nav.fit(width)
        self._room.set_narrow(self._nav.narrow)
        self._wide.setHidden(self._nav.narrow)
        self._narrow.setHidden(not self._nav.narrow)


def _places() -> list[Place]:
    return [
        Place("today", _("Today"), "calendar-check"),
        Place("courses", _("Courses"), "calendar"),
        Place("people", _("People"), "users"),
        Place("lessons", _("Lessons"), "book-open"),
        Place("reports", _("Reports"), "chart-column"),
        Place("settings", _("Settings"), "settings"),
    ]
