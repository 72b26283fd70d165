"""An appointment as iCalendar (RFC 5545), short enough for a QR code on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST = 60
"""Bytes of a title or place; with their names such lines need no folding (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where something is. Times have their zone; `uid` is the same if it is told again.

    Nothing of it is about a person: it goes into phones and their clouds.
    """

    uid: str
    title: str
    place: str
    start: datetime
    end: datetime
    made: datetime


def calendar(appointment: Appointment) -> str:
    """The appointment as a calendar of one event, times in UTC, lines ended as the RFC asks.

    A title or place that is too long is cut at LONGEST bytes, with an ellipsis. ValueError for a
    time without a zone.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//trainer-app//EN",
        "BEGIN:VEVENT",
        f"UID:{appointment.uid}",
        f"DTSTAMP:{_utc(appointment.made)}",
        f"DTSTART:{_utc(appointment.start)}",
        f"DTEND:{_utc(appointment.end)}",
        f"SUMMARY:{_text(appointment.title)}",
    ]
    if appointment.place.strip():
        lines.append(f"LOCATION:{_text(appointment.place)}")
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])


def _utc(moment: datetime) -> str:
    if moment.utcoffset() is None:
        raise ValueError(moment)
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Words on one line, escaped, at most LONGEST bytes of UTF-8."""
    tidy = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    escaped = tidy.translate(_ESCAPED)
    if len(escaped.encode()) <= LONGEST:
        return escaped
    while len(f"{tidy}…".translate(_ESCAPED).encode()) > LONGEST:
        tidy = tidy[:-1]
    return f"{tidy.rstrip()}…".translate(_ESCAPED)
