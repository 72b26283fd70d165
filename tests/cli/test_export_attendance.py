"""Attendance as files: what a course, a session and a period hold, and where nothing can go."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from centres import bytes_in
from command_line import Said, command, program, raw, words_for

from trainer_app.domain.errors import CannotWriteFile

Export = Callable[..., Said]


@pytest.fixture
def export(data: Path, tmp_path: Path) -> Export:
    """Exports to `a.<format>` beside the data folder; a PDF in a program of its own."""

    def run(format: str, *more: str) -> Said:
        words = ("export", "attendance", "--data", data, "--format", format, "--json")
        # Qt is started once in a program, and other tests start it with a screen.
        way = program if format == "pdf" else command
        return way(*words, "--out", tmp_path / f"a.{format}", *more)

    return run


def ask(folder: Path, sql: str, *values: str) -> list[tuple[Any, ...]]:
    connection = raw(folder)
    found: list[tuple[Any, ...]] = connection.execute(sql, values).fetchall()
    connection.close()
    return found


def marks(folder: Path, condition: str = "1", *values: str) -> int:
    """How many people were marked in the sessions that meet a condition, by the log."""
    sql = f"""
        WITH plan AS (
            SELECT json_extract(body, '$.session') AS session,
                   json_extract(body, '$.course') AS course, json_extract(body, '$.date') AS day
            FROM events WHERE kind = 'session-set')
        SELECT count(*) FROM events JOIN plan ON session = json_extract(body, '$.session')
        WHERE kind = 'attendance-marked' AND {condition}
        """
    return int(ask(folder, sql, *values)[0][0])


def csv_rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def xlsx_rows(file: Path) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(file, data_only=True)
    _header, *rows, _total = book.worksheets[0].iter_rows(values_only=True)
    return rows


@pytest.mark.parametrize(
    "way", ["all", "course", "session", "from", "to", "both", "one-day", "none"]
)
def test_a_file_holds_what_was_asked_for(
    data: Path, tmp_path: Path, export: Export, way: str
) -> None:
    course, session, day = ask(
        data,
        "SELECT json_extract(body, '$.course'), json_extract(body, '$.session'),"
        " json_extract(body, '$.date') FROM events WHERE kind = 'session-set'"
        " ORDER BY json_extract(body, '$.date') LIMIT 1 OFFSET 1",
    )[0]
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    options, condition, values = {
        "all": ([], "1", []),
        "course": (["--course", course], "course = ?", [course]),
        "session": (["--session", session], "session = ?", [session]),
        "from": (["--from", after], "day >= ?", [after]),
        "to": (["--to", day], "day <= ?", [day]),
        "both": (["--from", day, "--to", after], "day BETWEEN ? AND ?", [day, after]),
        "one-day": (["--from", day, "--to", day, "--course", course], "day = ?", [day]),
        "none": (["--from", "2031-01-01"], "0", []),
    }[way]
    expected = marks(data, condition, *values)
    assert (expected == 0) == (way == "none")
    for format, rows in (("csv", csv_rows), ("xlsx", xlsx_rows)):
        said = export(format, *options)
        assert (said.code, said.err) == (0, "")
        assert said.json["rows"] == expected
        assert len(rows(tmp_path / f"a.{format}")) == expected
    assert json.loads((tmp_path / "datapackage.json").read_text())["resources"][0]["rowCount"] == (
        expected
    )


def test_paper_holds_the_session_that_was_asked_for(
    data: Path, tmp_path: Path, export: Export
) -> None:
    (session,) = ask(
        data, "SELECT json_extract(body, '$.session') FROM events WHERE kind = 'session-times-set'"
    )[0]
    expected = marks(data, "session = ?", session)
    said = export("pdf", "--session", session)
    assert (said.code, said.err) == (0, "")
    assert said.json["rows"] == expected > 3
    assert said.json["files"] == [str(tmp_path / "a.pdf")]
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    firsts = [line.split()[0] for line in text.splitlines() if line.strip()]
    numbers = [word for word in firsts if word[0] == "A" and word[1:].isdigit()]
    assert len(numbers) == len(set(numbers)) == expected


def test_the_figures_told_are_those_of_the_rows(tmp_path: Path, export: Export) -> None:
    said = export("csv").json
    rows = csv_rows(tmp_path / "a.csv")
    assert said["rows"] == len(rows)
    assert said["minutes"] == sum(int(row["Minutes present"] or 0) for row in rows)
    hours = sum(Decimal(row["Participant-hours"] or 0) for row in rows)
    assert Decimal(said["hours"]) == hours
    there = [
        row for row in rows
        if row["Role"] == "Participant" and row["Status"] not in ("Absent", "Excused")
    ]  # fmt: skip
    assert said["attendances"] == len(there)
    assert said["people"] == len({row["Participant number"] for row in there})
    assert {Path(file).name for file in said["files"]} == {"a.csv", "datapackage.json"}


def test_words_for_people_say_the_same(data: Path, tmp_path: Path, export: Export) -> None:
    told = export("csv").json
    out = tmp_path / "b.csv"
    said = command("export", "attendance", "--data", data, "--format", "csv", "--out", out)
    first, *files = said.out.splitlines()
    assert first == (
        f"{told['rows']} rows: {told['people']} people, {told['attendances']} attendances, "
        f"{told['hours']} participant-hours."
    )
    assert files == [f"Written: {out}", f"Written: {tmp_path / 'datapackage.json'}"]


@pytest.mark.parametrize("format", ["csv", "xlsx", "pdf"])
def test_a_file_that_cannot_be_written_is_said_in_words(data: Path, format: str) -> None:
    out = Path("no-such-folder") / f"a.{format}"
    way = program if format == "pdf" else command
    said = way("export", "attendance", "--data", data, "--format", format, "--out", out)
    trouble = CannotWriteFile(file=out.name, reason="missing-folder")
    assert (said.code, said.out, said.err) == (1, "", words_for(trouble))


def test_exporting_changes_nothing_in_the_log(data: Path, export: Export) -> None:
    before = bytes_in(data)
    for format in ("csv", "xlsx"):
        assert export(format).code == 0
    assert bytes_in(data) == before
