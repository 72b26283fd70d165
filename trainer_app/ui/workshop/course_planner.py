"""Plans one session or a row of them, a week apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import long_date, number
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import DateField, SpinField, Text, TimeField

_WEEK = timedelta(days=7)
_MOST = 60


class Plan(NamedTuple):
    """Days and hours of sessions to be."""

    days: tuple[date, ...]
    start: time
    end: time


class SessionPlanner(QWidget):
    """First date, how many, from when to when; says in words what that makes. Signals: none."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.first = DateField(
            _("First session on"), today(), today, bad_words=_("Write a date such as 24/11/2026.")
        )
        self.count = SpinField(_("How many, one a week"), 1, least=1, most=_MOST)
        bad = _("Write a time such as 18:30.")
        self.start = TimeField(_("From"), time(10), bad_words=bad)
        self.end = TimeField(_("To"), time(12), bad_words=bad)
        self._said = Text("", "body", colour="muted", tight=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(flow(self.first, self.count, self.start, self.end, gap=12))
        column.addWidget(self._said)
        for field in (self.first, self.count, self.start, self.end):
            field.changed.connect(lambda _value: self._say())
        self._say()

    def _days(self) -> tuple[date, ...]:
        first = self.first.value()
        if first is None:
            return ()
        return tuple(first + _WEEK * week for week in range(self.count.value()))

    def _say(self) -> None:
        days = self._days()
        if not days:
            words = ""
        elif len(days) == 1:
            words = _("One session, on {day}.").format(day=long_date(days[0]))
        else:
            words = ngettext(
                "{count} session, one a week, from {first} to {last}.",
                "{count} sessions, one a week, from {first} to {last}.",
                len(days),
            ).format(count=number(len(days)), first=long_date(days[0]), last=long_date(days[-1]))
        self._said.set_words(words)

    def value(self) -> Plan | None:
        """What is planned; None, said at the field, where something is missing or cannot be."""
        days = self._days()
        if not days:
            self.first.set_error(_("Write a date such as 24/11/2026."))
            self.first.setFocus()
            return None
        hours = hours_fit(self.start, self.end)
        return None if hours is None else Plan(days, *hours)

    def remember(self) -> Any:
        """What is typed."""
        return (self.first.value(), self.count.value(), self.start.value(), self.end.value())

    def recall(self, memory: Any) -> None:
        """Put back what `remember` gave."""
        first, count, start, end = memory
        self.first.set_value(first)
        self.count.set_value(count)
        self.start.set_value(start)
        self.end.set_value(end)
        self._say()


def hours_fit(start: TimeField, end: TimeField) -> tuple[time, time] | None:
    """The hours typed in two fields; None, said at the field, where they cannot be."""
    begins, ends = start.value(), end.value()
    for field, value in ((start, begins), (end, ends)):
        if value is None:
            field.set_error(_("Write a time such as 18:30."))
            field.setFocus()
            return None
    assert begins is not None
    assert ends is not None
    if ends <= begins:
        end.set_error(_("The end has to be later than the start."))
        end.setFocus()
        return None
    return begins, ends
