"""Chooses the days of a report: a month, a quarter, a year, or any days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.funding.periods import PERIODS, Period, period_of
from trainer_app.i18n import _
from trainer_app.ui.widgets import ChoiceField, DateField

_ALL, _DAYS, _LAST = "all", "days", "last-"


class PeriodChoice(QObject):
    """Three fields that belong together: `kind`, and for any days `since` and `until`.

    `today` is asked whenever a period is worked out. Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        bad = _("This is no date.")
        self.kind = ChoiceField(_("Period"), _options(), _ALL)
        self.since = DateField(_("First day"), None, today, bad_words=bad)
        self.until = DateField(_("Last day"), None, today, bad_words=bad)
        self.kind.changed.connect(lambda _kind: self._kind_chosen())
        self.since.changed.connect(lambda _day: self.changed.emit())
        self.until.changed.connect(lambda _day: self.changed.emit())

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day, both included; None where there is no bound."""
        kind = self.kind.value()
        if kind == _DAYS:
            return self.since.value(), self.until.value()
        found = self._periods().get(kind or _ALL)
        return (found.since, found.until) if found else (None, None)

    def show_days(self, since: date | None, until: date | None) -> None:
        """Choose days without a signal, by the name of their period if they have one."""
        known = {(one.since, one.until): key for key, one in self._periods().items()}
        any_days = (since, until) != (None, None)
        key = known.get((since, until), _DAYS) if since and until else _DAYS if any_days else _ALL
        self.kind.set_value(key)
        self.since.set_value(since)
        self.until.set_value(until)

    def show_fields(self, shown: bool) -> None:
        """Show the fields, those of single days where these are wanted."""
        self.kind.setVisible(shown)
        for field in (self.since, self.until):
            field.setVisible(shown and self.kind.value() == _DAYS)

    def makes_sense(self) -> bool:
        """Whether the last day does not lie before the first; else it says so."""
        since, until = self.days()
        wrong = since is not None and until is not None and until < since
        self.until.set_error(_("The last day lies before the first.") if wrong else None)
        return not wrong

    def _kind_chosen(self) -> None:
        if self.kind.value() != _DAYS:
            since, until = self.days()
            self.since.set_value(since)
            self.until.set_value(until)
        self.changed.emit()

    def _periods(self) -> dict[str, Period]:
        now = {str(kind): period_of(self._today(), kind) for kind in PERIODS}
        return now | {f"{_LAST}{kind}": period.before() for kind, period in now.items()}


def _options() -> list[tuple[str, str]]:
    return [
        (_ALL, _("All days")),
        ("month", _("This month")),
        (f"{_LAST}month", _("Last month")),
        ("quarter", _("This quarter")),
        (f"{_LAST}quarter", _("Last quarter")),
        ("year", _("This year")),
        (f"{_LAST}year", _("Last year")),
        (_DAYS, _("Other days")),
    ]
