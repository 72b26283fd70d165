"""Reads dates and times as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from typing import Literal

from trainer_app.i18n.solar import gregorian
from trainer_app.i18n.solar import solar as solar_day

Order = Literal["dmy", "mdy", "ymd"]
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.hu,٫ ]\s*(\d{2})?)?|(\d{1,2})(\d{2})", re.IGNORECASE)
_GREGORIAN = 1700
"""Whole years from here on are Gregorian, whoever types them."""
_AFTERNOON = re.compile(r"(?:\s*(p\.?m\.?|a\.?m\.?|م|ص))$", re.IGNORECASE)


def latin_digits(text: str) -> str:
    """The text with the digits of every script as 0–9."""
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


def read_date(
    text: str, order: Order, today: date | None = None, *, solar: bool = False
) -> date | None:
    """A date from `2025-03-11`, `11/3/2025`, `11.3.25`, `11 3` (this year), `110325`; else None.

    A year that is typed whole, first or last, wins over `order`. Two-digit years lie within
    2000–2069 or 1970–1999, as POSIX reads them. With `solar`, years are those of Iran's calendar,
    the short ones within 1400–1449 or 1350–1399; a Gregorian year typed whole is understood.
    """
    digits = latin_digits(text).strip()
    parts = re.findall(r"\d+", digits)
    if re.search(r"[^\W\d_]", digits):
        return None
    if len(parts) == 1 and len(parts[0]) in (6, 8):
        parts = _cut(parts[0], order)
    if len(parts) == 2 and today is not None and order != "ymd":
        parts.append(_year_of(today, solar))
    if len(parts) == 2 and today is not None and order == "ymd":
        parts.insert(0, _year_of(today, solar))
    if len(parts) != 3:
        return None
    fields = "ymd" if len(parts[0]) == 4 else order
    if len(parts[2]) == 4 and order == "ymd":
        fields = "dmy"
    found = dict(zip(fields, parts, strict=True))
    if len(found["m"]) > 2 or len(found["d"]) > 2 or len(found["y"]) not in (2, 4):
        return None
    try:
        return _day(found["y"], int(found["m"]), int(found["d"]), solar)
    except ValueError:
        return None


def _day(typed: str, month: int, day: int, solar: bool) -> date:
    year = int(typed)
    if len(typed) == 2 and solar:
        year += 1400 if year < 50 else 1300
    elif len(typed) == 2:
        year += 2000 if year < 70 else 1900
    return gregorian(year, month, day) if solar and year < _GREGORIAN else date(year, month, day)


def _year_of(today: date, solar: bool) -> str:
    return str(solar_day(today).year if solar else today.year)


def _cut(digits: str, order: Order) -> list[str]:
    """Split digits typed in one go; a year of four digits comes first if it reads like one."""
    year_first = order == "ymd" or (digits[:2] in ("19", "20") and digits[4] in "01")
    if len(digits) == 8 and year_first:
        return [digits[:4], digits[4:6], digits[6:]]
    return [digits[:2], digits[2:4], digits[4:]]


def write_date(day: date, order: Order, sign: str = "/", *, solar: bool = False) -> str:
    """A date in the order of the place with `sign` between its parts, its year always whole."""
    written = solar_day(day) if solar else day
    fields = {"d": f"{written.day:02}", "m": f"{written.month:02}", "y": f"{written.year:04}"}
    return sign.join(fields[each] for each in order)


def read_time(text: str) -> time | None:
    """A time from `9`, `9:30`, `9.30`, `9h30`, `0930`, `2 pm`; else None."""
    typed = latin_digits(text).strip()
    half = _AFTERNOON.search(typed)
    if half:
        typed = typed[: half.start()]
    found = _TIME.fullmatch(typed)
    if not found:
        return None
    hour = int(found[1] or found[3])
    minute = int(found[2] or found[4] or 0)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half[1][0].lower() in "pم" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
