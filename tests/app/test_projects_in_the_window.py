"""Projects in the real window: reached from the reports, leading on, and on the sheet to sign."""

from __future__ import annotations

from dataclasses import replace

from practising_window import Room
from PySide6.QtWidgets import QApplication

from tests.ui.reports.seen import click, words
from trainer_app.domain.funding.projects import Project
from trainer_app.ui.funding.project import ProjectPage
from trainer_app.ui.funding.project_details import ProjectDetailsPage
from trainer_app.ui.funding.project_links import links
from trainer_app.ui.funding.projects import ProjectsPage


def test_from_the_reports_to_a_new_project_and_to_all_that_it_leads_to(room: Room, qtbot):
    window = room.window
    window.trainer.reports()
    click(qtbot, window, "Projects")
    assert isinstance(window.page, ProjectsPage)
    click(qtbot, window, "New project")
    assert isinstance(window.page, ProjectDetailsPage)
    window.page.facts.name.set_value("Skills")
    click(qtbot, window, "Save")
    assert isinstance(window.page, ProjectPage)
    assert "No course belongs to this project yet." in words(window)
    (project,) = (one for one in room.desk.projects.all() if one.name == "Skills")
    for link in links():
        click(qtbot, window, link.title)
        assert not isinstance(window.page, ProjectPage), link.key
        window.funding.projects.project(project.id)
        QApplication.processEvents()
    click(qtbot, window, "Change details")
    click(qtbot, window, "Skills")
    click(qtbot, window, "All projects")


def test_the_sheet_to_sign_names_every_project_and_the_first_ones_number(room: Room):
    desk = room.desk
    (course,) = desk.courses.all()
    first = desk.projects.save(Project("Skills", "City", grant="C-1"))
    second = desk.projects.save(Project("Language", "State", grant="S-2"))
    desk.courses.save_course(replace(course, projects=(first.id, second.id), project=None))
    (session,) = desk.courses.sessions(course.id)
    sheet = room.window.papers.sheet_of(desk, session.id)
    assert (sheet.project, sheet.project_number) == ("Skills; Language", "C-1")
    assert sheet.funder == "City; State"
