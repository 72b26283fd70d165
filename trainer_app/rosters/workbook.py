"""Rows out of a spreadsheet file (XLSX), each cell as the text that somebody sees in it."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from trainer_app.domain.roster import RawRow
from trainer_app.rosters.refusal import Reason, RefusedError

ZIP_MARK = b"PK\x03\x04"
OLD_OFFICE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_UNPACKED = 200_000_000  # bytes
_BROKEN = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, struct.error, EOFError, SyntaxError),
    *(ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError),
)
"""What the reader raises for packages that are damaged, or something else than a workbook."""

_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")


def has_password(content: bytes) -> bool:
    """Whether this is a workbook locked with a password (an encrypted package in an OLE file)."""
    return content.startswith(OLD_OFFICE_MARK) and _ENCRYPTED_PART in content


def rows_of(content: bytes, most_rows: int) -> list[RawRow]:
    """The rows of the first sheet that holds something, with their numbers on the sheet.

    Raises RefusedError.
    """
    try:
        _check_size(content)
        with warnings.catch_warnings():
            # What the reader does not know (colours, rules for entry) is nothing we would show.
            warnings.simplefilter("ignore")
            return _first_rows(content, most_rows)
    except RefusedError:
        raise
    except _BROKEN as trouble:
        raise RefusedError(Reason.NOT_A_TABLE) from trouble


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        unpacked = sum(part.file_size for part in package.infolist())
    if unpacked > _LARGEST_UNPACKED:
        raise RefusedError(Reason.TOO_LARGE)


def _first_rows(content: bytes, most_rows: int) -> list[RawRow]:
    shown = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    typed = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    try:
        for values, formulas in zip(shown.worksheets, typed.worksheets, strict=True):
            rows = list(_filled(values, formulas, most_rows))
            if rows:
                return rows
        return []
    finally:
        shown.close()
        typed.close()


def _filled(values: Any, formulas: Any, most_rows: int) -> Iterator[RawRow]:
    """A formula shows its last result; where none was saved the formula itself is kept."""
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # some programs write a wrong size, which would cut the sheet off
    both = (values.iter_rows(values_only=True), formulas.iter_rows(values_only=True))
    count = 0
    for line, (seen, typed) in enumerate(zip(*both, strict=True), start=1):
        cells = tuple(
            as_text(typed_cell if cell is None else cell)
            for cell, typed_cell in zip_longest(seen, typed)
        )
        if any(cell.strip() for cell in cells):
            count += 1
            if count > most_rows:
                raise RefusedError(Reason.TOO_LARGE)
            yield RawRow(line, cells)


def as_text(value: object) -> str:
    """A typed cell as text: whole numbers without a fraction, days without a clock."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case time():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case _:
            return str(value)
