"""The figures of a report and of publications, from a course of real sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from centres import Centre, Clock

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import NotAllowed, NotPublishable, UnknownThing
from trainer_app.domain.experiments import Experiment
from trainer_app.domain.funding.breakdowns import FIGURES, Line, Table
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.services.experiments import Experiments
from trainer_app.services.funding.figures import TABLES, Figures
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.publishing import Publishing
from trainer_app.services.reporting import Scope


def no_set(_roll: Roll, name: str) -> SetFigures:
    raise UnknownThing(what="indicator set", id=name)


@pytest.fixture
def participating(centre: Centre) -> Participating:
    return Participating(centre.ledger, lambda _lesson: ())


@pytest.fixture
def figures(centre: Centre, participating: Participating) -> Figures:
    return Figures(centre.ledger, participating, no_set)


def hold(centre: Centre, clock: Clock, course: str, place: str, *there: str,
         helper: str | None = None) -> str:  # fmt: skip
    """A session of an hour and a half, now, with those people; its id."""
    session = centre.courses.add_session(
        course, clock.now().date(), time(10), time(11, 30), place=place
    )
    centre.attending.start_now(session.id)
    for person in there:
        centre.attending.mark(session.id, person, Status.PRESENT)
    if helper:
        centre.attending.mark(session.id, helper, Status.PRESENT, role=Role.HELPER)
    clock.forward(minutes=90)
    centre.attending.end_now(session.id)
    return session.id


@pytest.fixture
def people(centre: Centre) -> list[str]:
    """Amal, Biruk and Chen, who is a helper."""
    amal = centre.enrolling.add_person("Amal", gender="woman", birth_year=1990, language="ar")
    biruk = centre.enrolling.add_person("Biruk", gender="man", birth_year=2000, language="am")
    return [amal.id, biruk.id, centre.enrolling.add_person("Chen").id]


@pytest.fixture
def project(centre: Centre) -> Project:
    targets = {"people": 4, "hours": 9, "completed": 1, "esf/EECO01": 3}
    return Projects(centre.ledger).save(Project("First steps", targets=targets))


@pytest.fixture
def course(centre: Centre, clock: Clock, project: Project, people: list[str]) -> str:
    """Two sessions, in November and December: both came, then only Amal, at another place."""
    course = centre.courses.add_course("Tuesday group", project="First steps", place="Library")
    amal, biruk, chen = people
    hold(centre, clock, course.id, "", amal, biruk, helper=chen)
    clock.forward(days=14)
    session = hold(centre, clock, course.id, "Hall", amal)
    centre.attending.change_headcount(session, 3)
    return course.id


def test_three_figures_and_every_table_of_a_project(figures, project, course):
    report = figures.of(Scope(project=project.id))
    assert (report.sums.people, report.sums.attendances, report.sums.hours) == (
        2,
        3,
        Decimal("4.50"),
    )
    assert tuple(report.tables) == TABLES
    assert report.tables["gender"].line("woman").cells == (1, 2, Decimal("3.00"))
    assert report.tables["age"].line("18-29").cells[0] == 1
    assert [line.key for line in report.tables["month"].lines] == ["2026-11", "2026-12"]
    assert report.tables["place"].line("Hall").cells == (1, 1, Decimal("1.50"))
    assert report.tables["retention"].line("1").cells == (2, 2, 1, 1)
    assert report.courses[course] == "Tuesday group"


def test_helpers_and_people_without_a_name_are_counted_apart(figures, project, course):
    report = figures.of(Scope(project=project.id))
    assert report.headcount == 3
    assert report.tables["apart"].lines == (Line("helper", (1, 1)), Line("nameless", (None, 3)))


def test_completion_by_sessions_and_the_targets(centre, figures, project, course):
    rules = Rules(completion="sessions", completion_share=100)
    Projects(centre.ledger).save(replace(project, rules=rules))
    report = figures.of(Scope(project=project.id))
    assert report.tables["completion"].lines == (Line(course, (2, 1)),)
    assert [(one.key, one.reached, one.wanted) for one in report.targets] == [
        ("people", 2, 4), ("hours", Decimal("4.50"), 9), ("completed", 1, 1),
    ]  # fmt: skip


def test_a_place_and_days_narrow_everything(figures, project, course, clock):
    assert figures.of(Scope(place="Hall")).sums.people == 1
    assert figures.of(Scope(place="Hall")).headcount == 3
    assert figures.of(Scope(place="Library")).headcount == 0
    assert (
        figures.of(Scope(course=course, until=clock.now().date() - timedelta(days=5))).sums.people
        == 2
    )


def test_who_was_there_too_short_stands_in_retention_only(centre, figures, project, course):
    rules = Rules(least_minutes=100)
    Projects(centre.ledger).save(Project("First steps", id=project.id, rules=rules))
    report = figures.of(Scope(project=project.id))
    assert (report.sums.people, report.below) == (1, 1)
    assert report.tables["retention"].line("1").cells[0] == 2


def test_experiments_that_somebody_would_do_again(centre, clock, figures, project, course):
    cards = Experiments(centre.door)
    session = centre.courses.sessions(course)[0]
    day = clock.now().date()
    card = Experiment("", "In pairs", "Two at a laptop", "More talk", "Yes", day)
    cards.save(replace(card, session=session.id))
    cards.save(Experiment("", "No sound", "Muted", "Silence", "", day, session=session.id))
    cards.save(Experiment("", "Tea first", "Tea", "Calm", "Always", day))
    assert [card.title for card in figures.of(Scope(project=project.id)).tried] == ["In pairs"]
    assert len(figures.of(Scope()).tried) == 2
    assert figures.of(Scope(since=day + timedelta(days=1))).tried == ()


def test_learners_have_no_reports(centre, figures, course):
    centre.ledger.trainer = None
    with pytest.raises(NotAllowed):
        figures.of(Scope())


# What may be published
@pytest.fixture
def publishing(centre: Centre, participating: Participating) -> Publishing:
    return Publishing(centre.ledger, participating)


MONTHS = {"2026-11": 12, "2026-12": 3, "2027-01": 11, "2027-02": 20}


@pytest.fixture
def long_course(centre: Centre, clock: Clock, project: Project) -> str:
    """A session a month, of women but for two men; few in December."""
    Projects(centre.ledger).save(Project("First steps", id=project.id, ends=date(2027, 2, 28)))
    course = centre.courses.add_course("Tuesday group", project="First steps", place="Library")
    who = [
        centre.enrolling.add_person(f"P{n}", gender="man" if n < 2 else "woman", birth_year=1990).id
        for n in range(20)
    ]
    for most in MONTHS.values():
        hold(centre, clock, course.id, "", *who[:most])
        clock.forward(days=30)
    clock.forward(days=30)
    return course.id


def shown(table: Table) -> dict[str, tuple[object, ...]]:
    return {line.key: line.cells for line in table.lines}


def test_a_publication_hides_what_is_small_and_what_would_give_it_away(
    publishing, project, long_course
):
    made = publishing.of(Scope(project=project.id))
    assert (made.people, made.attendances, made.smallest) == (20, 46, 10)
    tables = {table.key: table for table in made.tables}
    assert set(shown(tables["gender"]).values()) == {(None,)}  # two men among twenty
    assert tables["age"].columns == ("people",)
    assert shown(tables["course"]) == {long_course: (20,)}
    months = tables["month"]
    assert months.columns == FIGURES
    assert [line.key for line in months.lines if line.cells[0] is None] == ["2026-11", "2026-12"]


def test_the_month_that_guards_a_smaller_one_is_published_nowhere(publishing, project, long_course):
    """November less the quarter would be December, so November is not to be had either."""
    november = Scope(project=project.id, since=date(2026, 11, 1), until=date(2026, 11, 30))
    assert publishing.of(november).people is None
    assert publishing.of(november).tables == ()
    quarter = Scope(project=project.id, since=date(2026, 10, 1), until=date(2026, 12, 31))
    assert publishing.of(quarter).people == 12
    january = Scope(project=project.id, since=date(2027, 1, 1), until=date(2027, 1, 31))
    assert publishing.of(january).people == 11


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"project": None}, "part"),
        ({"course": "one"}, "part"),
        ({"place": "Library"}, "part"),
        ({"since": date(2026, 11, 2), "until": date(2026, 11, 30)}, "days"),
        ({"since": date(2026, 11, 1)}, "days"),
        ({"since": date(2027, 4, 1), "until": date(2027, 4, 30)}, "running"),
        ({"since": date(2027, 1, 1), "until": date(2027, 12, 31)}, "running"),
    ],
)
def test_only_whole_periods_of_a_project_that_are_over(publishing, project, change, reason):
    wanted = {"project": project.id, **change}
    with pytest.raises(NotPublishable) as refused:
        publishing.of(Scope(**wanted))
    assert refused.value.facts == {"reason": reason}


def test_a_project_that_goes_on_is_not_published_as_a_whole(publishing, project, course):
    with pytest.raises(NotPublishable):
        publishing.of(Scope(project=project.id))


def test_periods_to_choose_from_are_over(publishing, project, long_course):
    keys = [period.key for period in publishing.periods(project.id)]
    assert keys[:3] == ["2027-Q1", "2027-02", "2027-01"]
    assert keys[3:] == ["2026-12", "2026-Q4", "2026", "2026-11"]
