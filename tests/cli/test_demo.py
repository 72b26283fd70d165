"""A centre of invented people, made by one command."""

from __future__ import annotations

from pathlib import Path

from centres import bytes_in
from command_line import command, program


def test_a_centre_is_made_that_opens_with_the_passphrase_told(tmp_path: Path) -> None:
    data = tmp_path / "new" / "centre"
    said = command("demo", "--data", data, "--learners", "5", "--sessions", "3", passphrase=None)
    assert (said.code, said.err) == (0, "")
    assert str(data) in said.out
    told = said.out.strip().partition("passphrase is: ")[2]
    counts = command("doctor", "--data", data, "--json", passphrase=told).json["counts"]
    assert (counts["people"], counts["sessions"]) == (5, 3)


def test_it_never_writes_over_a_centre(data: Path) -> None:
    before = bytes_in(data)
    for more in ((), ("--seed", "9")):
        said = command("demo", "--data", data, *more)
        assert (said.code, said.out) == (2, "")
    assert bytes_in(data) == before


def test_the_same_number_invents_the_same_people(tmp_path: Path) -> None:
    words = ("--learners", "6", "--sessions", "3", "--seed")
    lists = {}
    for name, seed in (("one", "4"), ("same", "4"), ("other", "5")):
        command("demo", "--data", tmp_path / name, *words, seed)
        out = tmp_path / f"{name}.csv"
        command("export", "attendance", "--data", tmp_path / name, "--format", "csv", "--out", out)
        lists[name] = out.read_bytes()
    assert lists["one"] == lists["same"] != lists["other"]


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    said = program("demo", "--data", tmp_path / "d", "--learners", "2", "--sessions", "1")
    assert (said.code, said.err) == (0, "")
