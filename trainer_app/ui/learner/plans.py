"""My plans: what somebody made in a practice and chose to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import long_date
from trainer_app.ui.learner.learner_page import LearnerPage, foot_row
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, EmptyState, FlowGrid, FlowRow, Text


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan in words: its title, the day when it was kept, and headings with their lines."""

    id: str
    title: str
    day: date
    parts: Sequence[tuple[str, Sequence[str]]]


class PlansPage(LearnerPage):
    """A card for each plan.

    Signals: print_requested(str id), drop_requested(str id), back_requested.
    """

    print_requested = Signal(str)
    drop_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, plans: Sequence[PlanShown]) -> None:
        super().__init__(_("My plans"), _("Only you and your trainers can see them."))
        back = Button(_("All lessons"), icon="arrow-left")
        back.clicked.connect(self.back_requested)
        self.first = back
        self.column.addWidget(self._cards(plans) if plans else _none())
        self.column.addStretch(1)
        self.column.addLayout(foot_row([back], []))

    def _cards(self, plans: Sequence[PlanShown]) -> QWidget:
        grid = FlowGrid(480, 18, most=2)
        grid.add(*(self._card(plan) for plan in plans))
        return grid

    def _card(self, plan: PlanShown) -> Card:
        theme = current()
        card = Card(Text(plan.title, "large", "bold"))
        kept = _("Kept on {day}").format(day=long_date(plan.day))
        card.add(Text(kept, "small", colour="muted", tight=True))
        for heading, lines in plan.parts:
            if not lines:
                continue
            card.add(Text(heading, "body", "semibold", tight=True))
            for line in lines:
                row = QHBoxLayout()
                row.setSpacing(theme.space(8))
                row.addSpacing(theme.space(8))
                row.addWidget(Text(line, tight=True), 1)
                card.add(row)
        card.body.addStretch(1)
        card.add(self._ways(plan))
        return card

    def _ways(self, plan: PlanShown) -> QWidget:
        ways = QWidget()
        row = FlowRow(ways, 12)
        title = isolate(plan.title)
        printing = Button(_("Print"), icon="printer")
        printing.setAccessibleName(_("Print “{title}”").format(title=title))
        printing.clicked.connect(lambda: self.print_requested.emit(plan.id))
        drop = Button(_("Delete"), "quiet", icon="trash-2")
        drop.setAccessibleName(_("Delete “{title}”").format(title=title))
        drop.clicked.connect(lambda: self.drop_requested.emit(plan.id))
        row.addWidget(printing)
        row.addWidget(drop)
        return ways


def _none() -> QWidget:
    return EmptyState(
        places.assets() / "scenes" / "welcome.svg",
        _("People learn together."),
        _("Make a plan in a practice. Then press “Keep my plan”."),
        title=_("You keep no plan"),
    )
