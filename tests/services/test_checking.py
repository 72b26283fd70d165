"""The checker reads real records: each finding leads to the record that it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from centre_on_laptops import Machines
from centres import Centre
from funded_centre import FIRST, SINCE, UNTIL, Funded, funded

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import BadTimes, NotForSubstitutes, UnknownThing
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.funding.projects import Projects


@pytest.fixture
def one(centre: Centre) -> Funded:
    return funded(centre.door, centre.clock, "Amina Rahimi", "Boris Petrov")


def test_two_sessions_without_a_photo_of_their_sheet_are_all_there_is(one: Funded) -> None:
    assert one.codes() == ["no-sheet", "no-sheet"]


def test_each_finding_names_its_record(one: Funded) -> None:
    enrolling, courses = Enrolling(one.door.ledger), Courses(one.door.ledger)
    twin = enrolling.add_person("Amina Rahimi", course_id=one.course.id, birth_year=1980)
    one.attending.mark(one.sessions[0].id, twin.id, Status.PRESENT)
    later = courses.add_session(one.course.id, FIRST + timedelta(days=14), time(10), time(12))
    found = {of.code: of for of in one.checking.check(one.project.id, SINCE, UNTIL)}
    assert set(found) == {"same-person", "register-incomplete", "not-held", "no-sheet"}
    assert {found["same-person"].where.person, found["same-person"].where.other} == {
        one.people[0].id,
        twin.id,
    }
    assert found["register-incomplete"].where.person == twin.id
    assert found["not-held"].where.session == later.id


def test_what_a_set_lacks_is_told_with_the_set(centre: Centre) -> None:
    one = funded(centre.door, centre.clock, "Amina", sets=("esf-plus", "gone"))
    found = one.checking.check(one.project.id, SINCE, UNTIL)
    unknown = {of.where.set for of in found if of.code == "unknown-set"}
    assert "gone" in unknown
    known = {one.name for one in one.indicators.all()}
    assert unknown == {name for name in one.project.sets if name not in known}


def test_hours_of_a_course_of_two_projects(one: Funded) -> None:
    projects, courses = Projects(one.door.ledger), Courses(one.door.ledger)
    other = projects.save(replace(one.project, id="", name="Other"))
    course = courses.course(one.course.id)
    courses.save_course(replace(course, projects=(*course.projects, other.id)))
    assert "shared-course" in one.codes()
    one.claims.submit(other.id, SINCE, UNTIL, "Theirs")
    assert one.codes().count("claimed-elsewhere") == 2


def test_a_claim_of_these_days_is_there_already(one: Funded) -> None:
    one.submit()
    assert one.codes() == ["overlapping-claim", "no-sheet", "no-sheet"]
    december = one.checking.check(one.project.id, date(2026, 12, 1), date(2026, 12, 31))
    assert [of.code for of in december] == ["period-outside", "nobody"]


def test_rows_that_two_laptops_tell_otherwise(machines: Machines) -> None:
    first = machines.first
    here = funded(first.door, first.clock, "Amina")
    second = machines.invited(first)
    machines.pool(first, second)
    there = here.elsewhere(second.door, second.clock)
    for laptop, status in ((here, Status.ABSENT), (there, Status.EXCUSED)):
        laptop.attending.mark(here.sessions[0].id, here.people[0].id, status, reason="I think")
    machines.pool(first, second)
    assert "unsettled" in here.codes()


def test_the_whole_centre_by_plain_rules(one: Funded) -> None:
    found = one.checking.check(None)
    assert [of.code for of in found] == ["no-sheet", "no-sheet"]
    assert {of.where.session for of in found} == {session.id for session in one.sessions}


def test_what_it_takes_to_check(one: Funded) -> None:
    with pytest.raises(BadTimes):
        one.checking.check(one.project.id, UNTIL, SINCE)
    with pytest.raises(UnknownThing):
        one.checking.check("nobody")
    one.door.ledger.substitute = True
    with pytest.raises(NotForSubstitutes):
        one.checking.check(one.project.id)
