"""One's own number, and whether one's face stands in the list on this laptop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _, isolate
from trainer_app.services.enrolling import Enrolling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Button, CheckField, Dialog, FlowRow, Text


class MyNumber(QObject):
    """Tells the people at this laptop their numbers and asks each about the list. Signals: none."""

    def __init__(self, enrolling: Enrolling, bridge: Bridge, people: Sequence[Person]) -> None:
        super().__init__()
        self._enrolling, self._bridge = enrolling, bridge
        words = _("Show my face in the list on this laptop")
        self._listed = [(person, CheckField(words, person.listed)) for person in people]

    def open(self, window: QWidget) -> Dialog:
        """Show it in front of a window."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        for person, listed in self._listed:
            listed.setAccessibleDescription(person_label(person))
            column.addWidget(_who(person))
            column.addWidget(listed)
        close = Button(_("OK"), "primary", icon="check")
        title = _("With your number you can always sign in")
        dialog = Dialog(window, title, body, [("ok", close)], escape="ok", width=640)
        # The dialog lives as long as it is in sight, and so does what it asks.
        self.setParent(dialog)
        dialog.answered.connect(self._keep)
        dialog.open(close)
        return dialog

    def _keep(self) -> None:
        wanted = [(person.id, listed.isChecked()) for person, listed in self._listed
                  if listed.isChecked() != person.listed]  # fmt: skip

        def keep() -> None:
            for person_id, listed in wanted:
                self._enrolling.hide(person_id, not listed)

        if wanted:
            self._bridge.run(keep, "people")


def _who(person: Person) -> QWidget:
    box = QWidget()
    row = FlowRow(box, 12)
    row.addWidget(Avatar(person.face, person_label(person), 48))
    row.addWidget(Text(person_label(person), "body", "semibold", tight=True))
    row.addWidget(Text(isolate(person.number), "title", "bold", colour="primary", tight=True))
    return box
