"""Courses: the list of them, making one, and changing its plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from centres import Centre
from in_sight import button, in_every_size, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.funding.projects import Project
from trainer_app.services.funding.projects import Projects
from trainer_app.services.paths import Paths
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.course import CoursePage
from trainer_app.ui.workshop.courses import CoursesPage

Show = Callable[[Page], Page]
FIRST = date(2026, 12, 1)


@pytest.fixture
def open_course(
    centre: Centre, library: LessonLibrary, bridge: Bridge, show: Show
) -> Callable[[str | None], CoursePage]:
    """Shows the page of a course, or of a new one."""

    def open_page(course_id: str | None) -> CoursePage:
        page = CoursePage(
            centre.courses,
            centre.enrolling,
            library,
            bridge,
            course_id,
            paths=Paths(centre.ledger),
            projects=Projects(centre.ledger),
            now=centre.clock.now,
        )
        show(page)
        return page

    return open_page


Open = Callable[[str | None], CoursePage]


def test_a_new_course_with_a_row_of_weekly_sessions(
    qtbot: QtBot, centre: Centre, library: LessonLibrary, open_course: Open
) -> None:
    page = open_course(None)
    assert page.details is not None
    assert page.planner is not None
    assert QApplication.focusWidget() is page.details.name.control
    qtbot.keyClicks(page.details.name.control, "Tuesday group")
    page.details.place.set_value("Library")
    page.details.project.set_value("P-7")
    page.details.funder.set_value("Invented Fund")
    lesson = library.lessons[1]
    page.details.lessons.pool.tiles[lesson.id].click()
    page.planner.first.set_value(FIRST)
    page.planner.count.control.setFocus()
    qtbot.keyClick(page.planner.count.control, Qt.Key.Key_Up)
    qtbot.keyClick(page.planner.count.control, Qt.Key.Key_Up)
    assert "3 sessions, one a week, from Tuesday, 1 December 2026" in words(page)
    with qtbot.waitSignal(page.saved) as saved:
        button(page, "Make the course").click()
    course = centre.courses.course(saved.args[0])
    assert (course.title, course.place, course.project) == ("Tuesday group", "Library", "P-7")
    assert (course.funder, course.lessons) == ("Invented Fund", (lesson.id,))
    sessions = centre.courses.sessions(course.id)
    assert [s.date for s in sessions] == [FIRST + timedelta(days=7 * n) for n in range(3)]
    assert {(s.planned_start, s.planned_end) for s in sessions} == {(time(10), time(12))}
    assert "P-7 · Invented Fund · Library" in words(page)


def test_what_is_missing_is_said_at_its_field(centre: Centre, open_course: Open) -> None:
    page = open_course(None)
    assert page.details is not None
    assert page.planner is not None
    button(page, "Make the course").click()
    assert page.details.name.error() is not None
    page.details.name.set_value("Tuesday group")
    page.planner.end.set_value(time(9))
    button(page, "Make the course").click()
    assert page.planner.end.error() == "The end has to be later than the start."
    assert centre.courses.all() == []


def test_typing_survives_building_anew(open_course: Open) -> None:
    page = open_course(None)
    assert page.details is not None
    assert page.planner is not None
    page.details.name.set_value("Half a na")
    page.planner.first.set_value(FIRST)
    again = open_course(None)
    again.recall(page.remember())
    assert again.details is not None
    assert again.planner is not None
    assert again.details.name.value() == "Half a na"
    assert again.planner.first.value() == FIRST


def test_details_are_changed_in_place(qtbot: QtBot, centre: Centre, open_course: Open) -> None:
    evening = centre.evening("Amina")
    page = open_course(evening.course.id)
    button(page, "Change details").click()
    assert page.details is not None
    page.details.place.set_value("Room 2")
    with qtbot.waitSignal(page.saved, check_params_cb=lambda id: id == evening.course.id):
        button(page, "Save").click()
    assert centre.courses.course(evening.course.id).place == "Room 2"
    assert page.details is None


def test_a_session_is_moved_and_called_off_and_put_on_again(
    centre: Centre, open_course: Open
) -> None:
    evening = centre.evening("Amina")
    page = open_course(evening.course.id)
    page.table.chosen.emit(evening.session.id, "change")
    assert page.editor is not None
    page.editor.date.set_value(FIRST)
    page.editor.start.set_value(time(13))
    page.editor.end.set_value(time(12))
    button(page, "Save").click()
    assert page.editor.end.error() == "The end has to be later than the start."
    page.editor.end.set_value(time(15))
    page.editor.place.set_value("Canteen")
    button(page, "Save").click()
    session = centre.courses.session(evening.session.id)
    assert (session.date, session.planned_start, session.place) == (FIRST, time(13), "Canteen")
    page.table.chosen.emit(session.id, "change")
    button(page, "Call this session off").click()
    assert centre.courses.session(session.id).cancelled
    page.table.chosen.emit(session.id, "change")
    button(page, "Put this session on again").click()
    assert not centre.courses.session(session.id).cancelled


def test_short_forms_are_kept_for_a_course_and_for_one_session(
    centre: Centre, library: LessonLibrary, open_course: Open
) -> None:
    evening = centre.evening("Amina")
    first, second = (lesson.id for lesson in library.lessons[:2])
    page = open_course(evening.course.id)
    button(page, "Change details").click()
    assert page.details is not None
    for lesson in (first, second):
        page.details.lessons.pool.tiles[lesson].click()
    page.details.lessons.rows.row(second).core.click()
    typed = page.details.remember()
    page.details.lessons.set_value(())
    page.details.recall(typed)
    button(page, "Save").click()
    course = centre.courses.course(evening.course.id)
    assert (course.lessons, course.core) == ((first, second), (second,))
    page.table.chosen.emit(evening.session.id, "change")
    assert page.editor is not None
    page.editor.lessons.pool.tiles[first].click()
    page.editor.lessons.rows.row(first).core.click()
    button(page, "Save").click()
    session = centre.courses.session(evening.session.id)
    assert (session.lessons, session.core) == ((first,), (first,))


def test_what_has_begun_cannot_be_called_off(centre: Centre, open_course: Open) -> None:
    evening = centre.evening("Amina")
    centre.attending.start_now(evening.session.id)
    page = open_course(evening.course.id)
    page.table.chosen.emit(evening.session.id, "change")
    assert "Call this session off" not in [
        one.accessibleName() for one in page.findChildren(type(page._add)) if one.isVisible()
    ]


def test_more_sessions_get_the_next_numbers(centre: Centre, open_course: Open) -> None:
    evening = centre.evening("Amina")
    page = open_course(evening.course.id)
    button(page, "Add sessions").click()
    assert page.planner is not None
    page.planner.first.set_value(FIRST)
    page.planner.count.set_value(2)
    button(page, "Add to the plan").click()
    assert [s.number for s in centre.courses.sessions(evening.course.id)] == [1, 2, 3]
    assert page.planner is None


def test_rows_and_faces_open_what_they_are(qtbot: QtBot, centre: Centre, open_course: Open) -> None:
    evening = centre.evening("Amina", "Bilal")
    page = open_course(evening.course.id)
    assert "People (2)" in words(page)
    session, person = evening.session.id, evening.people[1].id
    with qtbot.waitSignal(page.session_opened, check_params_cb=lambda id: id == session):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.person_opened, check_params_cb=lambda id: id == person):
        button(page, "\u2068Bilal\u2069").click()
    with qtbot.waitSignal(
        page.roster_requested, check_params_cb=lambda id: id == evening.course.id
    ):
        button(page, "Bring in a list of people").click()
    with qtbot.waitSignal(page.back_requested):
        button(page, "All courses").click()


def test_the_list_of_courses(qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show) -> None:
    evening = centre.evening("Amina", "Bilal")
    page = CoursesPage(
        centre.courses,
        centre.enrolling,
        bridge,
        projects=Projects(centre.ledger),
        now=centre.clock.now,
    )
    show(page)
    model = page.table.model()
    row = [model.index(0, at).data() for at in range(model.columnCount())]
    assert row == ["Tuesday group", "P-7", "Library", "0 of 1", "2", "Today"]
    with qtbot.waitSignal(page.course_opened, check_params_cb=lambda id: id == evening.course.id):
        page.table.setCurrentIndex(model.index(0, 0))
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.new_course_requested):
        button(page, "New course").click()


def test_no_course_yet(qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show) -> None:
    page = CoursesPage(
        centre.courses,
        centre.enrolling,
        bridge,
        projects=Projects(centre.ledger),
        now=centre.clock.now,
    )
    show(page)
    assert "No course yet" in words(page)
    with qtbot.waitSignal(page.new_course_requested):
        button(page, "Make your first course").click()


def test_a_course_chooses_several_projects_and_says_what_to_mind(
    qtbot: QtBot, centre: Centre, open_course: Open
) -> None:
    projects = Projects(centre.ledger)
    skills = projects.save(Project("Skills", "City"))
    course = centre.evening().course
    page = open_course(course.id)
    assert "claimed for one of them only" not in words(page)
    button(page, "Change details").click()
    assert page.details is not None
    choice = page.details.projects
    assert [box.isChecked() for box in choice.boxes.values()] == [True, False]
    choice.boxes[skills.id].setFocus()
    qtbot.keyClick(choice.boxes[skills.id], Qt.Key.Key_Space)
    assert "This course belongs to P-7 and Skills." in words(page)
    qtbot.keyClicks(choice.project.control, "New one")
    assert "This course belongs to P-7, Skills and New one." in words(page)
    with qtbot.waitSignal(page.saved):
        button(page, "Save").click()
    assert [one.name for one in projects.of_course(course.id)] == ["P-7", "Skills", "New one"]
    said = words(page)
    assert "P-7; Skills; New one · City · Library" in said
    assert said.count("The same hours may be claimed for one of them only.") == 1
    button(page, "Change details").click()
    assert page.details is not None
    page.details.projects.boxes[skills.id].click()
    memory = page.remember()
    page.details.projects.boxes[skills.id].click()
    page.recall(memory)
    with qtbot.waitSignal(page.saved):
        button(page, "Save").click()
    assert [one.name for one in projects.of_course(course.id)] == ["P-7", "New one"]


def test_many_courses_are_searched(centre: Centre, bridge: Bridge, show: Show) -> None:
    for number in range(10):
        centre.courses.add_course(f"Group {number}")
    page = CoursesPage(
        centre.courses,
        centre.enrolling,
        bridge,
        projects=Projects(centre.ledger),
        now=centre.clock.now,
    )
    show(page)
    page.search.control.setProperty("text", "group 7")
    assert page.table.model().rowCount() == 1
    page.search.control.setProperty("text", "nothing")
    assert "No course is called that." in words(page)


@pytest.mark.slow  # the journeys look at the same screens in the whole window
def test_nothing_sticks_out(
    qapp: QApplication, centre: Centre, library: LessonLibrary, bridge: Bridge
) -> None:
    evening = centre.evening("Amina", "Abd al-Rahman ibn Yusuf al-Fasi")

    def course(id: str | None) -> CoursePage:
        return CoursePage(
            centre.courses,
            centre.enrolling,
            library,
            bridge,
            id,
            paths=Paths(centre.ledger),
            projects=Projects(centre.ledger),
            now=centre.clock.now,
        )

    def editing() -> Page:
        page = course(evening.course.id)
        page.open_details()
        page.table.chosen.emit(evening.session.id, "change")
        return page

    assert in_every_size(lambda: course(None), qapp) == []
    assert in_every_size(editing, qapp) == []
    assert (
        in_every_size(
            lambda: CoursesPage(
                centre.courses,
                centre.enrolling,
                bridge,
                projects=Projects(centre.ledger),
                now=centre.clock.now,
            ),
            qapp,
        )
        == []
    )
