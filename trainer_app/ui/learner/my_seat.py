"""One person's seat: be on the list of faces or not, and stand up."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _, isolate
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, CheckField, Dialog, Text


class MySeat(QObject):
    """Asks a person at this laptop. Signals: stood_up(str person), after it is written."""

    stood_up = Signal(str)

    def __init__(self, seats: Seats, enrolling: Enrolling, bridge: Bridge, person: Person) -> None:
        super().__init__()
        self._seats, self._enrolling, self._bridge = seats, enrolling, bridge
        self._person = person
        self._listed = CheckField(_("Show my face in the list on this laptop"), person.listed)

    def open(self, window: QWidget) -> Dialog:
        """Show the question in front of a window."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self._listed)
        number = isolate(self._person.number)
        words = _("Your number is {number}. With it you can always sign in.")
        column.addWidget(Text(words.format(number=number), "small", colour="muted", tight=True))
        stand_up = Button(_("I stop now"), icon="log-out")
        close = Button(_("OK"), "primary", icon="check")
        dialog = Dialog(
            window,
            person_label(self._person),
            body,
            [("leave", stand_up), ("ok", close)],
            escape="",
        )
        # The dialog lives as long as it is in sight, and so does what it asks.
        self.setParent(dialog)
        dialog.answered.connect(self._answered)
        dialog.open(close)
        return dialog

    def _answered(self, answer: str) -> None:
        person, listed = self._person, self._listed.isChecked()
        if answer and listed != person.listed:
            self._bridge.run(lambda: self._enrolling.hide(person.id, not listed), "people")
        if answer == "leave":
            self._bridge.run(lambda: self._leave(person.id), "sittings")

    def _leave(self, person_id: str) -> None:
        self._seats.leave(person_id)
        self.stood_up.emit(person_id)
