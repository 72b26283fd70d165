"""Tables for everybody on screen and in files that other programs read."""

from __future__ import annotations

import csv
import json
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from centres import Centre, Clock
from PySide6.QtWidgets import QApplication

from tests.ui.reports.seen import cells, click, too_small, too_wide, words
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotForSubstitutes, TrainerError
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import use
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.publishing import Publishing
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.reports.published import PublishedPage


@pytest.fixture
def project(centre: Centre) -> Project:
    """Fourteen people in November, of whom two are men; it ended in December."""
    rules = Project("First steps", ends=date(2026, 12, 31))
    project = Projects(centre.ledger).save(rules)
    course = centre.courses.add_course("Tuesday group", project="First steps", place="Library")
    day = centre.clock.now().date()
    session = centre.courses.add_session(course.id, day, time(10), time(12))
    centre.attending.start_now(session.id)
    for n in range(14):
        gender = "man" if n < 2 else "woman"
        person = centre.enrolling.add_person(f"P{n}", gender=gender, birth_year=1990)
        centre.attending.mark(session.id, person.id, Status.PRESENT)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(session.id)
    return project


@pytest.fixture
def make(centre: Centre, project: Project, tmp_path: Path, bridge: Bridge):
    def made() -> PublishedPage:
        return PublishedPage(
            Publishing(centre.ledger, Participating(centre.ledger, lambda _lesson: ())),
            project,
            {course.id: course.title for course in centre.courses.all()},
            bridge,
            lambda name: tmp_path / name,
        )

    return made


@pytest.fixture
def later(clock: Clock, project: Project) -> None:
    """In January, when all of it is over."""
    clock.forward(days=60)


def test_nothing_is_shown_while_it_could_still_change(make, show):
    seen = words(show(make))
    assert "Nothing is over yet" in seen
    assert "14" not in seen


@pytest.mark.usefixtures("later")
def test_small_groups_are_dashes_and_the_whole_is_shown(make, show):
    page = show(make)
    seen = words(page)
    assert "14\npeople who came" in seen
    assert "Groups of fewer than 10 people are hidden" in seen
    rows = cells(page)
    assert ["Women", "–"] in rows
    assert ["Men", "–"] in rows
    assert ["Tuesday group", "14"] in rows
    assert ["November 2026", "14", "14", "28.00"] in rows


@pytest.mark.usefixtures("later")
def test_periods_that_are_over_can_be_chosen(make, show):
    page = show(make)
    box = page.period.control
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered[0] == "The whole project"
    assert any("Quarter" in one for one in offered)
    page.recall("2026-Q4")
    assert page.remember() == "2026-Q4"
    assert "14\npeople who came" in words(page)


@pytest.mark.usefixtures("later")
def test_the_files_hold_what_is_shown_and_nothing_hidden(make, show, qtbot, tmp_path):
    page = show(make)
    for word in ("Save as text table (CSV)", "Save for Excel (XLSX)"):
        with qtbot.waitSignal(page.exported, timeout=5000):
            click(qtbot, page, word)
    with (tmp_path / "published_whole.csv").open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    people = {(row["Broken down"], row["Group"]): row["People"] for row in rows}
    assert people["By gender", "Men"] == people["By gender", "Women"] == ""
    assert people["By age and gender", "30 to 54, Men"] == ""
    assert people["By place", "Library"] == "14"
    assert {row["Attendances"] for row in rows if row["Broken down"] != "By month"} == {""}
    about = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    said = {note["label"]: note["value"] for note in about["resources"][0]["notes"]}
    assert said["Project"] == "First steps"
    assert len(said["Head of the log"]) == 64
    sheet = openpyxl.load_workbook(tmp_path / "published_whole.xlsx").worksheets[0]
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        int(row["People"]) if row["People"] else None for row in rows
    ]


@pytest.mark.usefixtures("later")
def test_a_substitute_saves_nothing(make, show, centre, qtbot, tmp_path, bridge):
    said: list[TrainerError] = []
    bridge.troubled.connect(said.append)
    page = show(make)
    centre.ledger.substitute = True
    click(qtbot, page, "Save as text table (CSV)")
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert isinstance(said[0], NotForSubstitutes)
    assert list(tmp_path.glob("*.csv")) == []


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("en", 2.0), ("ar", 2.0)])
def test_nothing_is_cut(make, show, qapp, language, scale):
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(make)
    QApplication.processEvents()
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []
