"""Indicator sets from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import command

from trainer_app.content.indicator_sets import FOLDER, NAMES

OURS = (FOLDER / "sadd.toml").read_text("utf-8").replace('name = "sadd"', 'name = "ours"')


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(OURS, "utf-8")
    return file


def test_the_sets_of_the_program_need_no_data_folder() -> None:
    said = command("indicators", "list", "--json")
    assert said.code == 0
    assert [one["name"] for one in said.json["sets"]] == list(NAMES)
    assert "esf-plus  European Social Fund Plus (ESF+)" in command("indicators", "list").out


@pytest.mark.parametrize("name", NAMES)
def test_a_set_in_words(name: str) -> None:
    said = command("indicators", "show", name)
    assert said.code == 0
    shown = command("indicators", "show", name, "--json").json
    assert all(one["rule"] and one["code"] in said.out for one in shown["indicators"])
    assert all(one["ask"] in said.out and one["reason"] for one in shown["questions"])


def test_a_set_that_is_not_there() -> None:
    said = command("indicators", "show", "gone")
    assert said.code == 2
    assert "This indicator set is not here" in said.err


def test_a_bad_file_is_explained(ours: Path) -> None:
    assert command("indicators", "check", ours).out.endswith("0 findings.\nours can be added.\n")
    ours.write_text(OURS.replace("everyone = true", "evryone = true"), "utf-8")
    said = command("indicators", "check", ours)
    assert said.code == 1
    line = OURS[: OURS.index("everyone")].count("\n") + 1
    assert f"ours.toml:{line}: indicators[1].rule.evryone: " in said.out
    assert "Correct or remove it." in said.out
    found = command("indicators", "check", ours, "--json")
    assert found.code == 1
    assert {one["rule"] for one in found.json["findings"]} == {"key-unknown"}


def test_an_own_set_comes_and_goes(ours: Path, data: Path) -> None:
    assert command("indicators", "add", ours, "--data", data).code == 0
    listed = command("indicators", "list", "--data", data, "--json").json
    assert [one["name"] for one in listed["sets"]] == [*NAMES, "ours"]
    assert command("indicators", "show", "ours", "--data", data).code == 0
    assert command("indicators", "add", FOLDER / "sadd.toml", "--data", data).code == 1
    removed = command("indicators", "remove", "ours", "--data", data)
    assert (removed.code, removed.out) == (0, "ours was removed.\n")
    assert command("indicators", "remove", "ours", "--data", data).code == 2


def test_a_closed_centre(ours: Path, data: Path) -> None:
    assert command("indicators", "add", ours, "--data", data, passphrase="wrong").code == 3
    assert not (data / "indicator-sets").exists()
