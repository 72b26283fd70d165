"""The solar calendar, held against Qt's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCalendar, QDate

from trainer_app.i18n.solar import SolarDay, gregorian, solar

QT = QCalendar(QCalendar.System.Jalali)


# Qt's own rule has other leap years before and after.
@given(st.dates(date(1901, 1, 1), date(2055, 1, 1)))
def test_days_are_those_of_qt(day: date) -> None:
    there = QDate(day.year, day.month, day.day)
    assert solar(day) == SolarDay(there.year(QT), there.month(QT), there.day(QT))


@given(st.dates(date(622, 3, 21), date(9998, 12, 31)))
def test_there_and_back(day: date) -> None:
    found = solar(day)
    assert gregorian(found.year, found.month, found.day) == day


@pytest.mark.parametrize(
    ("day", "same"),
    [
        (date(2025, 3, 20), SolarDay(1403, 12, 30)),  # a leap year's last day
        (date(2025, 3, 21), SolarDay(1404, 1, 1)),
        (date(2026, 3, 20), SolarDay(1404, 12, 29)),
        (date(2026, 11, 22), SolarDay(1405, 9, 1)),
        (date(1979, 2, 11), SolarDay(1357, 11, 22)),
    ],
)
def test_days_that_people_remember(day: date, same: SolarDay) -> None:
    assert solar(day) == same


def test_the_ninth_month_is_azar() -> None:
    assert solar(date(2026, 11, 22)).month_name == "آذر"


@pytest.mark.parametrize(
    "wrong", [(1404, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 0, 1), (0, 1, 1), (1403, 1, 32)]
)
def test_there_is_no_such_day(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):
        gregorian(*wrong)


def test_before_its_first_year_there_is_none() -> None:
    with pytest.raises(ValueError):
        solar(date(622, 3, 20))
