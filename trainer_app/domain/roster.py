"""A list of people as somebody kept it, and what can be taken from it without guessing.

What is doubtful is said, never settled here; what has no place of its own goes to the note.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer_app.domain.letters import fold

OLDEST = 110
ADULT = 18


class Field(StrEnum):
    """What a column of a list can hold."""

    NUMBER = "number"
    NAME = "name"
    FIRST_NAME = "first_name"
    INFIX = "infix"
    LAST_NAME = "last_name"
    BIRTH_YEAR = "birth_year"
    BIRTH_DATE = "birth_date"
    GENDER = "gender"
    LANGUAGE = "language"
    PHONE = "phone"
    NOTE = "note"


class DoubtCode(StrEnum):
    """Why a person should look at a row."""

    NO_NAME = "no-name"
    FORMULA_LIKE = "formula-like"
    SEPARATOR_IN_NAME = "separator-in-name"
    TWO_DIGIT_YEAR = "two-digit-year"
    IMPOSSIBLE_YEAR = "impossible-year"
    UNREADABLE_YEAR = "unreadable-year"
    MINOR = "minor"
    UNKNOWN_GENDER = "unknown-gender"
    UNKNOWN_LANGUAGE = "unknown-language"
    SAME_PERSON = "same-person"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: `raw` is what stands in the file, `line` the other row of a same-person pair."""

    code: DoubtCode
    raw: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands; `line` counts the lines of the file or sheet from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column: its header in the file (empty where there is none) and what we take it for."""

    header: str
    field: Field | None


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A list as it was read. `above`: rows over the header, such as a title. Rows are padded."""

    name: str
    columns: tuple[FoundColumn, ...]
    rows: tuple[RawRow, ...]
    above: tuple[RawRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What people write for a gender or a language, folded by `fold`, to our codes."""

    genders: Mapping[str, str]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a list, with every doubt. `number` is the list's own, not the centre's."""

    line: int
    name: str
    birth_year: int | None
    gender: str | None
    language: str | None
    phone: str
    note: str
    doubts: tuple[Doubt, ...]
    number: str = ""


def tidy(text: str) -> str:
    """Text without space around it and with single spaces inside."""
    return " ".join(text.split())


def interpret(file: RosterFile, words: Words, year: int) -> tuple[RosterRow, ...]:
    """Every row as a person; `year` is the current one. No row is left out."""
    words = _without_ambiguous_letters(file, words)
    return tuple(interpret_row(row, file.columns, words, year) for row in file.rows)


def interpret_row(
    row: RawRow, columns: Sequence[FoundColumn], words: Words, year: int
) -> RosterRow:
    """One row as a person; `year` is the current one."""
    reader = _RowReader(row, columns)
    name = reader.name()
    birth_year = reader.birth_year(year)
    return RosterRow(
        line=row.line,
        name=name,
        birth_year=birth_year,
        gender=reader.word(Field.GENDER, words.genders, DoubtCode.UNKNOWN_GENDER),
        language=reader.word(Field.LANGUAGE, words.languages, DoubtCode.UNKNOWN_LANGUAGE),
        phone=tidy(reader.cell(Field.PHONE)),
        note=reader.note(),
        doubts=tuple(reader.doubts),
        number=tidy(reader.cell(Field.NUMBER)),
    )


def with_same_person(
    rows: Iterable[RosterRow], pairs: Iterable[tuple[int, int]]
) -> tuple[RosterRow, ...]:
    """The rows with a doubt on both sides of each pair of lines."""
    known = list(rows)
    names = {row.line: row.name for row in known}
    doubts: dict[int, list[Doubt]] = {row.line: [] for row in known}
    for one, other in pairs:
        doubts[one].append(Doubt(DoubtCode.SAME_PERSON, names[other], other))
        doubts[other].append(Doubt(DoubtCode.SAME_PERSON, names[one], one))
    return tuple(replace(row, doubts=(*row.doubts, *doubts[row.line])) for row in known)


class _RowReader:
    """Takes one row apart, and keeps what could not be understood for the note."""

    def __init__(self, row: RawRow, columns: Sequence[FoundColumn]) -> None:
        self.doubts: list[Doubt] = []
        self._cells: dict[Field, str] = {}
        self._headers: dict[Field, str] = {}
        self._kept: list[str] = []
        for column, cell in zip(columns, row.cells, strict=True):
            if column.field is not None and column.field not in self._headers:
                self._cells[column.field] = cell
                self._headers[column.field] = column.header
            else:
                self._keep(column.header, cell)

    def cell(self, field: Field) -> str:
        """The text of a field, empty where the list has no such column."""
        return self._cells.get(field, "")

    def name(self) -> str:
        """The name in one field, or nothing where there is none."""
        raw = self._whole_name()
        name = tidy(raw)
        if _is_no_name(name):
            self._doubt(DoubtCode.NO_NAME, name)
            return ""
        if name.startswith(("=", "+", "-", "@")) or raw.startswith("\t"):
            self._doubt(DoubtCode.FORMULA_LIKE, raw)
        if any(separator in raw for separator in ";|\t"):
            self._doubt(DoubtCode.SEPARATOR_IN_NAME, raw)
        return name

    def _whole_name(self) -> str:
        whole, first = self.cell(Field.NAME), self.cell(Field.FIRST_NAME)
        infix, last = self.cell(Field.INFIX), self.cell(Field.LAST_NAME)
        if not (infix + last).strip():
            # "Nom" beside "Prénom" is a surname, unless the given name stands in it already.
            return whole if _parts(first) <= _parts(whole) else f"{first} {whole}"
        if not first.strip() and _parts(last) <= _parts(whole):
            return whole
        joined = " ".join(part for part in (first.strip() or whole, infix, last) if part.strip())
        if not _parts(whole) <= _parts(joined):
            self._keep(self._headers[Field.NAME], whole)
        return joined

    def birth_year(self, current: int) -> int | None:
        """The year of birth as far as it can be, with a doubt where it is not plain."""
        found = {
            field: tidy(self.cell(field))
            for field in (Field.BIRTH_YEAR, Field.BIRTH_DATE)
            if any(char.isalnum() for char in self.cell(field))
        }
        if not found:
            return None
        years = {read_year(raw, current) for raw in found.values()}
        raw = " / ".join(found.values())
        year, code = years.pop() if len(years) == 1 else (None, DoubtCode.UNREADABLE_YEAR)
        if code is not None:
            self._doubt(code, raw)
            for field in found:
                self._keep(self._headers[field], self.cell(field))
        if year is not None and current - year < ADULT:
            self._doubt(DoubtCode.MINOR, raw)
        return year

    def word(self, field: Field, codes: Mapping[str, str], doubt: DoubtCode) -> str | None:
        """The code of a word; an unknown word is kept for the note."""
        raw = self.cell(field)
        folded = fold(raw)
        if not folded:
            return None
        if folded in codes:
            return codes[folded]
        self._doubt(doubt, tidy(raw))
        self._keep(self._headers[field], raw)
        return None

    def note(self) -> str:
        """The list's own note and all that found no other place."""
        own = self.cell(Field.NOTE).strip()
        return "; ".join([own, *self._kept] if own else self._kept)

    def _keep(self, header: str, cell: str) -> None:
        if cell.strip():
            self._kept.append(f"{header}: {cell.strip()}" if header else cell.strip())

    def _doubt(self, code: DoubtCode, raw: str) -> None:
        self.doubts.append(Doubt(code, raw))


_YEAR = re.compile(r"(\d{4})(?:\.0*)?")
_SHORT_YEAR = re.compile(r"['’]?(\d{2})")
_CLOCK = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})" + _CLOCK)
_YEAR_LAST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})" + _CLOCK)
_MONTH_IN_WORDS = re.compile(r"\d{1,2}\.?[ -][^\d\W]{3,}\.?,?[ -](?:de )?(\d{4})")


