"""A list of people out of a file, whatever program saved it."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.errors import UnreadableRoster
from trainer_app.domain.roster import RawRow, RosterFile
from trainer_app.rosters import decoding, delimited, workbook
from trainer_app.rosters.columns import find_columns, padded
from trainer_app.rosters.refusal import Reason, RefusedError

LARGEST_FILE = 20_000_000  # bytes
MOST_ROWS = 50_000
MOST_COLUMNS = 300
_LONGEST_LINE_OF_A_LIST = 200  # characters; longer ones in one column are a letter or a page


def read_roster(path: Path) -> RosterFile:
    """Read a CSV or XLSX file, told apart by its content.

    Raises UnreadableRoster(file, reason): empty, not-a-table, encoding, too-large, password, or
    unreadable where the system does not hand the file over.
    """
    try:
        return _read(path)
    except RefusedError as refused:
        raise UnreadableRoster(file=path.name, reason=refused.reason.value) from refused
    except OSError as trouble:
        raise UnreadableRoster(file=path.name, reason=Reason.UNREADABLE.value) from trouble


def _read(path: Path) -> RosterFile:
    if path.stat().st_size > LARGEST_FILE:
        raise RefusedError(Reason.TOO_LARGE)
    rows = _rows(path.read_bytes())
    if not rows:
        raise RefusedError(Reason.EMPTY)
    if len(rows) > MOST_ROWS or max(len(row.cells) for row in rows) > MOST_COLUMNS:
        raise RefusedError(Reason.TOO_LARGE)
    if _is_prose(rows):
        raise RefusedError(Reason.NOT_A_TABLE)
    columns, begin = find_columns(rows)
    if begin == len(rows):
        raise RefusedError(Reason.EMPTY)
    people = padded(rows[begin:], len(columns))
    return RosterFile(path.name, columns, people, tuple(rows[: max(0, begin - 1)]))


def _rows(content: bytes) -> list[RawRow]:
    if workbook.has_password(content):
        raise RefusedError(Reason.PASSWORD)
    if content.startswith(workbook.ZIP_MARK):
        return workbook.rows_of(content, MOST_ROWS)
    if content.startswith((workbook.OLD_OFFICE_MARK, b"%PDF")):
        raise RefusedError(Reason.NOT_A_TABLE)
    text, _encoding = decoding.decode(content)
    return delimited.rows_of(text)


def _is_prose(rows: list[RawRow]) -> bool:
    widest = max(len(row.cells) for row in rows)
    return widest == 1 and any(len(row.cells[0]) > _LONGEST_LINE_OF_A_LIST for row in rows)
