"""What an organiser reads on the reports page, and the files that come out of it."""

from __future__ import annotations

import csv
from datetime import timedelta

import openpyxl
import pytest
from centres import Centre, Clock, Evening
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, plain, too_small, too_wide, words
from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import CannotWriteFile, TrainerError
from trainer_app.i18n import use
from trainer_app.services.reporting import Scope
from trainer_app.ui import theme
from trainer_app.ui.reports.reports import ReportsPage
from trainer_app.ui.reports.rows_view import AT_ONCE


@pytest.fixture
def evening(centre: Centre, clock: Clock) -> Evening:
    """Two hours from ten: two participants, one late by half an hour, a helper, one away."""
    made = centre.evening("Amina Diallo", "محمد الحسين", "Rosa", "Piet")
    clock.forward(minutes=10)
    centre.attending.start_now(made.session.id)
    amina, mohamed, rosa, piet = (person.id for person in made.people)
    centre.attending.mark(made.session.id, amina, Status.PRESENT)
    centre.attending.mark(made.session.id, mohamed, Status.LATE, late=30)
    centre.attending.mark(made.session.id, rosa, Status.PRESENT, role=Role.HELPER)
    centre.attending.mark(made.session.id, piet, Status.EXCUSED)
    centre.attending.change_headcount(made.session.id, 2)
    clock.forward(minutes=120)
    centre.attending.end_now(made.session.id)
    return made


@pytest.fixture
def rows(make, show):
    """The page with its rows and files in sight."""

    def shown(scope: Scope | None = None) -> ReportsPage:
        page = show(lambda: make(scope))
        button(page, "Rows and files").click()
        return page

    return shown


@pytest.mark.usefixtures("evening")
def test_three_figures_and_those_without_a_name_apart(make, show):
    seen = words(show(make))
    assert "2\npeople who came" in seen
    assert "2\nattendances" in seen
    assert "3.50\nparticipant-hours" in seen
    assert "2 people gave no name. They are counted apart" in seen


@pytest.mark.usefixtures("evening")
def test_rows_say_what_the_files_say(make, rows):
    found = cells(rows())
    assert found[1] == [
        "Tuesday group, session 1\nP-7\nLibrary",
        "24 Nov 2026\nPlanned 10:00–12:00\nReal 10:00–12:00",
        "محمد الحسين\nA2",
        "Late\nParticipant",
        "90",
        "1.50",
    ]
    assert [row[-1] for row in found] == ["2.00", "1.50", "0.00", "0.00"]


@pytest.mark.usefixtures("evening")
def test_csv_holds_the_rows_in_sight(make, rows, qtbot: QtBot):
    page = rows()
    with qtbot.waitSignal(page.exported, timeout=5000) as said:
        click(qtbot, page, "Save as text table (CSV)")
    file = make.folder / "attendance_2026-11-24.csv"
    assert said.args == [[file, make.folder / "datapackage.json"]]
    with file.open(encoding="utf-8-sig", newline="") as text:
        found = list(csv.DictReader(text))
    assert [row["Participant-hours"] for row in found] == [row[-1] for row in cells(page)]
    assert [row["Name"] for row in found] == [row[2].split("\n")[0] for row in cells(page)]
    assert "4 rows in attendance_2026-11-24.csv and datapackage.json" in words(page)


def test_another_language_is_in_the_file_too(make, evening, rows, qtbot: QtBot):
    page = rows(Scope(course=evening.course.id))
    with qtbot.waitSignal(page.exported, timeout=5000):
        click(qtbot, page, "Save for Excel (XLSX)")
    book = openpyxl.load_workbook(make.folder / "attendance_2026-11-24.xlsx")
    texts = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Amina Diallo", "محمد الحسين", "Late"} <= texts


