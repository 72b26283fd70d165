"""Which column holds what: by its header in any of our languages, or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from trainer_app.domain.letters import fold
from trainer_app.domain.roster import DoubtCode, Field, FoundColumn, RawRow, read_year
from trainer_app.rosters.vocabulary import field_of, words

_LOOKED_AT = 200
_TITLES = 10  # rows over a header that a list may have
_PHONE = re.compile(r"[+(]?\d[\d\s().\-/]{6,}\d")
_A_YEAR_LONG_AGO = 2000
"""Only the shape of a year matters here, not whose it can be."""


def find_columns(rows: Sequence[RawRow]) -> tuple[tuple[FoundColumn, ...], int]:
    """The columns of a list, and at what index its people begin; rows may differ in width."""
    width = max(len(row.cells) for row in rows)
    place = _header_place(rows)
    if place is None:
        return _guessed(rows, width), 0
    headers = [cell.strip() for cell in _padded(rows[place], width).cells]
    return tuple(FoundColumn(header, field) for header, field in _fields(headers)), place + 1


def padded(rows: Sequence[RawRow], width: int) -> tuple[RawRow, ...]:
    """The rows with empty cells added to the full width."""
    return tuple(_padded(row, width) for row in rows)


def _padded(row: RawRow, width: int) -> RawRow:
    return RawRow(row.line, row.cells + ("",) * (width - len(row.cells)))


def _header_place(rows: Sequence[RawRow]) -> int | None:
    """The first row on which most is known; one word will do where there is one on top."""
    known = [len(_known(row)) for row in rows[:_TITLES]]
    best = max(known)
    if best >= 2 or (best == 1 and known[0] == 1):
        return known.index(best)
    return None


def _known(row: RawRow) -> set[Field]:
    return {field for cell in row.cells if (field := field_of(cell)) is not None}


def _fields(headers: Sequence[str]) -> list[tuple[str, Field | None]]:
    """Each field once: a second column of one kind stays beside it, for the note."""
    taken: set[Field] = set()
    found: list[tuple[str, Field | None]] = []
    for header in headers:
        field = field_of(header)
        found.append((header, None if field in taken else field))
        if field is not None:
            taken.add(field)
    return found


def _guessed(rows: Sequence[RawRow], width: int) -> tuple[FoundColumn, ...]:
    """Fields by content for a list without headers; the first column of words is the name."""
    taken: set[Field] = set()
    found = []
    for cells in zip(*(row.cells for row in padded(rows[:_LOOKED_AT], width)), strict=True):
        field = _guess([cell.strip() for cell in cells if cell.strip()], taken)
        found.append(FoundColumn("", field))
        if field is not None:
            taken.add(field)
    return tuple(found)


def _guess(cells: Sequence[str], taken: set[Field]) -> Field | None:
    """What a column of cells holds, of what is not found yet."""
    if not cells:
        return None
    tests: Sequence[tuple[Field, float, Callable[[str], bool]]] = (
        (Field.BIRTH_YEAR, 0.8, _is_year),
        (Field.PHONE, 0.8, _is_phone),
        (Field.GENDER, 0.8, lambda cell: fold(cell) in words().genders),
        (Field.LANGUAGE, 0.6, lambda cell: fold(cell) in words().languages),
        (Field.NAME, 0.5, _is_wordy),
    )
    if _is_counting(cells) and Field.NUMBER not in taken:
        return Field.NUMBER
    for field, share, test in tests:
        if sum(map(test, cells)) >= share * len(cells):
            return field if field not in taken else None
    return None


def _is_year(cell: str) -> bool:
    code = read_year(cell, _A_YEAR_LONG_AGO)[1]
    return code in (None, DoubtCode.IMPOSSIBLE_YEAR) and len(cell) >= 4


def _is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(cell) is not None


def _is_wordy(cell: str) -> bool:
    return any(char.isalpha() for char in cell)


def _is_counting(cells: Sequence[str]) -> bool:
    return cells[0] in ("0", "1") and list(cells) == [
        str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))
    ]
