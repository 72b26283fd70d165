"""The people of a course as faces to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.widgets import Button, Card, FaceButton, FlowGrid, Text


class PeopleCard(Card):
    """Who is enrolled, with how many there are. Signals: `opened(str)`, `roster_requested`."""

    opened = Signal(str)
    roster_requested = Signal()

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__()
        title = _("People ({count})").format(count=number(len(people)))
        self.add(Text(title, "title", "bold"))
        if people:
            self.add(self._faces(people))
        else:
            words = _(
                "Nobody is enrolled yet. Bring in a list, or simply mark people "
                "when they come: that enrols them."
            )
            self.add(Text(words, "body", colour="muted"))
        bring = Button(_("Bring in a list of people"), icon="user-plus")
        bring.clicked.connect(self.roster_requested)
        self.add(flow(bring))

    def _faces(self, people: Sequence[Person]) -> FlowGrid:
        grid = FlowGrid(128, 8)
        for person in people:
            face = FaceButton(
                person.face, person_label(person), person.number if person.name else "", size=48
            )
            face.setCheckable(False)
            face.clicked.connect(lambda _on=False, id=person.id: self.opened.emit(id))
            grid.add(face)
        return grid
