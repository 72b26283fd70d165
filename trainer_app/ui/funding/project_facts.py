"""What a project is: its name, who pays, for how long, and what an hour is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.money import cents_of
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.widgets import DateField, FlowGrid, TextField

Typed = tuple[tuple[str, ...], tuple[date | None, ...]]
_CURRENCY_LETTERS = 3


class ProjectFacts(QWidget):
    """The fields of a project beside its targets and rules. Signals: none."""

    def __init__(self, project: Project, today: Callable[[], date]) -> None:
        super().__init__()
        self._make_words(project)
        self._make_days(project, today)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        grid = FlowGrid(300, 16, most=3)
        grid.add(self.name, self.funder, self.grant)
        grid.add(self.starts, self.ends, self.keep_until, self.rate, self.currency)
        whole.addWidget(grid)
        for field in (self.name, self.rate, self.currency):
            field.changed.connect(lambda _text, field=field: field.set_error(None))
        for day in (self.starts, self.ends):
            day.changed.connect(lambda _day: self.ends.set_error(None))

    def value(self, project: Project) -> Project | None:
        """The project with what is typed; None, said at the field, where something is wrong."""
        currency = self.currency.value().strip().upper()
        wrong = self._wrong(currency)
        if wrong is not None:
            wrong.setFocus()
            return None
        rate = self.rate.value().strip()
        return replace(
            project,
            name=self.name.value().strip(),
            funder=self.funder.value().strip() or None,
            grant=self.grant.value().strip() or None,
            starts=self.starts.value(),
            ends=self.ends.value(),
            keep_until=self.keep_until.value(),
            rate=cents_of(rate) if rate else None,
            currency=currency,
        )

    def remember(self) -> Typed:
        """What is typed."""
        return (
            tuple(field.value() for field in self._texts()),
            tuple(field.value() for field in self._days()),
        )

    def recall(self, memory: Typed) -> None:
        """Put back what `remember` gave."""
        for field, text in zip(self._texts(), memory[0], strict=True):
            field.set_value(text)
        for line, day in zip(self._days(), memory[1], strict=True):
            line.set_value(day)

    def _wrong(self, currency: str) -> QWidget | None:
        """The first field that cannot be saved as it is, after saying so there."""
        starts, ends = self.starts.value(), self.ends.value()
        rate = self.rate.value().strip()
        if not self.name.value().strip():
            self.name.set_error(_("Give the project a name."))
            return self.name
        for day in self._days():
            if day.error():
                return day
        if starts and ends and ends < starts:
            self.ends.set_error(_("The last day lies before the first."))
            return self.ends
        if rate and cents_of(rate) is None:
            self.rate.set_error(_("This is no amount. Write it as 18.50."))
            return self.rate
        if len(currency) != _CURRENCY_LETTERS or not (currency.isascii() and currency.isalpha()):
            self.currency.set_error(_("Three letters, such as EUR."))
            return self.currency
        return None

    def _make_words(self, project: Project) -> None:
        self.name = TextField(
            _("Name of the project"),
            project.name,
            help_words=_("As the funder writes it."),
            longest=120,
        )
        self.funder = TextField(
            _("Funder"),
            project.funder or "",
            help_words=_("The line that stands on sheets and files."),
            longest=200,
        )
        self.grant = TextField(
            _("Grant number"),
            project.grant or "",
            help_words=_("The number that the funder gave."),
            longest=80,
        )
        self.rate = TextField(
            _("Worth of a volunteer’s hour"),
            "" if project.rate is None else number(Decimal(project.rate) / 100, 2),
            help_words=_("Given, not paid. It may stay empty."),
            longest=16,
        )
        self.currency = TextField(
            _("Currency"),
            project.currency,
            help_words=_("Three letters, such as EUR."),
            latin=True,
            longest=_CURRENCY_LETTERS,
        )

    def _make_days(self, project: Project, today: Callable[[], date]) -> None:
        bad = _("This is no date.")
        self.starts = DateField(
            _("First day"),
            project.starts,
            today,
            bad_words=bad,
            help_words=_("The first day that is paid for."),
        )
        self.ends = DateField(
            _("Last day"),
            project.ends,
            today,
            bad_words=bad,
            help_words=_("The last day that is paid for."),
        )
        self.keep_until = DateField(
            _("Keep its people until"),
            project.keep_until,
            today,
            bad_words=bad,
            help_words=_("After this day they may be erased."),
        )

    def _texts(self) -> tuple[TextField, ...]:
        return (self.name, self.funder, self.grant, self.rate, self.currency)

    def _days(self) -> tuple[DateField, ...]:
        return (self.starts, self.ends, self.keep_until)
