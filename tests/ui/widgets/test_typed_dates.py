"""Dates and times as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.ui.widgets.dates import order_of, sign_of
from trainer_app.ui.widgets.typed_dates import latin_digits, read_date, read_time, write_date

TODAY = date(2025, 3, 1)
ORDERS = ("dmy", "mdy", "ymd")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(ORDERS))
def test_what_is_written_can_be_read(day, order):
    assert read_date(write_date(day, order), order) == day
    assert read_date(day.isoformat(), order) == day


@given(st.text(max_size=12), st.sampled_from(ORDERS))
def test_anything_typed_is_a_date_or_nothing(text, order):
    found = read_date(text, order, TODAY)
    assert found is None or 1 <= found.year <= 9999


@pytest.mark.parametrize(
    "typed",
    ["11/3/2025", "11.3.25", "11-03-2025", " 11 3 2025 ", "110325", "11032025", "2025-03-11",
     "20250311", "11/3", "١١/٣/٢٠٢٥", "۱۱/۳/۲۰۲۵"],
)  # fmt: skip
def test_usual_forms_are_read(typed):
    assert read_date(typed, "dmy", TODAY) == date(2025, 3, 11)


@pytest.mark.parametrize("typed", ["", "31/2/2025", "32/1/2025", "11/3/25 morning", "1/2/3/4", "5"])
def test_what_is_no_date_is_refused(typed):
    assert read_date(typed, "dmy", TODAY) is None


def test_the_place_decides_the_order():
    assert read_date("3/11/2025", "mdy") == date(2025, 3, 11)
    assert [order_of(code) for code in ("en", "nl", "ar", "zh")] == ["dmy", "dmy", "dmy", "ymd"]


@given(st.times())
def test_every_minute_can_be_typed(moment):
    minute = moment.replace(second=0, microsecond=0)
    assert read_time(minute.strftime("%H:%M")) == minute
    assert read_time(minute.strftime("%H%M")) == minute


@pytest.mark.parametrize(
    ("typed", "found"),
    [("9", time(9)), ("9:30", time(9, 30)), ("9.30", time(9, 30)), ("9h30", time(9, 30)),
     ("930", time(9, 30)), ("2 pm", time(14)), ("12 am", time(0)), ("12:15 p.m.", time(12, 15)),
     ("٩:٣٠", time(9, 30)), ("2 م", time(14))],
)  # fmt: skip
def test_usual_times_are_read(typed, found):
    assert read_time(typed) == found


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "13 pm", "0 am", "nine", "9:3"])
def test_what_is_no_time_is_refused(typed):
    assert read_time(typed) is None


def test_digits_of_every_script_become_latin():
    assert latin_digits("٢٠٢٥ ۱۴ 7a") == "2025 14 7a"


@pytest.mark.parametrize(
    "typed",
    [
        "۱۴۰۳/۱۲/۲۱", "1403/12/21", "1403-12-21", "21/12/1403", "۰۳/۱۲/۲۱", "14031221", "۱۲/۲۱",
        "2025-03-11", "۲۰۲۵/۳/۱۱", "11/3/2025",
    ],
)  # fmt: skip
def test_a_solar_date_may_be_typed_in_many_ways(typed):
    assert read_date(typed, "ymd", TODAY, solar=True) == date(2025, 3, 11)


@pytest.mark.parametrize("typed", ["1403/12/31", "1404/12/30", "1403/13/1", "1403/12", "x1403/1/1"])
def test_what_is_no_solar_date(typed):
    assert read_date(typed, "ymd", solar=True) is None


def test_short_solar_years_lie_around_now():
    assert read_date("57/11/22", "ymd", solar=True) == date(1979, 2, 11)
    assert read_date("05/09/01", "ymd", solar=True) == date(2026, 11, 22)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(ORDERS))
def test_what_is_written_by_the_sun_can_be_read(day, order):
    written = write_date(day, order, solar=True)
    assert read_date(written, order, solar=True) == day
    assert read_date(written.replace("/", "."), order, solar=True) == day


def test_each_language_has_its_order_and_sign():
    languages = ("en", "nl", "fr", "es", "ar", "fa", "tr", "uk")
    assert [order_of(code) for code in languages] == [*["dmy"] * 5, "ymd", "dmy", "dmy"]
    assert [sign_of(code) for code in languages] == [*["/"] * 6, ".", "."]
