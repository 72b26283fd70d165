"""What there is to do about a laptop before an evening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer_app.domain.laptop_checks import (
    BATTERY_LOW,
    CLOCK_WRONG,
    DAY,
    DISK_FULL,
    OLD,
    Finding,
    LaptopCheck,
    Wanted,
    findings,
    live,
    newest,
)
from trainer_app.domain.rooms import LaptopState

NOW = 1_800_000_000
WANTED = Wanted({"sign-in": 2}, frozenset({"nl", "ar"}), "0.10.0")
READY = LaptopCheck(
    at=NOW,
    battery=80,
    free_mb=20_000,
    program="0.10.0",
    voices=frozenset({"nl", "ar", "en"}),
    lessons={"sign-in": 2, "other": 1},
    now=True,
)


def test_a_ready_laptop_needs_nothing() -> None:
    assert findings(READY, WANTED, NOW) == ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"battery": BATTERY_LOW - 1}, Finding("battery", amount=BATTERY_LOW - 1)),
        ({"free_mb": DISK_FULL - 1}, Finding("disk", amount=DISK_FULL - 1)),
        ({"clock_off": -CLOCK_WRONG - 1}, Finding("clock", amount=-CLOCK_WRONG - 1)),
        ({"lessons": {}}, Finding("lessons", ("sign-in",))),
        ({"lessons": {"sign-in": 1}}, Finding("lessons", ("sign-in",))),
        ({"lessons": None, "missing": ("sign-in",)}, Finding("lessons", ("sign-in",))),
        ({"voices": frozenset({"en"})}, Finding("voices", ("ar", "nl"))),
        ({"program": "0.9.12"}, Finding("program")),
        ({"program": "x" * 5_000 + "9" * 5_000}, Finding("program")),
        ({"now": False, "at": NOW - OLD - 1}, Finding("old", amount=14)),
    ],
)
def test_each_thing_is_found(changed: dict[str, object], found: Finding) -> None:
    assert findings(replace(READY, **changed), WANTED, NOW) == (found,)


@pytest.mark.parametrize(
    "changed",
    [
        {"battery": None},
        {"battery": 3, "plugged": True},
        # A battery of the day before yesterday was charged since, or was not.
        {"battery": 3, "now": False, "at": NOW - 2 * DAY},
        {"lessons": {"sign-in": 3}},
        {"clock_off": CLOCK_WRONG},
        {"program": "0.11"},
        # A clock that was ahead when it was looked at.
        {"now": False, "at": NOW + DAY},
    ],
)
def test_what_does_no_harm_is_not_said(changed: dict[str, object]) -> None:
    assert findings(replace(READY, **changed), WANTED, NOW) == ()


def test_a_laptop_that_never_said_anything_and_one_that_does_not_count() -> None:
    assert findings(None, WANTED, NOW) == (Finding("unknown"),)
    assert findings(READY, WANTED, NOW, standing="shut-out") == (Finding("shut-out"),)
    assert findings(READY, WANTED, NOW, standing="forked") == (Finding("two-histories"),)


def test_a_laptop_in_the_room_says_what_it_lacks_itself() -> None:
    state = LaptopState(NOW, battery=20, free_mb=9_000, missing=("sign-in",), languages=("nl",))
    said = live(state, NOW, 400)
    assert {one.what for one in findings(said, WANTED, NOW)} == {
        "clock", "battery", "lessons", "voices", "program",
    }  # fmt: skip


def test_the_newest_program() -> None:
    assert newest(["0.9.2", "0.10.0", "", "0.10.0-beta"]) == "0.10.0"
    assert newest([]) == ""
