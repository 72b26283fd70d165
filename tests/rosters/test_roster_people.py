"""The list that holds every trouble: each of its 25 people, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer_app.domain.roster import Doubt, DoubtCode, RosterRow
from trainer_app.rosters.people import pairs_with_register, pairs_within, read_people
from trainer_app.rosters.transliteration import name_key

ROSTER = Path(__file__).with_name("roster.csv")
YEAR = 2026

EXPECTED = [
    (2, "Fatoumata Diallo", 1988, "woman", "fr", ""),
    (3, "محمد الحسين", 1979, "man", "ar", ""),
    (4, "Олена Коваленко", 1965, "woman", "uk", "kleinkind komt mee"),
    (5, "ሰላም ተስፋይ", 2001, "woman", "ti", ""),
    (6, "Ayşe Yılmaz", 1972, "woman", "tr", ""),
    (7, "İbrahim Şahin", 1972, "man", "tr", ""),
    (8, "زهرا رحیمی", 1995, "woman", "prs", ""),
    (9, "Xuân Nguyễn Thị", None, "woman", "vi", ""),
    (10, "Jan-Willem van der Berg", 1951, "man", "nl", "vrijwilliger"),
    (11, "Mariama Jallow", 1990, "woman", "en", ""),
    (12, "Mariama Jalloh", 1990, "woman", "en", "dezelfde?"),
    (13, "Abdi", None, "man", "so", "alleen bijnaam"),
    (14, "José Antonio García-Núñez", 1983, "man", "es", ""),
    (15, "Conceição D’Ávila", 1977, "woman", "pt", ""),
    (16, "王小明", 1969, "man", "zh", ""),
    (17, "Oksana; Petrenko", 1985, "woman", "uk", "puntkomma in de naam"),
    (18, "=SUM(A1:A9)", 1990, "man", None, "kwaadwillig"),
    (19, "عبد الرحمن بن يوسف الفاسي", 1958, "man", "ar", ""),
    (20, "Tesfay Gebremedhin", 1989, "man", "ti", "jaar met twee cijfers; Geboortejaar: 89"),
    (21, "Seydou Ndiaye", 2012, "man", "fr", "minderjarig"),
    (22, "", None, None, None, "wil geen naam geven"),
    (23, "Zoë O'Brien", 1999, "nonbinary", "en", ""),
    (24, "Nasrin Akhtar", 1981, "woman", "prs", ""),
    (25, "Mykola Шевченко", 1940, "man", "uk", ""),
    (26, "Hawa Ceesay", None, "woman", "en", "geboortejaar kan niet kloppen; Geboortejaar: 2026"),
]
DOUBTS = {
    11: [Doubt(DoubtCode.SAME_PERSON, "Mariama Jalloh", 12)],
    12: [Doubt(DoubtCode.SAME_PERSON, "Mariama Jallow", 11)],
    17: [Doubt(DoubtCode.SEPARATOR_IN_NAME, "Oksana; Petrenko")],
    18: [Doubt(DoubtCode.FORMULA_LIKE, "=SUM(A1:A9)")],
    20: [Doubt(DoubtCode.TWO_DIGIT_YEAR, "89")],
    21: [Doubt(DoubtCode.MINOR, "2012")],
    22: [Doubt(DoubtCode.NO_NAME, "N.N.")],
    26: [Doubt(DoubtCode.IMPOSSIBLE_YEAR, "2026")],
}


@pytest.fixture(scope="module")
def people() -> tuple[RosterRow, ...]:
    return read_people(ROSTER, YEAR)[1]


def test_each_person_is_there_as_the_list_says(people: tuple[RosterRow, ...]) -> None:
    found = [(p.line, p.name, p.birth_year, p.gender, p.language, p.note) for p in people]
    assert found == EXPECTED
    assert [person.number for person in people] == [str(number) for number in range(1, 26)]


def test_what_is_doubtful_is_said_and_nothing_else(people: tuple[RosterRow, ...]) -> None:
    assert {person.line: list(person.doubts) for person in people if person.doubts} == DOUBTS


def test_every_cell_of_the_file_is_read() -> None:
    file, _ = read_people(ROSTER, YEAR)
    lines = ROSTER.read_text("utf-8-sig").splitlines()
    assert len(file.rows) == len(lines) - 1 == 25
    for row, line in zip(file.rows, lines[1:], strict=True):
        assert line.replace('"', "") == ";".join(row.cells)


def test_the_pair_of_the_list_and_no_other(people: tuple[RosterRow, ...]) -> None:
    assert pairs_within(people) == [(11, 12)]


def test_people_of_the_register_are_recognised(people: tuple[RosterRow, ...]) -> None:
    register = [
        name_key("p1", "Olena Kovalenko", 1965),
        name_key("p2", "Djaló Fatumata", None),
        name_key("p3", "Nasrin Akhtar", 1982),
        name_key("p4", "Micola Sjevtsjenko", 1940),
        name_key("p5", "", None),
    ]
    assert pairs_with_register(people, register) == [(2, "p2"), (4, "p1"), (25, "p4")]
