"""The attendance export on paper, read back by another program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_reader import NAMES, Pdf, attendance_rows, plain, report_of

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.errors import CannotWriteFile
from trainer_app.i18n import in_language
from trainer_app.services.exporting import attendance_table
from trainer_app.ui.labels import attendance_words
from trainer_app.ui.printing import draw_attendance

Opened = Callable[[Path], Pdf]


def write(rows: tuple[AttendanceRow, ...], file: Path, language: str = "en") -> Path:
    with in_language(language):
        report = report_of(rows)
        words = attendance_words(report, "Everything")
        draw_attendance(attendance_table(report, words), words, file)
    return file


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_name_and_figure_is_found(tmp_path: Path, opened: Opened, language: str) -> None:
    rows = attendance_rows(NAMES, sessions=2)
    text = opened(write(rows, tmp_path / "list.pdf", language)).text
    for name in NAMES:
        assert text.count(plain(name)) == 2, name
    for row in rows:
        assert row.number in text
        assert str(row.minutes) in text
        assert str(row.hours) in text


def test_figures_stand_beside_their_name(tmp_path: Path, opened: Opened) -> None:
    lines = opened(write(attendance_rows(NAMES), tmp_path / "list.pdf")).pages[0].splitlines()
    line = next(plain(line) for line in lines if "AB9 " in line)
    assert line == "AB9 Nguyễn Thị Hương Participant Present 110 1.83"


def test_sums_under_each_session_and_under_all(tmp_path: Path, opened: Opened) -> None:
    rows = attendance_rows(NAMES, sessions=3)
    text = opened(write(rows, tmp_path / "list.pdf")).text
    minutes = sum(row.minutes or 0 for row in rows)
    hours = report_of(rows).totals.hours
    each = f"Total of this session: {len(NAMES)} rows {minutes // 3:,} {hours / 3}"
    assert text.count(each) == 3
    assert f" Total {minutes:,} {hours} " in text
    assert text.count("Eerste stappen, session 2: Monday, 16 March 2026") >= 1
    assert "Planned: 10:00–12:00 · Real: 10:04–12:02" in text


def test_five_thousand_rows_are_all_there_and_none_is_cut(tmp_path: Path, opened: Opened) -> None:
    names = [f"{NAMES[place % len(NAMES)]} {place}" for place in range(250)]
    pdf = opened(write(attendance_rows(names, sessions=20), tmp_path / "long.pdf"))
    pages = pdf.words_on_pages()
    assert len(pages) == int(pdf.facts["Pages"])
    seen = []
    for number, words in enumerate(pages, start=1):
        assert " ".join(word.text for word in words[-4:]) == f"Page {number} of {len(pages)}"
        foot = words[-4].top
        rows = [word for word in words if re.fullmatch(r"AB\d+", word.text)]
        seen += [word.text for word in rows]
        assert all(word.bottom < foot for word in rows)
        tops = [word.top for word in rows]
        assert all(below - above > 17 for above, below in pairwise(tops))
        assert all(word.left > 35 and word.right < 842 - 35 for word in words)
    assert seen == [f"AB{place + 1}" for _ in range(20) for place in range(250)]


def test_headings_stand_on_every_page(tmp_path: Path, opened: Opened) -> None:
    pdf = opened(write(attendance_rows(NAMES * 8), tmp_path / "list.pdf"))
    assert len(pdf.pages) > 3
    for page in pdf.pages:
        assert "Minutes present" in plain(page)
        assert "Eerste stappen, session 1" in plain(page)
    assert all("(continued)" in plain(page) for page in pdf.pages[1:])
    assert "(continued)" not in pdf.pages[0]
    assert "Made with" in pdf.pages[0]
    assert "Made with" not in "".join(pdf.pages[1:])


def test_a_long_name_wraps_and_stays_whole(tmp_path: Path, opened: Opened) -> None:
    name = " ".join(f"Longname{place}" for place in range(60))
    pdf = opened(write(attendance_rows(["Before", name, "After"]), tmp_path / "list.pdf"))
    words = {word.text: word for word in pdf.words_on_pages()[0]}
    parts = [words[f"Longname{place}"] for place in range(60)]
    assert words["Before"].bottom <= min(part.top for part in parts)
    assert words["After"].top >= max(part.bottom for part in parts)


def test_right_to_left_mirrors_the_columns(tmp_path: Path, opened: Opened) -> None:
    rows = attendance_rows(["Amina"])
    wanted = ("AB1", "Amina", "1.97")

    def order(language: str) -> list[str]:
        pdf = opened(write(rows, tmp_path / f"{language}.pdf", language))
        words = pdf.words_on_pages()[0]
        top = next(word.top for word in words if word.text == "AB1")
        words = [word for word in words if abs(word.top - top) < 3 and word.text in wanted]
        return [word.text for word in sorted(words, key=lambda word: word.left)]

    assert order("en") == ["AB1", "Amina", "1.97"]
    assert order("ar") == ["1.97", "Amina", "AB1"]


def test_all_fonts_are_in_the_file(tmp_path: Path, opened: Opened) -> None:
    pdf = opened(write(attendance_rows(NAMES), tmp_path / "list.pdf"))
    assert {name.partition("-")[0] for name, *_ in pdf.fonts} >= {
        "NotoSansTrainer", "NotoSansArabicTrainer", "NotoSansEthiopicTrainer",
        "NotoSansSCTrainer",
    }  # fmt: skip
    assert all(embedded == "yes" for _, embedded, *_ in pdf.fonts)
    assert pdf.facts["Page size"].endswith("(A4)")
    assert pdf.facts["Title"] == "Attendance"


def test_what_is_not_known_yet_is_said(tmp_path: Path, opened: Opened) -> None:
    rows = attendance_rows([None, "Amina"], started=False)
    rows = tuple(replace(row, project=None, place=None) for row in rows)
    text = opened(write(rows, tmp_path / "list.pdf")).text
    assert "Not started yet" in text
    assert "AB1 – Participant Present – –" in text
    assert "None" not in text


def test_an_empty_list_says_so(tmp_path: Path, opened: Opened) -> None:
    text = opened(write((), tmp_path / "list.pdf")).text
    assert "There is nothing in this list." in text
    assert "Total 0 0.00" in text


def test_whatever_goes_wrong_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile) as trouble:
        write(attendance_rows(["Amina"]), tmp_path / "nowhere" / "list.pdf")
    assert trouble.value.facts == {"file": "list.pdf", "reason": "missing-folder"}
    folder = tmp_path / "list.pdf"
    folder.mkdir()
    with pytest.raises(CannotWriteFile):
        write(attendance_rows(["Amina"]), folder)
    assert [*tmp_path.rglob("*")] == [folder]
