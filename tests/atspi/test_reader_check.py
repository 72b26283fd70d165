"""The outside program's check of a page is shown one fault of each kind, and a page without any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

import pytest

from tests.atspi.outside.check import faults


@dataclass(frozen=True)
class Thing:
    """Something on a page, with its place."""

    role: str
    name: str
    deep: int
    place: tuple[int, int, int, int]
    states: frozenset[str] = frozenset()

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height."""
        return self.place


CAN = frozenset({"focusable"})
WINDOW = Thing("frame", "trainer-app", 0, (0, 0, 800, 600))
TITLE = Thing("heading", "Today", 1, (0, 0, 800, 50))
LINE = Thing("filler", "", 1, (0, 60, 800, 50))
FACE = Thing("image", "Amina", 2, (0, 60, 100, 50))
SAVE = Thing("push button", "Save", 2, (200, 60, 100, 50), CAN)
FIELD = Thing("text", "Name", 1, (0, 120, 800, 50), CAN)
SOUND = [WINDOW, TITLE, LINE, FACE, SAVE, FIELD]


def found(things: list[Thing], *, rtl: bool = False, first: str = "") -> list[str]:
    return faults(cast(Any, things), rtl=rtl, first=first)


def test_a_sound_page_has_no_fault():
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("sound", "planted", "words"),
    [
        (SAVE, replace(SAVE, name=""), "has no name"),
        (FIELD, replace(FIELD, name=""), "has no name"),
        (FACE, replace(FACE, name=""), "says nothing"),
        (TITLE, replace(TITLE, name=""), "says nothing"),
        (LINE, replace(LINE, states=CAN), "nobody knows what it is"),
        (FIELD, replace(FIELD, place=(0, -80, 800, 50)), "stands before it"),
        (SAVE, replace(SAVE, place=(-200, 60, 100, 50)), "stands before it"),
    ],
)
def test_each_planted_fault_is_found_alone(sound: Thing, planted: Thing, words: str):
    [fault] = found([planted if one is sound else one for one in SOUND])
    assert words in fault


def test_where_reading_begins_at_the_right_the_order_is_the_other():
    [fault] = found(SOUND, rtl=True)
    assert "stands before it" in fault
    mirrored = [replace(FACE, place=(700, 60, 100, 50)) if one is FACE else one for one in SOUND]
    assert found(mirrored, rtl=True) == []


def test_what_is_told_first_may_stand_anywhere():
    page = [WINDOW, replace(TITLE, place=(0, 200, 800, 50)), LINE]
    assert len(found(page)) == 1
    assert found(page, first="Today") == []
