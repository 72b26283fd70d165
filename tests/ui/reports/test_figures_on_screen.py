"""What an organiser sees and hears of the figures: charts, the same as tables, targets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from centres import Centre, Clock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.reports.seen import button, cells, click, plain, too_small, too_wide, words
from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.experiments import Experiment
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.i18n import use
from trainer_app.services.experiments import Experiments
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui import theme
from trainer_app.ui.reports.sections import section_names
from trainer_app.ui.widgets.chart_marks import Chart


@pytest.fixture
def project(centre: Centre) -> Project:
    targets = {"people": 4, "hours": 6}
    return Projects(centre.ledger).save(Project("First steps", targets=targets))


@pytest.fixture
def course(centre: Centre, clock: Clock, project: Project) -> str:
    """Two mornings of two hours: three came, then two of them; a helper; two without a name."""
    made = centre.courses.add_course("Tuesday group", project="First steps", place="Library")
    add = centre.enrolling.add_person
    people = [
        add("Amal", gender="woman", birth_year=1990, language="ar", course_id=made.id).id,
        add("Biruk", gender="man", birth_year=2009, language="am", course_id=made.id).id,
        add("Chen", gender="woman", birth_year=1960, language="ar", course_id=made.id).id,
    ]
    helper = add("Dina", course_id=made.id).id
    for there in (people, people[:2]):
        day = clock.now().date()
        session = centre.courses.add_session(made.id, day, time(10), time(12))
        centre.attending.start_now(session.id)
        for person in there:
            centre.attending.mark(session.id, person, Status.PRESENT)
        centre.attending.mark(session.id, helper, Status.PRESENT, role=Role.HELPER)
        centre.attending.change_headcount(session.id, 1)
        clock.forward(minutes=120)
        centre.attending.end_now(session.id)
        clock.forward(days=7, minutes=-120)
    return made.id


def heard(page: QWidget) -> dict[str, str]:
    """What a screen reader says of the charts in sight, by name."""
    QApplication.processEvents()
    return {
        chart.accessibleName(): plain(chart.accessibleDescription())
        for chart in page.findChildren(Chart)
        if chart.isVisible()
    }


def settled(page: QWidget) -> list[list[str]]:
    """The rows of the tables in sight, once what was just put there has come up."""
    QApplication.processEvents()
    return cells(page)


def test_the_overview_has_targets_and_who_stands_apart(make, show, project, course):
    page = show(lambda: make(Scope(project=project.id)))
    seen = words(page)
    assert "3\npeople who came" in seen
    assert "5\nattendances" in seen
    assert "10.00\nparticipant-hours" in seen
    assert "1 of 2 targets are reached." in seen
    said = heard(page)
    assert said["What the project wants to reach"] == (
        "People: 3 of 4 (75%); Participant-hours: 10.00 of 6 (166%)"
    )
    assert said["Not counted as participants"] == "Helper: 2; People without a name: 2"


def test_who_came_is_drawn_and_said(make, show, course, qtbot):
    page = show(make)
    click(qtbot, page, "Who came")
    said = heard(page)
    assert said["By gender"] == "Women: 2 (67%); Men: 1 (33%); Non-binary people: 0 (0%)"
    assert said["By age"].startswith("Under 18: 1 (33%); 18 to 29: 0 (0%); 30 to 54: 1 (33%)")
    assert "55 and over: 1 (Women 1)" in said["By age and gender"]
    assert said["By language"] == "Arabic: 2 (67%); Amharic: 1 (33%)"
    assert "Most: Women, 2 of 3." in words(page)


def test_one_press_shows_the_same_figures_as_tables(make, show, course, qtbot):
    page = show(make)
    click(qtbot, page, "Who came")
    assert settled(page) == []
    qtbot.keyClick(button(page, "Show tables"), Qt.Key.Key_Space)
    assert heard(page) == {}
    rows = settled(page)
    assert ["Women", "2", "3", "6.00"] in rows
    assert ["Total", "3", "5", "10.00"] in rows
    assert ["55 and over", "1", "0", "0", "0", "1"] in rows
    click(qtbot, page, "When and where")
    assert ["Library", "3", "5", "10.00"] in settled(page)
    click(qtbot, page, "Show charts")
    assert settled(page) == []


def test_groups_of_age_can_be_others(make, show, course):
    page = show(make)
    button(page, "Who came").click()
    page._ages.set_value("sixty")
    page._bands_chosen("sixty")
    assert heard(page)["By age"].startswith("Under 18: 1 (33%); 18 to 60: 1 (33%); 61 and over: 1")


def test_who_stayed_says_it_in_a_sentence(make, show, course, qtbot):
    page = show(make)
    click(qtbot, page, "Who stayed")
    assert "2 of 3 times people came to it (67%)" in words(page)
    assert heard(page)["From session to session"] == (
        "Session 1: 3 were there, 2 came to the next session; "
        "Session 2: 2 were there, – came to the next session"
    )
    assert heard(page)["Courses completed"] == (
        "Tuesday group: 2 of 3 (Completed 2 and Not completed, or not yet 1)"
    )


def test_what_people_can_do_is_empty_kindly_then_lists_what_worked(
    make, show, centre, course, qtbot
):
    page = show(make)
    click(qtbot, page, "What they can do")
    assert "Nobody has passed a lesson here yet." in words(page)
    day = date(2026, 11, 24)
    card = Experiment("", "In pairs", "Two at a laptop", "More talk", "Every time", day)
    Experiments(centre.door).save(card)
    page.news(frozenset({"experiments"}))
    assert "In pairs" in words(page)
    assert "Again: Every time" in words(page)


def test_a_lesson_passed_stands_there_in_its_own_words(make, show, centre, library, course, qtbot):
    lesson = library.lesson("sign-in-and-out")
    person = centre.enrolling.people(course)[0]
    centre.sit(person)
    centre.playing.finish(lesson, 3, 3)
    page = show(make)
    click(qtbot, page, "What they can do")
    can = library.words(lesson.id, "en").abilities.values()
    found = {row[0]: row[2] for row in settled(page)}
    assert all(found[plain(sentence)] == "1" for sentence in can)


def test_a_place_and_a_project_are_offered_only_where_there_is_a_choice(make, show, centre, course):
    page = show(make)
    assert not page._scope.place.isVisible()
    assert page._scope.project.isVisible()
    assert not page._scope.session.isVisible()
    centre.courses.add_course("Morning group", place="Hall")
    page.news(frozenset({"courses"}))
    assert page._scope.place.isVisible()


def test_rows_say_where_the_rules_of_the_project_reckon_otherwise(
    make, show, centre, project, course, qtbot
):
    page = show(lambda: make(Scope(project=project.id)))
    click(qtbot, page, "Rows and files")
    assert "Each row shows the real time" not in words(page)
    Projects(centre.ledger).save(replace(project, rules=Rules(break_minutes=15)))
    page.news(frozenset({"projects"}))
    seen = words(page)
    assert "8.75\nparticipant-hours" in seen
    assert "Each row shows the real time in the room, 10.00 hours in all." in seen


def test_a_new_page_shows_the_same_part_in_the_same_way(make, show, course, qtbot):
    page = show(make)
    click(qtbot, page, "Who stayed")
    click(qtbot, page, "Show tables")
    memory = page.remember()
    again = show(make)
    again.recall(memory)
    assert ["Session 1", "3", "3", "2", "2"] in settled(again)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("section", [key for key, *_ in section_names()][:5])
def test_no_part_is_cut_or_scrolled_sideways(
    make, show, qapp, project, course, section, scale, language
):
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(lambda: make(Scope(project=project.id)))
    page._section_chosen(section)
    for _way in ("chart", "table"):
        QApplication.processEvents()
        assert too_wide(page) == []
        assert too_small(page, round(32 * scale)) == []
        page._turn()
