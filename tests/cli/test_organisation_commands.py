"""What an organiser of many centres types, from the key to the figures."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from centre_of_laptops import another, enrol
from command_line import Said, command, words_for

from trainer_app.domain.errors import (
    NeedsExtra,
    NoDataset,
    NotABundle,
    NotAnOrganisationKey,
    UnknownThing,
    WrongPassphrase,
)

SECRET = "a very long word of the organisation"


def typed(*words: str | Path) -> Said:
    return command("organisation", *words, passphrase=SECRET)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key, and the news of two centres, one of them with two laptops."""
    folder = tmp_path_factory.mktemp("organisation")
    made = typed("key", "new", "--out", folder / "our.key", "--name", "Houses together", "--json")
    assert (made.code, made.err) == (0, "")
    assert len(made.json["fingerprint"]) == 24
    first, second = folder / "first", folder / "second"
    for seed, data in enumerate((first, second)):
        options = ("--learners", "8", "--sessions", "4", "--seed", str(seed))
        assert command("demo", "--data", data, *options).code == 0
    beside = another(first, folder / "beside")
    enrol(beside, "Only On The Second")
    (folder / "news" / "deeper").mkdir(parents=True)
    for data, file in ((first, "a"), (beside, "b"), (second, "deeper/c")):
        said = command(
            "bundle", "write", "--data", data, "--for", folder / "our.key.public",
            "--out", folder / "news" / f"{file}.bundle",
        )  # fmt: skip
        assert (said.code, said.err) == (0, "")
        assert "Only Houses together can open it." in said.out
        assert made.json["fingerprint"] in said.out
    return folder


@pytest.fixture(scope="module")
def dataset(sent: Path) -> Path:
    """What the import makes of it."""
    folder = sent / "dataset"
    said = typed(
        "import", sent / "news", "--dataset", folder, "--organisation", sent / "our.key", "--json"
    )
    assert (said.code, said.err) == (0, "")
    found = said.json
    assert (found["files"], found["known"], found["centres"]) == (3, 0, 2)
    assert found["refused"] == []
    return folder


def reported(dataset: Path, *options: str | Path) -> dict[str, Any]:
    said = typed("report", "--dataset", dataset, *options, "--json")
    assert (said.code, said.err) == (0, "")
    return said.json


def test_centres_are_listed_with_the_fingerprint_that_they_told(sent, dataset):
    said = typed(
        "centre", "list", "--dataset", dataset, "--organisation", sent / "our.key", "--json"
    )
    listed = {one["fingerprint"] for one in said.json["centres"]}
    told = command(
        "bundle", "write", "--data", sent / "second", "--for", sent / "our.key.public",
        "--out", sent / "again", "--json",
    ).json  # fmt: skip
    assert told["centre_fingerprint"] in listed
    assert told["bytes"] == (sent / "again").stat().st_size
    assert len(listed) == 2
    in_words = typed("centre", "list", "--dataset", dataset, "--organisation", sent / "our.key").out
    assert told["centre_fingerprint"] in in_words


def test_a_second_import_finds_nothing_new_and_the_key_may_lie_in_the_dataset(sent, dataset):
    (dataset / "organisation.key").write_bytes((sent / "our.key").read_bytes())
    said = typed("import", sent / "news", "--dataset", dataset)
    assert said.code == 0
    assert said.out.startswith("3 files, 3 of them known already: 0 new events; 0 of 2 centres")
    assert "still personal data" in said.out


def test_the_figures_are_what_a_stranger_counts_in_the_files(dataset):
    found = reported(dataset, "--set", "sadd", "--everyone")
    people, attendances = duckdb.sql(
        f"SELECT count(DISTINCT (centre, person)), count(*) FROM read_parquet("
        f"'{dataset}/attendance/**/*.parquet', hive_partitioning = true)"
        " WHERE role = 'participant' AND status NOT IN ('absent', 'excused')"
    ).fetchall()[0]
    totals = found["totals"]
    assert (totals["people"], totals["attendances"]) == (people, attendances)
    assert totals["centres"] == 2
    women = duckdb.sql(
        f"SELECT count(DISTINCT (p.centre, p.person)) FROM read_parquet("
        f"'{dataset}/people/**/*.parquet', hive_partitioning = true) p JOIN read_parquet("
        f"'{dataset}/attendance/**/*.parquet', hive_partitioning = true) a"
        " ON a.centre = p.centre AND a.person = p.person"
        " WHERE a.counts AND p.gender = 'woman' AND p.birth_year IS NOT NULL"
    ).fetchall()[0][0]
    assert next(one for one in found["figures"] if one["code"] == "people")["women"] == women


