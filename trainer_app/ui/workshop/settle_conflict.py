"""A thing of which laptops say different things, and the values to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.services.settling import Conflict, Said
from trainer_app.ui.heading import column, flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, ChoiceButton, FlowGrid, Text
from trainer_app.ui.workshop import settle_words as words


class ConflictCard(Card):
    """The values side by side; one press settles, another press chooses again.

    Signals: `chosen(str)` with an event's id, `place_requested`.
    """

    chosen = Signal(str)
    place_requested = Signal()

    def __init__(self, conflict: Conflict, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.conflict = conflict
        self._titles = titles
        self.setAccessibleName(words.headline(conflict))
        self.choices: dict[str, ChoiceButton] = {}
        self._now: dict[str, QWidget] = {}
        self.add(self._head())
        grid = FlowGrid(400, 16, most=2)
        grid.add(*(self._value(said) for said in conflict.values))
        self.add(grid)
        self._done = Text("", "small", colour="ok", tight=True)
        self._done.hide()
        self.add(self._done)

    def _head(self) -> QBoxLayout:
        row: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        row.setSpacing(current().space(12))
        title = Text(words.headline(self.conflict), "large", "bold", tight=True)
        under = words.under(self.conflict)
        lines = [Text(under, colour="muted", tight=True)] if under else []
        row.addWidget(column(title, *lines, gap=0), 1)
        place = words.place_words(self.conflict)
        if place:
            button = Button(place, "quiet", icon="arrow-right", icon_last=True, size="small")
            button.clicked.connect(lambda: self.place_requested.emit())
            row.addWidget(flow(button))
        return row

    def _value(self, said: Said) -> QWidget:
        lines = words.value_lines(self.conflict, said, self._titles)
        choice = ChoiceButton("\n".join(lines))
        choice.clicked.connect(lambda: self.chosen.emit(said.event))
        choice.setAccessibleDescription(words.who_said(said))
        self.choices[said.event] = choice
        parts: list[QWidget] = [choice, Text(words.who_said(said), "small", colour="muted")]
        if said.shown:
            self._now[said.event] = flow(Chip(_("Counts until you choose"), "plain", icon="clock"))
            parts.append(self._now[said.event])
        whole = column(*parts, gap=4)
        layout = whole.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addStretch(1)
        return whole

    def show_chosen(self, event_id: str) -> None:
        """This one counts now, on every laptop that hears of it."""
        for event, choice in self.choices.items():
            said = next(one for one in self.conflict.values if one.event == event)
            who = words.who_said(said)
            if event == event_id:
                choice.set_state("chosen", _("Chosen. {who}").format(who=who))
            else:
                choice.set_state("idle", who)
        for chip in self._now.values():
            chip.hide()
        self._done.set_words(_("Settled. Choose again here, or change it later on its own page."))
        self._done.show()
