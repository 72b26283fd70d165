"""Dates, times and numbers as each language writes them, and dates as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from unicodedata import bidirectional

import pytest
from centres import WINTER
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.i18n import in_language, use
from trainer_app.i18n.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from trainer_app.i18n.formats import clock, hours, long_date, number, parse_day, short_date

DAY = date(2025, 3, 11)


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", ["Tuesday", "11", "March", "2025"], ["11", "Mar", "2025"]),
        ("nl", ["dinsdag", "11", "maart", "2025"], ["11", "mrt", "2025"]),
        ("ar", ["الثلاثاء", "11", "مارس", "2025"], ["11", "03", "2025"]),
    ],
)
def test_dates_say_day_month_year_in_that_order(
    language: str, long: list[str], short: list[str]
) -> None:
    use(language)
    for written, parts in ((long_date(DAY), long), (short_date(DAY), short)):
        places = [written.index(part) for part in parts]
        assert places == sorted(places), written


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Tuesday"), ("nl", "dinsdag"), ("ar", "الثلاثاء")]
)
def test_a_long_date_names_the_day_in_full(language: str, day: str) -> None:
    use(language)
    assert long_date(DAY).lstrip(FIRST_STRONG_ISOLATE).startswith(day)


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
@pytest.mark.parametrize("write", [long_date, short_date])
def test_a_date_keeps_its_own_direction(language: str, write: Callable[[date], str]) -> None:
    use(language)
    written = write(DAY)
    assert written[0] == FIRST_STRONG_ISOLATE
    assert written[-1] == POP_ISOLATE
    # The first strong letter says which way the isolate is read.
    strong = next(bidirectional(c) for c in written if bidirectional(c) in ("L", "R", "AL"))
    assert (strong == "L") == (language != "ar")


@pytest.mark.parametrize(
    ("language", "thousands", "decimals"),
    [("en", "1,234,567", "1,234.50"), ("nl", "1.234.567", "1.234,50")],
)
def test_numbers_have_the_separators_of_the_language(
    language: str, thousands: str, decimals: str
) -> None:
    use(language)
    assert number(1_234_567) == thousands
    assert number(Decimal("1234.5"), 2) == decimals
    assert number(0) == "0"
    assert number(7, 0) == "7"


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
def test_a_clock_has_24_hours_in_every_language(language: str) -> None:
    use(language)
    assert clock(time(9, 5)) == "09:05"
    assert clock(datetime(2025, 3, 11, 18, 30, tzinfo=WINTER)) == "18:30"
    assert clock(datetime(2025, 3, 11, 18, 30, tzinfo=UTC)) == "18:30"
    assert clock(None) == "–"


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
def test_a_stretch_of_time_keeps_its_own_direction(language: str) -> None:
    use(language)
    assert hours(time(10), time(12)) == "\u206610:00–12:00\u2069"
    assert hours(time(10), None) == "\u206610:00––\u2069"


@pytest.mark.parametrize(
    "typed",
    [
        "2025-03-11", "11-3-2025", "11/03/2025", "11.3.25", " 11 3 2025 ", "11-03-25", "11—3—2025",
        "١١/٣/٢٠٢٥", "٢٠٢٥-٠٣-١١", "۱۱/۳/۲۰۲۵", "2025/3/11", "\u206611-3-2025\u2069",
    ],
)  # fmt: skip
def test_a_date_may_be_typed_in_many_ways(typed: str) -> None:
    assert parse_day(typed) == DAY


@pytest.mark.parametrize(
    "typed",
    [
        "", "today", "11", "11-3", "11-3-2025-1", "31-2-2025", "0-3-2025", "11-13-2025", "11-3-202",
        "11-3-20255", "²-³-¹", "9" * 5000, "1-1-" + "9" * 5000, "2025-03-11 10:00",
        "99999999999-1-1", "11-3-0",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_day(typed) is None


@given(st.text())
def test_any_typing_is_a_date_or_none(typed: str) -> None:
    found = parse_day(typed)
    assert found is None or isinstance(found, date)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["en", "nl", "ar"]))
def test_every_day_is_read_back_as_typed(day: date, language: str) -> None:
    with in_language(language):
        assert parse_day(day.isoformat()) == day
        assert parse_day(f"{day.day}-{day.month}-{day.year}") == day
    assert parse_day(f"{day:%d/%m/%y}") == day.replace(year=2000 + day.year % 100)
