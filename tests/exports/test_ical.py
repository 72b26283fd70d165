"""An appointment that another program's reader understands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.exports.ical import LONGEST, Appointment, calendar

START = datetime(2026, 12, 1, 18, 30, tzinfo=timezone(timedelta(hours=1)))
CLASS = Appointment(
    uid="0193a2",
    title="Tuesday group",
    place="Library, room 2; upstairs",
    start=START,
    end=START + timedelta(hours=2),
    made=START - timedelta(days=7),
)


def read(text: str) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_another_reader_finds_the_hour_and_the_place() -> None:
    event = read(calendar(CLASS))
    assert event.start == datetime(2026, 12, 1, 17, 30, tzinfo=UTC)
    assert event.end - event.start == timedelta(hours=2)
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (CLASS.title, CLASS.place)
    assert event["DTSTAMP"].dt == CLASS.made
    # Whoever is invited, and by whom, stands nowhere.
    assert {"ORGANIZER", "ATTENDEE", "CONTACT", "URL"} & set(event) == set()


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_stay_short_and_in_their_line(title: str, place: str) -> None:
    text = calendar(Appointment("1", title, place, START, START + timedelta(hours=1), START))
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= LONGEST + len("LOCATION:") for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    event = read(text)
    tidy = " ".join("".join(one if one.isprintable() else " " for one in title).split())
    shown = str(event["SUMMARY"])
    assert shown == tidy or tidy.startswith(shown.removesuffix("…").rstrip())
    assert ("LOCATION" in event) == bool(place.strip())


def test_a_time_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError):
        calendar(Appointment("1", "a", "b", START.replace(tzinfo=None), START, START))
