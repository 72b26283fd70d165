"""Attendance as files. Every word in them arrives from the caller, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
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
    `notes`: label and value of what every export states. `notes_title`, `total`: labels. `head`:
    the label of the head of the log that a file was made from.
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
    head: str = ""


class Exporting:
    """Writes files. `draw_pdf` draws a table on pages; it needs Qt and is handed in.

    `allowed` raises where whoever is inside may not take data out of the centre. `head` is that of
    the log, as `services.funding.standing` reckons it.
    """

    def __init__(
        self,
        draw_pdf: Callable[[Table, Words, Path], None],
        allowed: Callable[[], object],
        head: Callable[[], str],
    ) -> None:
        self._draw_pdf = draw_pdf
        self._allowed = allowed
        self._head = head

    def attendance(self, report: Report, words: Words, format: Format, file: Path) -> list[Path]:
        """Write a report's rows to a file; returns all files written.

        Raises CannotWriteFile, and NotForSubstitutes or NotAllowed.
        """
        self._allowed()
        table = attendance_table(report, words)
        table = replace(table, notes=(*table.notes, (words.head, self._head())))
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


_KEYS = tuple(key for key, _ in COLUMNS)
_READ = attrgetter(*_KEYS)
_STARTED, _ENDED, _NAME, _ROLE, _STATUS = map(
    _KEYS.index, ("started", "ended", "name", "role", "status")
)


def _cells(row: AttendanceRow, words: Words) -> list[object]:
    cells = list(_READ(row))
    cells[_STARTED] = row.started.time() if row.started else None
    cells[_ENDED] = row.ended.time() if row.ended else None
    if row.erased:
        cells[_NAME] = words.erased
    cells[_ROLE] = words.roles[row.role]
    cells[_STATUS] = words.statuses[row.status]
    return cells
