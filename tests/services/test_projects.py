"""Projects, their terms, and who is due: a list to decide on."""

from __future__ import annotations

from datetime import date, time

import pytest
from centres import Centre
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import EmptyField, NotForSubstitutes
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.retention import over_since
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.projects import Projects

LATER = date(2027, 3, 1)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.fixture
def projects(centre: Centre) -> Projects:
    return Projects(centre.ledger)


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)


def names(projects: Projects, today: date = LATER) -> list[str]:
    return [due.person.name for due in projects.due(today)]


def test_a_course_makes_the_project_that_it_names_once(centre, projects):
    centre.courses.add_course("One", project="P-7", funder="EU")
    centre.courses.add_course("Two", project=" p-7")
    centre.courses.add_course("Three")
    assert [(one.name, one.funder) for one in projects.all()] == [("P-7", "EU")]
    rows = list(centre.store.query("SELECT name FROM projects"))
    assert [row["name"] for row in rows] == ["P-7"]


def test_a_term_is_for_all_who_write_the_name(centre, projects):
    evening = centre.evening("Amina")
    projects.save(Project("p-7", None, date(2026, 12, 31)))
    assert [project.keep_until for project in projects.all()] == [date(2026, 12, 31)]
    assert names(projects) == ["Amina"]
    assert projects.due(LATER)[0].ended == date(2026, 12, 31)
    assert projects.due(LATER)[0].last_seen is None
    assert evening.people[0].id == projects.due(LATER)[0].person.id


def test_two_laptops_that_set_two_terms_keep_to_the_longer(centre, projects):
    for until in ("2026-12-31", "2028-12-31", None):
        body = {
            "project": centre.store.new_id(), "name": "P-7", "funder": None, "keep_until": until,
        }  # fmt: skip
        centre.store.append(Draft("project-set", body))
    assert [(one.name, one.keep_until) for one in projects.all()] == [("P-7", date(2028, 12, 31))]
    projects.save(Project("P-7", None, date(2027, 1, 1)))
    assert [one.keep_until for one in projects.all()] == [date(2027, 1, 1)]


def test_nobody_is_due_before_the_term_or_on_its_last_day(centre, projects):
    centre.evening("Amina")
    assert names(projects) == []
    projects.save(Project("P-7", None, LATER))
    assert names(projects, LATER) == []
    assert names(projects, date(2027, 3, 2)) == ["Amina"]


def test_who_is_on_another_course_too_is_kept(centre, projects):
    evening = centre.evening("Amina", "Rosa")
    free = centre.courses.add_course("Friday")
    centre.enrolling.enrol(evening.people[0].id, free.id)
    projects.save(Project("P-7", None, date(2026, 12, 31)))
    assert names(projects) == ["Rosa"]


def test_who_came_since_is_kept(centre, projects):
    evening = centre.evening("Amina", "Rosa", "Samir")
    day = date(2027, 1, 12)
    session = centre.courses.add_session(evening.course.id, day, time(10), time(12))
    centre.attending.mark(session.id, evening.people[0].id, Status.PRESENT)
    centre.attending.mark(session.id, evening.people[1].id, Status.ABSENT)
    projects.save(Project("P-7", None, date(2026, 12, 31)))
    assert names(projects) == ["Rosa", "Samir"]
    centre.clock.forward(days=50)
    centre.sit(evening.people[2])
    assert names(projects) == ["Rosa"]


def test_who_has_no_course_is_not_due(centre, projects):
    centre.enrolling.add_person("Amina")
    assert names(projects) == []


def test_a_restriction_ends_and_no_earlier(centre, projects, erasing):
    evening = centre.evening("Amina", "Rosa")
    projects.save(Project("P-7", None, date(2026, 12, 31)))
    erasing.restrict(evening.people[0].id, date(2028, 12, 31), "AMIF")
    assert names(projects) == ["Rosa"]
    assert names(projects, date(2028, 12, 31)) == ["Rosa"]
    due = projects.due(date(2029, 1, 1))
    assert [(one.person.name, one.why, one.ended) for one in due] == [
        ("Amina", "restriction", date(2028, 12, 31)),
        ("Rosa", "term", date(2026, 12, 31)),
    ]


def test_another_record_of_who_was_erased_is_listed(centre, projects, erasing):
    one, two = (centre.enrolling.add_person(name).id for name in ("Amina", "Amina H"))
    erasing.erase(one)
    edge = {"edge": centre.store.new_id(), "other": two}
    centre.store.append(Draft("same-person", {**edge, "other": one}, two))
    assert [(due.person.id, due.why) for due in projects.due(LATER)] == [(two, "joined")]


def test_only_a_full_trainer_sees_and_sets_terms(centre, projects):
    centre.ledger.substitute = True
    for action in (lambda: projects.due(LATER), lambda: projects.save(Project("P-7"))):
        with pytest.raises(NotForSubstitutes):
            action()


def test_a_project_has_a_name(projects):
    with pytest.raises(EmptyField):
        projects.save(Project("  "))


@given(st.lists(st.none() | DAYS, max_size=4), st.none() | DAYS, DAYS)
def test_nobody_is_due_while_any_term_runs_or_is_not_known(terms, seen, today):
    ended = over_since(terms, seen, today)
    may_go = bool(terms) and all(term is not None and term < today for term in terms)
    came_since = may_go and seen is not None and seen > max(term for term in terms if term)
    assert (ended is not None) == (may_go and not came_since)
    assert ended is None or ended == max(term for term in terms if term)
