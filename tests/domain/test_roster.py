"""What is taken from one row of a list, and what is doubted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.roster import (
    Doubt,
    DoubtCode,
    Field,
    FoundColumn,
    RawRow,
    RosterFile,
    RosterRow,
    Words,
    fold,
    interpret,
    interpret_row,
    read_year,
    with_same_person,
)

WORDS = Words({"v": "woman", "m": "man", "h": "man", "x": "nonbinary"}, {"frans": "fr"})
YEAR = 2026


def row(**cells: str) -> RosterRow:
    columns = [FoundColumn(name.title(), Field(name)) for name in cells]
    return interpret_row(RawRow(7, tuple(cells.values())), columns, WORDS, YEAR)


def codes(**cells: str) -> list[str]:
    return [doubt.code.value for doubt in row(**cells).doubts]


@pytest.mark.parametrize(
    ("raw", "year", "code"),
    [
        ("1988", 1988, None), ("1972 ", 1972, None), ("1988.0", 1988, None),
        ("11-03-1951", 1951, None), ("1951-03-11", 1951, None), ("3/11/1951", 1951, None),
        ("1951-03-11 00:00:00", 1951, None), ("11.3.1951", 1951, None),
        ("11 maart 1951", 1951, None), ("11 de marzo de 1951", None, "unreadable-year"),
        ("١٩٨٨", 1988, None), ("۱۳۶۷", None, "impossible-year"), ("۱۹۸۸", 1988, None),
        ("89", 1989, "two-digit-year"), ("'05", 2005, "two-digit-year"),
        ("26", 1926, "two-digit-year"), ("11-03-51", 1951, "two-digit-year"),
        ("2025", 2025, None), ("2026", None, "impossible-year"), ("2031", None, "impossible-year"),
        ("1916", 1916, None), ("1915", None, "impossible-year"),
        ("1988?", None, "unreadable-year"), ("45-13-1951", None, "unreadable-year"),
        ("onbekend", None, "unreadable-year"), ("32874", None, "unreadable-year"),
    ],
)  # fmt: skip
def test_a_year_of_birth_is_read_or_doubted(raw: str, year: int | None, code: str | None) -> None:
    assert read_year(raw, YEAR) == (year, code)


@given(st.text(max_size=12))
def test_whatever_stands_there_a_year_taken_can_be(raw: str) -> None:
    year, code = read_year(raw, YEAR)
    assert year is None or 1900 <= year < YEAR
    assert year is not None or code is not None


def test_a_year_not_taken_is_kept_in_the_note() -> None:
    found = row(name="Hawa", birth_year="2026", note="rolstoel")
    assert (found.birth_year, found.note) == (None, "rolstoel; Birth_Year: 2026")
    assert found.doubts == (Doubt(DoubtCode.IMPOSSIBLE_YEAR, "2026"),)


def test_no_year_is_no_doubt() -> None:
    for cell in ("", "  ", "-", "?"):
        assert row(name="Hawa", birth_year=cell).doubts == ()


def test_a_child_is_pointed_out() -> None:
    assert codes(name="Seydou", birth_year="2009") == ["minor"]
    assert codes(name="Seydou", birth_year="2008") == []
    assert codes(name="Seydou", birth_year="12") == ["two-digit-year", "minor"]


def test_year_and_date_that_contradict_are_both_kept() -> None:
    found = row(name="Hawa", birth_year="1988", birth_date="11-03-1951")
    assert found.birth_year is None
    assert found.doubts == (Doubt(DoubtCode.UNREADABLE_YEAR, "1988 / 11-03-1951"),)
    assert found.note == "Birth_Year: 1988; Birth_Date: 11-03-1951"
    assert row(name="Hawa", birth_year="1951", birth_date="11-03-1951").birth_year == 1951


@pytest.mark.parametrize(
    ("raw", "name", "doubts"),
    [
        ("  Mariama  Jallow ", "Mariama Jallow", []),
        ("Mariama\u00a0\nJallow", "Mariama Jallow", []),
        ("Abdi", "Abdi", []),
        ("N.N.", "", ["no-name"]), ("nn", "", ["no-name"]), ("?", "", ["no-name"]),
        ("-", "", ["no-name"]), ("", "", ["no-name"]),
        ("Nn Nguyen", "Nn Nguyen", []),
        ("=SUM(A1:A9)", "=SUM(A1:A9)", ["formula-like"]),
        ("+31 6", "+31 6", ["formula-like"]), ("@jan", "@jan", ["formula-like"]),
        ("-Jan", "-Jan", ["formula-like"]), (" =1", "=1", ["formula-like"]),
        ("\tJan", "Jan", ["formula-like", "separator-in-name"]),
        ("Oksana; Petrenko", "Oksana; Petrenko", ["separator-in-name"]),
        ("Jan | Piet", "Jan | Piet", ["separator-in-name"]),
    ],
)  # fmt: skip
def test_names_keep_all_but_their_spare_space(raw: str, name: str, doubts: list[str]) -> None:
    assert row(name=raw).name == name
    assert codes(name=raw) == doubts


@pytest.mark.parametrize(
    ("cells", "name", "note"),
    [
        ({"first_name": "Ana", "last_name": "Silva"}, "Ana Silva", ""),
        ({"last_name": "Berg", "infix": "van der", "first_name": "Jan"}, "Jan van der Berg", ""),
        ({"name": "Silva", "first_name": "Ana"}, "Ana Silva", ""),
        ({"name": "Ana Silva", "first_name": "Ana"}, "Ana Silva", ""),
        ({"name": "Ana", "last_name": "Silva"}, "Ana Silva", ""),
        ({"name": "Ana Silva", "last_name": "Silva"}, "Ana Silva", ""),
        ({"name": "Ana Silva", "first_name": "Ana", "last_name": "Silva"}, "Ana Silva", ""),
        ({"name": "Anita", "first_name": "Ana", "last_name": "Silva"}, "Ana Silva", "Name: Anita"),
        ({"first_name": "Ana", "last_name": ""}, "Ana", ""),
        ({"name": "", "first_name": "Ana"}, "Ana", ""),
    ],
)
def test_names_in_several_columns_become_one(cells: dict[str, str], name: str, note: str) -> None:
    found = row(**cells)
    assert (found.name, found.note, found.doubts) == (name, note, ())


def test_words_become_codes_or_stay_in_the_note() -> None:
    found = row(name="Ana", gender=" V ", language="FRANS", phone=" 06  12 ", number="3")
    assert (found.gender, found.language, found.phone, found.number) == (
        "woman",
        "fr",
        "06 12",
        "3",
    )
    found = row(name="Ana", gender="Onbekend", language="Klingon, Frans")
    assert (found.gender, found.language) == (None, None)
    assert [doubt.code for doubt in found.doubts] == ["unknown-gender", "unknown-language"]
    assert found.note == "Gender: Onbekend; Language: Klingon, Frans"
    assert row(name="Ana", gender="", language=" ").doubts == ()


def test_columns_without_a_place_go_to_the_note() -> None:
    columns = [
        FoundColumn("Naam", Field.NAME), FoundColumn("Dieet", None), FoundColumn("", None),
        FoundColumn("Notitie", Field.NOTE), FoundColumn("Memo", Field.NOTE),
    ]  # fmt: skip
    found = interpret_row(
        RawRow(1, ("Ana", "halal", "x1", "komt later", "tel")), columns, WORDS, 2026
    )
    assert found.note == "komt later; Dieet: halal; x1; Memo: tel"


def test_h_and_m_in_one_column_are_asked_about() -> None:
    columns = (FoundColumn("Nombre", Field.NAME), FoundColumn("Sexo", Field.GENDER))

    def genders(*cells: str) -> list[str | None]:
        rows = tuple(RawRow(n, ("Ana", cell)) for n, cell in enumerate(cells))
        return [one.gender for one in interpret(RosterFile("a", columns, rows), WORDS, YEAR)]

    assert genders("H", "M") == ["man", None]
    assert genders("V", "M") == ["woman", "man"]


def test_a_pair_is_doubted_on_both_sides() -> None:
    rows = [RosterRow(n, f"Name {n}", None, None, None, "", "", ()) for n in (2, 3, 4)]
    first, second, third = with_same_person(rows, [(2, 4)])
    assert first.doubts == (Doubt(DoubtCode.SAME_PERSON, "Name 4", 4),)
    assert second.doubts == ()
    assert third.doubts == (Doubt(DoubtCode.SAME_PERSON, "Name 2", 2),)


cells = st.text(max_size=15)


@given(cells, cells, cells, cells, cells)
def test_nothing_that_stands_in_a_row_gets_lost(
    name: str, year: str, gender: str, language: str, other: str
) -> None:
    columns = [
        FoundColumn("n", Field.NAME), FoundColumn("y", Field.BIRTH_YEAR),
        FoundColumn("g", Field.GENDER), FoundColumn("l", Field.LANGUAGE), FoundColumn("o", None),
    ]  # fmt: skip
    found = interpret_row(RawRow(1, (name, year, gender, language, other)), columns, WORDS, YEAR)
    assert found.name == " ".join(name.split()) or "no-name" in [d.code for d in found.doubts]
    assert found.birth_year or year.strip() in found.note or not any(map(str.isalnum, year))
    assert found.gender or gender.strip() in found.note or not fold(gender)
    assert found.language or language.strip() in found.note or not fold(language)
    assert other.strip() in found.note


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
