"""Dates, times and numbers as the language in use writes them, for screens and paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from trainer_app.i18n.bidi import isolate
from trainer_app.i18n.catalogs import current


def long_date(day: date) -> str:
    """Such as "Tuesday, 11 March 2025", kept together in words of any direction."""
    return isolate(format_date(day, format="full", locale=_locale()))


def short_date(day: date) -> str:
    """Such as "11 Mar 2025", kept together in words of any direction."""
    return isolate(format_date(day, format="medium", locale=_locale()))


def month_and_year(day: date) -> str:
    """Such as "March 2025"; the name of a month stands as on a calendar."""
    return isolate(format_skeleton("yMMMM", day, locale=_locale()))


def clock(moment: time | datetime | None) -> str:
    """Hours and minutes on a clock of 24 hours; an en dash where the time is not known."""
    return "–" if moment is None else format_time(moment, "HH:mm", locale=_locale())


def hours(start: time | datetime | None, end: time | datetime | None) -> str:
    """A stretch of time such as "10:00–12:00", kept together in any direction."""
    return f"\u2066{clock(start)}–{clock(end)}\u2069"


def number(value: int | Decimal, decimals: int | None = None) -> str:
    """A number with the language's separators; `decimals` fixes how many places are shown."""
    pattern = None if decimals is None else f"#,##0.{'0' * decimals}"
    return format_decimal(value, format=pattern, locale=_locale())


def percent(whole: int) -> str:
    """A whole number of hundredths such as "36%", as the language writes it, kept together."""
    return isolate(format_percent(Decimal(whole) / 100, locale=_locale()))


def money(cents: int, currency: str) -> str:
    """Such as "€12.50", kept together in words of any direction; `currency` as in ISO 4217."""
    return isolate(format_currency(Decimal(cents) / 100, currency, locale=_locale()))


def duration(minutes: int) -> str:
    """Hours and minutes such as "12:05", which add up exactly, kept together."""
    return f"\u2066{minutes // 60}:{minutes % 60:02}\u2069"


def listed(items: Sequence[str]) -> str:
    """Such as "Amina, Samir and Rosa"."""
    return str(format_list(list(items), locale=_locale()))


def parse_day(text: str) -> date | None:
    """A typed date: ISO, or day-month-year with any separator; None where it is none.

    Digits of any script will do; a year has four of them, or the last two.
    """
    parts = "".join(c if c.isdecimal() else " " for c in text).split()
    if len(parts) != 3:
        return None
    year, month, day = parts if len(parts[0]) > 2 else reversed(parts)
    if len(year) not in (2, 4) or len(month) > 2 or len(day) > 2:
        return None
    try:
        return date(int(year) + 2000 if len(year) == 2 else int(year), int(month), int(day))
    except ValueError:
        return None


def _locale() -> str:
    # British English writes the day first, as everyone here who reads English does.
    return {"en": "en_GB"}.get(current().code, current().code)
