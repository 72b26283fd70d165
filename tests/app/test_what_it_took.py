"""What a project took, in the real window: from its page to papers that another program reads."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from practising_window import Room
from PySide6.QtWidgets import QApplication
from reading_a_page import without_signs, words

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.funding.projects import Cost, Partner, Project
from trainer_app.domain.funding.work import Work
from trainer_app.ui.funding.took import TookPage
from trainer_app.ui.funding.took_cost import CostFormPage
from trainer_app.ui.funding.took_partner import PartnerFormPage
from trainer_app.ui.funding.took_person import TookPersonPage
from trainer_app.ui.funding.took_work import WorkFormPage


@pytest.fixture
def project(room: Room, centre) -> Project:
    """P-7, of which a session was held: Noor helped, and the trainer led it without pay."""
    desk = room.desk
    (session,) = desk.courses.sessions(desk.courses.all()[0].id)
    noor = desk.enrolling.add_person("Noor", course_id=session.course)
    desk.enrolling.save_person(replace(noor, language="ar"))
    desk.attending.start_now(session.id)
    desk.attending.mark(session.id, room.person.id, Status.PRESENT)
    desk.attending.mark(session.id, noor.id, Status.PRESENT, role=Role.HELPER)
    centre.clock.forward(minutes=90)
    desk.attending.end_now(session.id)
    (known,) = desk.projects.all()
    wish = replace(known, rate=1000, targets={"people": 2, "hours": 3}, funder="City")
    project = desk.projects.save(wish)
    day = session.date
    desk.spending.save_cost(Cost("", project.id, day, "Tea", 450))
    desk.spending.save_partner(Partner("", project.id, "Library", 5000))
    work = Work(noor.id, day, 30, "volunteer", "prepare", "typed", paid=False)
    desk.spending.save_work(project.id, work)
    return project


def chosen(room: Room, text: str, row: str) -> None:
    """Press the row of a table in which something stands."""
    from trainer_app.ui.widgets import Table

    for table in room.window.findChildren(Table):
        model = table.model()
        for at in range(model.rowCount() if table.isVisible() else 0):
            if text in str(model.index(at, int(row)).data()):
                table.chosen.emit(table.keys()[at], "")
                QApplication.processEvents()
                return
    raise AssertionError(text)


def test_from_the_project_to_every_form_and_back(room: Room, project: Project) -> None:
    room.window.funding.projects.project(project.id)
    page = room.window.page
    page.opened.emit("took")  # type: ignore[union-attr]
    assert isinstance(room.window.page, TookPage)
    room.press("Add hours")
    assert isinstance(room.window.page, WorkFormPage)
    room.press("Cancel")
    chosen(room, "Noor", "0")
    assert isinstance(room.window.page, TookPersonPage)
    chosen(room, "Preparing", "1")
    assert isinstance(room.window.page, WorkFormPage)
    room.press("Save")
    assert isinstance(room.window.page, TookPersonPage)
    room.press("What it took", "Costs")
    chosen(room, "Tea", "1")
    assert isinstance(room.window.page, CostFormPage)
    room.press("Save")
    assert isinstance(room.window.page, TookPage)
    assert "Together: €4.50" in words(room.window)
    room.press("Partners")
    chosen(room, "Library", "0")
    assert isinstance(room.window.page, PartnerFormPage)
    room.press("Take this partner off")
    assert "No partners yet." in words(room.window)
    room.press("Undo")
    assert "Together: 50 %" in words(room.window)
    room.press("Back to the project")
    assert "P-7" in words(room.window)


def test_papers_of_what_it_took(
    room: Room, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils, another program to open the files with")
    file = tmp_path / "paper.pdf"
    monkeypatch.setattr(room.window, "choose_file", lambda _name: file)

    def text(*presses: str) -> str:
        room.press(*presses, "Save as PDF")
        read = subprocess.run(
            ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, encoding="utf-8"
        )
        return " ".join(without_signs(read.stdout).split())

    room.window.funding.took.took(project.id)
    assert "At €10.00 for an hour they are worth €20.00." in text("Sheets to sign")
    paper = text("The project on one page")
    for said in ("1 of 2 (50 %)", "1.50 of 3 (50 %)", "Library 50 %", "Tea €4.50", "€3.00"):
        assert said in paper
    chosen(room, "Noor", "0")
    assert "Noor" in text("Sheet to sign")
    statement = text("Statement for a CV")
    assert "2:00" in statement
    assert "2026" in statement