def test_in_words_and_as_a_file(dataset, tmp_path):
    file = tmp_path / "figures.csv"
    options = ("--set", "sadd", "--project", "P-2026", "--to", "2030-12-31")
    said = typed("report", "--dataset", dataset, *options, "--format", "csv", "--out", file)
    assert (said.code, said.err) == (0, "")
    assert "Who came to two centres counts in each of them." in said.out
    found = reported(dataset, *options)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.reader(opened))
    assert [line[2] for line in lines[1:]] == [one["code"] for one in found["figures"]]
    assert [line[8] for line in lines[1:]] == [str(one["total"]) for one in found["figures"]]
    notes = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert found["head"] in json.dumps(notes)


def test_the_same_question_gives_the_same_answer(dataset):
    assert reported(dataset, "--set", "esf-plus") == reported(dataset, "--set", "esf-plus")
    early = reported(dataset, "--set", "sadd", "--everyone", "--to", "2001-01-01")
    assert early["totals"]["people"] == 0


def test_what_is_no_bundle_is_refused_and_the_rest_taken(sent, dataset, tmp_path):
    (tmp_path / "holiday.bundle").write_bytes(b"\xff\xd8 a picture")
    (tmp_path / "c.bundle").write_bytes((sent / "news" / "a.bundle").read_bytes())
    said = typed("import", tmp_path, "--dataset", dataset, "--organisation", sent / "our.key")
    assert said.code == 1
    assert words_for(NotABundle(file="holiday.bundle")).split("\n")[0] in said.out
    assert said.out.startswith("1 files, 1 of them known already")


def test_asking_for_what_cannot_be(sent, dataset, tmp_path):
    wrong = command(
        "organisation", "centre", "list", "--dataset", dataset, "--organisation", sent / "our.key",
        passphrase="nothing",
    )  # fmt: skip
    assert (wrong.code, wrong.err) == (3, words_for(WrongPassphrase()))
    public = typed(
        "import", sent / "news", "--dataset", tmp_path, "--organisation", sent / "our.key.public"
    )
    assert public.err == words_for(NotAnOrganisationKey(file="our.key.public"))
    for words in (("report", "--set", "sadd"), ("centre", "list")):
        said = typed(*words, "--dataset", tmp_path / "empty")
        assert said.err == words_for(NoDataset(folder="empty"))
    unknown = typed("report", "--dataset", dataset, "--set", "no-such-set")
    assert unknown.code == 2
    assert unknown.err == words_for(UnknownThing(what="indicator set", id="no-such-set"))
    assert typed("key", "new", "--out", sent / "our.key").code == 2
    assert typed("report", "--dataset", dataset, "--set", "sadd", "--format", "csv").code == 2
    both = ("--everyone", "--project", "P-2026")
    assert typed("report", "--dataset", dataset, "--set", "sadd", *both).code == 2
    lesson = command(
        "bundle", "write", "--data", sent / "second", "--for", sent / "our.key",
        "--out", tmp_path / "x",
    )  # fmt: skip
    assert lesson.err == words_for(NotAnOrganisationKey(file="our.key"))


def test_an_own_set_from_a_file(dataset, tmp_path):
    from trainer_app.content.indicator_sets import FOLDER

    text = (FOLDER / "sadd.toml").read_text("utf-8").replace('name = "sadd"', 'name = "ours"', 1)
    (tmp_path / "ours.toml").write_text(text, "utf-8")
    ours = reported(dataset, "--set", tmp_path / "ours.toml", "--everyone")
    theirs = reported(dataset, "--set", "sadd", "--everyone")
    assert ours["figures"] == theirs["figures"]
    assert ours["set"] == "ours"


def test_without_spark_that_is_said(dataset, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    said = typed("report", "--dataset", dataset, "--set", "sadd", "--engine", "spark")
    assert (said.code, said.err) == (1, words_for(NeedsExtra(extra="spark")))
