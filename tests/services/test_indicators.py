"""Indicator sets of a centre: the program's, and an organiser's own, copied whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre
from funded_centre import funded

from trainer_app.content.indicator_sets import FOLDER as BUNDLED
from trainer_app.content.indicator_sets import NAMES
from trainer_app.domain.errors import NotAllowed, NotForSubstitutes, UnknownThing, UnreadableFile
from trainer_app.domain.funding.projects import Project
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.services.trainers import Trainers

OURS = (BUNDLED / "sadd.toml").read_text("utf-8").replace('name = "sadd"', 'name = "ours"')


@pytest.fixture
def sets(centre: Centre) -> Indicators:
    return Indicators(centre.ledger, centre.folder / "indicator-sets")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "from the funder.toml"
    file.write_text(OURS, "utf-8")
    return file


def test_an_own_set_is_added_used_and_removed(sets: Indicators, ours: Path, tmp_path: Path) -> None:
    assert [one.name for one in sets.all()] == list(NAMES)
    assert sets.add(ours).findings == ()
    ours.unlink()
    assert [one.name for one in sets.all()] == [*NAMES, "ours"]
    assert sets.get("ours").own
    assert not sets.get("sadd").own
    sets.remove("ours")
    assert [one.name for one in sets.all()] == list(NAMES)
    with pytest.raises(UnknownThing):
        sets.get("ours")


def test_a_newer_version_takes_the_place_of_an_own_set(sets: Indicators, ours: Path) -> None:
    sets.add(ours)
    ours.write_text(OURS.replace("version = 1", "version = 2"), "utf-8")
    sets.add(ours)
    assert sets.get("ours").version == 2
    assert len(sets.all()) == len(NAMES) + 1


def test_a_file_with_findings_leaves_nothing_behind(
    sets: Indicators, ours: Path, centre: Centre
) -> None:
    ours.write_text(OURS.replace("everyone = true", "everyone = 1"), "utf-8")
    reading = sets.add(ours)
    assert reading.set is None
    assert {one.rule for one in reading.findings} == {"wrong-kind", "only-true"}
    assert not (centre.folder / "indicator-sets").exists()


def test_the_program_s_names_are_taken_and_its_sets_stay(sets: Indicators) -> None:
    found = sets.add(BUNDLED / "sadd.toml").findings
    assert [one.rule for one in found] == ["name-taken"]
    with pytest.raises(UnknownThing):
        sets.remove("sadd")


def test_one_question_is_one_question_in_all_sets(sets: Indicators, ours: Path) -> None:
    text = (BUNDLED / "us-covered.toml").read_text("utf-8").replace('"us-covered"', '"ours"', 1)
    ours.write_text(text, "utf-8")
    assert sets.check(ours).set
    ours.write_text(text.replace('id = "no"', 'id = "not"'), "utf-8")
    found = sets.check(ours).findings
    assert {one.rule for one in found} == {"question-differs"}
    assert {one.facts["other"] for one in found} == {"esf-plus", "us-covered"}


def test_a_file_that_went_bad_is_told_and_not_used(
    sets: Indicators, ours: Path, centre: Centre
) -> None:
    sets.add(ours)
    kept = centre.folder / "indicator-sets" / "ours.toml"
    kept.write_bytes(kept.read_bytes()[:200])
    assert [one.name for one in sets.all()] == list(NAMES)
    assert [one.file for one in sets.damaged()] == ["ours.toml"]
    other = kept.with_name("another.toml")
    other.write_text(OURS, "utf-8")
    assert [one.findings[0].rule for one in sets.damaged()] == ["file-name", "toml-broken"]
    sets.remove("ours")
    assert not kept.exists()


def test_what_a_project_asks_each_once(sets: Indicators) -> None:
    project = Project("Bridges", sets=("us-covered", "esf-plus", "gone"))
    entry = [one.id for one in sets.questions(project, "entry")]
    assert len(entry) == len(set(entry))
    assert entry.count("disability") == 1
    assert {"low-income", "employment", "rural"} <= set(entry)
    assert [one.id for one in sets.questions(project, "later")] == ["employment", "better-work"]
    assert sets.questions(Project("Quiet", sets=("sadd",)), "entry") == ()
    assert sets.missing(project) == ("gone",)


def test_figures_of_a_roll(sets: Indicators, centre: Centre) -> None:
    made = funded(centre.door, centre.clock, "Amal", "Blessing", sets=("sadd", "esf-plus"))
    roll = made.participating.roll(Scope(project=made.project.id))
    found = {one.code: one for one in sets.figures(roll, "sadd").figures}
    assert (found["people"].women, found["people"].total) == (2, 2)
    assert found["age-45-59"].total == 2
    esf = sets.figures(roll, "esf-plus")
    assert esf.counted == 0
    assert set(esf.incomplete) == {one.id for one in made.people}
    assert {one.incomplete for one in esf.figures} == {2}
    with pytest.raises(UnknownThing):
        sets.figures(roll, "gone")


def test_which_projects_count_by_a_set(sets: Indicators, centre: Centre) -> None:
    projects = Projects(centre.ledger)
    bridges = projects.save(Project("Bridges", sets=("sadd",)))
    projects.save(replace(bridges, id="", name="Ladders", sets=("amif",)))
    assert [one.name for one in sets.used_by("sadd")] == ["Bridges"]
    assert sets.used_by("digcomp") == ()


def test_only_a_full_trainer_changes_what_is_counted(
    sets: Indicators, ours: Path, centre: Centre
) -> None:
    sets.add(ours)
    Trainers(centre.door).add_substitute(
        "Vera", "drum", "grey heron on the bridge", date(2026, 12, 1)
    )
    centre.door.lock()
    slot = next(id for id, picture in centre.door.slots() if picture == "drum")
    centre.door.unlock(slot, "grey heron on the bridge")
    substitute = Indicators(centre.ledger, centre.folder / "indicator-sets")
    for act in (lambda: substitute.add(ours), lambda: substitute.remove("ours")):
        with pytest.raises(NotForSubstitutes):
            act()
    centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        substitute.remove("ours")
    assert substitute.get("ours")


def test_no_file(sets: Indicators, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        sets.add(tmp_path / "gone.toml")