def read_year(raw: str, current: int) -> tuple[int | None, DoubtCode | None]:
    """The year of birth in a text, and why it is doubtful.

    Two digits give the latest year before this one; a year that cannot be gives none.
    """
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in raw.strip())
    digits = _year_digits(text)
    if digits is None:
        return None, DoubtCode.UNREADABLE_YEAR
    if len(digits) == 2:
        century = current - current % 100
        year = century + int(digits)
        return year if year < current else year - 100, DoubtCode.TWO_DIGIT_YEAR
    year = int(digits)
    if not current - OLDEST <= year < current:
        return None, DoubtCode.IMPOSSIBLE_YEAR
    return year, None


def _year_digits(text: str) -> str | None:
    if plain := _YEAR.fullmatch(text) or _SHORT_YEAR.fullmatch(text):
        return plain[1]
    if written := _MONTH_IN_WORDS.fullmatch(text):
        return written[1]
    if last := _YEAR_LAST.fullmatch(text):
        return last[3] if _is_day(last[1], last[2]) else None
    if first := _YEAR_FIRST.fullmatch(text):
        return first[1] if _is_day(first[2], first[3]) else None
    return None


def _is_day(one: str, other: str) -> bool:
    """Whether two numbers can be a day and a month, in whichever order."""
    low, high = sorted((int(one), int(other)))
    return 1 <= low <= 12 and high <= 31


def _parts(name: str) -> set[str]:
    return set(fold(name).split())


def _is_no_name(name: str) -> bool:
    letters = "".join(char for char in name if char.isalnum())
    return not letters or letters.casefold() == "nn"


def _without_ambiguous_letters(file: RosterFile, words: Words) -> Words:
    """In a column with both, "h" is hombre or homme and "m" may be mujer or masculin: ask."""
    places = [n for n, column in enumerate(file.columns) if column.field is Field.GENDER][:1]
    used = {fold(row.cells[place]) for row in file.rows for place in places}
    if "h" not in used or "f" in used:
        return words
    genders = {word: code for word, code in words.genders.items() if word != "m"}
    return replace(words, genders=genders)
