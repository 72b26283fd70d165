"""The calendar's periods, in which figures are published: fixed ones cannot be subtracted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["month", "quarter", "year"]
PERIODS: tuple[PeriodKind, ...] = ("month", "quarter", "year")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month, quarter or year; both days are included."""

    kind: PeriodKind
    since: date
    until: date

    @property
    def key(self) -> str:
        """Such as "2026-11", "2026-Q4" or "2026"."""
        if self.kind == "month":
            return f"{self.since:%Y-%m}"
        quarter = f"-Q{(self.since.month + 2) // 3}" if self.kind == "quarter" else ""
        return f"{self.since.year:04}{quarter}"

    def before(self) -> Period:
        """The one just before."""
        return period_of(self.since - timedelta(days=1), self.kind)


def period_of(day: date, kind: PeriodKind) -> Period:
    """The period of a kind that a day lies in."""
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return Period(kind, first, date(year, month + 1, 1) - timedelta(days=1))


def periods_of(days: Iterable[date], kind: PeriodKind) -> list[Period]:
    """The periods of a kind that some days lie in, in order, each once."""
    found = {period.key: period for period in (period_of(day, kind) for day in sorted(days))}
    return list(found.values())


def calendar_period(since: date | None, until: date | None) -> Period | None:
    """The period that begins and ends on these days, if they are one's."""
    if since is None or until is None:
        return None
    found = (period_of(since, kind) for kind in PERIODS)
    return next((one for one in found if (one.since, one.until) == (since, until)), None)
