"""Projects: the list, one with what it came to, and writing one down by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from centres import Centre
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, plain, too_wide, words
from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.project import ProjectPage
from trainer_app.ui.funding.project_details import ProjectDetailsPage
from trainer_app.ui.funding.project_links import links
from trainer_app.ui.funding.projects import ProjectsPage
from trainer_app.ui.funding.rule_words import completion_example, late_example, sitting_example
from trainer_app.ui.page import Page

Show = Callable[[Page], Page]


@pytest.fixture
def participating(centre: Centre) -> Participating:
    return Participating(centre.ledger, lambda _lesson: ())


@pytest.fixture
def skills(centre: Centre, projects: Projects) -> Project:
    """A project whose course had an evening of two hours with two people."""
    evening = centre.evening("Amina", "Rosa")
    centre.attending.start_now(evening.session.id)
    for person in evening.people:
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(evening.session.id)
    (project,) = projects.all()
    wish = replace(
        project,
        name="Skills",
        funder="City",
        grant="C-1",
        starts=date(2026, 1, 1),
        ends=date(2026, 12, 31),
        targets={"people": 2, "hours": 10},
    )
    return projects.save(wish)


@pytest.fixture
def details(
    centre: Centre, projects: Projects, bridge: Bridge, show: Show
) -> Callable[[str | None], ProjectDetailsPage]:
    """Shows the page on which a project is written down."""

    def open_page(project_id: str | None) -> ProjectDetailsPage:
        page = ProjectDetailsPage(
            projects, bridge, project_id, now=centre.clock.now, sets=bundled_sets()
        )
        show(page)
        return page

    return open_page


def test_the_list_says_who_pays_and_what_came_of_it(qtbot, projects, participating, skills, show):
    page = show(ProjectsPage(projects, participating))
    assert cells(page) == [
        ["Skills", "City", "1 Jan 2026 to 31 Dec 2026", "1", "2", "4.00"],
    ]
    with qtbot.waitSignal(page.project_opened, check_params_cb=lambda id: id == skills.id):
        page.table.setFocus()
        page.table.setCurrentIndex(page.table.model().index(0, 0))
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.new_project_requested):
        click(qtbot, page, "New project")


def test_without_projects_the_list_says_what_one_is(qtbot, projects, participating, show):
    page = show(ProjectsPage(projects, participating))
    assert "A project is what pays for courses" in words(page)
    with qtbot.waitSignal(page.new_project_requested):
        click(qtbot, page, "Write down your first project")


def test_the_page_of_one_sets_its_figures_beside_its_targets(
    qtbot, centre, projects, participating, skills, show
):
    page = show(ProjectPage(projects, participating, centre.courses, skills.id))
    said = words(page)
    assert "City · Grant number C-1 · 1 Jan 2026 to 31 Dec 2026" in said
    for piece in ("2\npeople who came, target 2", "2\nattendances", "4.00\nparticipant-hours"):
        assert piece in said
    assert "courses completed" not in said
    assert cells(page) == [["Tuesday group"]]
    with qtbot.waitSignal(page.course_opened):
        page.table.setCurrentIndex(page.table.model().index(0, 0))
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.details_requested):
        click(qtbot, page, "Change details")
    for link in links():
        with qtbot.waitSignal(page.opened, check_params_cb=lambda key, link=link: key == link.key):
            click(qtbot, page, link.title)


def test_a_course_of_two_projects_is_said_on_both(centre, projects, participating, skills, show):
    other = projects.save(Project("P-9"))
    (course,) = centre.courses.all()
    centre.courses.save_course(replace(course, projects=(skills.id, other.id)))
    for id, beside in ((skills.id, "P-9"), (other.id, "Skills")):
        page = show(ProjectPage(projects, participating, centre.courses, id))
        assert "belongs to another project too: Tuesday group" in words(page)
        assert cells(page) == [["Tuesday group", beside]]


def test_a_new_project_is_written_down_by_keys(qtbot: QtBot, projects, details):
    page = details(None)
    assert QApplication.focusWidget() is page.facts.name.control
    qtbot.keyClicks(QApplication.focusWidget(), "Skills")
    for text in ("City", "C-1", "1-1-2026", "31/12/2026"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    page.facts.rate.control.setFocus()
    qtbot.keyClicks(page.facts.rate.control, "18,50")
    page.targets.fields["people"].control.setFocus()
    qtbot.keyClick(page.targets.fields["people"].control, Qt.Key.Key_Up)
    page.rules.late.setFocus()
    qtbot.keyClick(page.rules.late, Qt.Key.Key_Space)
    page.rules.pause.control.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.rules.pause.control, Qt.Key.Key_Up)
    page.sets.boxes["esf-plus"].setFocus()
    qtbot.keyClick(page.sets.boxes["esf-plus"], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.saved) as saved:
        click(qtbot, page, "Save")
    assert projects.project(saved.args[0]) == Project(
        "Skills", "City", None, saved.args[0], "C-1", date(2026, 1, 1), date(2026, 12, 31),
        "EUR", 1850, ("esf-plus",), {"people": 5}, Rules(break_minutes=15, late_in_full=True),
    )  # fmt: skip


def test_what_cannot_be_saved_is_said_at_its_field(qtbot, projects, skills, details, troubles):
    page = details(None)
    click(qtbot, page, "Save")
    assert "Give the project a name." in words(page)
    page.facts.name.set_value(" skills ")
    page.facts.starts.set_value(date(2026, 2, 1))
    page.facts.ends.set_value(date(2026, 1, 1))
    page.facts.rate.set_value("much")
    page.facts.currency.set_value("€")
    for said, mend in (
        ("The last day lies before the first.", lambda: page.facts.ends.set_value(None)),
        ("This is no amount.", lambda: page.facts.rate.set_value("")),
        ("Three letters, such as EUR.", lambda: page.facts.currency.set_value("eur")),
        ("There is a project of this name already.", lambda: None),
    ):
        click(qtbot, page, "Save")
        assert any(said in (field.error() or "") for field in in_order(page)), said
        mend()
    assert [one.name for one in projects.all()] == ["Skills"]
    assert troubles == []


def in_order(page: ProjectDetailsPage) -> list:
    facts = page.facts
    return [facts.name, facts.ends, facts.rate, facts.currency]


def test_the_examples_follow_the_rules(details):
    page = details(None)
    assert "A session of 2 h 5 min counts as 2.08 hours for each person." in words(page)
    assert "Who comes 20 min late to that session counts for 1.75 hours." in words(page)
    page.rules.pause.set_value(15)
    page.rules.rounding.set_value("quarter")
    page.rules.late.click()
    said = words(page)
    assert (
        "A session of 2 h 5 min with a break of 15 min counts as 1.75 hours for each person."
        in said
    )
    assert "Who comes 20 min late to that session counts for 1.75 hours." in said


@pytest.mark.parametrize(
    ("rules", "sitting", "late", "completed"),
    [
        (Rules(), "2.08", "1.75", "8 of 10"),
        (Rules(hour_minutes=45, rounding="half"), "2.67", "2.67", "8 of 10"),
        (Rules(break_minutes=15, rounding="quarter"), "1.75", "1.5", "8 of 10"),
        (Rules(completion="sessions", completion_share=75), "2.08", "1.75", "come to 8."),
        (Rules(completion="minutes", completion_share=75), "2.08", "1.75", "20 hours, 15 of"),
    ],
)
def test_an_example_is_what_a_hand_count_gives(rules, sitting, late, completed):
    assert f"counts as {sitting} hours" in plain(sitting_example(rules))
    assert f"counts for {late} hours" in plain(late_example(rules))
    assert completed in plain(completion_example(rules))


def test_what_is_typed_outlives_another_language(skills, details):
    page = details(skills.id)
    page.facts.name.set_value("Other")
    page.rules.least.set_value(45)
    page.targets.fields["completed"].set_value(5)
    page.sets.boxes["esf-plus"].click()
    again = details(skills.id)
    again.recall(page.remember())
    assert again.remember() == page.remember()
    assert again.facts.name.value() == "Other"


def test_a_figure_of_a_set_gets_a_target(qtbot, projects, skills, details):
    page = details(skills.id)
    assert not page.targets.add.isVisible()
    page.sets.boxes["esf-plus"].click()
    page.targets.figure.set_value("esf-plus/EECO02")
    click(qtbot, page, "Add a target for it")
    assert QApplication.focusWidget() is page.targets.fields["esf-plus/EECO02"].control
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    with qtbot.waitSignal(page.saved):
        click(qtbot, page, "Save")
    saved = projects.project(skills.id)
    assert saved.targets == {**skills.targets, "esf-plus/EECO02": 5}
    again = details(skills.id)
    assert again.targets.fields["esf-plus/EECO02"].value() == 5
    again.targets.fields["esf-plus/EECO02"].set_value(0)
    with qtbot.waitSignal(again.saved):
        click(qtbot, again, "Save")
    assert projects.project(skills.id).targets == skills.targets


def test_what_this_page_does_not_show_is_kept(qtbot, projects, skills, details):
    wish = replace(skills, sets=("elsewhere",), targets={"people": 2, "elsewhere/X1": 40})
    projects.save(replace(wish, rules=Rules(hour_minutes=50, smallest_cell=3)))
    page = details(skills.id)
    assert "Chosen, but not on this laptop: elsewhere" in words(page)
    with qtbot.waitSignal(page.saved):
        click(qtbot, page, "Save")
    saved = projects.project(skills.id)
    assert (saved.sets, saved.targets) == (("elsewhere",), {"people": 2, "elsewhere/X1": 40})
    assert (saved.rules.hour_minutes, saved.rules.smallest_cell) == (50, 3)


@pytest.mark.parametrize(("scale", "language"), [(1.0, "en"), (2.0, "ar")])
def test_nothing_sticks_out_on_the_pages_of_projects(
    qapp, centre, projects, participating, skills, details, show, scale, language
):
    other = projects.save(Project("Digital skills for everybody in the whole of the region"))
    (course,) = centre.courses.all()
    centre.courses.save_course(replace(course, projects=(skills.id, other.id)))
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    pages = [
        show(ProjectsPage(projects, participating)),
        show(ProjectPage(projects, participating, centre.courses, skills.id)),
        details(skills.id),
    ]
    assert [too_wide(page) for page in pages] == [[], [], []]
    assert button(pages[2], "Save").isEnabled()
