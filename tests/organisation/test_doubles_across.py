"""Who came to two centres is found by prints, and only where the centres share a key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from pathlib import Path

import pytest
from centres import PASSPHRASE, Clock, bytes_in
from hypothesis import given
from hypothesis import strategies as st
from many_centres import InventedCentre, Organisation

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.projects import Project
from trainer_app.keys.doubles_key import doubles_key, new_doubles_code
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.wrapping import Cost
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.doubles import Doubles as Estimate
from trainer_app.organisation.doubles import counted
from trainer_app.organisation.engines import reading
from trainer_app.organisation.reports import OrganisationReport, report
from trainer_app.organisation.vault import Vault
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.doubles import Doubles
from trainer_app.services.funding.projects import Projects
from trainer_app.store import registers

CODE, OTHER = (new_doubles_code(bytes([n]) * 17) for n in (5, 6))
HERE = {"José Núñez": 1980, "Fatoumata Diallo": 1975, "Олена Коваль": 1990, "Only Here": 1981}
THERE = {"NUNEZ, Jose": 1980, "Fatoumata  Dïallo": 1975, "Olena Koval": 1991, "Only There": 1981}
"""Two of them are in both; of a third the year of birth differs."""

Founding = Callable[[str, Mapping[str, int]], InventedCentre]


@pytest.fixture
def founding(tmp_path: Path, library: LessonLibrary, cheap_cost: Cost) -> Iterator[Founding]:
    doors: list[Door] = []

    def found(name: str, people: Mapping[str, int]) -> InventedCentre:
        """A centre where everybody came to one session of the project."""
        door = Door(tmp_path / name, Clock().now, cheap_cost)
        doors.append(door)
        door.found(name, "Sanne", "kite", PASSPHRASE)
        project = Projects(door.ledger).save(Project("Bridges", "EU", sets=("sadd",)))
        courses, attending = Courses(door.ledger), Attending(door.ledger)
        course = courses.add_course("Tuesday group", projects=[project.id])
        session = courses.add_session(course.id, date(2026, 11, 3), time(10), time(12))
        for one, year in people.items():
            person = Enrolling(door.ledger).add_person(one, course_id=course.id, birth_year=year)
            attending.mark(session.id, person.id, Status.PRESENT)
        attending.set_times(session.id, time(10), time(12), "")
        return InventedCentre(door, library)

    yield found
    for door in doors:
        door.lock()


@pytest.fixture
def both(founding: Founding, tmp_path: Path) -> Organisation:
    (tmp_path / "news").mkdir()
    made = [founding("here", HERE), founding("there", THERE)]
    return Organisation(PrivateKeys.random(), made, tmp_path / "news", tmp_path / "dataset")


def doubles(of: InventedCentre) -> Doubles:
    erasing = Erasing(of.ledger, lambda: of.door.authority, lambda: None)
    return Doubles(of.door, of.participating, erasing.sweep)


def enter(of: InventedCentre, code: str) -> None:
    doubles(of).enter(of.project("Bridges").id, "2026", code)


def heard(organisation: Organisation) -> None:
    """All centres send what they have now, and it is taken in."""
    for number, one in enumerate(organisation.centres):
        one.sends(organisation.keys.public, organisation.news / f"{number}.bundle")
    assert organisation.takes_in().refused == ()


def asked(organisation: Organisation, **more: bool) -> OrganisationReport:
    set = next(one for one in bundled_sets() if one.name == "sadd")
    with reading(organisation.dataset, "duckdb") as engine:
        return report(engine, Wanted(set, Clock().now().date(), **more))


def test_one_person_in_two_spellings_is_found(both: Organisation) -> None:
    for one in both.centres:
        enter(one, CODE)
    heard(both)
    found = asked(both)
    assert found.totals.people == 8
    assert found.doubles == Estimate(centres=2, compared=8, several=2, people=6)
    assert asked(both, everyone=True).doubles == found.doubles


def test_another_key_gives_nothing_in_common(both: Organisation) -> None:
    for one, code in zip(both.centres, (CODE, OTHER), strict=True):
        enter(one, code)
    heard(both)
    assert asked(both).doubles == Estimate(centres=2, compared=8, several=0, people=8)


def test_where_nobody_turned_it_on_nothing_is_said(both: Organisation) -> None:
    heard(both)
    assert asked(both).doubles is None
    assert not list(both.dataset.glob("prints/**/*.parquet"))
    enter(both.centres[0], CODE)
    heard(both)
    assert asked(both).doubles == Estimate(centres=1, compared=4, several=0, people=8)


def test_turned_off_or_erased_prints_leave_the_organisation_too(both: Organisation) -> None:
    for one in both.centres:
        enter(one, CODE)
    heard(both)
    here, there = both.centres
    assert len(_prints_in_the_vault(both)) == 6
    here.erase(registers.people(here.ledger.store)[0].number)
    heard(both)
    assert asked(both).doubles == Estimate(centres=2, compared=7, several=1, people=7)
    doubles(there).off(there.project("Bridges").id, "2026")
    heard(both)
    assert asked(both).doubles == Estimate(centres=1, compared=3, several=0, people=8)
    doubles(here).off(here.project("Bridges").id, "2026")
    heard(both)
    assert asked(both).doubles is None
    assert _prints_in_the_vault(both) == set()


def test_the_organisation_never_holds_the_key(both: Organisation) -> None:
    for one in both.centres:
        enter(one, CODE)
    heard(both)
    seed = doubles_key(CODE).seed
    secrets = [CODE, CODE.replace("-", ""), seed.hex()]
    said = "".join(_bodies(both))
    assert "print-made" in _kinds(both)
    assert "doubles-set" not in _kinds(both)
    assert not any(secret in said for secret in secrets)
    for content in bytes_in(both.dataset).values():
        assert seed not in content
        assert not any(secret.encode() in content for secret in secrets)
    # What it holds of the key was closed to the trainers, and it is none of them.
    vault = Vault(both.dataset, both.keys, Clock().now)
    for centre in vault.known:
        store = vault.store(centre)
        (lodged,) = [row["lodged"] for row in store.query("SELECT lodged FROM trainers_keys")]
        store.close()
        sealed = [bytes.fromhex(one) for one in _values(lodged)]
        assert sealed
        for one in sealed:
            with pytest.raises(ValueError):
                both.keys.open(one)


def test_by_hand_who_is_behind_some_prints() -> None:
    assert counted([]) == (0, 0)
    assert counted([("a", "1", "x"), ("b", "2", "x"), ("c", "3", "x")]) == (1, 2)
    # Two of one centre are two, whatever their name.
    assert counted([("a", "1", "x"), ("a", "2", "x"), ("b", "3", "x")]) == (1, 1)
    assert counted([("a", n, "x") for n in "12"] + [("b", n, "x") for n in "34"]) == (2, 2)
    # Two projects, two keys: one person all the same.
    assert counted([("a", "1", "x"), ("a", "1", "y"), ("b", "2", "y"), ("c", "3", "x")]) == (1, 2)


_ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("123456"), st.sampled_from("xyz"))
)


@given(_ROWS, st.randoms(use_true_random=False))
def test_never_fewer_than_the_largest_centre_and_in_any_order(rows, chance) -> None:
    several, too_often = counted(rows)
    shuffled = [*rows, *rows]
    chance.shuffle(shuffled)
    assert counted(shuffled) == (several, too_often)
    people = {(centre, who) for centre, who, _of in rows}
    centres = [centre for centre, _who in people]
    left = len(people) - too_often
    assert left >= max((centres.count(one) for one in "abc"), default=0)
    assert several <= too_often <= 2 * several
    assert several <= left


def _prints_in_the_vault(organisation: Organisation) -> set[str]:
    return {row["print"] for row in _ask(organisation, "SELECT print FROM prints")} | {
        row["print"]
        for row in _ask(
            organisation,
            "SELECT json_extract(body, '$.print') AS print FROM events"
            " WHERE kind = 'print-made' AND body IS NOT NULL",
        )
    }


def _bodies(organisation: Organisation) -> list[str]:
    sql = "SELECT body FROM events WHERE body IS NOT NULL"
    return [str(row["body"]) for row in _ask(organisation, sql)]


def _kinds(organisation: Organisation) -> set[str]:
    sql = "SELECT DISTINCT kind FROM events WHERE body IS NOT NULL"
    return {str(row["kind"]) for row in _ask(organisation, sql)}


def _ask(organisation: Organisation, sql: str) -> list[dict[str, object]]:
    """What all stores of the organisation say."""
    vault = Vault(organisation.dataset, organisation.keys, Clock().now)
    found: list[dict[str, object]] = []
    for centre in vault.known:
        store = vault.store(centre)
        found += list(store.query(sql))
        store.close()
    return found


def _values(lodged: str) -> list[str]:
    return list(json.loads(lodged).values())
