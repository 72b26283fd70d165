"""CSV files, read back by programs that did not write them."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
from export_tables import NAMES, attendance
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.exports.csv_file import guard, unguard, write_csv
from trainer_app.exports.table import Column, Table


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_it_is_utf8_with_its_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    write_csv(attendance(), path)
    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfName,Date,")
    assert written.endswith(b"\r\n")


def test_every_cell_stands_there_as_iso_or_guarded_text(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    write_csv(attendance(), path)
    header, *rows = read(path)
    assert header[0] == "Name"
    assert rows[0] == ["محمد السوري", "2026-11-21", "09:30:00", "2026-11-21T09:04:00", "50", "0.83"]
    assert rows[-1][3:] == ["", "", ""]
    assert [row[0] for row in rows[6:11]] == [
        "'=SUM(A1:A9)", "'+31 6 1234", "'-", "'@home", "'\ttab",
    ]  # fmt: skip
    assert rows[11][0] == "'t Hart"
    assert [unguard(row[0]) for row in rows[:-1]] == list(NAMES)


def test_another_program_finds_dates_numbers_and_every_row(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    write_csv(attendance(), path)
    (found,) = duckdb.sql(
        f'select count(*), sum("Minutes present"), sum("Participant-hours"), min(Date), '
        f"min(\"Planned start\"), max(Started), count(*) filter (where Name = '王小明') "
        f"from read_csv('{path}')"
    ).fetchall()
    assert found[:2] == (len(NAMES) + 1, sum(50 + n for n in range(len(NAMES))))
    assert abs(found[2] - 0.83 * len(NAMES)) < 1e-9
    assert [str(value) for value in found[3:6]] == ["2026-11-21", "09:30:00", "2026-11-21 09:04:00"]
    assert found[6] == 1


def test_a_header_cannot_act_and_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_csv(Table("x", [Column("a", "=A"), Column("b", "b", "integer")], [("a", -5)]), path)
    assert read(path) == [["'=A", "b"], ["a", "-5"]]


hostile = st.text(max_size=12) | st.builds(
    "".join, st.lists(st.sampled_from("'=+-@\t\r\n,;\" a\u200f"), max_size=8)
)


@given(hostile)
def test_guarding_can_always_be_undone_and_leaves_nothing_that_acts(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.tuples(hostile, hostile), max_size=6))
def test_any_text_comes_back(tmp_path_factory, rows: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.getbasetemp() / "any.csv"
    write_csv(Table("x", [Column("a", "a"), Column("b", "b")], rows), path)
    back = read(path)[1:]
    assert [tuple(map(unguard, line)) for line in back] == rows
