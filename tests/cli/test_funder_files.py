"""Files for funders, read by programs that did not write them, against a count by hand."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from command_line import Said, command, program, stay_at_home, words_for
from hand_count import Count, Plain, counted, standing
from package_reading import check

from trainer_app import app
from trainer_app.domain.errors import NotPublishable, UnknownThing
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.keys.wrapping import Cost
from trainer_app.services.funding.projects import Projects

# One worker makes the centre once.
pytestmark = pytest.mark.xdist_group("funder-files")

RULES = Rules(least_minutes=150, hour_minutes=45, break_minutes=10, rounding="quarter")
BY_HAND = Plain(least=150, hour=45, pause=10, step=15)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory, cheap_cost: Cost) -> tuple[Path, str]:
    """A centre with a project of two courses and rules of its own; its id."""
    folder = tmp_path_factory.mktemp("funded") / "centre"
    door, lock = app.open_door(folder, cost=cheap_cost)
    app.invent(door, learners=40, sessions=16, seed=11)
    ledger = door.ledger
    project = Projects(ledger).save(
        Project(
            "Digital café",
            "Invented Fund",
            grant="DC-77",
            ends=date(2026, 11, 1),
            sets=("esf-plus",),
            rules=RULES,
        )
    )
    courses = [words for kind, _, words in standing(folder) if kind == "course-set"]
    for words in courses[:2]:
        ledger.write(ledger.edit("course-set", {**words, "projects": [project.id]}))
    door.lock()
    lock.release()
    stay_at_home(folder)
    return folder, project.id


@pytest.fixture(scope="module")
def by_hand(centre: tuple[Path, str]) -> Count:
    folder, project = centre
    courses = {
        words["course"]
        for kind, _, words in standing(folder)
        if kind == "course-set" and words.get("projects") == [project]
    }
    found = counted(folder, courses, BY_HAND)
    assert found.below > 0
    assert len(found.people) > 5
    return found


def export(centre: tuple[Path, str], kind: str, out: Path, *more: str) -> Said:
    folder, project = centre
    format = out.suffix[1:]
    words = ("export", kind, "--data", folder, "--project", project, "--json")
    # Qt is started once in a program, and other tests start it with a screen.
    way = program if format == "pdf" else command
    said = way(*words, "--format", format, "--out", out, *more)
    assert (said.code, said.err) == (0, "")
    return said


def table(file: Path) -> list[dict[str, Any]]:
    """The rows of a CSV, read by DuckDB, by the keys that its description gives the columns."""
    resource = next(
        one
        for one in json.loads((file.parent / "datapackage.json").read_text("utf-8"))["resources"]
        if one["path"] == file.name
    )
    keys = [field["key"] for field in resource["schema"]["fields"]]
    rows = duckdb.sql(f"SELECT * FROM read_csv('{file}', all_varchar=true)").fetchall()
    assert resource["rowCount"] == len(rows)
    return [dict(zip(keys, row, strict=True)) for row in rows]


def paper(file: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True
    ).stdout


def hundredths(text: str) -> int:
    return int(Decimal(text) * 100)


def test_what_the_command_says_is_the_count_by_hand(centre, by_hand, tmp_path):
    said = export(centre, "participants", tmp_path / "p.csv").json
    assert said["people"] == said["rows"] == len(by_hand.people)
    assert said["attendances"] == by_hand.attendances
    assert said["minutes"] == by_hand.minutes
    assert hundredths(said["hours"]) == by_hand.hundredths
    assert said["below"] == by_hand.below
    assert re.fullmatch("[0-9a-f]{64}", said["head"])


def test_each_participant_in_the_csv_is_as_counted(centre, by_hand, tmp_path):
    export(centre, "participants", tmp_path / "p.csv")
    rows = {row["number"]: row for row in table(tmp_path / "p.csv")}
    assert rows.keys() == {hand.number for hand in by_hand.people.values()}
    for hand in by_hand.people.values():
        row = rows[hand.number]
        assert row["entry"] == hand.entry.isoformat()
        assert int(row["attendances"]) == len(hand.minutes)
        assert int(row["minutes"]) == sum(hand.minutes.values())
        assert hundredths(row["hours"]) == hand.hundredths
        assert row["birth_year"] == (str(hand.birth_year) if hand.birth_year else None)


def test_attendance_adds_up_to_the_project_by_its_rules(centre, by_hand, tmp_path):
    export(centre, "attendance", tmp_path / "a.csv")
    rows = table(tmp_path / "a.csv")
    assert len(rows) == by_hand.marks
    assert sum(int(row["minutes"]) for row in rows) == by_hand.minutes
    assert sum(hundredths(row["hours"]) for row in rows) == by_hand.hundredths
    there = [row for row in rows if int(row["minutes"])]
    assert len({row["number"] for row in there}) == len(by_hand.people)
    export(centre, "attendance", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    header, *cells, total = sheet.iter_rows(values_only=True)
    minutes = header.index("Minutes that count")
    assert sum(row[minutes] for row in cells) == total[minutes] == by_hand.minutes


def test_the_register_has_a_cell_for_each_attendance(centre, by_hand, tmp_path):
    export(centre, "register", tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx", data_only=True)
    header, *rows, _total = book.worksheets[0].iter_rows(values_only=True)
    cells = [row[2:-3] for row in rows]
    assert len(header) - 5 == len(by_hand.sessions)
    assert len(set(header)) == len(header)
    filled = [cell for row in cells for cell in row if cell is not None]
    assert (len(filled), sum(filled)) == (by_hand.attendances, by_hand.minutes)
    assert [row[-3] for row in rows] == [sum(cell is not None for cell in row) for row in cells]
    assert sum(round(row[-1] * 100) for row in rows) == by_hand.hundredths
    notes = dict(book.worksheets[1].iter_rows(values_only=True))
    assert (notes["Project"], notes["Grant number"]) == ("Digital café", "DC-77")
    assert notes["Rows"] == str(len(by_hand.people))


def test_the_paper_register_has_every_person_and_minute(centre, by_hand, tmp_path):
    export(centre, "register", tmp_path / "r.pdf")
    lines = [line.split() for line in paper(tmp_path / "r.pdf").splitlines() if line.strip()]
    rows = [words for words in lines if re.fullmatch(r"A\d+", words[0])]
    shown = Counter(words[0] for words in rows)
    assert shown.keys() == {hand.number for hand in by_hand.people.values()}
    last = {words[0]: words for words in rows}
    for hand in by_hand.people.values():
        attendances, minutes, hours = last[hand.number][-3:]
        assert int(attendances) == len(hand.minutes)
        assert int(minutes.replace(",", "")) == sum(hand.minutes.values())
        assert hundredths(hours.replace(",", "")) == hand.hundredths


def test_the_narrative_says_what_was_counted(centre, by_hand, tmp_path):
    export(centre, "narrative", tmp_path / "n.csv")
    rows = {row["figure"]: row for row in table(tmp_path / "n.csv")}
    assert int(rows["People"]["value"]) == len(by_hand.people)
    for gender, name in (("woman", "Women"), ("man", "Men")):
        assert int(rows[name]["value"]) == by_hand.of_gender(gender)
    assert int(rows["Sessions"]["value"]) == len(by_hand.sessions)
    assert hundredths(rows["Participant-hours"]["value"]) == by_hand.hundredths
    assert rows["People"]["sentence"] == f"{len(by_hand.people)} people took part."
    for row in rows.values():
        assert f"{Decimal(row['value']):,}" in row["sentence"]


def test_indicators_by_gender_and_age_are_as_counted(centre, by_hand, tmp_path):
    export(centre, "indicators", tmp_path / "i.csv", "--set", "sadd")
    rows = {row["code"]: row for row in table(tmp_path / "i.csv")}
    everybody = rows["people"]
    whole = [
        hand for hand in by_hand.people.values() if hand.gender and hand.birth_year is not None
    ]
    assert int(everybody["total"]) == len(whole)
    assert int(everybody["incomplete"]) == len(by_hand.people) - len(whole)
    assert int(everybody["women"]) == sum(hand.gender == "woman" for hand in whole)
    for row in rows.values():
        parts = [int(row[key]) for key in ("women", "men", "nonbinary", "unknown")]
        assert sum(parts) == int(row["total"])
    young = sum(hand.entry.year - hand.birth_year < 18 for hand in whole)
    assert int(rows["age-0-17"]["total"]) == young


def test_every_description_holds_for_every_value(centre, tmp_path):
    kinds = ["attendance", "participants", "register", "indicators", "narrative", "research"]
    for kind in kinds:
        export(centre, kind, tmp_path / f"{kind}.csv")
    export(centre, "xapi", tmp_path / "records.jsonl")
    assert check(tmp_path / "datapackage.json") == [*(f"{kind}.csv" for kind in kinds),
                                                    "records.jsonl"]  # fmt: skip


def test_published_indicators_show_no_small_cell(centre, tmp_path):
    export(centre, "indicators", tmp_path / "i.csv", "--set", "sadd")
    exact = {row["code"]: row for row in table(tmp_path / "i.csv")}
    said = export(centre, "indicators", tmp_path / "pub.csv", "--set", "sadd", "--published")
    assert said.json.keys() == {"rows", "head", "files"}
    for row in table(tmp_path / "pub.csv"):
        for key in ("women", "men", "nonbinary", "unknown", "total"):
            if row[key] is not None:
                assert row[key] == exact[row["code"]][key]
                assert int(row[key]) == 0 or int(row[key]) >= RULES.smallest_cell
    assert any(0 < int(row["total"]) < RULES.smallest_cell for row in exact.values())


@pytest.mark.parametrize(
    ("more", "reason"),
    [(("--from", "2026-11-03", "--to", "2026-11-20"), "days"), (("--course", "x"), "part")],
)
def test_what_could_be_subtracted_is_not_published(centre, tmp_path, more, reason):
    folder, project = centre
    said = command(
        "export", "narrative", "--data", folder, "--project", project, "--format", "csv",
        "--out", tmp_path / "n.csv", "--published", *more,
    )  # fmt: skip
    assert (said.code, said.err) == (1, words_for(NotPublishable(reason=reason)))
    assert not (tmp_path / "n.csv").exists()


def test_a_project_that_is_not_here(centre, tmp_path):
    folder, _project = centre
    said = command(
        "export", "register", "--data", folder, "--project", "none", "--format", "csv",
        "--out", tmp_path / "n.csv",
    )  # fmt: skip
    assert (said.code, said.err) == (2, words_for(UnknownThing(what="project", id="none")))


def test_the_research_file_names_nobody(centre, by_hand, tmp_path):
    folder, _project = centre
    export(centre, "research", tmp_path / "r.csv")
    rows = table(tmp_path / "r.csv")
    assert len(rows) == len({row["id"] for row in rows}) == len(by_hand.people)
    assert sum(int(row["minutes"]) for row in rows) == by_hand.minutes
    assert sum(hundredths(row["hours"]) for row in rows) == by_hand.hundredths
    text = (tmp_path / "r.csv").read_text("utf-8-sig")
    people = [words for kind, _, words in standing(folder) if kind == "person-set"]
    for words in people:
        assert words["name"] not in text
        assert not re.search(rf"\b{words['number']}\b", text)
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text)
    assert {row["age_band"] for row in rows} <= {
        "0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", None,
    }  # fmt: skip
    again = export(centre, "research", tmp_path / "again.csv")
    assert again.json["rows"] == len(rows)
    assert not {row["id"] for row in table(tmp_path / "again.csv")} & {row["id"] for row in rows}
    about = (tmp_path / "datapackage.json").read_text("utf-8")
    assert "still personal data" in about


def test_kept_numbers_stay_the_same(centre, tmp_path):
    export(centre, "research", tmp_path / "one.csv", "--keep-ids")
    export(centre, "research", tmp_path / "two.csv", "--keep-ids")
    assert table(tmp_path / "one.csv") == table(tmp_path / "two.csv")
