"""Two hundred learners and forty sessions: every file holds what the log holds, and hides it well.

Nothing here asks the program how much there is: rows and sums are counted from the raw events.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from centres import bytes_in
from command_line import command, program, raw, stay_at_home

from trainer_app import app
from trainer_app.domain.attendance import Status
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling

FORMS = ("utf-8", "utf-16-le", "utf-16-be")
STANDING = """
    SELECT count(*) FROM events
    WHERE kind = 'attendance-marked' AND json_extract(body, '$.status') IS NOT NULL
      AND id NOT IN (SELECT old.value FROM events, json_each(events.replaces) AS old)
    """


@dataclass(frozen=True)
class Sums:
    """What a person with paper and time would count."""

    rows: int
    minutes: int
    hundredths: int


# One worker makes the big centre once.
pytestmark = pytest.mark.xdist_group("invented-export")


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command makes, and one evening more that was corrected afterwards."""
    data = tmp_path_factory.mktemp("big") / "centre"
    words = ("--learners", "200", "--sessions", "40")
    assert program("demo", "--data", data, *words).code == 0
    return data


@pytest.fixture(scope="module")
def corrected(big: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with marks that were changed, taken away, and put back by undo."""
    data = Path(shutil.copytree(big, tmp_path_factory.mktemp("corrected") / "centre"))
    stay_at_home(data)
    door, lock = app.open_door(data)
    ledger = app.unlock_any(door, app.DEMO_PASSPHRASE)
    attending = Attending(ledger)
    ended = [session for session in Courses(ledger).sessions() if session.has_ended]
    for session, other in zip(ended[:3], ended[3:6], strict=True):
        first, second, third, fourth, fifth, *_ = attending.marks(session.id)
        attending.mark(session.id, first, None, reason="never came")
        attending.mark(session.id, second, Status.LATE, late=17, reason="came at last")
        attending.mark(session.id, third, None, reason="by mistake")
        attending.undo()
        attending.mark(session.id, fourth, Status.LEFT_EARLY, early=23, reason="the bus")
        assert session.ended is not None
        gone = {"left_at": session.ended - 31 * 60, "reason": "the train"}
        attending.mark(session.id, fifth, Status.LATE_LEFT_EARLY, late=4, early=99, **gone)
        newcomer = Enrolling(ledger).add_person("Walk-in", course_id=other.course)
        attending.mark(other.id, newcomer.id, Status.PRESENT)
    door.lock()
    lock.release()
    return data


# The corrected one holds all that the other does, and more.
@pytest.fixture(params=[pytest.param("big", marks=pytest.mark.slow), "corrected"])
def data(request: pytest.FixtureRequest) -> Path:
    return Path(request.getfixturevalue(request.param))


@cache
def counted(folder: Path) -> Sums:
    """Rows, minutes and hundredths of participant-hours, from the raw events alone."""
    connection = raw(folder)
    (rows,) = connection.execute(STANDING).fetchone()
    events = connection.execute("SELECT id, kind, subject, replaces, body FROM events").fetchall()
    connection.close()
    replaced = {old for *_, ids, _ in events for old in json.loads(ids)}
    standing = [
        (kind, subject, json.loads(body))
        for id, kind, subject, _, body in events
        if id not in replaced
    ]
    ran = {body["session"]: body for kind, _, body in standing if kind == "session-times-set"}
    minutes = hundredths = 0
    for kind, _, body in standing:
        if kind != "attendance-marked" or body["status"] in (None, "absent", "excused"):
            continue
        late = body["late"] if body["status"].startswith("late") else 0
        times = ran[body["session"]]
        end = times["ended"]
        if body["status"].endswith("left-early"):
            end = min(end, body.get("left_at") or end - body["early"] * 60)
        present = max(0, (end - times["started"]) // 60 - late)
        minutes += present
        if body["role"] == "participant":
            hundredths += (present * 10 + 3) // 6  # 100/60 of a minute, half up
    return Sums(rows, minutes, hundredths)


def exported(folder: Path, file: Path) -> dict[str, Any]:
    form = file.suffix[1:]
    way = program if form == "pdf" else command  # paper needs a Qt program of its own
    said = way("export", "attendance", "--data", folder, "--format", form, "--out", file, "--json")
    assert (said.code, said.err) == (0, "")
    return said.json


def test_the_object_says_what_the_log_holds(data: Path, tmp_path: Path) -> None:
    true = counted(data)
    said = exported(data, tmp_path / "a.csv")
    assert said["rows"] == true.rows > 1500
    assert said["minutes"] == true.minutes
    assert Decimal(said["hours"]) * 100 == true.hundredths


def test_duckdb_reads_every_row_of_the_csv(data: Path, tmp_path: Path) -> None:
    true = counted(data)
    file = tmp_path / "a.csv"
    exported(data, file)
    found = duckdb.sql(
        'SELECT count(*), sum("Minutes present"), sum("Participant-hours"::DECIMAL(12, 2)),'
        f" count(DISTINCT (Course, Session, \"Participant number\")) FROM read_csv('{file}')"
    ).fetchall()
    assert found == [(true.rows, true.minutes, Decimal(true.hundredths) / 100, true.rows)]
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["resources"][0]
    assert package["rowCount"] == true.rows
    assert package["totals"]["minutes"] == true.minutes
    assert Decimal(package["totals"]["hours"]) * 100 == true.hundredths


def test_openpyxl_reads_every_row_of_the_workbook(data: Path, tmp_path: Path) -> None:
    true = counted(data)
    file = tmp_path / "a.xlsx"
    exported(data, file)
    sheet = openpyxl.load_workbook(file, data_only=True).worksheets[0]
    header, *rows, total = sheet.iter_rows(values_only=True)
    minutes, hours = header.index("Minutes present"), header.index("Participant-hours")
    assert len(rows) == true.rows
    assert sum(row[minutes] for row in rows) == total[minutes] == true.minutes
    assert sum(round(row[hours] * 100) for row in rows) == true.hundredths
    assert round(total[hours] * 100) == true.hundredths


def test_pdftotext_reads_every_row_of_the_paper(data: Path, tmp_path: Path) -> None:
    true = counted(data)
    file = tmp_path / "a.pdf"
    exported(data, file)
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True
    ).stdout
    lines = [line.split() for line in text.splitlines() if line.strip()]
    rows = [words for words in lines if words[0][0] == "A" and words[0][1:].isdigit()]
    assert len(rows) == true.rows
    assert sum(int(words[-2]) for words in rows) == true.minutes
    assert sum(round(Decimal(words[-1]) * 100) for words in rows) == true.hundredths
    total = next(words for words in lines if words[0] == "Total" and len(words) == 3)
    assert [word.replace(",", "") for word in total[1:]] == [
        str(true.minutes), f"{Decimal(true.hundredths) / 100:.2f}",
    ]  # fmt: skip


def names_of(folder: Path) -> set[str]:
    """Every name that the log holds; a few letters would be met by chance among so many bytes."""
    connection = raw(folder)
    found = connection.execute(
        "SELECT json_extract(body, '$.name') FROM events"
        " WHERE kind IN ('person-set', 'trainer-added', 'centre-named')"
    )
    names = {name for (name,) in found if name}
    connection.close()
    return {name for name in names if min(len(name.encode(form)) for form in FORMS) >= 6}


def shown(folder: Path, names: set[str]) -> set[str]:
    contents = bytes_in(folder).values()
    return {
        name
        for name in names
        for form in FORMS
        if any(name.encode(form) in content for content in contents)
    }


def test_no_file_of_the_data_folder_shows_a_name(big: Path, tmp_path: Path) -> None:
    names = names_of(big)
    assert len(names) > 150
    assert shown(big, names) == set()
    for number, form in enumerate(FORMS):
        planted = tmp_path / form
        planted.mkdir()
        name = sorted(names)[number * 40]
        with Path(shutil.copy(big / "centre.db", planted)).open("ab") as file:
            file.write(b"\0" * 100 + name.encode(form))
        found = shown(planted, names)
        assert name in found
        assert all(other in name for other in found)  # "Jan-Willem" in "Jan-Willem Jallow"


def test_no_file_shows_a_name_while_the_centre_is_open(big: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(big, tmp_path / "open"))
    door, lock = app.open_door(data)
    ledger = app.unlock_any(door, app.DEMO_PASSPHRASE)
    for number in range(20):
        Enrolling(ledger).add_person(f"Marguerite Walk-in {number}")
    assert (data / "centre.db-wal").stat().st_size > 0
    assert shown(data, {"Marguerite", "Walk-in"}) == set()
    door.lock()
    lock.release()
    assert shown(data, {"Marguerite", "Walk-in"}) == set()
