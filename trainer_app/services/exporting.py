"""Attendance as files. Every word in them arrives from the caller, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.datapackage import write_datapackage
from trainer_app.exports.table import CellType, Column, Table
from trainer_app.exports.xlsx_file import write_xlsx
from trainer_app.services.reporting import Report

Format = Literal["csv", "xlsx", "pdf"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "pdf")

COLUMNS: tuple[tuple[str, CellType], ...] = (
    ("project", "text"),
    ("course", "text"),
    ("session_number", "integer"),
    ("date", "date"),
    ("planned_start", "time"),
    ("planned_end", "time"),
    ("started", "time"),
    ("ended", "time"),
    ("place", "text"),
    ("number", "text"),
    ("name", "text"),
    ("role", "text"),
    ("status", "text"),
    ("minutes", "integer"),
    ("hours", "decimal"),
)
"""The columns of every attendance file, in this order."""

_TOTALLED = {"minutes", "hours"}


@dataclass(frozen=True, slots=True)
class Words:
    """What a file says besides its rows.

    `columns`: a label for each key of COLUMNS. `roles` and `statuses`: a word for each value.
    `erased`: what stands in place of an erased person's name.
    `notes`: label and value of what every export states. `notes_title`, `total`: labels.
    """

    name: str
    columns: Mapping[str, str]
    roles: Mapping[str, str]
    statuses: Mapping[str, str]
    erased: str
    notes: Sequence[tuple[str, str]]
    notes_title: str
    total: str
    apostrophe: str
    right_to_left: bool


class Exporting:
    """Writes files. `draw_pdf` draws a table on pages; it needs Qt and is handed in.

    `allowed` raises where whoever is inside may not take data out of the centre.
    """

    def __init__(
        self, draw_pdf: Callable[[Table, Words, Path], None], allowed: Callable[[], object]
    ) -> None:
        self._draw_pdf = draw_pdf
        self._allowed = allowed

    def attendance(self, report: Report, words: Words, format: Format, file: Path) -> list[Path]:
        """Write a report's rows to a file; returns all files written.

        Raises CannotWriteFile, and NotForSubstitutes or NotAllowed.
        """
        self._allowed()
        table = attendance_table(report, words)
        if format == "csv":
            write_csv(table, file)
            package = write_datapackage(table, file, guard_description=words.apostrophe)
            return [file, package]
        if format == "xlsx":
            write_xlsx(table, file, total_label=words.total, notes_title=words.notes_title)
        else:
            self._draw_pdf(table, words, file)
        return [file]


def attendance_table(report: Report, words: Words) -> Table:
    """A report's rows under labelled columns: the one table of the screen and of every format."""
    columns = [
        Column(key, words.columns[key], kind, total=key in _TOTALLED) for key, kind in COLUMNS
    ]
    return Table(
        name=words.name,
        columns=columns,
        rows=[_cells(row, words) for row in report.rows],
        notes=words.notes,
        right_to_left=words.right_to_left,
    )


def _cells(row: AttendanceRow, words: Words) -> list[object]:
    cells = {
        **{key: getattr(row, key) for key, _ in COLUMNS},
        "started": row.started.time() if row.started else None,
        "ended": row.ended.time() if row.ended else None,
        "name": words.erased if row.erased else row.name,
        "role": words.roles[row.role],
        "status": words.statuses[row.status],
    }
    return [cells[key] for key, _ in COLUMNS]