@pytest.mark.usefixtures("evening")
def test_pdf_is_written(make, rows, qtbot: QtBot):
    page = rows()
    with qtbot.waitSignal(page.exported, timeout=15000):
        click(qtbot, page, "Save for paper (PDF)")
    assert (make.folder / "attendance_2026-11-24.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("evening")
def test_a_name_without_ending_gets_one_and_writes_over_nothing(make, rows, qtbot):
    (make.folder / "evening.csv").write_text("mine")
    make.name = "evening"
    page = rows()
    with qtbot.waitSignal(page.exported, timeout=5000) as said:
        click(qtbot, page, "Save as text table (CSV)")
    assert said.args[0][0].name == "evening-2.csv"
    assert (make.folder / "evening.csv").read_text() == "mine"


@pytest.mark.usefixtures("evening")
def test_trouble_is_said_and_the_buttons_come_back(make, rows, qtbot, bridge):
    said: list[TrainerError] = []
    bridge.troubled.connect(said.append)
    make.folder = make.folder / "not there"
    page = rows()
    click(qtbot, page, "Save as text table (CSV)")
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert isinstance(said[0], CannotWriteFile)
    assert "Saved" not in words(page)
    assert button(page, "Save as text table (CSV)").isEnabled()


@pytest.mark.usefixtures("evening")
def test_the_folder_is_opened(make, rows, qtbot: QtBot):
    class Opener(QObject):
        opened: list[str] = []  # noqa: RUF012

        @Slot(QUrl)
        def open(self, url: QUrl) -> None:
            self.opened.append(url.toLocalFile())

    opener = Opener()
    page = rows()
    with qtbot.waitSignal(page.exported, timeout=5000):
        click(qtbot, page, "Save as text table (CSV)")
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        click(qtbot, page, "Open the folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(make.folder)]


def choose(qtbot: QtBot, field, word: str) -> None:
    """Pick a line of a choice with the keyboard."""
    box: QComboBox = field.control
    wanted = [plain(box.itemText(at)) for at in range(box.count())].index(word)
    box.setFocus()
    for _step in range(wanted - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_course_session_and_days_narrow_the_rows(make, centre, evening, rows, qtbot):
    other = centre.courses.add_course("Morning group")
    day = evening.session.date + timedelta(days=1)
    centre.courses.add_session(
        other.id, day, evening.session.planned_start, evening.session.planned_end
    )
    page = rows()
    fields = page._scope
    choose(qtbot, fields.course, "Morning group")
    assert "No attendance here yet" in words(page)
    assert page._scope.scope() == Scope(course=other.id)
    fields.course._box.setCurrentIndex(0)
    fields.course._box.activated.emit(0)
    assert len(cells(page)) == 4
    choose(qtbot, fields.period.kind, "Other days")
    fields.period.since.control.setFocus()
    fields.period.since.control.selectAll()
    qtbot.keyClicks(fields.period.since.control, "25/11/2026")
    assert cells(page) == []
    assert not page._rows.isVisible()
    fields.period.until.control.selectAll()
    qtbot.keyClicks(fields.period.until.control, "24/11/2026")
    assert fields.period.until.error() == "The last day lies before the first."


def test_a_session_asked_for_is_chosen_with_its_course(make, evening, rows):
    page = rows(Scope(session=evening.session.id))
    assert page._scope.course.value() == evening.course.id
    assert plain(page._scope.session.control.currentText()) == "Session 1, 24 Nov 2026"
    assert not page._scope.period.kind.isVisible()
    memory = page.remember()
    again = rows()
    again.recall(memory)
    assert again._scope.scope() == memory[0]


def test_many_rows_come_some_at_a_time_and_say_so(make, centre, rows, qtbot):
    made = centre.evening(*(f"Person {n}" for n in range(AT_ONCE + 3)))
    for person in made.people:
        centre.attending.mark(made.session.id, person.id, Status.PRESENT)
    page = rows()
    assert "Rows 1 to 50 of 53" in words(page)
    assert not button(page, "Rows before").isEnabled()
    click(qtbot, page, "Rows after")
    assert "Rows 51 to 53 of 53" in words(page)
    assert len(cells(page)) == 3
    assert not button(page, "Rows after").isEnabled()


def test_news_of_a_mark_changes_the_figures(make, centre, evening, rows):
    page = rows()
    late = evening.people[1].id
    centre.attending.mark(evening.session.id, late, Status.PRESENT, reason="The clock was wrong.")
    page.news(frozenset({"attendance"}))
    assert "4.00\nparticipant-hours" in words(page)


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_or_scrolled_sideways(make, rows, qapp, language, scale):
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = rows()
    QApplication.processEvents()
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []
