"""Files as organisations have them: separators, encodings, headers, workbooks, and no lists."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import UnreadableRoster
from trainer_app.domain.roster import RosterFile
from trainer_app.rosters.decoding import decode
from trainer_app.rosters.people import people_of
from trainer_app.rosters.reading import LARGEST_FILE, read_roster

DUTCH = "Naam;Geboortejaar;Taal\r\nZoë Çelebi;1988;Oekraïens\r\nJosé García-Núñez;1970;Français\r\n"
ARABIC = "الاسم;سنة الميلاد;اللغة\r\nمحمد الحسين;1988;عربي\r\nزهرا پروین;1970;دری\r\n"
CYRILLIC = "Ім'я та прізвище;Рік народження;Мова\nОлена Коваленко;1988;українська\n"
TURKISH = "Ad Soyad;Doğum yılı;Dil\nAyşe Yılmaz;1988;Türkçe\nİbrahim Şahin;1970;Kürtçe\n"


def saved(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def cells(file: RosterFile) -> list[tuple[str, ...]]:
    return [row.cells for row in file.rows]


def fields(file: RosterFile) -> list[str | None]:
    return [column.field and column.field.value for column in file.columns]


def reason(path: Path) -> str | int:
    with pytest.raises(UnreadableRoster) as caught:
        read_roster(path)
    assert caught.value.facts["file"] == path.name
    return caught.value.facts["reason"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, name) for text in (DUTCH, ARABIC, CYRILLIC, TURKISH)
          for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
        (DUTCH, "cp1252"), (ARABIC.replace("ی", "ي"), "cp1256"), (CYRILLIC, "cp1251"),
        (TURKISH, "cp1254"),
    ],
)  # fmt: skip
def test_every_usual_encoding_is_told_by_its_content(
    tmp_path: Path, text: str, encoding: str
) -> None:
    file = read_roster(saved(tmp_path, text, encoding))
    assert cells(file) == [tuple(line.split(";")) for line in text.splitlines()[1:]]
    assert fields(file) == ["name", "birth_year", "language"]


def test_one_accent_among_plain_names_is_western() -> None:
    assert decode("Naam\nJan\nZoë\nPiet\nÉ\n".encode("cp1252"))[1] == "cp1252"
    assert decode("Prénom;Nom\nÉlodie;Lefèvre\n".encode("cp1252"))[1] == "cp1252"
    assert decode("Apellido\nMuñoz\nNúñez\n".encode("cp1252"))[1] == "cp1252"
    assert decode("Naam\nمحمد\nJan\n".encode("cp1256"))[1] == "cp1256"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_quotes_and_lines_within_cells(tmp_path: Path, separator: str) -> None:
    lines = [
        ["Name", "Year of birth", "Remarks"],
        ['"Jan, Piet; and\tKlaas"', "1950", '"two\r\nlines and ""quotes"""'],
        ["Ana", "1960", ""],
    ]
    file = read_roster(saved(tmp_path, "\r\n".join(separator.join(line) for line in lines)))
    assert cells(file)[0] == ("Jan, Piet; and\tKlaas", "1950", 'two\r\nlines and "quotes"')
    assert [row.line for row in file.rows] == [2, 4]


def test_a_lone_quotation_mark_swallows_nobody(tmp_path: Path) -> None:
    file = read_roster(saved(tmp_path, 'Name;Year\n"Jan;1950\nPiet "de" Wit;1960\nAna;1970\n'))
    assert [row[0] for row in cells(file)] == ['"Jan', 'Piet "de" Wit', "Ana"]


