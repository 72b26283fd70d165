"""Opening lessons and practices all day leaves nothing behind."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from trainer_app.i18n import use

from .hand import settle
from .openings import open_lesson
from .practice_walk import close, practice_window

LESSON = "point-and-click"
TIMES = 5
OPENINGS = 1_000
GROWTH = 1.02


def living() -> Counter[str]:
    """How many widgets there are, and how many objects of our own widgets, dead ones included."""
    for _round in range(2):
        settle()
        gc.collect()
    found = Counter(
        type(each).__name__
        for each in gc.get_objects()
        if isinstance(each, QObject) and type(each).__module__.startswith("trainer_app.")
    )
    found["widgets"] = len(QApplication.allWidgets())
    found["windows"] = len(QApplication.topLevelWidgets())
    return found


def test_a_lesson_and_its_practice_leave_no_widget_behind(qapp, tmp_path):
    use("en")
    window = practice_window(tmp_path, "en")
    opened = open_lesson(window, LESSON, "en")
    before = living()
    for _time in range(TIMES):
        opened += open_lesson(window, LESSON, "en")
    after = living()
    assert opened == 2 * (TIMES + 1)
    # Of earlier tests something may go meanwhile.
    assert after - before == Counter()
    close(window)


@pytest.mark.slow
def test_a_thousand_openings_take_hardly_more_memory(tmp_path):
    """In a process of its own, whose memory nothing else takes."""
    printed = subprocess.run(
        [sys.executable, "-m", "tests.journeys.openings", str(OPENINGS)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    first, last = map(int, (printed[0], printed[-1]))
    assert last <= first * GROWTH, f"{first} kB, then {last} kB"
