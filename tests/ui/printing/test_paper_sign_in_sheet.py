"""The paper to sign: everything a funder looks for, and room to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_reader import NAMES, Pdf, plain

from trainer_app.i18n import in_language
from trainer_app.ui.printing import SheetRow, SignInSheet, draw_sign_in_sheet

Opened = Callable[[Path], Pdf]

SHEET = SignInSheet(
    organisation="Buurthuis De Brug", course="Eerste stappen", number=3,
    date=date(2026, 3, 16), start=time(10), end=time(12),
    rows=[SheetRow(f"AB{place + 1}", name) for place, name in enumerate(NAMES)],
    project="Samen Online", project_number="AMIF-2026/123", funder="Asylum and Migration Fund",
    place="Zaal 2", topics=["Spot a scam", "كلمات السر"], trainer="Joke de Vries",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_a_funder_looks_for(tmp_path: Path, opened: Opened, language: str) -> None:
    file = tmp_path / "sheet.pdf"
    with in_language(language):
        draw_sign_in_sheet(SHEET, file)
    text = opened(file).text
    wanted = [
        "Buurthuis De Brug", "Eerste stappen", "10:00–12:00", "Samen Online", "AMIF-2026/123",
        "Asylum and Migration Fund", "Zaal 2", "Spot a scam", "كلمات السر", "Joke de Vries",
        "2026", *NAMES, *(row.number for row in SHEET.rows),
    ]  # fmt: skip
    assert [each for each in wanted if plain(each) not in text] == []


def test_blank_columns_and_the_trainers_signature(tmp_path: Path, opened: Opened) -> None:
    draw_sign_in_sheet(SHEET, tmp_path / "sheet.pdf")
    text = opened(tmp_path / "sheet.pdf").text
    assert "Row Number Name Time in Time out Signature" in text
    assert "Trainer's name Trainer's signature Date" in text
    assert "Monday, 16 March 2026" in text


def test_walk_ins_find_empty_rows_with_numbers(tmp_path: Path, opened: Opened) -> None:
    draw_sign_in_sheet(replace(SHEET, empty_rows=7), tmp_path / "sheet.pdf")
    words = [word for page in opened(tmp_path / "sheet.pdf").words_on_pages() for word in page]
    rows = [int(word.text) for word in words if word.left < 60 and word.text.isdigit()]
    assert rows == [*range(1, len(NAMES) + 8)]


def test_many_rows_take_more_pages_each_with_its_heading(tmp_path: Path, opened: Opened) -> None:
    rows = [SheetRow(f"AB{place}", f"Person {place}") for place in range(1, 101)]
    draw_sign_in_sheet(replace(SHEET, rows=rows), tmp_path / "sheet.pdf")
    pdf = opened(tmp_path / "sheet.pdf")
    assert int(pdf.facts["Pages"]) == len(pdf.pages) >= 5
    for number, page in enumerate(pdf.pages, start=1):
        assert f"Page {number} of {len(pdf.pages)}" in plain(page)
        assert "Eerste stappen, session 3" in plain(page)
    for words in pdf.words_on_pages():
        tops = [word.top for word in words if re.fullmatch(r"AB\d+", word.text)]
        # Ten millimetres to write in.
        assert all(below - above > 28 for above, below in pairwise(tops))
    assert "Trainer's signature" in pdf.pages[-1]


def test_what_is_not_known_takes_no_room(tmp_path: Path, opened: Opened) -> None:
    bare = replace(SHEET, project=None, project_number=None, funder=None, place=None, topics=())
    draw_sign_in_sheet(bare, tmp_path / "sheet.pdf")
    text = opened(tmp_path / "sheet.pdf").text
    for label in ("Project", "Funder", "Place", "Topic", "None"):
        assert label not in text
