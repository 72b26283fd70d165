"""Somebody who sees nothing leads an evening and learns in it, by what the program says alone."""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.atspi.desktop import at_noon, missing, read_from_outside
from tests.atspi.plan import PEOPLE, write_plan
from trainer_app.app.folder import speak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is of Linux alone")

LESSON = ("unlock", "begin_session", "hand_over", "sign_in", "read_lesson")
AFTER = ("come_back", "mark_attendance", "end_session", "export")
SHORT = (*LESSON, "to_questions", "answer_questions", *AFTER)
WHOLE = (*LESSON, "practise", "answer_questions", "practise_on_plaza", *AFTER)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", at_noon())
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_what_the_outside_program_needs_is_there() -> None:
    assert not missing(), f"please install: sudo apt-get install {' '.join(missing())}"


@pytest.mark.parametrize(
    ("language", "steps"),
    [
        pytest.param("en", SHORT, id="en-short"),
        pytest.param("en", WHOLE, id="en", marks=pytest.mark.slow),
        pytest.param("ar", WHOLE, id="ar", marks=pytest.mark.slow),
    ],
)
def test_an_evening_by_ear(language: str, steps: tuple[str, ...], tmp_path: Path) -> None:
    assert not missing(), f"please install: sudo apt-get install {' '.join(missing())}"
    speak("en")
    read_from_outside(write_plan(tmp_path, language, steps), tmp_path)
    [table] = tmp_path.glob("*.csv")
    with table.open(encoding="utf-8-sig", newline="") as lines:
        [_head, *rows] = csv.reader(lines)
    assert sorted(cell for row in rows for cell in row if cell in PEOPLE) == sorted(PEOPLE)
    [book] = tmp_path.glob("*.xlsx")
    sheet = load_workbook(book).worksheets[0]
    assert sheet.max_row >= len(PEOPLE) + 1
