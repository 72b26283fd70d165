"""Small signs of the room in the bars around a page: the trainer's, and a learner's."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Button, Icon, IconButton, Text

RoomStanding = Literal["", "joined", "alone"]
"""A laptop that was in no room yet, that is in one, or that was and goes on by itself."""


class RoomSign(QWidget):
    """“Room open: 8 laptops”, while it is; a way to the room's page. Signals: `clicked`."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wide = Button("", icon="wifi", size="small")
        self._slim = IconButton("wifi", "", under=True, tone="primary")
        self._narrow = False
        self._laptops: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self._wide, self._slim):
            button.clicked.connect(self.clicked)
            column.addWidget(button)
        self.hide()

    def show_laptops(self, laptops: int | None) -> None:
        """Show how many laptops are in the open room; None: it is closed."""
        if laptops == self._laptops:
            return
        self._laptops = laptops
        words = ngettext("Room open: {count} laptop", "Room open: {count} laptops", laptops or 0)
        said = words.format(count=number(laptops or 0))
        self._wide.set_word(said)
        self._slim.set_word(said, number(laptops or 0))
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """Show the sign and the number alone, where the places beside the page are signs."""
        self._narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        self.setVisible(self._laptops is not None)
        self._wide.setVisible(not self._narrow)
        self._slim.setVisible(self._narrow)


class RoomStandingSign(QWidget):
    """“In the room” or “Alone for now”, quietly; a screen reader hears when it changes.

    Signals: none.
    """

    def __init__(self, *, slim: bool = False, seen: bool = True) -> None:
        """`slim`: the sign alone, where every line of height counts; its words are its name.

        `seen` is off where there is room for neither: then it is only said.
        """
        super().__init__()
        self._seen = seen
        self._standing: RoomStanding = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(6))
        self._icon = Icon("wifi", "muted", 18)
        self._words = Text("", "caption", colour="muted", tight=True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self._words.setHidden(slim)
        self.hide()

    def show_standing(self, standing: RoomStanding) -> None:
        """Show how this laptop stands to the room."""
        if standing == self._standing:
            return
        self._standing = standing
        joined = standing == "joined"
        words = _("In the room") if joined else _("Alone for now")
        colour: Token = "primary" if joined else "muted"
        self._icon.set_icon("wifi" if joined else "laptop", colour)
        self._words.set_words(words if standing else "")
        self.setAccessibleName(words if standing else "")
        self.setToolTip(words if standing else "")
        self.setVisible(bool(standing) and self._seen)
        if standing:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
