"""What stands in files for funders when people were erased, or are kept for proof only."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from centres import Centre, Evening
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import NotAllowed, NotForSubstitutes, NotPublishable, UnknownThing
from trainer_app.domain.funding.counts import Counts, hidden_counts
from trainer_app.domain.funding.indicators import Figure
from trainer_app.domain.funding.projects import Project
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.files import Files, Ground, Order, Written, unpublishable
from trainer_app.services.funding.indicator_tables import hidden_cells
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.research import RESEARCH, age_band
from trainer_app.services.funding.standing import head_of
from trainer_app.services.funding.tables import ATTENDANCE, PARTICIPANTS, FileWords
from trainer_app.services.reporting import Scope


def words(ground: Ground) -> FileWords:
    """Words as plain as the keys."""
    keys = [key for key, _ in (*ATTENDANCE, *PARTICIPANTS, *RESEARCH)]
    values = [*Role, *Status, "woman", "man", "nonbinary", "yes", "no"]
    return FileWords(
        name="file",
        columns=dict(zip(keys, keys, strict=True)),
        values={str(value): str(value) for value in values},
        erased="erased",
        notes=[("head", ground.head)],
        notes_title="notes",
        total="total",
        apostrophe="",
        right_to_left=False,
        sessions={one.id: one.id for one in ground.sessions},
    )


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """Amina, Rosa and Bo came for two hours; Noor helped."""
    held = centre.evening("Amina", "Rosa", "Bo", "Noor")
    session = held.session.id
    centre.attending.start_now(session)
    for person in held.people[:3]:
        centre.attending.mark(session, person.id, Status.PRESENT)
    centre.attending.mark(session, held.people[3].id, Status.PRESENT, role=Role.HELPER)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(session)
    return held


@pytest.fixture
def files(centre: Centre, tmp_path: Path) -> Files:
    participating = Participating(centre.ledger, lambda _lesson: ())
    indicators = Indicators(centre.ledger, tmp_path / "sets")
    return Files(centre.ledger, participating, indicators, lambda *_: None)


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)


def rows(written: Written) -> list[dict[str, str]]:
    with written.files[0].open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_an_erased_person_is_a_count_and_in_no_research_file(
    centre, evening, files, erasing, tmp_path
):
    erasing.erase(evening.people[0].id)
    found = rows(files.write(Order("participants", "csv"), words, tmp_path / "p.csv"))
    assert [(row["name"], row["minutes"]) for row in found] == [
        ("Rosa", "120"), ("Bo", "120"), ("erased", "120"),
    ]  # fmt: skip
    assert len(rows(files.write(Order("research", "csv"), words, tmp_path / "r.csv"))) == 2
    said = files.write(Order("xapi", "jsonl"), words, tmp_path / "x.jsonl")
    verbs = [
        json.loads(line)["verb"]["display"]["en"] for line in said.files[0].read_text().splitlines()
    ]
    assert verbs.count("attended") == said.ground.counts.attendances - 1 == 2


def test_who_is_kept_for_proof_only_is_in_the_funders_file_alone(
    centre, evening, files, erasing, tmp_path
):
    erasing.restrict(evening.people[1].id, date(2030, 1, 1), "the funder")
    assert len(rows(files.write(Order("participants", "csv"), words, tmp_path / "p.csv"))) == 3
    research = files.write(Order("research", "csv"), words, tmp_path / "r.csv")
    assert research.rows == 2
    # Amina and Bo came and completed the course, and with Noor they are registered on it.
    assert files.write(Order("xapi", "json"), words, tmp_path / "x.json").rows == 2 + 2 + 3


def test_a_course_that_is_not_of_the_project_tells_nothing(centre, evening, files, tmp_path):
    empty = Projects(centre.ledger).save(Project("Empty"))
    scope = Scope(project=empty.id, course=evening.course.id)
    assert files.write(Order("xapi", "jsonl", scope), words, tmp_path / "x.jsonl").rows == 0


def test_helpers_stand_in_the_attendance_and_count_nothing(centre, evening, files, tmp_path):
    found = rows(files.write(Order("attendance", "csv"), words, tmp_path / "a.csv"))
    assert {row["name"]: (row["present"], row["minutes"], row["hours"]) for row in found} == {
        "Amina": ("120", "120", "2.00"),
        "Rosa": ("120", "120", "2.00"),
        "Bo": ("120", "120", "2.00"),
        "Noor": ("120", "0", "0.00"),
    }


def test_rare_languages_are_other_in_research(centre, evening, files, tmp_path):
    for person, language in zip(evening.people, ("ar", "ti", "ti"), strict=False):
        centre.enrolling.save_person(replace(person, language=language))
    found = rows(files.write(Order("research", "csv"), words, tmp_path / "r.csv"))
    assert {row["language"] for row in found} == {"other"}


def test_the_head_changes_with_every_event_and_is_in_the_file(centre, evening, files, tmp_path):
    before = head_of(centre.store)
    assert head_of(centre.store) == before
    written = files.write(Order("register", "csv"), words, tmp_path / "r.csv")
    described = json.loads((tmp_path / "datapackage.json").read_text())["resources"][0]
    assert described["notes"] == [{"label": "head", "value": before}]
    assert written.ground.head == before
    centre.enrolling.add_person("New")
    assert head_of(centre.store) != before


def test_who_may_not_take_data_out_gets_no_file(centre, evening, files, tmp_path):
    centre.ledger.substitute = True
    with pytest.raises(NotForSubstitutes):
        files.write(Order("register", "csv"), words, tmp_path / "r.csv")
    centre.ledger.trainer = None
    with pytest.raises(NotAllowed):
        files.write(Order("register", "csv"), words, tmp_path / "r.csv")
    assert list(tmp_path.glob("*.csv")) == []


def test_a_set_that_is_not_there(centre, evening, files, tmp_path):
    for name in (None, "none"):
        with pytest.raises(UnknownThing):
            files.write(Order("indicators", "csv", set=name), words, tmp_path / "i.csv")


@pytest.mark.parametrize("kind", ["attendance", "participants", "register", "xapi", "research"])
def test_rows_of_people_are_never_published(evening, files, tmp_path, kind):
    with pytest.raises(NotPublishable):
        files.write(Order(kind, "csv", published=True), words, tmp_path / "a.csv")


def test_published_is_only_what_is_fixed_and_over():
    today, ended = date(2027, 1, 1), date(2026, 12, 31)

    def reason(since: date | None, until: date | None, ends: date | None = ended) -> str | None:
        scope = Scope(project="p", since=since, until=until)
        return unpublishable(Order("narrative", "csv", scope), ends, today)

    assert reason(None, None) is None
    assert reason(None, None, None) == reason(None, None, today) == "running"
    assert reason(date(2026, 1, 1), date(2026, 12, 31)) is None
    assert reason(date(2026, 10, 1), date(2026, 12, 31)) is None
    assert reason(date(2027, 1, 1), date(2027, 1, 31)) == "running"
    assert reason(date(2026, 2, 1), date(2026, 2, 27)) == "days"
    assert reason(date(2026, 2, 1), None) == "days"
    whole_centre = Order("narrative", "csv", Scope())
    assert unpublishable(whole_centre, None, today) == "part"


@pytest.mark.parametrize(
    ("age", "band"),
    [(None, None), (0, "0-17"), (17, "0-17"), (18, "18-24"), (44, "35-44"), (65, "65+"),
     (99, "65+")],
)  # fmt: skip
def test_bands_of_age(age, band):
    assert age_band(age) == band


FIGURES = st.lists(st.tuples(*[st.integers(0, 40)] * 4), min_size=1, max_size=6)


@given(FIGURES, st.sampled_from((5, 10)))
def test_no_small_cell_is_shown_nor_left_alone_in_a_sum(splits, smallest):
    # The last one is the sum of the others, as bands of age add up to everybody.
    splits = [*splits, tuple(map(sum, zip(*splits, strict=True)))]
    figures = [
        Figure(str(at), *split, sum(split), 0, 0, 0, 0, 0, 0, sum(split))
        for at, split in enumerate(splits)
    ]
    hidden = hidden_cells(figures, smallest)
    for one in figures:
        if one.code not in hidden.totals:
            assert one.total >= smallest
        if one.code not in hidden.splits:
            cells = (one.women, one.men, one.nonbinary, one.unknown)
            assert all(cell == 0 or cell >= smallest for cell in cells)
    parts = [one for one in figures[:-1] if one.total]
    if len(parts) <= 3 and figures[-1].code not in hidden.totals:
        alone = [one for one in parts if one.code in hidden.totals]
        assert len(alone) != 1 or len(parts) == 0


@given(
    st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60),
    st.sampled_from((5, 10)),
)  # fmt: skip
def test_no_count_of_few_people_is_published_nor_of_all_but_few(women, men, again, left, smallest):
    people = women + men
    again, left = min(again, people), min(left, people)
    counts = Counts(
        people, women, men, 0, 0, people, 0, 0, people, again, 0, 0, 0, left, 0, 1, 1, 0, 0
    )  # fmt: skip
    hidden = hidden_counts(counts, smallest)
    for name in ("people", "women", "men", "again", "left"):
        value = getattr(counts, name)
        if name not in hidden and value:
            assert value >= smallest
        if name not in hidden and "people" not in hidden and name != "people":
            assert value in (0, people) or people - value >= smallest
