"""The attendance export on paper: a sheet for each session, with sums under each and under all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.exports.table import Table
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import hours, long_date, number
from trainer_app.ui.printing import rows
from trainer_app.ui.printing.notes_strips import notes_strips
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.rows import Cell, line, row
from trainer_app.ui.printing.typesetting import MM, MUTED, Align, Style

_MARGIN = 14.0
_SESSION = (
    "project", "course", "session_number", "date",
    "planned_start", "planned_end", "started", "ended", "place",
)  # fmt: skip
_COLUMNS: tuple[tuple[str, float, Align], ...] = (
    ("number", 0.10, "start"),
    ("name", 0.38, "start"),
    ("role", 0.15, "start"),
    ("status", 0.15, "start"),
    ("minutes", 0.10, "end"),
    ("hours", 0.12, "end"),
)
"""What a row shows, how much of the width it has, and where its cells stand."""

_WRITTEN_KEPT = 4096

_TITLE = Style(18, "bold")
_HEADING = Style(11, "bold")
_UNDER_HEADING = Style(8.5, ink=MUTED)
_COLUMN_HEAD = Style(8, "bold")
_CELL = Style(9)
_SUM = Style(9, "bold")


class Words(Protocol):
    """What this paper says besides its rows: the words of an export of either kind."""

    @property
    def name(self) -> str:
        """The title."""

    @property
    def columns(self) -> Mapping[str, str]:
        """A label for each key."""

    @property
    def notes_title(self) -> str:
        """What stands above the notes."""

    @property
    def total(self) -> str:
        """What stands before the sums."""

    @property
    def right_to_left(self) -> bool:
        """Whether the page reads from the right."""


def draw_attendance(table: Table, words: Words, file: Path) -> None:
    """Write an attendance table as a PDF, words in the language in use. Raises CannotWriteFile."""
    write_pdf(attendance_drawing(table, words), file, words.name)


def attendance_drawing(table: Table, words: Words) -> Drawing:
    """The pages of an attendance table, rows in its order, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(
            device, margin=_MARGIN, right_to_left=words.right_to_left, landscape=True
        ) as paper:
            draw_pages(paper, _Sheets(paper, table, words).strips(), words.name)

    return draw


class _Column:
    """Where a column stands and how its cells look."""

    def __init__(self, key: str, x: float, width: float, align: Align) -> None:
        self.key = key
        self._x, self._width = x, width
        self._head, self._cell, self._sum = (
            replace(style, align=align) for style in (_COLUMN_HEAD, _CELL, _SUM)
        )

    def head(self, text: str) -> Cell:
        """Its heading."""
        return Cell(self._x, self._width, text, self._head)

    def cell(self, text: str) -> Cell:
        """One of its cells."""
        return Cell(self._x, self._width, text, self._cell)

    def sum(self, text: str) -> Cell:
        """Its cell in a row of sums."""
        return Cell(self._x, self._width, text, self._sum)

    def before(self, text: str) -> Cell:
        """All the room before it, in a row of sums."""
        return Cell(0.0, self._x, text, _SUM)


class _Sheets:
    """All strips of a table."""

    def __init__(self, paper: Paper, table: Table, words: Words) -> None:
        self._paper = paper
        self._table = table
        self._words = words
        self._places = {column.key: place for place, column in enumerate(table.columns)}
        self._columns: list[_Column] = []
        x = 0.0
        for key, share, align in _COLUMNS:
            self._columns.append(_Column(key, x, share * paper.width, align))
            x += share * paper.width
        # The same figures come again and again, and finding a language's separators is slow.
        self._written = lru_cache(_WRITTEN_KEPT, typed=True)(_written)

    def strips(self) -> Iterator[Strip]:
        """Title and notes, then each session, then the sums of all."""
        yield from self._front()
        if self._table.rows:
            *most, last = self._sessions()
            yield from most
            # The sum of all goes with the last session's, so that it never stands alone.
            yield replace(last, keep=True)
        else:
            yield line(self._paper, _("There is nothing in this list."), _CELL, below=3 * MM)
        yield self._sums(self._words.total, self._table.totals(), rows.TOTAL)

    def _front(self) -> Iterator[Strip]:
        yield line(self._paper, self._words.name, _TITLE, below=2 * MM, keep=True)
        yield from notes_strips(self._paper, self._words.notes_title, self._table.notes)

    def _sessions(self) -> Iterator[Strip]:
        for first, group in groupby(self._table.rows, key=self._session_of):
            yield from self._session(dict(zip(_SESSION, first, strict=True)), list(group))

    def _session_of(self, cells: Sequence[object]) -> tuple[object, ...]:
        return tuple(cells[self._places[key]] for key in _SESSION)

    def _session(
        self, session: Mapping[str, Any], group: Sequence[Sequence[object]]
    ) -> Iterator[Strip]:
        title = _("{course}, session {number}: {date}").format(
            course=isolate(session["course"]),
            number=number(session["session_number"]),
            date=long_date(session["date"]),
        )
        head = self._column_heads()
        continued = _("{heading} (continued)").format(heading=title)
        again = (line(self._paper, continued, _HEADING, below=MM), head)
        yield gap(5 * MM, keep=True)
        yield line(self._paper, title, _HEADING, keep=True)
        yield line(self._paper, _particulars(session), _UNDER_HEADING, below=MM, keep=True)
        yield replace(head, keep=True)
        for place, cells in enumerate(group, start=1):
            # The last row goes with its sum, so that no sum stands alone on a page.
            yield replace(self._row(cells), keep=place == len(group), again=again)
        label = ngettext(
            "Total of this session: {count} row", "Total of this session: {count} rows", len(group)
        ).format(count=number(len(group)))
        yield self._sums(label, replace(self._table, rows=group).totals(), rows.PLAIN)

    def _column_heads(self) -> Strip:
        cells = [column.head(self._words.columns[column.key]) for column in self._columns]
        return row(self._paper, cells, rows.HEAD)

    def _row(self, cells: Sequence[object]) -> Strip:
        values = [(column, cells[self._places[column.key]]) for column in self._columns]
        return row(self._paper, [column.cell(self._written(value)) for column, value in values])

    def _sums(self, label: str, totals: Mapping[str, int | Decimal], form: rows.Form) -> Strip:
        summed = [column for column in self._columns if column.key in totals]
        cells = [column.sum(_written(totals[column.key])) for column in summed]
        return row(self._paper, [summed[0].before(label), *cells], form)


def _particulars(session: Mapping[str, Any]) -> str:
    started, ended = session["started"], session["ended"]
    parts = [
        _("Project: {project}").format(project=isolate(session["project"]))
        if session["project"] else "",
        _("Place: {place}").format(place=isolate(session["place"])) if session["place"] else "",
        _("Planned: {times}").format(
            times=hours(session["planned_start"], session["planned_end"])
        ),
        _("Real: {times}").format(times=hours(started, ended))
        if started or ended else _("Not started yet"),
    ]  # fmt: skip
    return " · ".join(isolate(part) for part in parts if part)


def _written(value: object) -> str:
    """A cell as people read it; an en dash where a figure is not known yet."""
    match value:
        case None:
            return "–"
        case Decimal():
            return number(value, 2)
        case int():
            return number(value)
        case _:
            return isolate(value)
