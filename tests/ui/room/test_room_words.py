"""What is said of a laptop: its trouble in words, never a name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from trainer_app.domain.rooms import Dropped, Kind, LaptopState, RoomLaptop
from trainer_app.i18n import use
from trainer_app.ui.room import room_words as words

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
SINCE = int(NOW.timestamp()) - 900


def state(**values: object) -> LaptopState:
    """A laptop with which all is well."""
    usual = {"battery": 80, "free_mb": 9000, "people": 2, "lesson": "sign-in-and-out"}
    return LaptopState(clock=SINCE, **{**usual, **values})  # type: ignore[arg-type]


def laptop(letters: str, *, kind: Kind = "ours", **values: object) -> RoomLaptop:
    """A laptop that came a quarter of an hour ago."""
    return RoomLaptop(f"id-{letters}", kind, letters, since=SINCE, **values)  # type: ignore[arg-type]


def said(one: RoomLaptop) -> list[str]:
    return [
        each.translate(str.maketrans("", "", "\u2066\u2069")) for each, _t, _i in words.badges(one)
    ]


def plain(text: str) -> str:
    return text.translate(str.maketrans("", "", "\u2066\u2067\u2068\u2069"))


def test_names_are_letters_or_a_number() -> None:
    assert plain(words.name(laptop("K7Q"))) == "Laptop K7Q"
    assert plain(words.name(laptop("", kind="guest", guest=2))) == "Guest 2"


def test_standing() -> None:
    assert plain(words.standing(laptop("B"), NOW)) == "Here since 10:15"
    assert plain(words.standing(laptop("B", here=False), NOW)) == "Gone since 10:15"
    waiting = laptop("B", kind="closed")
    assert plain(words.standing(waiting, NOW)) == "Locked, waits since 10:15"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_way_of_being_dropped_has_words_of_its_own(language: str) -> None:
    use(language)
    found = {trouble: words.dropped_words(trouble) for trouble in get_args(Dropped)}
    assert len(set(found.values())) == len(found)
    assert words.dropped_words("something newer") not in found.values()


def test_nothing_to_see_to() -> None:
    assert said(laptop("B", state=state())) == ["80 %"]
    assert said(laptop("B")) == []
    assert said(laptop("B", here=False, state=state(battery=2))) == []


def test_the_worst_comes_first() -> None:
    low = state(battery=12, free_mb=320, missing=("a", "b"), waiting=3, languages=("nl", "ar"))
    assert said(laptop("B", clock_off=-340, state=low)) == [
        "12 %",
        "Clock 5 minutes behind",
        "Disk: 320 MB left",
        "2 lessons are coming",
        "3 entries to come",
        "nl, ar",
    ]


def test_an_empty_battery_on_the_cable_is_no_trouble() -> None:
    (one,) = words.badges(laptop("B", state=state(battery=5, plugged=True)))
    assert one[1:] == ("plain", "battery-charging")


def test_clocks() -> None:
    assert said(laptop("B", clock_off=59, state=state()))[0] == "80 %"
    assert said(laptop("B", clock_off=60, state=state()))[0] == "Clock 1 minute ahead"
    assert said(laptop("B", clock_off=7300, state=state()))[0] == "Clock 2 hours ahead"


def test_who_sits_there_is_a_number() -> None:
    assert words.people(laptop("B", state=state(people=1))) == "1 person"
    assert words.people(laptop("B", state=state(people=0))) == "Nobody signed in"
    assert words.people(laptop("", kind="guest", guest=1, state=state(people=0))) == ""
    assert words.people(laptop("B", kind="closed", state=state())) == ""
    assert words.lesson(laptop("B", state=state()), str.upper) == "SIGN-IN-AND-OUT"
    assert words.lesson(laptop("B", here=False, state=state()), str.upper) == ""
