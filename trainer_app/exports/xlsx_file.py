"""XLSX with typed cells, totals that are formulas, and a second sheet that says what it is."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

from trainer_app.domain.errors import CannotWriteFile
from trainer_app.exports.table import CellType, Table
from trainer_app.exports.whole_file import written_whole

_PICTURES: dict[CellType, str] = {
    "text": "@",
    "integer": "0",
    "year": "0",
    "decimal": "0.00",
    "number": "General",
    "date": "yyyy-mm-dd",
    "time": "hh:mm",
    "datetime": "yyyy-mm-dd hh:mm",
}
_NARROWEST, _WIDEST = 8, 44  # in characters, as spreadsheets measure columns
_ROWS_LOOKED_AT = 500
_LINE, _MOST_LINES = 15, 6  # in points, as spreadsheets measure rows
_LONGEST_TEXT = 32_767
_MOST_ROWS = 1_048_576
_LONGEST_SHEET_NAME = 31


def write_xlsx(table: Table, path: Path, *, total_label: str, notes_title: str) -> None:
    """Write the table on the first sheet and its notes on the second.

    The totals row stands under the last row: `total_label` in the first column unless that one
    has a sum itself. Raises CannotWriteFile (also too-large, beyond what a sheet can hold).
    """
    if len(table.rows) + 2 > _MOST_ROWS:
        raise CannotWriteFile(file=path.name, reason="too-large")
    content = io.BytesIO()
    # Kept in memory (about 70 MB for 20,000 rows): the writer's way of saving memory leaves
    # open files full of names behind when the disk is full.
    book = xlsxwriter.Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    first, second = _sheet_names(table.name, notes_title)
    _TableSheet(book, first, table).write(total_label)
    _write_notes(book, second, table)
    book.close()
    with written_whole(path) as draft:
        draft.write_bytes(content.getbuffer())


class _TableSheet:
    """The sheet of rows: header, rows, totals."""

    def __init__(self, book: Any, name: str, table: Table) -> None:
        self._table = table
        self._sheet = book.add_worksheet(name)
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        types = {column.type for column in table.columns}
        self._formats = {kind: book.add_format({"num_format": _PICTURES[kind]}) for kind in types}
        self._sums = {
            kind: book.add_format({"num_format": _PICTURES[kind], "bold": True, "top": 1})
            for kind in types
        }

    def write(self, total_label: str) -> None:
        """Write header, rows and totals."""
        if self._table.right_to_left:
            self._sheet.right_to_left()
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)
        lines = 1
        for place, column in enumerate(self._table.columns):
            width = _width(self._table, place)
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(0, place, column.label, self._bold)
            # Bold letters are wider than what a column is measured in.
            lines = max(lines, len(wrap(column.label, max(1, width - 2))))
        # Not every program makes room for a heading of several lines by itself.
        self._sheet.set_row(0, _LINE * min(lines, _MOST_LINES))
        for number, row in enumerate(self._table.rows, start=1):
            self._write_row(number, row)
        self._write_totals(total_label)

    def _write_row(self, number: int, row: Sequence[object]) -> None:
        for place, value in enumerate(row):
            form = self._formats[self._table.columns[place].type]
            match value:
                case None:
                    continue
                case str():
                    self._sheet.write_string(number, place, _fitting(value), form)
                case int() | Decimal():
                    self._sheet.write_number(number, place, value, form)
                case datetime() | date() | time():
                    self._sheet.write_datetime(number, place, value, form)
                case _:
                    raise TypeError(f"no cell for {type(value).__name__}")

    def _write_totals(self, label: str) -> None:
        totals = self._table.totals()
        if not totals:
            return
        last = len(self._table.rows)
        line = last + 1
        for place, column in enumerate(self._table.columns):
            form = self._sums[column.type]
            if column.total:
                # With no rows the sum takes the header in, which adds nothing.
                area = xl_range(min(1, last), place, last, place)
                value = totals[column.key]
                self._sheet.write_formula(line, place, f"=SUM({area})", form, value)
            elif place == 0:
                self._sheet.write_string(line, 0, label, form)


def _write_notes(book: Any, name: str, table: Table) -> None:
    sheet = book.add_worksheet(name)
    if table.right_to_left:
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "valign": "top"})
    plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 70)
    for number, (label, value) in enumerate(table.notes):
        sheet.write_string(number, 0, _fitting(label), bold)
        sheet.write_string(number, 1, _fitting(value), plain)


def _width(table: Table, place: int) -> int:
    column = table.columns[place]
    if column.type != "text":
        return max(_NARROWEST, len(_PICTURES[column.type]) + 2, len(column.label) // 2 + 2)
    cells = (str(row[place] or "") for row in table.rows[:_ROWS_LOOKED_AT])
    longest = max(map(len, cells), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2, len(column.label) // 2 + 2))


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _sheet_names(table_name: str, notes_title: str) -> tuple[str, str]:
    """Names that a spreadsheet accepts, and that differ."""
    first = _sheet_name(table_name, "1")
    second = _sheet_name(notes_title, "2")
    if first.casefold() == second.casefold():
        second = second[: _LONGEST_SHEET_NAME - 4] + " (2)"
    return first, second


def _sheet_name(text: str, otherwise: str) -> str:
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", text).strip().strip("'")
    name = name[:_LONGEST_SHEET_NAME].strip().rstrip("'")
    return otherwise if not name or name.casefold() == "history" else name
