"""Dates, times and numbers as the language in use writes them, for screens and paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Literal

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from trainer_app.i18n.bidi import isolate
from trainer_app.i18n.catalogs import current
from trainer_app.i18n.figures import PERSIAN
from trainer_app.i18n.solar import solar

_YEAR_WORD = re.compile(r"(?<=\d)\s+\w\.$")
_WITH_SIGNS = str.maketrans("0123456789,.%", "۰۱۲۳۴۵۶۷۸۹٬٫٪")


def long_date(day: date) -> str:
    """Such as "Tuesday, 11 March 2025", kept together in words of any direction."""
    if current().calendar == "solar":
        return isolate(f"{format_date(day, 'EEEE', locale=_locale())} {_solar_date(day)}")
    return isolate(figures(_date(day, "full")))


def short_date(day: date) -> str:
    """Such as "11 Mar 2025", kept together in words of any direction."""
    if current().calendar == "solar":
        return isolate(_solar_date(day))
    return isolate(figures(_date(day, "medium")))


def funder_date(day: date) -> str:
    """A long date as on papers for a funder: the Gregorian one is beside that of another calendar.

    Kept together in words of any direction.
    """
    if current().calendar == "solar":
        return isolate(f"{long_date(day)} ({_gregorian_date(day)})")
    return long_date(day)


def short_funder_date(day: date) -> str:
    """A short date as on papers for a funder; see `funder_date`."""
    if current().calendar == "solar":
        return isolate(f"{short_date(day)} ({_gregorian_date(day)})")
    return short_date(day)


def month_and_year(day: date) -> str:
    """Such as "March 2025", always of the Gregorian calendar, by which figures are published."""
    return isolate(figures(_bare(format_skeleton("yMMMM", day, locale=_locale()))))


def clock(moment: time | datetime | None) -> str:
    """Hours and minutes on a clock of 24 hours; an en dash where the time is not known."""
    return "–" if moment is None else figures(format_time(moment, "HH:mm", locale=_locale()))


def hours(start: time | datetime | None, end: time | datetime | None) -> str:
    """A stretch of time such as "10:00–12:00", kept together in any direction."""
    return f"\u2066{clock(start)}–{clock(end)}\u2069"


def number(value: int | Decimal, decimals: int | None = None) -> str:
    """A number with the language's separators; `decimals` fixes how many places are shown."""
    pattern = None if decimals is None else f"#,##0.{'0' * decimals}"
    return _signs(format_decimal(value, format=pattern, locale=_locale()))


def percent(whole: int) -> str:
    """A whole number of hundredths such as "36%", as the language writes it, kept together."""
    return isolate(_signs(format_percent(Decimal(whole) / 100, locale=_locale())))


def money(cents: int, currency: str) -> str:
    """Such as "€12.50", kept together in words of any direction; `currency` as in ISO 4217."""
    return isolate(_signs(format_currency(Decimal(cents) / 100, currency, locale=_locale())))


def duration(minutes: int) -> str:
    """Hours and minutes such as "12:05", which add up exactly, kept together."""
    return f"\u2066{figures(f'{minutes // 60}:{minutes % 60:02}')}\u2069"


def figures(text: str) -> str:
    """The text with its figures 0–9 as the language in use writes them."""
    return text.translate(PERSIAN) if current().digits == "persian" else text


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


def _signs(text: str) -> str:
    """A number with the figures and the separators of the language in use."""
    return text.translate(_WITH_SIGNS) if current().digits == "persian" else text


def _solar_date(day: date) -> str:
    found = solar(day)
    return figures(f"{found.day} {found.month_name} {found.year}")


def _gregorian_date(day: date) -> str:
    return figures(_date(day, "long"))


def _date(day: date, length: Literal["full", "long", "medium"]) -> str:
    return _bare(format_date(day, format=length, locale=_locale()))


def _bare(text: str) -> str:
    """Without "р." for "year" at the end: a sentence that ends there would have two full stops."""
    return _YEAR_WORD.sub("", text)


def _locale() -> Locale:
    return _locale_of(current().code)


@cache
def _locale_of(code: str) -> Locale:
    """What Babel knows of a language; British English writes for one of which it knows nothing."""
    # Plain English is that of the United States, with the month first.
    try:
        return Locale.parse({"en": "en-GB"}.get(code, code), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