def test_a_file_may_say_its_separator_and_have_a_title_and_gaps(tmp_path: Path) -> None:
    lines = ["sep=;", "Deelnemers najaar, 2026;;", ";;", "Naam;Tel.;Dieet"]
    lines += ["Ana;06;halal;extra", ";;", "Piet", ""]
    file = read_roster(saved(tmp_path, "\r\n".join(lines)))
    assert [column.header for column in file.columns] == ["Naam", "Tel.", "Dieet", ""]
    assert fields(file) == ["name", "phone", None, None]
    assert [(row.line, row.cells) for row in file.rows] == [
        (5, ("Ana", "06", "halal", "extra")), (7, ("Piet", "", "", "")),
    ]  # fmt: skip
    assert [row.cells[0] for row in file.above] == ["Deelnemers najaar, 2026"]
    assert people_of(file, 2026)[0].note == "Dieet: halal; extra"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("No,First name,Last name,Date of birth,Gender,Mobile",
         ["number", "first_name", "last_name", "birth_date", "gender", "phone"]),
        ("Nr;Voornaam;Tussenvoegsel;Achternaam;Geb. jaar;M/V;Moedertaal;Opmerkingen",
         ["number", "first_name", "infix", "last_name", "birth_year", "gender", "language",
          "note"]),
        ("N°;Prénom;Nom;Année de naissance;Sexe;Langue;Téléphone;Remarques",
         ["number", "first_name", "name", "birth_year", "gender", "language", "phone", "note"]),
        ("Nombre y apellidos;Año de nacimiento (AAAA);Género;Idioma;Teléfono;Observaciones",
         ["name", "birth_year", "gender", "language", "phone", "note"]),
        ("الرقم;الإسم;تاريخ الميلاد;الجنس;اللغة;رقم الهاتف;ملاحظات",
         ["number", "name", "birth_date", "gender", "language", "phone", "note"]),
        ("ردیف;نام;نام خانوادگی;سال تولد;جنسیت;زبان;شماره تماس;توضیحات",
         ["number", "first_name", "last_name", "birth_year", "gender", "language", "phone",
          "note"]),
        ("Sıra;Adı Soyadı;DOĞUM YILI;Cinsiyet;Dil;Cep Telefonu;Açıklama",
         ["number", "name", "birth_year", "gender", "language", "phone", "note"]),
        ("№;Ім’я;Прізвище;Рік народження;Стать;Мова;Телефон;Примітки",
         ["number", "first_name", "last_name", "birth_year", "gender", "language", "phone",
          "note"]),
    ],
)  # fmt: skip
def test_headers_in_all_our_languages(tmp_path: Path, headers: str, expected: list[str]) -> None:
    separator = "," if "," in headers else ";"
    people = separator.join("abcdefgh"[: len(expected)])
    assert fields(read_roster(saved(tmp_path, f"{headers}\n{people}\n"))) == expected


def test_a_list_without_headers_is_told_by_its_content(tmp_path: Path) -> None:
    text = "1;Ana Silva;v;1988;Frans;0612345678;Utrecht\n2;Piet;m;1970;Turks;+31 6 1234 5678;Ede\n"
    file = read_roster(saved(tmp_path, text))
    assert fields(file) == ["number", "name", "gender", "birth_year", "language", "phone", None]
    first = people_of(file, 2026)[0]
    assert (first.line, first.name, first.note) == (1, "Ana Silva", "Utrecht")


def test_names_alone_one_a_line(tmp_path: Path) -> None:
    file = read_roster(saved(tmp_path, "Ana Silva\nمحمد\n\nPiet"))
    assert [(row.line, row.cells) for row in file.rows] == [
        (1, ("Ana Silva",)), (2, ("محمد",)), (4, ("Piet",)),
    ]  # fmt: skip
    assert fields(file) == ["name"]


