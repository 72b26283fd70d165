"""Checks and claims by command: what is to mend, what was handed in, what differs since."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Said, command, raw

from trainer_app import app

DAYS = ("--from", "2020-01-01", "--to", "2099-12-31")


@pytest.fixture
def project(data: Path) -> str:
    """The project of the first course, which invented people came to."""
    rows = raw(data).execute("SELECT projects FROM courses ORDER BY id").fetchall()
    return str(next(ids.split("\n")[0] for (ids,) in rows if ids))


def submitted(data: Path, project: str, label: str = "First") -> Said:
    return command(
        "claim", "submit", "--data", data, "--project", project, *DAYS, "--label", label, "--json"
    )


def test_a_claim_is_handed_in_listed_and_shown(data: Path, project: str) -> None:
    made = submitted(data, project)
    assert made.code == 0
    assert made.json["standing"] == "good"
    listed = command("claim", "list", "--data", data, "--json")
    assert listed.code == 0
    assert listed.json["claims"] == [made.json]
    shown = command("claim", "show", made.json["id"], "--data", data, "--json").json
    there = [row for row in shown["rows"] if row["person"] not in shown["below"]]
    minutes = sum(row["minutes"] for row in there)
    assert minutes == made.json["figures"]["minutes"] > 0
    assert (
        len({row["person"] for row in there if row["minutes"]}) == (made.json["figures"]["people"])
    )
    said = command("claim", "list", "--data", data, "--project", project).out
    assert f"{made.json['figures']['hours']} participant-hours" in said


def test_what_differs_since(data: Path, project: str) -> None:
    claim = submitted(data, project).json["id"]
    same = command("claim", "diff", claim, "--data", data)
    assert (same.code, same.out) == (0, "Nothing differs.\n")
    person = command("claim", "show", claim, "--data", data, "--json").json["rows"][0]["person"]
    door, lock = app.open_door(data)
    app.unlock_any(door, app.DEMO_PASSPHRASE)
    app.erase_person(door, person)
    door.lock()
    lock.release()
    found = command("claim", "diff", claim, "--data", data, "--json")
    assert found.code == 1
    assert [(one["then"], one["why"]) for one in found.json["people"]] == [(person, "erased")]
    assert "erased" in command("claim", "diff", claim, "--data", data).out


def test_a_claim_that_was_altered_is_told(data: Path, project: str) -> None:
    claim = submitted(data, project).json["id"]
    raw(data).execute(
        "UPDATE events SET body = json_set(body, '$.label', 'Other') WHERE kind = 'claim-submitted'"
    )
    listed = command("claim", "list", "--data", data)
    assert (listed.code, "forged" in listed.out) == (1, True)
    assert command("claim", "show", claim, "--data", data).code == 1
    assert command("claim", "diff", claim, "--data", data).code == 1


def test_a_check_ends_with_findings_and_names_nobody(data: Path, project: str) -> None:
    found = command("check", "--data", data, "--project", project, *DAYS, "--json")
    assert found.code == (1 if found.json["mend"] or found.json["look"] else 0)
    weights = [one["weight"] for one in found.json["findings"]]
    assert weights == sorted(weights, key=["mend", "look", "hint"].index)
    assert {one["code"] for one in found.json["findings"]} >= {"no-sheet"}
    names = [row[0] for row in raw(data).execute("SELECT name FROM people WHERE name <> ''")]
    assert names
    said = command("check", "--data", data, "--project", project).out
    assert not any(name in said or name in found.out for name in names)


def test_a_claim_of_the_same_days_is_a_finding(data: Path, project: str) -> None:
    claim = submitted(data, project).json["id"]
    found = command("check", "--data", data, "--project", project, *DAYS, "--json")
    assert found.code == 1
    overlaps = [one for one in found.json["findings"] if one["code"] == "overlapping-claim"]
    assert [one["where"]["claim"] for one in overlaps] == [claim]


def test_the_whole_centre_is_looked_over_without_a_project(data: Path) -> None:
    assert command("check", "--data", data, "--json").json["findings"]


def test_what_is_asked_wrongly(data: Path, project: str) -> None:
    assert command("check", "--data", data, "--project", "nobody").code == 2
    assert command("claim", "show", "nobody", "--data", data).code == 2
    turned = ("--from", "2026-12-31", "--to", "2026-01-01")
    words = ("claim", "submit", "--data", data, "--project", project)
    assert command(*words, *turned, "--label", "x").code == 1
    assert command(*words, *DAYS, "--label", " ").code == 1
    assert command(*words, *DAYS).code == 2
    assert command("claim", "list", "--data", data, passphrase="wrong words here").code == 3
