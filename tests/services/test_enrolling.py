"""The register: numbers, walk-ins, and rosters that come in whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from centres import Centre, tables

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.roster import RosterRow
from trainer_app.services.enrolling import Incoming


def row(name: str) -> RosterRow:
    return RosterRow(1, name, 1980, "woman", "uk", phone="", note="", doubts=())


def enrolments(centre: Centre) -> list[tuple[str, str, int]]:
    found = centre.store.query('SELECT person, "on", active FROM enrolments ORDER BY person')
    return [(r["person"], r["on"], r["active"]) for r in found]


def test_numbers_count_on_and_are_never_given_twice(centre: Centre) -> None:
    people = [centre.enrolling.add_person("") for _ in range(12)]
    assert [person.number for person in people] == [f"A{n}" for n in range(1, 13)]
    assert [person.label for person in people][-1] == "A12"
    assert centre.enrolling.people() == people


def test_numbers_of_other_laptops_do_not_count(centre: Centre) -> None:
    person = centre.enrolling.add_person("Abdi")
    centre.enrolling.save_person(replace(person, id="another", number="B40"))
    centre.enrolling.save_person(replace(person, id="third", number="AB7"))
    assert centre.enrolling.add_person("Olena").number == "A2"


def test_anyone_may_say_i_am_new_while_learners_work(centre: Centre) -> None:
    course = centre.evening().course
    centre.door.leave_trainer()
    person = centre.enrolling.add_person("  Rosa   García ", course_id=course.id, language="es")
    assert person.name == "Rosa García"
    assert centre.enrolling.person(person.id) == person
    assert centre.enrolling.people(course.id) == [person]
    assert centre.enrolling.courses_of(person.id) == [course]


def test_a_person_is_kept_as_saved(centre: Centre) -> None:
    person = centre.enrolling.add_person("Abdi", birth_year=1971, gender="man")
    changed = replace(person, name="", phone="0612", note="comes with his son", listed=False)
    centre.enrolling.save_person(changed)
    assert centre.enrolling.person(person.id) == changed
    centre.enrolling.speak(person.id, "so")
    centre.enrolling.hide(person.id, False)
    assert centre.enrolling.person(person.id) == replace(changed, language="so", listed=True)


def test_speaking_the_same_language_again_records_nothing(centre: Centre) -> None:
    person = centre.enrolling.add_person("Abdi", language="so")
    before = next(centre.store.query("SELECT count(*) AS n FROM events"))
    centre.enrolling.speak(person.id, "so")
    assert next(centre.store.query("SELECT count(*) AS n FROM events")) == before


def test_a_roster_comes_in_in_its_order(centre: Centre) -> None:
    course = centre.evening().course
    names = [f"Person {n:02}" for n in range(40)]
    people = centre.enrolling.bring_in([Incoming(row(name)) for name in names], course.id)
    assert [person.name for person in people] == names
    assert [person.number for person in people] == [f"A{n}" for n in range(1, 41)]
    assert centre.enrolling.people(course.id) == people


def test_a_known_person_is_enrolled_and_not_doubled(centre: Centre) -> None:
    course = centre.evening().course
    known = centre.enrolling.add_person("Olena")
    incoming = [
        Incoming(row("Olena K."), known.id),
        Incoming(row("Rosa")),
        Incoming(row("O"), known.id),
    ]
    people = centre.enrolling.bring_in(incoming, course.id)
    assert [person.name for person in people] == ["Olena", "Rosa", "Olena"]
    assert [person.name for person in centre.enrolling.people()] == ["Olena", "Rosa"]
    assert len(centre.enrolling.people(course.id)) == 2
    assert len(centre.store.standing_ids(f"enrolment:{course.id}:{known.id}")) == 1


def test_who_is_registered_already_keeps_the_day(centre: Centre) -> None:
    evening = centre.evening("Olena")
    olena = evening.people[0]
    centre.clock.forward(days=14)
    centre.enrolling.bring_in([Incoming(row("Olena"), olena.id)], evening.course.id)
    centre.enrolling.enrol(olena.id, evening.course.id)
    assert enrolments(centre) == [(olena.id, "2026-11-24", 1)]


def test_who_was_taken_off_a_course_can_come_back(centre: Centre) -> None:
    evening = centre.evening("Olena")
    olena = evening.people[0]
    centre.enrolling.enrol(olena.id, evening.course.id, active=False)
    assert centre.enrolling.people(evening.course.id) == []
    assert centre.enrolling.courses_of(olena.id) == []
    centre.clock.forward(days=14)
    centre.enrolling.enrol(olena.id, evening.course.id)
    assert enrolments(centre) == [(olena.id, "2026-12-08", 1)]


@pytest.mark.parametrize(("known", "course"), [("nobody", None), (None, "no-course")])
def test_a_roster_comes_in_whole_or_not_at_all(
    centre: Centre, known: str | None, course: str | None
) -> None:
    evening = centre.evening("Olena")
    before = tables(centre.store)
    incoming = [Incoming(row("Rosa")), Incoming(row("Abdi"), known)]
    with pytest.raises(UnknownThing):
        centre.enrolling.bring_in(incoming, course or evening.course.id)
    assert tables(centre.store) == before
    assert centre.enrolling.add_person("Rosa").number == "A2"


def test_nobody_is_enrolled_on_a_course_that_is_not_there(centre: Centre) -> None:
    person = centre.enrolling.add_person("Abdi")
    with pytest.raises(UnknownThing):
        centre.enrolling.enrol(person.id, "no-course")
    with pytest.raises(UnknownThing):
        centre.enrolling.add_person("Rosa", course_id="no-course")
    with pytest.raises(UnknownThing):
        centre.enrolling.enrol("nobody", centre.evening().course.id)
    assert enrolments(centre) == []


def test_a_roster_without_a_course_fills_the_register_alone(centre: Centre) -> None:
    centre.enrolling.bring_in([Incoming(row("Rosa"))], None)
    assert [person.name for person in centre.enrolling.people()] == ["Rosa"]
    assert enrolments(centre) == []
