"""Rows out of text with separators: comma, semicolon or tab, told by how evenly they part it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable

from trainer_app.domain.roster import RawRow

SEPARATORS = (";", ",", "\t")
_SAID = re.compile(r"sep=([;,\t|])[\r\n]+", re.IGNORECASE)
_LOOKED_AT = 200


def rows_of(text: str) -> list[RawRow]:
    """Every row that holds something, with the line of the text on which it starts."""
    said = _SAID.match(text)
    separators: Iterable[str] = said[1] if said else SEPARATORS
    readings = [_read(text, separator) for separator in separators]
    best = max(readings, key=_evenness)
    return best[1:] if said else best


def _read(text: str, separator: str) -> list[RawRow]:
    try:
        return _parted(text, separator, csv.QUOTE_MINIMAL)
    except csv.Error:
        # A lone quotation mark is part of a name here, not the start of a cell of many lines.
        return _parted(text, separator, csv.QUOTE_NONE)


def _parted(text: str, separator: str, quoting: int) -> list[RawRow]:
    lines = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        quoting=quoting,  # type: ignore[arg-type]  # the constants are plain numbers to the stubs
        strict=True,
    )
    rows = []
    start = 1
    for cells in lines:
        if any(cell.strip() for cell in cells):
            rows.append(RawRow(start, tuple(cells)))
        start = lines.line_num + 1
    return rows


def _evenness(rows: list[RawRow]) -> tuple[float, int]:
    """How many of the rows have the usual number of cells, and that number."""
    widths = Counter(len(row.cells) for row in rows[:_LOOKED_AT])
    parted = {width: count for width, count in widths.items() if width > 1}
    if not parted:
        return (0.0, 1)
    width, count = max(parted.items(), key=lambda item: (item[1], item[0]))
    return (count / sum(widths.values()), width)
