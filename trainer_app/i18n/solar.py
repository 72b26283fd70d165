"""The solar calendar of Iran: a year begins in March, six months of 31 days, then of 30.

Leap years come by the cycle of 33 years, which agrees with the calendar as it is kept from 1799 to
2256 of the Gregorian one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
)  # fmt: skip
_FIRST = date(622, 3, 21).toordinal()
_LONG = 31
_LONG_MONTHS = 6
_HALF = _LONG * _LONG_MONTHS


@dataclass(frozen=True, slots=True)
class SolarDay:
    """A day of the solar calendar; the first month is 1."""

    year: int
    month: int
    day: int

    @property
    def month_name(self) -> str:
        """The month in Persian."""
        return _MONTHS[self.month - 1]


def solar(day: date) -> SolarDay:
    """The same day in the solar calendar; ValueError before the year 1."""
    ordinal = day.toordinal()
    year = day.year - 621
    if ordinal < _new_year(year):
        year -= 1
    if year < 1:
        raise ValueError(day)
    past = ordinal - _new_year(year)
    if past < _HALF:
        return SolarDay(year, past // _LONG + 1, past % _LONG + 1)
    past -= _HALF
    return SolarDay(year, past // 30 + _LONG_MONTHS + 1, past % 30 + 1)


def gregorian(year: int, month: int, day: int) -> date:
    """A day of the solar calendar as everyone keeps it; ValueError where there is no such day."""
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        raise ValueError(f"{year}-{month}-{day}")
    long = min(month - 1, _LONG_MONTHS)
    before = long * _LONG + (month - 1 - long) * 30
    return date.fromordinal(_new_year(year) + before + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of the first of Farvardin."""
    return _FIRST + 365 * (year - 1) + (8 * (year - 1) + 29) // 33


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return _LONG
    return 30 if month < 12 else _new_year(year + 1) - _new_year(year) - 336
