"""What a field of each type may hold: the same in every program that reads JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from trainer_app.domain.attendance import Role, Status

LARGEST = 2**53 - 1
"""Whole numbers up to here are the same in every program that reads JSON."""

LATEST_MOMENT = 32_503_680_000
"""UTC seconds up to the year 3000: later days are none on every computer."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
_STATUSES = frozenset(map(str, Status))
_ROLES = frozenset(map(str, Role))
# What an erased person leaves: session, role, status, late, early, left at (which may be empty).
_LEFT = re.compile(
    rf"[^|\n]+\|({'|'.join(Role)})\|({'|'.join(Status)})"
    r"\|[0-9]{1,15}\|[0-9]{1,15}\|[0-9]{0,15}"
)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_int(value: Any) -> bool:
    return type(value) is int and -LARGEST <= value <= LARGEST


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _is_moment(value: Any) -> bool:
    return type(value) is int and 0 <= value < LATEST_MOMENT


def _is_list(value: Any) -> bool:
    # A table keeps a list as lines.
    return isinstance(value, list | tuple) and all(
        _is_text(item) and item and "\n" not in item for item in value
    )


def _is_rows(value: Any) -> bool:
    return _is_list(value) and all(_LEFT.fullmatch(item) for item in value)


def is_id(value: Any) -> bool:
    """Whether this can be an id."""
    # A colon would make one thing's name look like another's.
    return _is_text(value) and ":" not in value


def _is_text(value: Any) -> bool:
    """Whether this is text that can be written as UTF-8 (half a letter cannot)."""
    return isinstance(value, str) and (value.isascii() or _encodes(value))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_day(value: Any) -> bool:
    return _is_text(value) and _is_there(_DATE, date.fromisoformat, value)


def _is_clock(value: Any) -> bool:
    return _is_text(value) and _is_there(_CLOCK, time.fromisoformat, value)


def _is_there(shape: re.Pattern[str], read: Callable[[str], object], text: str) -> bool:
    """Whether there is such a day or such a time on a clock."""
    if not shape.fullmatch(text):
        return False
    try:
        read(text)
    except ValueError:
        return False
    return True


def _is_status(value: Any) -> bool:
    return isinstance(value, str) and value in _STATUSES


def _is_role(value: Any) -> bool:
    return isinstance(value, str) and value in _ROLES


FITS: Mapping[str, Callable[[Any], bool]] = {
    "text": _is_text,
    "id": is_id,
    "int": _is_int,
    "count": _is_count,
    "moment": _is_moment,
    "flag": _is_flag,
    "list": _is_list,
    "rows": _is_rows,
    "date": _is_day,
    "clock": _is_clock,
    "status": _is_status,
    "role": _is_role,
}
"""What a field of each type may hold, where it holds anything."""
