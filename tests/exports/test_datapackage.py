"""The description beside a CSV file."""

from __future__ import annotations

import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from export_tables import NAMES, attendance

from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.datapackage import resource_name, write_datapackage

WHY = "Text that a spreadsheet would run starts with an apostrophe."


def describe(path: Path) -> dict[str, Any]:
    write_csv(attendance(), path)
    return json.loads(write_datapackage(attendance(), path, guard_description=WHY).read_text())


def test_it_says_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    (resource,) = describe(path)["resources"]
    assert (resource["name"], resource["path"]) == ("attendance", "attendance.csv")
    assert resource["hash"] == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    assert resource["bytes"] == path.stat().st_size
    assert resource["rowCount"] == len(NAMES) + 1
    assert resource["totals"] == {
        "minutes": sum(50 + n for n in range(len(NAMES))),
        "hours": str(Decimal("0.83") * len(NAMES)),
    }
    assert resource["notes"][0] == {"label": "Period", "value": "2026"}
    header = path.read_text("utf-8-sig").splitlines()[0].split(",")
    assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert [field["type"] for field in resource["schema"]["fields"]] == [
        "string", "date", "time", "datetime", "integer", "number",
    ]  # fmt: skip
    assert resource["schema"]["fields"][2] == {
        "name": "Planned start", "type": "time", "title": "Planned start", "key": "planned_start",
    }  # fmt: skip


def test_its_rule_about_apostrophes_can_be_followed_by_a_program(tmp_path: Path) -> None:
    rule = describe(tmp_path / "attendance.csv")["resources"][0]["textGuard"]
    assert rule["description"] == WHY
    guarded = re.compile(rule["pattern"])
    text = rule["prefix"] + "=SUM(A1:A9)"
    assert guarded.match(text)
    assert not guarded.match("'t Hart")


def test_files_side_by_side_are_described_together(tmp_path: Path) -> None:
    describe(tmp_path / "attendance.csv")
    describe(tmp_path / "حضور.csv")
    describe(tmp_path / "gone.csv")
    (tmp_path / "gone.csv").unlink()
    package = describe(tmp_path / "attendance.csv")
    assert [one["path"] for one in package["resources"]] == ["حضور.csv", "attendance.csv"]
    assert len({one["name"] for one in package["resources"]}) == 2


def test_somebody_elses_description_is_left_alone(tmp_path: Path) -> None:
    for theirs in ('{"name": "bees", "resources": []}', "not json", "[]"):
        (tmp_path / "datapackage.json").write_text(theirs)
        package = describe(tmp_path / "attendance.csv")
        assert [one["path"] for one in package["resources"]] == ["attendance.csv"]
        assert (tmp_path / "datapackage.json").read_text() == theirs
        assert (tmp_path / "attendance.datapackage.json").exists()


def test_names_of_resources_use_the_letters_that_the_format_allows() -> None:
    names = [resource_name(Path(name)) for name in ("a b.csv", "A-B.csv", "محمد.csv", "a-b.csv")]
    assert all(re.fullmatch(r"[-a-z0-9._]+", name) for name in names)
    assert len(set(names)) == 4
