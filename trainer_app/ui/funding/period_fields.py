"""Chooses the days that a check or a claim is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.ui.widgets import DateField, FlowGrid, Notice

_PAUSE = 300
"""Milliseconds after the last letter: half a date may be a date, too."""


class PeriodFields(QWidget):
    """The first and the last day. Signals: `changed()` once somebody has typed other days."""

    changed = Signal()

    def __init__(self, since: date | None, until: date | None, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        bad = _("This is no date.")
        self.since = DateField(_("First day"), since, today, bad_words=bad)
        self.until = DateField(_("Last day"), until, today, bad_words=bad)
        fields = FlowGrid(220, 16, most=2)
        fields.add(self.since, self.until)
        self._wrong = Notice(_("The last day lies before the first."), "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        column.addWidget(self._wrong)
        self._told = self.days()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        for field in (self.since, self.until):
            field.changed.connect(lambda _day: self._pause.start())
        self._wrong.setVisible(self.wrong)

    @property
    def wrong(self) -> bool:
        """Whether the last day lies before the first."""
        since, until = self.days()
        return since is not None and until is not None and until < since

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day; None where there is none yet."""
        return self.since.value(), self.until.value()

    def whole(self) -> tuple[date, date] | None:
        """Both days, where both are there and in their order."""
        since, until = self.days()
        return (since, until) if since and until and not self.wrong else None

    def set_days(self, since: date | None, until: date | None) -> None:
        """Show other days, without a signal."""
        self.since.set_value(since)
        self.until.set_value(until)
        self._told = self.days()
        self._wrong.setVisible(self.wrong)

    def _tell(self) -> None:
        if self.days() != self._told:
            self._told = self.days()
            self._wrong.setVisible(self.wrong)
            self.changed.emit()


def days_of(project: Project, today: date) -> tuple[date, date]:
    """The days to begin with: the project's, up to today."""
    since = project.starts or date(today.year, 1, 1)
    until = min(project.ends or today, today)
    return since, max(since, until)
