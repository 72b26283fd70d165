"""By which rules a project counts: each with its meaning, and with what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.funding.projects import (
    HOURS,
    SMALLEST_CELLS,
    Completion,
    Rounding,
    Rules,
)
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.funding.rule_words import (
    cells_example,
    completion_example,
    late_example,
    least_example,
    sitting_example,
)
from trainer_app.ui.heading import column
from trainer_app.ui.rule_labels import completions, roundings, rule_labels
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import CheckField, ChoiceField, FlowGrid, Icon, SpinField, Text


class RulesForm(QWidget):
    """The rules of a project as fields; the examples follow what is chosen. Signals: none."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._examples: list[tuple[Text, Callable[[Rules], str]]] = []
        self._make_times()
        self._make_people()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        words = _("What those who answered said stands for all; the report says so.")
        estimated = Text(words, "small", colour="muted", tight=True)
        blocks = FlowGrid(440, 28, most=2)
        blocks.add(
            self._block(sitting_example, self.hour, self.pause, self.rounding),
            column(
                self._block(late_example, self.late),
                self._block(least_example, self.least),
                gap=20,
                upwards=True,
            ),
            self._block(completion_example, self.completion, self.share),
            self._block(cells_example, self.cell),
            self.exit_days,
            column(self.estimates, estimated, gap=4, upwards=True),
        )
        whole.addWidget(blocks)
        self.set_value(rules)
        for field in (self.hour, self.rounding, self.completion, self.cell):
            field.changed.connect(lambda _key: self._say())
        for spin in (self.pause, self.least, self.share):
            spin.changed.connect(lambda _number: self._say())
        self.late.toggled.connect(lambda _on: self._say())

    def value(self) -> Rules:
        """The rules as chosen."""
        return Rules(
            least_minutes=self.least.value(),
            hour_minutes=int(self.hour.value() or HOURS[0]),
            break_minutes=self.pause.value(),
            rounding=cast("Rounding", self.rounding.value()),
            late_in_full=self.late.isChecked(),
            completion=cast("Completion", self.completion.value()),
            completion_share=self.share.value(),
            estimates=self.estimates.isChecked(),
            smallest_cell=int(self.cell.value() or SMALLEST_CELLS[0]),
            exit_days=self.exit_days.value(),
        )

    def set_value(self, rules: Rules) -> None:
        """Show other rules."""
        self.least.set_value(rules.least_minutes)
        self.hour.set_options(_hours(rules.hour_minutes), str(rules.hour_minutes))
        self.pause.set_value(rules.break_minutes)
        self.rounding.set_value(rules.rounding)
        self.late.setChecked(rules.late_in_full)
        self.completion.set_value(rules.completion)
        self.share.set_value(rules.completion_share)
        self.estimates.setChecked(rules.estimates)
        self.cell.set_options(_cells(rules.smallest_cell), str(rules.smallest_cell))
        self.exit_days.set_value(rules.exit_days)
        self._say()

    def _make_times(self) -> None:
        names = rule_labels()
        self.hour = ChoiceField(
            names["hour_minutes"],
            _hours(HOURS[0]),
            help_words=_("Some funders count lessons of 45 minutes as hours."),
        )
        self.pause = SpinField(names["break_minutes"], most=120, step=5, unit=_("minutes"))
        self.rounding = ChoiceField(names["rounding"], list(roundings().items()))
        self.late = CheckField(names["late_in_full"])

    def _make_people(self) -> None:
        names = rule_labels()
        self.least = SpinField(
            names["least_minutes"],
            most=6000,
            step=15,
            unit=_("minutes"),
            help_words=_("In all sessions of the project together."),
        )
        self.completion = ChoiceField(names["completion"], list(completions().items()))
        self.share = SpinField(names["completion_share"], least=1, most=100, step=5, unit="%")
        self.cell = ChoiceField(
            names["smallest_cell"],
            _cells(SMALLEST_CELLS[0]),
            help_words=_("A small figure can tell who somebody is."),
        )
        self.exit_days = SpinField(
            names["exit_days"],
            least=1,
            most=365,
            step=7,
            unit=_("days"),
            help_words=_("Counted from the day that somebody leaves."),
        )
        self.estimates = CheckField(names["estimates"])

    def _block(self, example: Callable[[Rules], str], *fields: QWidget) -> QWidget:
        words = Text("", "small", "semibold", colour="primary", tight=True)
        self._examples.append((words, example))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(6))
        line.addWidget(Icon("lightbulb", "primary", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return column(*fields, row, gap=8, upwards=True)

    def _say(self) -> None:
        rules = self.value()
        for words, example in self._examples:
            words.set_words(example(rules))


def _hours(chosen: int) -> list[tuple[str, str]]:
    """The lengths to choose from; what another program wrote stays among them."""
    return [
        (str(one), _("{count} minutes").format(count=number(one)))
        for one in dict.fromkeys((*HOURS, chosen))
    ]


def _cells(chosen: int) -> list[tuple[str, str]]:
    return [(str(one), number(one)) for one in dict.fromkeys((*SMALLEST_CELLS, chosen))]
