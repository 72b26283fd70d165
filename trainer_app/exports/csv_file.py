"""CSV as spreadsheets open it right: UTF-8 with its mark, pure rows, no text that acts."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from trainer_app.exports.table import Table
from trainer_app.exports.whole_file import written_whole

GUARD = "'"
GUARDED = r"^'*[=+\-@\t\r]"
"""Text of this shape gets one apostrophe more, so that taking one away always gives it back."""

_ACTS = re.compile(GUARDED)


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
        lines.writerows(_line(row) for row in table.rows)


def _line(row: Sequence[object]) -> list[str]:
    return [as_text(value) for value in row]


def as_text(value: object) -> str:
    """One cell as CSV holds it; numbers are never guarded, so they stay numbers."""
    match value:
        case None:
            return ""
        case str():
            return guard(value)
        case Decimal():
            return format(value, "f")
        case datetime() | time():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case _:
            return str(value)