def test_a_workbook_gives_what_is_seen_in_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("People")
    sheet.append([])
    sheet.append(["Naam", "Geboortejaar", "Geboortedatum", "Aanmelding"])
    sheet.append(["محمد", 1988.0, None, datetime(2026, 11, 1, 9, 30)])  # noqa: DTZ001 as on a sheet
    sheet.append([])
    sheet.append(["=SUM(A1:A9)", None, date(1951, 3, 11), 2.5])
    path = tmp_path / "list.xlsx"
    book.save(path)
    file = read_roster(path)
    assert [(row.line, row.cells) for row in file.rows] == [
        (3, ("محمد", "1988", "", "2026-11-01 09:30")),
        (5, ("=SUM(A1:A9)", "", "1951-03-11", "2.5")),
    ]  # fmt: skip
    people = people_of(file, 2026)
    assert [person.birth_year for person in people] == [1988, 1951]
    assert [doubt.code for doubt in people[1].doubts] == ["formula-like"]


def test_files_that_are_no_list(tmp_path: Path) -> None:
    assert reason(saved(tmp_path, "")) == "empty"
    assert reason(saved(tmp_path, "\n ; ;\n")) == "empty"
    assert reason(saved(tmp_path, "Naam;Geboortejaar\n")) == "empty"
    assert reason(saved(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01")) == "not-a-table"
    assert reason(saved(tmp_path, b"%PDF-1.7\n1 0 obj")) == "not-a-table"
    assert reason(saved(tmp_path, "Dear all. " * 60)) == "not-a-table"
    assert (
        reason(saved(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)) == "not-a-table"
    )
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert reason(saved(tmp_path, locked)) == "password"
    assert reason(saved(tmp_path, b"Naam\n" + bytes(range(0x80, 0x100)) * 3)) == "encoding"
    assert reason(saved(tmp_path, b"\xff\xfeN\x00a\x00\x00\xd8")) == "encoding"
    assert reason(saved(tmp_path, ARABIC.encode() + b"Zo\xeb;1;x\n")) == "encoding"
    assert reason(tmp_path / "gone.csv") == "unreadable"
    assert reason(saved(tmp_path, "Naam\n" + "Ana\n" * 50_001)) == "too-large"


def test_a_file_that_is_or_unpacks_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert reason(path) == "too-large"
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"\0" * 200_000_001)
    assert reason(path) == "too-large"


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml", "[Content_Types].xml"])
def test_other_packages_are_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, "<a/>")
    assert reason(path) == "not-a-table"
    path.write_bytes(path.read_bytes()[:-30])
    assert reason(path) == "not-a-table"


@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int
) -> None:
    whole = tmp_path_factory.getbasetemp() / "whole.xlsx"
    if not whole.exists():
        book = openpyxl.Workbook()
        for line in DUTCH.splitlines():
            book.active.append(line.split(";"))
        book.save(whole)
    content = bytearray(whole.read_bytes())
    content[place % len(content)] = byte
    path = saved(whole.parent, bytes(content))
    try:
        file = read_roster(path)
    except UnreadableRoster:
        assert reason(path) in {"empty", "not-a-table", "too-large", "encoding"}
    else:
        assert cells(file)[0][:2] == ("Zoë Çelebi", "1988")


def test_a_stray_control_character_stays_where_it_is(tmp_path: Path) -> None:
    file = read_roster(saved(tmp_path, "Naam;Taal\n" + "Ana;Frans\n" * 20 + "Pi\x01et;Frans\n"))
    assert cells(file)[-1] == ("Pi\x01et", "Frans")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = saved(tmp_path_factory.getbasetemp(), content)
    try:
        file = read_roster(path)
    except UnreadableRoster:
        assert reason(path) in {"empty", "not-a-table", "encoding"}
    else:
        assert len(people_of(file, 2026)) == len(file.rows) > 0


letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
table = st.lists(
    st.lists(st.text(letters, max_size=8), min_size=3, max_size=3), min_size=1, max_size=8
)


@given(table, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_cell_of_a_list_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str, encoding: str
) -> None:
    quoted = [
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row)
        for row in [["Naam", "Geboortejaar", "Dieet"], *rows]
    ]
    path = saved(tmp_path_factory.getbasetemp(), "\r\n".join(quoted), encoding)
    filled = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    if filled:
        assert cells(read_roster(path)) == filled
    else:
        assert reason(path) == "empty"
