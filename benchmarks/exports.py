"""A hundred thousand attendance rows to files."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time
from datetime import datetime as moment
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.attendance import AttendanceRow, Totals
from trainer_app.exports.table import Table
from trainer_app.services.exporting import Exporting, Words, attendance_table
from trainer_app.services.reporting import Report, Scope
from trainer_app.ui.labels import attendance_words

ROWS = 100_000
_DAY = date(2026, 11, 3)
_ROW = AttendanceRow(
    session_id="s", person_id="p", project="P-2026", funder="Invented Fund", course="Tuesday group",
    session_number=1, date=_DAY, planned_start=time(10), planned_end=time(12),
    started=moment.combine(_DAY, time(10, 5)), ended=moment.combine(_DAY, time(12)),
    place="Library", number="A1", name="Fatoumata Diallo", role="participant", status="present",
    late=0, early=0, minutes=115, hours=Decimal("1.92"),
)  # fmt: skip


# No page is drawn here, and nobody has to be asked.
EXPORTING = Exporting(draw_pdf=lambda *_: None, allowed=lambda: None)


def csv_figures(rounds: int) -> list[Figure]:
    """From the report to a file on the disk, beside `csv.writer` on the same cells in memory."""
    report, words, table = _report()
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        file = Path(folder) / "attendance.csv"
        return [
            compare(
                "csv",
                lambda: EXPORTING.attendance(report, words, "csv", file),
                "csv.writer, same cells, in memory",
                lambda: csv.writer(io.StringIO()).writerows(table.rows),
                rounds=rounds,
            )
        ]


def xlsx_figures(rounds: int) -> list[Figure]:
    """From the report to a file on the disk, beside XlsxWriter told nothing but the cells."""
    report, words, table = _report()
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        file = Path(folder) / "attendance.xlsx"
        return [
            compare(
                "xlsx",
                lambda: EXPORTING.attendance(report, words, "xlsx", file),
                "XlsxWriter write_row, in memory",
                lambda: _bare_workbook(table),
                rounds=rounds,
            )
        ]


def _bare_workbook(table: Table) -> None:
    book = xlsxwriter.Workbook(
        io.BytesIO(), {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    )
    sheet = book.add_worksheet()
    for number, row in enumerate(table.rows):
        sheet.write_row(number, 0, row)
    book.close()


def _report() -> tuple[Report, Words, Table]:
    app.speak("en")
    rows = tuple(
        replace(_ROW, number=f"A{count}", name=f"Fatoumata Diallo {count % 5000}")
        for count in range(ROWS)
    )
    report = Report(Scope(), rows, Totals.of(rows), 0, app.local_now())
    words = attendance_words(report, "All courses")
    return report, words, attendance_table(report, words)
