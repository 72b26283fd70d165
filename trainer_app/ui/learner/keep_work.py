"""What guests did at this laptop before it was opened: whoever did it can keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.ui.learner.learner_page import LearnerPage, foot_row
from trainer_app.ui.widgets import Button, Card, FlowGrid, Text


@dataclass(frozen=True, slots=True)
class Done:
    """One stretch: from when to when, as it is shown, and the titles of its lessons."""

    hours: str
    lessons: Sequence[str]


class KeepWorkPage(LearnerPage):
    """One card for each stretch, told apart by time and lessons.

    Signals: chosen(int), the place of the stretch among `done`; back_requested.
    """

    chosen = Signal(int)
    back_requested = Signal()

    def __init__(self, done: Sequence[Done]) -> None:
        super().__init__(
            _("Which of these did you do?"),
            _("Guests learned at this laptop. Choose what is yours."),
        )
        grid = FlowGrid(360, 18, most=2)
        self.choices = [self._card(grid, at, one) for at, one in enumerate(done)]
        self.column.addWidget(grid)
        self.column.addStretch(1)
        back = Button(_("Back"), icon="arrow-left")
        back.clicked.connect(self.back_requested)
        self.column.addLayout(foot_row([back], []))
        self.first = self.choices[0] if self.choices else back

    def _card(self, grid: FlowGrid, at: int, one: Done) -> Button:
        lessons = listed(list(one.lessons))
        mine = Button(_("This was me"), "primary", icon="check")
        mine.setAccessibleDescription(f"{one.hours} {lessons}")
        mine.clicked.connect(lambda: self.chosen.emit(at))
        grid.add(Card(Text(one.hours, "large", "bold"), Text(lessons, "body"), mine))
        return mine
