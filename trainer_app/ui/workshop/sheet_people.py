"""Who is on a photo of a signed sheet: a tick for each person who may be."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import CheckField, FlowGrid, Text


class PeopleOnSheet(QWidget):
    """The people, those who are likely on it ticked. Signals: none."""

    def __init__(self, people: Sequence[Person], ticked: Collection[str]) -> None:
        super().__init__()
        self._ticks = {
            person.id: CheckField(
                _("{name}, number {number}").format(name=person_label(person), number=person.number)
                if person.name
                else person_label(person),
                person.id in ticked,
            )
            for person in people
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        words = _(
            "Who is on this photo? Whoever asks to be erased can then be found on it. "
            "Take off who did not sign, add who is missing."
        )
        column.addWidget(Text(words, "small", colour="muted", tight=True))
        grid = FlowGrid(240, 4)
        grid.set_tiles(list(self._ticks.values()))
        column.addWidget(grid)

    def chosen(self) -> tuple[str, ...]:
        """The ids of who is ticked."""
        return tuple(id for id, tick in self._ticks.items() if tick.isChecked())
