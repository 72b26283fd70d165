"""A list comes in: seen row by row, decided by a person, nothing silently changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from centres import Centre
from in_sight import button, in_every_size, words
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.roster import Field
from trainer_app.rosters.reading import read_roster
from trainer_app.services.rostering import RosterDraft, typed_list
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.roster import RosterPage

LIST = """Nr;Naam;Geboortejaar;Geslacht;Taal;Opmerking
1;Fatoumata Diallo;1988;v;Frans;
2;محمد الحسين;1979;m;Arabisch;
3;Mariama  Jallow;1990;v;Engels;
4;Mariama Jalloh;1990;v;Engels;dezelfde?
5;Tesfay Gebremedhin;89;m;Tigrinya;
6;=SUM(A1:A9);1990;m;;
7;N.N.;;;;
8;Hawa Ceesay;2026;v;Engels;
"""
Show = Callable[[Page], Page]
Open = Callable[[], RosterPage]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8-sig")
    return path


@pytest.fixture
def course(centre: Centre) -> str:
    return centre.courses.add_course("Tuesday group").id


@pytest.fixture
def open_page(centre: Centre, course: str, bridge: Bridge, show: Show, file: Path) -> Open:
    """The page; choosing a file always chooses the list above."""

    def opened() -> RosterPage:
        page = RosterPage(centre.enrolling, bridge, course, lambda: file, now=centre.clock.now)
        show(page)
        return page

    return opened


def look(qtbot: QtBot, page: RosterPage) -> None:
    """Choose the file and wait until it is read."""
    button(page, "Choose a file").click()
    qtbot.waitUntil(lambda: page.draft is not None)


def cells(page: RosterPage, line: int) -> list[str]:
    model = page.table.model()
    at = page.table.keys().index(str(line))
    return [str(model.index(at, column).data()) for column in range(model.columnCount())]


def names(centre: Centre, course: str) -> list[str]:
    return [person.name for person in centre.enrolling.people(course)]


def test_a_file_is_seen_before_anybody_comes_in(
    qtbot: QtBot, centre: Centre, course: str, open_page: Open
) -> None:
    page = open_page()
    look(qtbot, page)
    assert "list.csv · 8 rows · 4 to look at" in words(page)
    assert names(centre, course) == []
    assert cells(page, 3)[:5] == ["3", "محمد الحسين", "1979", "Man", "العربية"]
    assert "The year has two figures, “\u206889\u2069”. We read 1989." in cells(page, 6)[-1]
    assert "formula" in cells(page, 7)[-1]
    assert "gets a number only" in cells(page, 8)[-1]
    assert "cannot be a year of birth" in cells(page, 9)[-1]
    doubtful = {int(key) for key in page.table.keys()[:4]}
    assert doubtful == {6, 7, 8, 9}


def test_everybody_comes_in_as_they_stand(
    qtbot: QtBot, centre: Centre, course: str, open_page: Open
) -> None:
    page = open_page()
    look(qtbot, page)
    with qtbot.waitSignal(page.brought_in) as came:
        button(page, "Bring in 8 people").click()
    assert came.args == [8]
    assert names(centre, course) == [
        "Fatoumata Diallo",
        "محمد الحسين",
        "Mariama Jallow",
        "Mariama Jalloh",
        "Tesfay Gebremedhin",
        "=SUM(A1:A9)",
        "",
        "Hawa Ceesay",
    ]
    hawa = centre.enrolling.people(course)[-1]
    assert hawa.birth_year is None
    assert "2026" in (hawa.note or "")


def test_one_person_on_two_lines_comes_in_once(
    qtbot: QtBot, centre: Centre, course: str, open_page: Open
) -> None:
    page = open_page()
    look(qtbot, page)
    assert "1 pair is not decided: it comes in as two people." in words(page)
    button(page, "The same person").click()
    assert "not decided" not in words(page)
    button(page, "Bring in 7 people").click()
    people = centre.enrolling.people(course)
    assert [person.name for person in people].count("Mariama Jallow") == 1
    mariama = next(person for person in people if person.name == "Mariama Jallow")
    assert mariama.note is not None
    assert "Mariama Jalloh" in mariama.note
    assert "dezelfde?" in mariama.note


def test_two_people_stay_two(qtbot: QtBot, centre: Centre, course: str, open_page: Open) -> None:
    page = open_page()
    look(qtbot, page)
    button(page, "Two people").click()
    assert "not decided" not in words(page)
    button(page, "Bring in 8 people").click()
    assert {"Mariama Jallow", "Mariama Jalloh"} <= set(names(centre, course))


def test_somebody_of_the_centre_is_enrolled_and_not_made_again(
    qtbot: QtBot, centre: Centre, course: str, open_page: Open
) -> None:
    known = centre.enrolling.add_person("Fatoumata Diallo", birth_year=1988)
    page = open_page()
    look(qtbot, page)
    assert f"in the centre, number {known.number}" in words(page)
    draft = page.draft
    assert draft is not None
    page._decide((2, known.id), True)
    with qtbot.waitSignal(page.brought_in):
        button(page, "Bring in 8 people").click()
    assert known.id in [person.id for person in centre.enrolling.people(course)]
    assert [one.name for one in centre.enrolling.people()].count("Fatoumata Diallo") == 1


def test_a_row_is_put_right_or_left_out(
    qtbot: QtBot, centre: Centre, course: str, open_page: Open
) -> None:
    page = open_page()
    look(qtbot, page)
    page.table.chosen.emit("8", "name")
    assert page.dialog is not None
    button(page.dialog, "Leave this row out").click()
    assert "1 left out" in words(page)
    page.table.chosen.emit("6", "name")
    assert page.dialog is not None
    year = next(
        one for one in page.dialog.findChildren(type(page.source.names)) if one.value() == "1989"
    )
    qtbot.keyClick(year.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(year.control, "2089")
    assert year.error() == "Write a year such as 1988, or leave it empty."
    assert not button(page.dialog, "Save").isEnabled()
    qtbot.keyClick(year.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(year.control, "1990")
    button(page.dialog, "Save").click()
    assert cells(page, 6)[-1] == "Looked at"
    page.table.chosen.emit("7", "name")
    assert page.dialog is not None
    button(page.dialog, "It is right as it stands").click()
    assert cells(page, 7)[-1] == "Looked at"
    button(page, "Bring in 7 people").click()
    people = {person.name: person for person in centre.enrolling.people(course)}
    assert "" not in people
    assert people["Tesfay Gebremedhin"].birth_year == 1990
    assert "=SUM(A1:A9)" in people


def test_a_row_left_out_can_come_back(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    look(qtbot, page)
    for word in ("Leave this row out", "Bring it in after all"):
        page.table.chosen.emit("8", "name")
        assert page.dialog is not None
        button(page.dialog, word).click()
    assert button(page, "Bring in 8 people").isEnabled()
    assert "left out" not in words(page)


def test_columns_are_changed_by_hand(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    look(qtbot, page)
    button(page, "Columns").click()
    assert "Which column is what?" in words(page)
    page._take_column(5, Field.PHONE)
    assert page.draft is not None
    assert page.draft.row(5).phone == "dezelfde?"
    page._take_column(1, None)
    assert "No column of names was found. Choose it here." in words(page)
    assert page.draft.row(2).name == ""
    assert "Fatoumata Diallo" in page.draft.row(2).note


def test_names_are_typed_one_a_line(centre: Centre, course: str, open_page: Open) -> None:
    page = open_page()
    button(page, "By typing").click()
    button(page, "Look at the list").click()
    assert page.source.names.error() == "Write at least one name."
    page.source.names.set_value("Amina\n\n  Bilal  Warsame \nPetrenko, Oksana")
    button(page, "Look at the list").click()
    button(page, "Bring in 3 people").click()
    assert names(centre, course) == ["Amina", "Bilal Warsame", "Petrenko, Oksana"]


def test_pasted_cells_keep_their_columns() -> None:
    file = typed_list("Name\tYear of birth\nAmina\t1990\nBilal\t1985")
    draft = RosterDraft(file, 2026)
    assert [(row.name, row.birth_year) for row in draft.rows] == [("Amina", 1990), ("Bilal", 1985)]


def test_a_chain_of_same_people_is_one_person() -> None:
    draft = RosterDraft(typed_list("Mariama Jallow\nMariama Jalloh\nMaryama Jallow"), 2026)
    for pair in draft.pairs():
        draft.decide(pair, True)
    came = draft.incoming()
    assert len(came) == 1
    assert came[0].row.name == "Mariama Jallow"
    assert "Mariama Jalloh" in came[0].row.note


def test_a_file_that_is_no_list_is_said_and_the_page_stays(
    qtbot: QtBot, open_page: Open, file: Path, troubles: list[TrainerError]
) -> None:
    file.write_bytes(b"%PDF-1.7 something")
    page = open_page()
    button(page, "Choose a file").click()
    qtbot.waitUntil(lambda: bool(troubles))
    assert troubles[0].facts == {"file": "list.csv", "reason": "not-a-table"}
    assert button(page, "Choose a file").isVisible()


def test_a_file_is_dropped(qtbot: QtBot, open_page: Open, file: Path) -> None:
    page = open_page()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.source.drop.dropEvent(drop)
    qtbot.waitUntil(lambda: page.draft is not None)
    assert "8 rows" in words(page)


def test_the_list_survives_building_anew(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    look(qtbot, page)
    page._decide((4, 5), True)
    again = open_page()
    again.recall(page.remember())
    assert button(again, "Bring in 7 people").isVisible()
    button(again, "Another list").click()
    assert button(again, "Choose a file").isVisible()


@pytest.mark.slow  # the journeys look at the same screens in the whole window
def test_nothing_sticks_out(
    qapp: QApplication, centre: Centre, course: str, bridge: Bridge, file: Path
) -> None:
    def fresh() -> RosterPage:
        return RosterPage(centre.enrolling, bridge, course, lambda: file, now=centre.clock.now)

    def seen() -> Page:
        page = fresh()
        page._look_at(read_roster(file))
        page._toggle_columns()
        return page

    def typing() -> Page:
        page = fresh()
        page.source.show_way("typing")
        return page

    assert in_every_size(fresh, qapp) == []
    assert in_every_size(typing, qapp) == []
    assert in_every_size(seen, qapp) == []
