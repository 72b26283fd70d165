"""One person's data, by command: erased everywhere, kept for a funder, handed over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from centre_of_laptops import another, at_work, examined, merged, pool, register, write
from centres import bytes_in
from command_line import Said, command, words_for

from trainer_app.domain.errors import EmptyField, UnknownThing
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.reporting import Reporting, Scope


def person(what: str, number: str, data: Path, *words: str | Path, typed: str = "") -> Said:
    return command("person", what, number, "--data", data, *words, typed=typed)


def name_of(data: Path, number: str) -> str:
    with at_work(data) as door:
        return next(one.name for one in Enrolling(door.ledger).people() if one.number == number)


def totals(data: Path) -> tuple[int, int, int]:
    with at_work(data) as door:
        found = Reporting(door.ledger).attendance(Scope()).totals
        return found.people, found.attendances, found.minutes


def test_erased_here_and_with_the_next_merge_there(data: Path, tmp_path: Path) -> None:
    second = another(data, tmp_path / "second")
    pool(data, second)
    for one in (data, second):
        assert command("backup", "now", "--data", one).code == 0
    old_stick = write(second)
    name, before = name_of(data, "A1"), totals(data)
    said = person("erase", "A1", data, "--yes", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json["number"] == "A1"
    assert said.json["laptops_not_told"] == ["B"]
    assert name not in said.out
    assert name not in register(data)
    assert totals(data) == before
    merged(second, write(data))
    assert name not in register(second)
    assert totals(second) == before
    # An old stick does not bring anybody back.
    merged(data, old_stick)
    assert name not in register(data)
    pool(data, second)
    assert examined(data)["state_hash"] == examined(second)["state_hash"]
    # Backups from before are gone on both, also from the one that only heard of it.
    for one in (data, second):
        (backup,) = command("backup", "list", "--data", one, "--json").json["backups"]
        assert backup["whole"]
        assert backup["people"] == len(register(one))


def test_it_asks_first_and_no_is_the_answer_of_silence(data: Path) -> None:
    name, before = name_of(data, "A1"), examined(data)
    for typed in ("n\n", "\n", ""):
        said = person("erase", "A1", data, typed=typed)
        assert (said.code, said.out) == (0, "")
        assert said.err.endswith("Nothing was erased.\n")
        assert "Cannot be recalled" in said.err
    assert examined(data) == before
    said = person("erase", "A1", data, typed="y\n")
    assert (said.code, said.out) == (0, "Erased.\n")
    assert name not in register(data)


def test_kept_only_for_the_funder_and_shown_again(data: Path) -> None:
    name, before = name_of(data, "A1"), totals(data)
    said = person("restrict", "A1", data, "--reason", "Audit", "--until", "2099-12-31", "--json")
    assert said.json == {"number": "A1", "restricted": True, "until": "2099-12-31"}
    assert name not in register(data)
    assert totals(data) == before
    assert person("restrict", "A1", data, "--release").out == "A1 is in lists again.\n"
    assert name in register(data)
    said = person("restrict", "A1", data)
    assert (said.code, said.err) == (1, words_for(EmptyField(field="reason")))
    assert person("restrict", "A1", data, "--reason", "x", "--until", "1999-01-01").code == 1


def test_a_copy_of_everything_for_people_and_programs(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.html"
    said = person("export", "A1", data, "--out", out)
    assert (said.code, said.out) == (0, f"Written: {out}\n")
    page = out.read_text("utf-8")
    name = name_of(data, "A1")
    assert name in page
    inside = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert inside is not None
    assert name in json.dumps(json.loads(inside[1]), ensure_ascii=False)
    assert "http" not in re.sub(r"\s", "", page).lower()


@pytest.mark.parametrize("what", ["erase", "restrict", "export"])
def test_nobody_has_that_number(data: Path, tmp_path: Path, what: str) -> None:
    more = {
        "erase": ["--yes"],
        "restrict": ["--reason", "Audit"],
        "export": ["--out", tmp_path / "copy.html"],
    }[what]
    before = bytes_in(data)
    said = person(what, "Z99", data, *more)
    assert (said.code, said.out) == (2, "")
    assert said.err == words_for(UnknownThing(what="person", id=""))
    assert bytes_in(data) == before
    assert not (tmp_path / "copy.html").exists()
