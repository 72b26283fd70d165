"""Workbooks, read back by a program that did not write them."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from export_tables import DAY, NAMES, STARTED, attendance

from trainer_app.domain.errors import CannotWriteFile
from trainer_app.exports.table import Column, Table
from trainer_app.exports.xlsx_file import write_xlsx


def written(table: Table, path: Path, *, values: bool = False) -> Any:
    write_xlsx(table, path, total_label="Total", notes_title="About this file")
    return openpyxl.load_workbook(path, data_only=values)


def test_cells_are_typed_and_names_are_text(tmp_path: Path) -> None:
    sheet = written(attendance(), tmp_path / "a.xlsx").worksheets[0]
    assert sheet.title == "Attendance"
    assert [cell.value for cell in sheet[1]] == [column.label for column in attendance().columns]
    name, day, start, started, minutes, hours = sheet[2]
    assert (name.value, minutes.value, hours.value) == (NAMES[0], 50, 0.83)
    assert day.value == datetime(DAY.year, DAY.month, DAY.day)  # noqa: DTZ001 as openpyxl reads it
    assert (start.value, started.value) == (time(9, 30), STARTED)
    for place, text in enumerate(NAMES, start=2):
        cell = sheet.cell(place, 1)
        assert cell.data_type in ("s", "inlineStr", "n" if not text else "s")
        # XML has one line end only, so a text keeps its lines but not their Windows marks.
        assert (cell.value or "").replace("_x000D_", "\r") == text


def test_the_totals_are_formulas_that_carry_their_value(tmp_path: Path) -> None:
    last = len(NAMES) + 3
    formulas = written(attendance(), tmp_path / "a.xlsx").worksheets[0]
    assert formulas.cell(last, 1).value == "Total"
    assert formulas.cell(last, 5).value == f"=SUM(E2:E{last - 1})"
    values = written(attendance(), tmp_path / "a.xlsx", values=True).worksheets[0]
    assert values.cell(last, 5).value == sum(50 + n for n in range(len(NAMES)))
    assert values.cell(last, 6).value == pytest.approx(0.83 * len(NAMES))
    shown = [values.cell(line, 5).value or 0 for line in range(2, last)]
    assert sum(shown) == values.cell(last, 5).value


def test_header_is_frozen_and_notes_stand_on_the_second_sheet(tmp_path: Path) -> None:
    book = written(attendance(), tmp_path / "a.xlsx")
    assert book.worksheets[0].freeze_panes == "A2"
    assert book.sheetnames[1] == "About this file"
    assert [[c.value for c in row] for row in book.worksheets[1].rows] == [
        ["Period", "2026"], ["Version", "0.1.0"],
    ]  # fmt: skip


@pytest.mark.parametrize("right_to_left", [True, False])
def test_direction_of_the_sheets(tmp_path: Path, right_to_left: bool) -> None:
    book = written(attendance(right_to_left), tmp_path / "a.xlsx")
    for sheet in book.worksheets:
        assert bool(sheet.sheet_view.rightToLeft) is right_to_left


def test_a_table_without_rows_or_with_a_sum_in_front(tmp_path: Path) -> None:
    table = Table("x", [Column("n", "n", "integer", total=True)], [])
    assert written(table, tmp_path / "a.xlsx").worksheets[0]["A2"].value == "=SUM(A1)"
    assert written(table, tmp_path / "a.xlsx", values=True).worksheets[0]["A2"].value == 0


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a/b:c*d", "a b c d"), ("History", "1"), ("", "1"), ("x" * 60, "x" * 31),
        ("'quoted'", "quoted"),
    ],
)  # fmt: skip
def test_names_that_a_sheet_cannot_have(tmp_path: Path, name: str, title: str) -> None:
    book = written(Table(name, [Column("a", "a")], [("b",)]), tmp_path / "a.xlsx")
    assert book.sheetnames[0] == title


def test_two_sheets_of_one_name(tmp_path: Path) -> None:
    book = written(Table("about THIS file", [Column("a", "a")], []), tmp_path / "a.xlsx")
    assert book.sheetnames == ["about THIS file", "About this file (2)"]


def test_text_too_long_for_a_cell_ends_in_an_ellipsis(tmp_path: Path) -> None:
    sheet = written(
        Table("x", [Column("a", "a")], [("y" * 40_000,)]), tmp_path / "a.xlsx"
    ).worksheets[0]
    assert sheet["A2"].value == "y" * 32_766 + "…"


def test_more_rows_than_a_sheet_holds(tmp_path: Path) -> None:
    table = Table("x", [Column("a", "a")], range(1_048_576))  # type: ignore[arg-type]
    with pytest.raises(CannotWriteFile) as caught:
        written(table, tmp_path / "a.xlsx")
    assert caught.value.facts["reason"] == "too-large"
