"""Projects, their terms, and who is due: a list to decide on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from centres import Centre
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import BadTimes, EmptyField, NotForSubstitutes, ProjectExists
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.domain.retention import over_since
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope

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


# Courses and their projects
def test_a_course_belongs_to_several_and_says_all_of_them(centre, projects):
    evening = centre.evening("Amina")
    skills = projects.save(Project("Skills", "City", grant="C-1"))
    first, _second = projects.of_course(
        centre.courses.save_course(
            replace(evening.course, projects=(*evening.course.projects, skills.id))
        ).id
    )
    assert first.name == "P-7"
    centre.attending.start_now(evening.session.id)
    centre.attending.mark(evening.session.id, evening.people[0].id, Status.PRESENT)
    (row,) = centre.reporting.rows(Scope(project=skills.id))
    assert (row.project, row.funder) == ("P-7; Skills", "City")
    assert projects.courses(skills.id) == {evening.course.id: (first,)}


def test_what_a_course_names_joins_what_it_belongs_to(centre, projects):
    skills = projects.save(Project("Skills", "City"))
    course = centre.courses.add_course("One", project="P-7", projects=[skills.id])
    assert [one.name for one in projects.of_course(course.id)] == ["Skills", "P-7"]
    assert (course.project, course.funder) == ("Skills", "City")
    again = centre.courses.save_course(replace(course, project=" skills "))
    assert again.projects == course.projects
    free = centre.courses.save_course(replace(course, project=None, funder=None, projects=()))
    assert (free.project, free.projects, projects.of_course(course.id)) == (None, (), [])


def test_a_new_name_keeps_the_courses_also_those_that_name_it_in_words(centre, projects):
    with_id = centre.courses.add_course("One", project="P-7", funder="EU")
    old = {"course": centre.store.new_id(), "title": "Two", "project": "p-7", "funder": None}
    centre.store.append(Draft("course-set", {**old, "place": None, "lessons": []}))
    (project,) = projects.all()
    saved = projects.save(replace(project, name="Skills"))
    assert saved.id == project.id
    assert set(projects.courses(project.id)) == {with_id.id, old["course"]}
    assert {one.project for one in centre.courses.all()} == {"Skills"}
    evening = centre.courses.course(with_id.id)
    assert (evening.project, evening.funder) == ("Skills", "EU")


def test_a_new_name_is_not_that_of_another_project(projects):
    projects.save(Project("Skills"))
    other = projects.save(Project("P-7"))
    with pytest.raises(ProjectExists):
        projects.save(replace(other, name=" SKILLS "))
    assert [one.name for one in projects.all()] == ["P-7", "Skills"]


def test_two_laptops_that_each_wrote_down_a_part_of_one_project(centre, projects):
    plain = {"name": "P-7", "funder": "EU", "keep_until": None}
    ids = [centre.store.new_id(), centre.store.new_id()]
    rest = {"grant": "G-1", "starts": "2026-01-01", "hour_minutes": 45, "targets": ["people=30"]}
    centre.store.append(Draft("project-set", {"project": ids[0], **plain}))
    centre.store.append(Draft("project-set", {"project": ids[1], **plain, **rest}))
    course = {"course": centre.store.new_id(), "title": "One", "place": None, "lessons": []}
    body = {**course, "project": "P-7", "funder": None, "projects": [ids[1]]}
    centre.store.append(Draft("course-set", body))
    (project,) = projects.all()
    assert (project.id, project.funder, project.grant) == (ids[0], "EU", "G-1")
    assert (project.starts, project.targets) == (date(2026, 1, 1), {"people": 30})
    assert project.rules.hour_minutes == 45
    assert projects.project(ids[1]) == project
    assert list(projects.courses(ids[0])) == [course["course"]]
    roll = Participating(centre.ledger, lambda _lesson: ()).roll(Scope(project=ids[1]))
    assert roll.project == project
    projects.save(replace(project, name="Skills", rules=Rules(late_in_full=True)))
    (saved,) = projects.all()
    assert (saved.name, saved.rules) == ("Skills", Rules(late_in_full=True))


def test_a_project_from_before_it_had_rules_counts_as_a_hand_count_would(centre, projects):
    body = {"project": centre.store.new_id(), "name": "P-7", "funder": None, "keep_until": None}
    centre.store.append(Draft("project-set", body))
    (project,) = projects.all()
    assert project == Project("P-7", id=body["project"])
    assert project.rules == Rules()


def test_what_a_project_is_comes_back_whole(projects):
    rules = Rules(60, 45, 15, "quarter", True, "minutes", 75, True, 5, 14)
    project = Project(
        "Skills", "City", date(2031, 12, 31), "", "C-1", date(2026, 1, 1), date(2027, 12, 31),
        "SEK", 1850, ("esf", "amif"), {"people": 60, "esf/EECO01": 60}, rules,
    )  # fmt: skip
    saved = projects.save(project)
    assert projects.project(saved.id) == replace(project, id=saved.id)
    with pytest.raises(BadTimes):
        projects.save(replace(saved, ends=date(2025, 1, 1)))
