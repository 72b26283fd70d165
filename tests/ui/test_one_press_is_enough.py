"""Nothing but lesson 1, which teaches them, asks for two quick clicks or for pulling alone."""

from __future__ import annotations

import re
from pathlib import Path

from trainer_app import ui

ROOT = Path(ui.__file__).parent
_TWICE = re.compile(r"doubleClicked|def mouseDoubleClickEvent|DoubleClick\b")
_PULLED = re.compile(r"def mouseMoveEvent|QDrag\b|def dropEvent")
# Each of these is also done by presses and by keys: cards are lifted and put down by two presses,
# rows have buttons and Alt with an arrow, a file is chosen by a button.
PULLED_TOO = {
    "practice/pointer/target.py",
    "practice/sorting/parts.py",
    "workshop/lesson_rows.py",
    "workshop/roster_source.py",
}


def found(pattern: re.Pattern[str]) -> set[str]:
    """The modules of the screens in which a pattern stands."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in ROOT.rglob("*.py")
        if pattern.search(file.read_text(encoding="utf-8"))
    }


def test_two_quick_clicks_are_asked_for_in_lesson_one_only() -> None:
    assert found(_TWICE) == {"practice/pointer/target.py"}


def test_whatever_is_pulled_can_be_pressed_too() -> None:
    assert found(_PULLED) <= PULLED_TOO
    assert "workshop/lesson_rows.py" in found(_PULLED)
