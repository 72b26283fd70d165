"""What a centre types to count people once over all centres, and what the organisation reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Said, command, raw, words_for

from trainer_app.domain.errors import DoublesOn, WrongDoublesKey, WrongPeriod

SECRET = "a very long word of the organisation"


@pytest.fixture
def project(data: Path) -> str:
    """The project of the first course, which invented people came to."""
    rows = raw(data).execute("SELECT projects FROM courses ORDER BY id").fetchall()
    return str(next(ids.split("\n")[0] for (ids,) in rows if ids))


def typed(what: str, data: Path, project: str, *more: str, code: str | None = None) -> Said:
    options = ("--data", data, "--project", project, "--period", "2026")
    return command("project", "doubles", "key", what, *options, *more, code=code)


def test_made_entered_and_turned_off(data: Path, project: str) -> None:
    made = typed("new", data, project)
    assert (made.code, made.err) == (0, "")
    code = made.out.split("\n")[0].partition(": ")[2]
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert "the organisation must never have it" in made.out
    again = typed("enter", data, project, "--json", code=code)
    assert again.json["made"] == 0
    assert again.json["people"] > 0
    assert "key" not in again.json
    assert f"{again.json['people']} people have a print" in made.out
    assert typed("new", data, project).err == words_for(DoublesOn(period="2026"))
    off = typed("off", data, project)
    assert off.out == f"Off. {again.json['people']} prints are deleted.\n"
    assert typed("off", data, project).code == 2


def test_what_is_wrong_is_said(data: Path, project: str) -> None:
    wrong = typed("enter", data, project, code="2345-6789")
    assert (wrong.code, wrong.err) == (3, words_for(WrongDoublesKey()))
    options = ("--data", data, "--project", project, "--period", "soon")
    said = command("project", "doubles", "key", "new", *options)
    assert (said.code, said.err) == (2, words_for(WrongPeriod(period="soon")))


def test_the_report_says_the_estimate_and_what_it_is_worth(
    data: Path, project: str, tmp_path: Path
) -> None:
    key = tmp_path / "our.key"
    made = command(
        "organisation", "key", "new", "--out", key, "--name", "Houses", passphrase=SECRET
    )
    assert made.code == 0
    typed("new", data, project)
    (tmp_path / "news").mkdir()
    sent = command(
        "bundle", "write", "--data", data, "--for", f"{key}.public",
        "--out", tmp_path / "news" / "a.bundle",
    )  # fmt: skip
    assert "to count them once" in sent.out
    dataset = tmp_path / "dataset"
    options = ("--dataset", dataset, "--organisation", key)
    assert (
        command("organisation", "import", tmp_path / "news", *options, passphrase=SECRET).code == 0
    )
    asked = ("organisation", "report", "--dataset", dataset, "--set", "sadd", "--everyone")
    said = command(*asked).out
    assert "People in more than one centre: estimate 0." in said
    assert "Whoever holds the key of the prints can guess names." in said
    file = tmp_path / "figures.csv"
    found = command(*asked, "--format", "csv", "--out", file, "--json").json
    assert found["doubles"]["people"] == found["totals"]["people"]
    assert 0 < found["doubles"]["compared"] <= found["totals"]["people"]
    notes = (tmp_path / "datapackage.json").read_text("utf-8")
    assert "People in more than one centre (estimate)" in notes
