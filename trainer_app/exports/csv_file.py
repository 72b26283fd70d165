"""CSV as spreadsheets open it right: UTF-8 with its mark, pure rows, no text that acts."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from trainer_app.exports.table import CellType, Table
from trainer_app.exports.whole_file import written_whole

GUARD = "'"
GUARDED = r"^'*[=+\-@\t\r]"
"""Text of this shape gets one apostrophe more, so that taking one away always gives it back."""

_ACTS = re.compile(GUARDED)
_KEPT = 2048


def guard(text: str) -> str:
    """Text as it stands in the file: what a spreadsheet would run gets an apostrophe in front."""
    return GUARD + text if _ACTS.match(text) else text


def unguard(text: str) -> str:
    """Text as it was before `guard`."""
    return text[1:] if text.startswith(GUARD) and _ACTS.match(text) else text


def write_csv(table: Table, path: Path) -> None:
    """Write a header of labels and the rows; dates and times as ISO 8601, decimals with a point.

    Raises CannotWriteFile.
    """
    with (
        written_whole(path) as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        lines = csv.writer(file, lineterminator="\r\n")
        lines.writerow([guard(column.label) for column in table.columns])
        lines.writerows(_lines(table))


def _lines(table: Table) -> Iterator[Sequence[object]]:
    """The rows as the writer wants them: it writes whole numbers, days and nothing by itself."""
    # The same few places and times come again and again. Nobody's name outlives the file.
    told = [
        (place, text if text is _decimal else lru_cache(_KEPT)(text))
        for place, column in enumerate(table.columns)
        if (text := _TEXTS.get(column.type)) is not None
    ]
    for row in table.rows:
        line = list(row)
        for place, text in told:
            line[place] = text(line[place])
        yield line


def _text(value: Any) -> str:
    return guard(value) if value else ""


def _decimal(value: Any) -> str:
    # Never kept: 2.0 and 2.00 are the same number and not the same text.
    return "" if value is None else format(value, "f")


def _moment(value: Any) -> str:
    return "" if value is None else str(value.isoformat(timespec="seconds"))


_TEXTS: Mapping[CellType, Callable[[Any], str]] = {
    "text": _text,
    "decimal": _decimal,
    "number": _decimal,
    "time": _moment,
    "datetime": _moment,
}
"""How what stands in a column is written, where it needs more than the writer does."""
