"""A hundred thousand attendance rows to text tables and workbooks, five thousand to paper."""

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
PAPER_ROWS = 5_000
_DAY = date(2026, 11, 3)
_ROW = AttendanceRow(
    session_id="s", person_id="p", project="P-2026", funder="Invented Fund", course="Tuesday group",
    session_number=1, date=_DAY, planned_start=time(10), planned_end=time(12),
    started=moment.combine(_DAY, time(10, 5)), ended=moment.combine(_DAY, time(12)),
    place="Library", number="A1", name="Fatoumata Diallo", role="participant", status="present",
    late=0, early=0, minutes=115, hours=Decimal("1.92"),
)  # fmt: skip
_ON_PAPER = ("number", "name", "role", "status", "minutes", "hours")
_LINES = 50

# No page is drawn here, and nobody has to be asked.
EXPORTING = Exporting(draw_pdf=lambda *_: None, allowed=lambda: None, head=lambda: "0" * 64)


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


def pdf_figures(rounds: int) -> list[Figure]:
    """From the report to pages on the disk, beside Qt writing the same cells with no care at all.

    The bare way neither wraps nor shrinks, repeats no heading, keeps no row whole, numbers no page,
    and leaves text of joined scripts that no program can search.
    """
    from trainer_app.ui.printing import draw_attendance, ensure_gui

    ensure_gui()
    report, words, table = _report(PAPER_ROWS)
    exporting = Exporting(draw_attendance, allowed=lambda: None, head=lambda: "0" * 64)
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        file = Path(folder) / "attendance.pdf"
        return [
            compare(
                "pdf, 5,000 rows",
                lambda: exporting.attendance(report, words, "pdf", file),
                "QPainter.drawText, in memory",
                lambda: _bare_pages(table),
                rounds=rounds,
            )
        ]


def _bare_pages(table: Table) -> None:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = QPdfWriter(buffer)
    pdf.setResolution(72)
    painter = QPainter(pdf)
    shown = [at for at, column in enumerate(table.columns) if column.key in _ON_PAPER]
    for number, row in enumerate(table.rows):
        line = number % _LINES
        if number and not line:
            pdf.newPage()
        for place, at in enumerate(shown):
            painter.drawText(90 * place, 14 * (line + 1), str(row[at]))
    painter.end()


def _bare_workbook(table: Table) -> None:
    book = xlsxwriter.Workbook(
        io.BytesIO(), {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    )
    sheet = book.add_worksheet()
    for number, row in enumerate(table.rows):
        sheet.write_row(number, 0, row)
    book.close()


def _report(count: int = ROWS) -> tuple[Report, Words, Table]:
    app.speak("en")
    rows = tuple(
        replace(_ROW, number=f"A{at}", name=f"Fatoumata Diallo {at % 5000}") for at in range(count)
    )
    report = Report(Scope(), rows, Totals.of(rows), 0, app.local_now())
    words = attendance_words(report, "All courses")
    return report, words, attendance_table(report, words)
