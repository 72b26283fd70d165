"""Chooses the days that figures, files, a check or a claim are about: a period, or any days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.funding.periods import PERIODS, Period, period_of
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.ui.widgets import ChoiceField, DateField

_ALL, _DAYS, _LAST = "all", "days", "last-"
_PAUSE = 300
"""Milliseconds after the last letter: half a date may be a date, too."""

Days = tuple[date | None, date | None]


class PeriodFields(QObject):
    """Three fields that belong together: `kind`, and for any days `since` and `until`.

    `today` is asked whenever a period is worked out. `project` makes its days up to today the
    first choice; without it that is all days. Signals: `changed()` once other days are chosen.
    """

    changed = Signal()

    def __init__(
        self, today: Callable[[], date], parent: QWidget, project: Project | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._project = today, project
        bad = _("This is no date.")
        everything = _("All days") if project is None else _("So far")
        self.kind = ChoiceField(_("Period"), [(_ALL, everything), *_options()], _ALL)
        self.since = DateField(_("First day"), None, today, bad_words=bad)
        self.until = DateField(_("Last day"), None, today, bad_words=bad)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._put(*self._everything())
        # Shown they would be windows of their own: they stand nowhere yet.
        self.since.hide()
        self.until.hide()
        self.kind.changed.connect(lambda _kind: self._kind_chosen())
        for field in (self.since, self.until):
            field.changed.connect(lambda _day: self._pause.start())

    def fields(self) -> tuple[QWidget, ...]:
        """The three, in their order, for a row of fields."""
        return (self.kind, self.since, self.until)

    def days(self) -> Days:
        """The first and the last day, both included; None where there is no bound."""
        kind = self.kind.value()
        if kind == _DAYS:
            return self.since.value(), self.until.value()
        found = self._periods().get(kind or _ALL)
        return (found.since, found.until) if found else self._everything()

    def bounded(self) -> tuple[date, date] | None:
        """Both days, where both are there and in their order."""
        since, until = self.days()
        return (since, until) if since and until and since <= until else None

    def show_days(self, since: date | None, until: date | None) -> None:
        """Choose days without a signal, by the name of their period if they have one."""
        self._put(since, until)
        self.show_fields(True)
        self.makes_sense()

    def _put(self, since: date | None, until: date | None) -> None:
        periods = self._periods().items()
        named: dict[Days, str] = {(one.since, one.until): key for key, one in periods}
        named[self._everything()] = _ALL
        self.kind.set_value(named.get((since, until), _DAYS))
        self.since.set_value(since)
        self.until.set_value(until)
        self._told = self.days()

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
        self.show_fields(True)
        self._tell()

    def _tell(self) -> None:
        if self.days() != self._told:
            self._told = self.days()
            self.makes_sense()
            self.changed.emit()

    def _everything(self) -> Days:
        if self._project is None:
            return None, None
        today = self._today()
        since = self._project.starts or date(today.year, 1, 1)
        return since, max(since, min(self._project.ends or today, today))

    def _periods(self) -> dict[str, Period]:
        now = {str(kind): period_of(self._today(), kind) for kind in PERIODS}
        return now | {f"{_LAST}{kind}": period.before() for kind, period in now.items()}


def _options() -> list[tuple[str, str]]:
    return [
        ("month", _("This month")),
        (f"{_LAST}month", _("Last month")),
        ("quarter", _("This quarter")),
        (f"{_LAST}quarter", _("Last quarter")),
        ("year", _("This year")),
        (f"{_LAST}year", _("Last year")),
        (_DAYS, _("Other days")),
    ]
