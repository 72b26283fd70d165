"""Any table of a funder's file on paper: row by row, wide ones in several parts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.exports.table import Column, Table
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.tables import FileWords
from trainer_app.ui.printing import rows
from trainer_app.ui.printing.notes_strips import notes_strips
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.partners import Backer, Backing, backing_strip
from trainer_app.ui.printing.rows import Cell, line, row
from trainer_app.ui.printing.typesetting import MM, Align, Style

_MARGIN = 14.0
_WRITTEN_KEPT = 4096
_LEAST, _DAY, _WIDEST = 12 * MM, 23 * MM, 90 * MM
_LETTER, _HEAD_LETTER, _PAD = 1.65 * MM, 1.6 * MM, 4 * MM
_MOST_STRETCHED = 1.6
_LOOKED_AT = 400

_TITLE = Style(18, "bold")
_TEXT = Style(11)
_HEADING = Style(11, "bold")
_COLUMN_HEAD = Style(7.5, "bold")
_CELL = Style(8.5)
_SUM = Style(8.5, "bold")


def draw_table(table: Table, words: FileWords, file: Path) -> None:
    """Write a table as a PDF, words in the language in use. Raises CannotWriteFile."""
    write_pdf(table_drawing(table, words), file, words.name)


def table_drawing(table: Table, words: FileWords) -> Drawing:
    """The pages of a table, rows in its order, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(
            device, margin=_MARGIN, right_to_left=words.right_to_left, landscape=True
        ) as paper:
            draw_pages(paper, _Pages(paper, table, words).strips(), words.name)

    return draw


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column of the table stands on a part of the paper."""

    at: int
    column: Column
    x: float
    width: float

    @property
    def align(self) -> Align:
        return "end" if self.column.type in ("integer", "decimal", "number", "year") else "start"

    def cell(self, text: str, style: Style) -> Cell:
        """Words in this column."""
        return Cell(self.x, self.width, text, replace(style, align=self.align))


class _Pages:
    """All strips of a table. What does not fit beside the first two columns comes after them."""

    def __init__(self, paper: Paper, table: Table, words: FileWords) -> None:
        self._paper, self._table, self._words = paper, table, words
        # The same figures come again and again, and finding a language's separators is slow.
        self._written = lru_cache(_WRITTEN_KEPT, typed=True)(_written)

    def strips(self) -> Iterator[Strip]:
        """Title and notes, then each part of the columns with all rows."""
        yield line(self._paper, self._words.name, _TITLE, below=2 * MM, keep=True)
        yield from notes_strips(self._paper, self._words.notes_title, self._table.notes)
        if self._words.partners:
            shown = tuple(Backer(one.name, one.logo) for one in self._words.partners)
            yield backing_strip(self._paper, Backing(partners=shown), above=3 * MM)
        if not self._table.rows:
            yield gap(4 * MM)
            yield line(self._paper, _("There is nothing in this list."), _CELL, below=3 * MM)
            return
        parts = self._parts()
        if self._words.lines:
            told = " ".join(sentence for _name, _value, sentence in self._words.lines)
            yield gap(3 * MM)
            yield line(self._paper, told, _TEXT, below=2 * MM)
        for number_of, part in enumerate(parts, start=1):
            yield gap(4 * MM, keep=True)
            if len(parts) > 1:
                title = _("Part {part} of {parts}").format(
                    part=number(number_of), parts=number(len(parts))
                )
                yield line(self._paper, title, _HEADING, below=MM, keep=True)
            yield from self._part(part)

    def _part(self, part: Sequence[_Place]) -> Iterator[Strip]:
        head = row(
            self._paper,
            [place.cell(isolate(place.column.label), _COLUMN_HEAD) for place in part],
            rows.HEAD,
        )
        yield replace(head, keep=True)
        for place, cells in enumerate(self._table.rows, start=1):
            shown = [each.cell(self._cell(each, cells[each.at]), _CELL) for each in part]
            # The last row goes with its sum, so that no sum stands alone on a page.
            last = place == len(self._table.rows)
            yield replace(row(self._paper, shown), keep=last, again=(head,))
        yield from self._sums(part)

    def _cell(self, place: _Place, value: object) -> str:
        # A year has no separator of thousands.
        return str(value or "–") if place.column.type == "year" else self._written(value)

    def _sums(self, part: Sequence[_Place]) -> Iterator[Strip]:
        totals: Mapping[str, int | Decimal] = self._totals
        if not any(place.column.key in totals for place in part):
            yield gap(MM)
            return
        cells = [
            place.cell(
                self._written(totals[place.column.key]) if place.column.key in totals else "",
                _SUM,
            )
            for place in part
        ]
        first = part[0]
        if first.column.key not in totals:
            cells[0] = first.cell(self._words.total, _SUM)
        yield row(self._paper, cells, rows.TOTAL)

    @property
    def _totals(self) -> Mapping[str, int | Decimal]:
        return self._table.totals()

    def _parts(self) -> list[list[_Place]]:
        """The columns in as many parts as the paper needs; who it is about stands in each."""
        widths = [self._width(at) for at in range(len(self._table.columns))]
        room = self._paper.width
        fixed = [at for at, one in enumerate(self._table.columns) if one.key in ("number", "name")]
        kept = sum(widths[at] for at in fixed)
        parts: list[list[int]] = [[]]
        left = room - kept
        # A narrative's sentences stand above as a text.
        told = {"sentence"} if self._words.lines else set()
        for at, one in enumerate(self._table.columns):
            if at in fixed or one.key in told:
                continue
            if widths[at] > left and parts[-1]:
                parts.append([])
                left = room - kept
            parts[-1].append(at)
            left -= widths[at]
        return [self._placed(sorted([*fixed, *part]), widths) for part in parts]

    def _placed(self, part: Sequence[int], widths: Sequence[float]) -> list[_Place]:
        """The columns of a part over the whole width; spare room goes to them all alike."""
        stretch = self._paper.width / sum(widths[at] for at in part)
        places, x = [], 0.0
        for at in part:
            width = widths[at] * min(stretch, _MOST_STRETCHED)
            places.append(_Place(at, self._table.columns[at], x, width))
            x += width
        return places

    def _width(self, at: int) -> float:
        """As wide as most of what stands in a column needs."""
        column = self._table.columns[at]
        head = max((len(word) for word in column.label.split()), default=0) * _HEAD_LETTER
        if column.type == "date":
            return max(_DAY, head + _PAD)
        if column.type != "text":
            return max(_LEAST, head + _PAD)
        longest = max(
            (len(str(cells[at] or "")) for cells in self._table.rows[:_LOOKED_AT]), default=0
        )
        return min(_WIDEST, max(_LEAST, head + _PAD, longest * _LETTER + _PAD))


def _written(value: object) -> str:
    """A cell as people read it; an en dash where there is none."""
    match value:
        case None:
            return "–"
        case Decimal():
            return number(value, 2 if value.as_tuple().exponent else None)
        case int():
            return number(value)
        case date():
            return short_date(value)
        case _:
            return isolate(value)
