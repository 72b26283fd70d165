"""People of several centres counted once: what a print is made of, and the days of a period."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date

from trainer_app.domain.errors import WrongPeriod

_YEARS = re.compile("(20[0-9]{2})(?:-(20[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or several, for which centres share a key. `name`: "2026" or "2026-2028"."""

    name: str
    since: date
    until: date


def read_period(text: str) -> Period:
    """The period that somebody typed. Raises WrongPeriod."""
    found = _YEARS.fullmatch(text.strip())
    if found is None:
        raise WrongPeriod(period=text)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise WrongPeriod(period=text)
    name = f"{first}" if first == last else f"{first}-{last}"
    return Period(name, date(first, 1, 1), date(last, 12, 31))


def is_period(name: str) -> bool:
    """Whether this is a period as it is written down."""
    try:
        return read_period(name).name == name
    except WrongPeriod:
        return False


def print_of(key: bytes, plain_name: str, birth_year: int) -> str:
    """HMAC-SHA256 of a name and a year of birth in hex: the same wherever the key is.

    `plain_name`: as `rosters.plain_names` writes it.
    """
    return hmac.new(key, f"{plain_name}|{birth_year}".encode(), hashlib.sha256).hexdigest()
