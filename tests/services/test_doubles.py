"""Prints of who takes part: made when a trainer asks, renewed, and taken away for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from centre_on_laptops import Machine, Machines
from centres import Centre
from funded_centre import Funded, funded

from tests.store.pages import everything_in
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    DoublesOn,
    NotAllowed,
    UnknownThing,
    WrongDoublesKey,
    WrongPeriod,
)
from trainer_app.domain.funding.doubles import print_of, read_period
from trainer_app.keys.doubles_key import doubles_key, new_doubles_code
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.doubles import Doubles, Prints
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.settling import Settling
from trainer_app.store import prints

CODE, OTHER = (new_doubles_code(bytes([n]) * 17) for n in (5, 6))


def of(door: Door) -> Doubles:
    erasing = Erasing(door.ledger, lambda: door.authority, lambda: None)
    return Doubles(door, Participating(door.ledger, lambda _lesson: ()), erasing.sweep)


@pytest.fixture
def one(centre: Centre) -> Funded:
    return funded(centre.door, centre.clock, "Amina", "Borís Ilić")


@pytest.fixture
def doubles(one: Funded) -> Doubles:
    return of(one.door)


def standing(door: Door) -> dict[str, str]:
    return {found.person: found.print for found in prints.all_of_them(door.ledger.store)}


def came(one: Funded, name: str, birth_year: int | None = 1980) -> str:
    """Somebody new who was there both times."""
    person = Enrolling(one.door.ledger).add_person(
        name, course_id=one.course.id, gender="woman", birth_year=birth_year
    )
    for session in one.sessions:
        one.attending.mark(session.id, person.id, Status.PRESENT)
    return person.id


def test_off_until_a_trainer_asks(one: Funded, doubles: Doubles) -> None:
    assert doubles.renew() == Prints()
    assert standing(one.door) == {}
    code, done = doubles.new(one.project.id, "2026")
    assert (done.people, done.made) == (2, 2)
    key = doubles_key(code).seed
    amina, boris = (person.id for person in one.people)
    assert standing(one.door) == {
        amina: print_of(key, "amina", 1980),
        boris: print_of(key, "boris ilic", 1980),
    }


def test_new_people_get_one_and_changed_names_another(one: Funded, doubles: Doubles) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    before = standing(one.door)
    assert doubles.renew() == Prints(people=2)
    came(one, "Chiara")
    unknown = came(one, "Without A Year", None)
    Enrolling(one.door.ledger).save_person(replace(one.people[0], name="Aminata"))
    done = doubles.renew()
    assert done == Prints(people=3, without=1, made=2, dropped=1)
    now = standing(one.door)
    assert now[one.people[0].id] != before[one.people[0].id]
    assert now[one.people[1].id] == before[one.people[1].id]
    assert unknown not in now


def test_only_who_took_part_in_that_period(one: Funded, doubles: Doubles) -> None:
    assert doubles.enter(one.project.id, "2025", CODE).people == 0
    assert doubles.enter(one.project.id, "2025-2027", CODE).people == 2
    with pytest.raises(UnknownThing):
        doubles.enter("no-such-project", "2026", CODE)


def test_turned_off_the_prints_leave_the_log_for_good(
    centre: Centre, one: Funded, doubles: Doubles
) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    gone = standing(one.door)[one.people[0].id]
    assert _holds(centre, gone)
    assert doubles.off(one.project.id, "2026").dropped == 2
    assert standing(one.door) == {}
    assert doubles.renew() == Prints()
    assert not _holds(centre, gone)
    with pytest.raises(UnknownThing):
        doubles.off(one.project.id, "2026")
    assert doubles.enter(one.project.id, "2026", OTHER).made == 2


def test_erased_with_her_print(centre: Centre, one: Funded, doubles: Doubles) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    amina = one.people[0].id
    gone = standing(one.door)[amina]
    Erasing(one.door.ledger, lambda: one.door.authority, lambda: None).erase(amina)
    assert standing(one.door).keys() == {one.people[1].id}
    assert not _holds(centre, gone)
    assert doubles.renew() == Prints(people=1)


def test_a_period_that_cannot_be_stops_nothing(one: Funded, doubles: Doubles) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    (kept,) = doubles.keys()
    for project, period in (("unknown", "2026"), (one.project.id, "some day")):
        body = {"project": project, "period": period, "key": kept.key}
        one.door.ledger.write(one.door.ledger.note("doubles-set", body))
    assert doubles.renew() == Prints(people=2)


def test_two_entries_that_are_one_person_have_one_print(one: Funded, doubles: Doubles) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    again = came(one, "Amína")
    assert doubles.renew() == Prints(people=3, made=1)
    assert len(set(standing(one.door).values())) == 2
    Settling(one.door.ledger).join(one.people[0].id, again)
    assert doubles.renew() == Prints(people=2, dropped=1)
    assert doubles.renew() == Prints(people=2)


def test_another_key_only_after_off_and_the_same_one_again_renews(
    one: Funded, doubles: Doubles
) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    with pytest.raises(DoublesOn):
        doubles.enter(one.project.id, "2026", OTHER)
    with pytest.raises(DoublesOn):
        doubles.new(one.project.id, "2026")
    assert doubles.enter(one.project.id, " 2026 ", CODE.lower()) == Prints(people=2)
    with pytest.raises(WrongDoublesKey):
        doubles.enter(one.project.id, "2026", CODE[:-1])


def test_no_key_in_the_open_file_and_none_in_the_learners_state(
    centre: Centre, one: Funded, doubles: Doubles
) -> None:
    doubles.enter(one.project.id, "2026", CODE)
    seed = doubles_key(CODE).seed
    for secret in (CODE, CODE.replace("-", ""), seed.hex()):
        assert not _holds(centre, secret)
    (kept,) = doubles.keys()
    purpose = "doubles 2026"
    assert TrainersKeys(one.door).private(purpose, kept.key).seed == seed  # type: ignore[union-attr]
    one.door.leave_trainer()
    with pytest.raises(NotAllowed):
        doubles.renew()


def test_two_laptops_make_the_same_prints(machines: Machines) -> None:
    first: Machine = machines.first
    one = funded(first.door, first.clock, "Amina", "Boris")
    second = machines.invited(first)
    machines.pool(first, second)
    for laptop in (first, second):
        assert of(laptop.door).enter(one.project.id, "2026", CODE).made == 2
    machines.pool(first, second)
    assert len(prints.all_of_them(first.door.ledger.store)) == 4
    assert of(second.door).renew() == Prints(people=2, dropped=2)
    machines.pool(first, second)
    assert first.state == second.state
    assert of(first.door).off(one.project.id, "2026").dropped == 2
    machines.pool(first, second)
    assert standing(second.door) == {}
    assert first.is_sound()


@pytest.mark.parametrize("typed", ["", "26", "2026-", "2027-2026", "2026-07", "twenty"])
def test_a_period_is_a_year_or_some_years(typed: str) -> None:
    with pytest.raises(WrongPeriod):
        read_period(typed)


def test_the_days_of_a_period() -> None:
    of = read_period("2026-2028")
    assert (of.since, of.until) == (date(2026, 1, 1), date(2028, 12, 31))
    assert read_period("2026-2026").name == "2026"


def _holds(centre: Centre, word: str) -> bool:
    pages = everything_in(centre.folder, centre.store._key)
    return any(word.encode() in page for _name, page in pages)
