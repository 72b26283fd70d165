"""Bringing in a list of people: what is told beforehand, and what is then in the register."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from centres import bytes_in
from command_line import Said, command, program, raw, words_for

from trainer_app.domain.errors import UnknownThing, UnreadableRoster


def events(folder: Path) -> int:
    connection = raw(folder)
    (count,) = connection.execute("SELECT count(*) FROM events").fetchone()
    connection.close()
    return int(count)


def names_and_years(folder: Path) -> list[tuple[str | None, int | None]]:
    """What the log says of the people, not the tables."""
    connection = raw(folder)
    found = connection.execute(
        "SELECT json_extract(body, '$.name'), json_extract(body, '$.birth_year') FROM events"
        " WHERE kind = 'person-set' ORDER BY seq"
    ).fetchall()
    connection.close()
    return [(name, year) for name, year in found]


def look(data: Path, file: Path, *more: str) -> Said:
    return command("roster", "import", file, "--data", data, "--json", *more)


def test_looking_brings_nobody_in(data: Path, roster: Path) -> None:
    before = events(data)
    said = look(data, roster, "--dry-run")
    assert said.code == 0
    assert said.err == ""
    assert said.json["brought_in"] == 0
    assert events(data) == before


def test_each_row_is_told_with_its_line_name_year_and_doubts(data: Path, roster: Path) -> None:
    rows = look(data, roster, "--dry-run").json["rows"]
    with roster.open(encoding="utf-8-sig", newline="") as file:
        lines = [(number, line) for number, line in enumerate(file, start=1)]
        written = list(csv.reader((line for _, line in lines), delimiter=";"))
    assert [row["line"] for row in rows] == [number for number, _ in lines[1:]]
    for row, cells in zip(rows, written[1:], strict=True):
        assert {"line", "name", "birth_year", "doubts"} <= set(row)
        kept = "" if cells[1] == "N.N." else " ".join(cells[1].split())
        assert row["name"] == kept
        assert row["birth_year"] is None or str(row["birth_year"])[-2:] in cells[2]
    doubts = {row["line"]: set(row["doubts"]) for row in rows}
    assert {line for line, found in doubts.items() if found} == {11, 12, 17, 18, 20, 21, 22, 26}
    assert doubts[11] == doubts[12] == {"same-person"}
    assert doubts[18] == {"formula-like"}
    years = {row["line"]: row["birth_year"] for row in rows}
    assert years[10] == 1951  # a whole date stands in the file
    assert years[9] is None


def test_people_come_in_as_the_list_has_them(data: Path, roster: Path) -> None:
    known = names_and_years(data)
    said = look(data, roster)
    assert said.json["brought_in"] == 25
    told = [(row["name"] or None, row["birth_year"]) for row in said.json["rows"]]
    assert names_and_years(data)[len(known) :] == told


def test_people_come_in_to_a_course(data: Path, roster: Path) -> None:
    connection = raw(data)
    (course,) = connection.execute("SELECT id FROM courses ORDER BY id LIMIT 1").fetchone()
    count = "SELECT count(*) FROM enrolments WHERE course = ? AND active"
    (before,) = connection.execute(count, [course]).fetchone()
    connection.close()
    assert look(data, roster, "--course", course).json["brought_in"] == 25
    connection = raw(data)
    assert connection.execute(count, [course]).fetchone() == (before + 25,)
    connection.close()


def test_an_unknown_course_brings_nobody_in(data: Path, roster: Path) -> None:
    before = events(data)
    said = look(data, roster, "--course", "no-such-course")
    assert (said.code, said.out) == (2, "")
    assert said.err == words_for(UnknownThing(what="course", id="no-such-course"))
    assert events(data) == before


def test_who_may_be_here_already_is_doubted(data: Path, tmp_path: Path) -> None:
    name = next(name for name, _ in names_and_years(data) if name and len(name) > 8)
    file = tmp_path / "again.csv"
    file.write_text(f"Name,Year of birth\n{name},\nSomebody Else Entirely,1970\n")
    first, second = look(data, file, "--dry-run").json["rows"]
    assert first["doubts"] == ["same-person"]
    assert second["doubts"] == []


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b"%PDF-1.7", "not-a-table")])
def test_what_is_no_list_is_said_in_words(
    data: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    said = look(data, file)
    assert (said.code, said.out) == (1, "")
    assert said.err == words_for(UnreadableRoster(file="list.csv", reason=reason))


def test_words_for_people_name_every_row(data: Path, roster: Path) -> None:
    said = command("roster", "import", roster, "--data", data, "--dry-run")
    assert len(said.out.splitlines()) == 26
    assert "王小明" in said.out
    assert "(Under 18 years old.)" in said.out
    assert said.out.splitlines()[-1] == "25 people found."


def test_a_console_with_few_letters_still_gets_every_row(data: Path, roster: Path) -> None:
    words = ("roster", "import", roster, "--data", data, "--dry-run")
    poor = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    before = bytes_in(data)
    assert len(program(*words, env=poor).out.splitlines()) == 26
    names = [row["name"] for row in program(*words, "--json", env=poor).json["rows"]]
    assert "王小明" in names
    assert bytes_in(data).keys() == before.keys()
