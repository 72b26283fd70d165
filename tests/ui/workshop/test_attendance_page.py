"""Attendance by keys and by mouse, on a real encrypted store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

import pytest
from centres import Centre, Evening
from in_sight import button, in_every_size, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import TrainerError
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.attendance import AttendancePage
from trainer_app.ui.workshop.attendance_marks import KINDS

Show = Callable[[Page], Page]
Key = Qt.Key
NAMES = ("Amina", "Bilal", "Chen", "Dina")


@pytest.fixture
def evening(centre: Centre) -> Evening:
    return centre.evening(*NAMES)


@pytest.fixture
def page(centre: Centre, evening: Evening, bridge: Bridge, show: Show) -> AttendancePage:
    """Ten past ten: the session that was planned for ten has run for ten minutes."""
    centre.clock.forward(minutes=10)
    centre.attending.start_now(evening.session.id)
    centre.clock.forward(minutes=10)
    made = AttendancePage(
        centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
    )
    show(made)
    return made


def mark_of(centre: Centre, evening: Evening, name: str) -> tuple[str, int, int, str] | None:
    person = next(one for one in centre.enrolling.people() if one.name == name)
    mark = centre.attending.marks(evening.session.id).get(person.id)
    return None if mark is None else (mark.status, mark.late, mark.early, mark.role)


NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, key: Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    if isinstance(key, str):
        qtbot.keyClicks(where, key)
    else:
        qtbot.keyClick(where, key, modifier)


def row_text(page: AttendancePage, evening: Evening, name: str) -> str:
    person = next(one for one in evening.people if one.name == name)
    return page.people.row(person.id).accessibleName()


def test_one_key_a_person_marks_and_goes_on(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    for key in (Key.Key_P, Key.Key_L, Key.Key_E, Key.Key_A):
        press(qtbot, key)
    assert mark_of(centre, evening, "Amina") == ("present", 0, 0, "participant")
    assert mark_of(centre, evening, "Bilal") == ("late", 10, 0, "participant")
    assert mark_of(centre, evening, "Chen") == ("left-early", 0, 110, "participant")
    assert mark_of(centre, evening, "Dina") == ("absent", 0, 0, "participant")
    read = words(page)
    assert "3 here" in read
    assert "1 of them late" in read
    assert "1 absent" in read
    assert "0 not marked" in read
    assert "Late 10 min" in row_text(page, evening, "Bilal")


def test_thirty_people_in_thirty_keys(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    evening = centre.evening(*(f"Person {number:02}" for number in range(30)))
    centre.clock.forward(minutes=12)
    centre.attending.start_now(evening.session.id)
    show(
        AttendancePage(
            centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
        )
    )
    keys = "12345" * 6
    for key in keys:
        press(qtbot, key)
    marks = centre.attending.marks(evening.session.id)
    statuses = ["present", "late", "left-early", "absent", "excused"] * 6
    assert [marks[person.id].status for person in evening.people] == statuses


@pytest.mark.parametrize(
    ("figure", "status"), [("١", "present"), ("۴", "absent"), ("5", "excused")]
)
@pytest.mark.usefixtures("page")
def test_figures_of_every_script_mark(
    centre: Centre, evening: Evening, figure: str, status: str
) -> None:
    # QTest itself types Latin letters only.
    typed = QKeyEvent(QKeyEvent.Type.KeyPress, ord(figure), NONE, figure)
    QApplication.sendEvent(QApplication.focusWidget(), typed)
    mark = mark_of(centre, evening, "Amina")
    assert mark is not None
    assert mark[0] == status


def test_who_came_late_may_leave_early_too(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_L)
    press(qtbot, Key.Key_Up)
    centre.clock.forward(minutes=60)
    press(qtbot, Key.Key_E)
    assert mark_of(centre, evening, "Amina") == ("late-left-early", 10, 50, "participant")
    assert "Late 10 min, left 50 min early" in row_text(page, evening, "Amina")


def test_buttons_mark_too_and_a_lit_one_asks_for_details(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    row = page.people.row(evening.people[2].id)
    qtbot.mouseClick(row._buttons[KINDS[0]], Qt.MouseButton.LeftButton)
    assert mark_of(centre, evening, "Chen") == ("present", 0, 0, "participant")
    assert row._buttons[KINDS[0]].isChecked()
    qtbot.mouseClick(row._buttons[KINDS[0]], Qt.MouseButton.LeftButton)
    opened = page.people.details()
    assert opened is not None
    assert opened[0] == evening.people[2].id
    assert len(centre.attending.history(evening.session.id, evening.people[2].id)) == 1


def test_undo_takes_the_last_mark_back_and_goes_there(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_P)
    press(qtbot, Key.Key_A)
    press(qtbot, Key.Key_Z, CONTROL)
    assert mark_of(centre, evening, "Bilal") is None
    assert mark_of(centre, evening, "Amina") is not None
    assert QApplication.focusWidget() is page.people.row(evening.people[1].id)
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    assert mark_of(centre, evening, "Amina") is None
    assert not page.undo_button.isEnabled()


def test_minutes_and_role_are_put_right_in_place(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_L)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Return)
    opened = page.people.details()
    assert opened is not None
    details = opened[1]
    assert QApplication.focusWidget() is details.late.control
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, "7")
    details.role.set_value("helper")
    press(qtbot, Key.Key_Return)
    assert mark_of(centre, evening, "Amina") == ("late", 7, 0, "helper")
    assert page.people.details() is None
    read = words(page)
    assert "0 here" in read
    assert "1 other person here" in read
    assert "Helper" in read


@pytest.mark.usefixtures("page")
def test_delete_takes_a_mark_away(qtbot: QtBot, centre: Centre, evening: Evening) -> None:
    press(qtbot, Key.Key_P)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Delete)
    assert mark_of(centre, evening, "Amina") is None


def test_a_walk_in_is_here_after_a_name_and_enter(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    qtbot.mouseClick(page.walk_in.name.control, Qt.MouseButton.LeftButton)
    press(qtbot, "  Mariama   Jallow ")
    press(qtbot, Key.Key_Return)
    assert mark_of(centre, evening, "Mariama Jallow") == ("present", 0, 0, "participant")
    assert "Mariama Jallow" in words(page)
    enrolled = [person.name for person in centre.enrolling.people(evening.course.id)]
    assert "Mariama Jallow" in enrolled
    assert QApplication.focusWidget() is page.walk_in.name.control
    assert page.walk_in.name.value() == ""


def test_no_name_at_the_door_is_said_in_place(
    qtbot: QtBot, centre: Centre, page: AttendancePage
) -> None:
    qtbot.mouseClick(button(page, "Add"), Qt.MouseButton.LeftButton)
    error = page.walk_in.name.error()
    assert error is not None
    assert "without a name" in error
    assert len(centre.enrolling.people()) == len(NAMES)


def test_somebody_known_is_offered_and_not_made_twice(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    known = centre.enrolling.add_person("Lwam Tesfay")
    page.walk_in.name.setFocus()
    press(qtbot, "lwa")
    qtbot.mouseClick(
        button(page, f"\u2068Lwam Tesfay\u2069, number {known.number}"), Qt.MouseButton.LeftButton
    )
    assert mark_of(centre, evening, "Lwam Tesfay") == ("present", 0, 0, "participant")
    assert len(centre.enrolling.people()) == len(NAMES) + 1


def test_people_without_a_name_are_counted_apart(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    more = button(page, "One more without a name")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "One fewer without a name"), Qt.MouseButton.LeftButton)
    assert centre.attending.headcount(evening.session.id) == 1
    assert "1 without a name" in words(page)
    assert "0 here" in words(page)


def test_typing_finds_a_person_and_enter_goes_there(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_F, CONTROL)
    press(qtbot, "CHÉN")
    assert page.people.shown() == [evening.people[2].id]
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_P)
    assert mark_of(centre, evening, "Chen") == ("present", 0, 0, "participant")
    page.search.clear()
    assert len(page.people.shown()) == len(NAMES)


def test_start_and_end_keep_the_real_times(
    qtbot: QtBot, centre: Centre, evening: Evening, bridge: Bridge, show: Show
) -> None:
    page = AttendancePage(
        centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
    )
    show(page)
    assert "Not started yet" in words(page)
    centre.clock.forward(minutes=13)
    qtbot.mouseClick(button(page, "Start now"), Qt.MouseButton.LeftButton)
    assert "Running since 10:03" in words(page)
    assert page.people.focus_now() is page.people.row(page.people.shown()[0])
    centre.clock.forward(minutes=120)
    qtbot.mouseClick(button(page, "Ended now"), Qt.MouseButton.LeftButton)
    session = centre.courses.session(evening.session.id)
    assert centre.attending.real_times(session) == (
        datetime(2026, 11, 24, 10, 3),  # noqa: DTZ001  (a time on the wall)
        datetime(2026, 11, 24, 12, 3),  # noqa: DTZ001
    )
    qtbot.mouseClick(button(page, "Not over yet"), Qt.MouseButton.LeftButton)
    assert centre.courses.session(evening.session.id).is_open


def end(qtbot: QtBot, centre: Centre, page: AttendancePage) -> None:
    centre.clock.forward(minutes=100)
    qtbot.mouseClick(button(page, "Ended now"), Qt.MouseButton.LeftButton)


def test_after_the_end_a_mark_changes_only_with_a_reason(
    qtbot: QtBot,
    centre: Centre,
    evening: Evening,
    page: AttendancePage,
    troubles: list[TrainerError],
) -> None:
    press(qtbot, Key.Key_P)
    end(qtbot, centre, page)
    page.people.go_to(evening.people[0].id)
    press(qtbot, Key.Key_A)
    opened = page.people.details()
    assert opened is not None
    details = opened[1]
    assert QApplication.focusWidget() is details.reason.control
    press(qtbot, Key.Key_Return)
    assert details.reason.error() is not None
    assert mark_of(centre, evening, "Amina") == ("present", 0, 0, "participant")
    press(qtbot, "was the other Amina")
    press(qtbot, Key.Key_Return)
    assert mark_of(centre, evening, "Amina") == ("absent", 0, 0, "participant")
    assert page.people.details() is None
    assert not troubles
    press(qtbot, Key.Key_Return)
    assert "Sanne" in words(page)
    assert "because: was the other Amina" in words(page)


def test_after_the_end_a_missing_mark_needs_none_and_late_asks_for_minutes(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    end(qtbot, centre, page)
    centre.clock.forward(days=1)
    page.people.go_to(evening.people[0].id)
    press(qtbot, Key.Key_P)
    assert mark_of(centre, evening, "Amina") == ("present", 0, 0, "participant")
    press(qtbot, Key.Key_L)
    opened = page.people.details()
    assert opened is not None
    assert QApplication.focusWidget() is opened[1].late.control
    press(qtbot, Key.Key_A, CONTROL)
    press(qtbot, "15")
    press(qtbot, Key.Key_Return)
    assert mark_of(centre, evening, "Bilal") == ("late", 15, 0, "participant")


def test_times_are_corrected_by_hand_with_a_reason_once_it_ended(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    end(qtbot, centre, page)
    qtbot.mouseClick(button(page, "Correct the times"), Qt.MouseButton.LeftButton)
    form = page.head._form
    assert form is not None
    form.start.set_value(time(10, 5))
    form.end.set_value(time(10, 0))
    save = button(page, "Save these times")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert form.end.error() == "The end has to be later than the start."
    form.end.set_value(time(11, 55))
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert form.reason.error() is not None
    form.reason.set_value("clock was wrong")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    started, ended = centre.attending.real_times(centre.courses.session(evening.session.id))
    assert started is not None
    assert ended is not None
    assert (started.time(), ended.time()) == (time(10, 5), time(11, 55))
    assert "10:05–11:55" in words(page).replace("\u2066", "").replace("\u2069", "")


def test_another_session_that_runs_is_named_and_keeps_this_from_starting(
    centre: Centre, evening: Evening, bridge: Bridge, show: Show
) -> None:
    other = centre.courses.add_course("Morning group")
    day = centre.clock.now().date()
    running = centre.courses.add_session(other.id, day, time(9), time(10))
    centre.attending.start_now(running.id)
    page = AttendancePage(
        centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
    )
    show(page)
    assert not button(page, "Start now").isEnabled()
    assert "Morning group, session 1, is still running" in words(page)


def test_pages_are_only_asked_for(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    id = evening.session.id
    with qtbot.waitSignal(page.board_opened, check_params_cb=lambda got: got == id):
        button(page, "Live board").click()
    with qtbot.waitSignal(page.sign_in_sheet_requested, check_params_cb=lambda got: got == id):
        button(page, "Sign-in sheet").click()
    end(qtbot, centre, page)
    with qtbot.waitSignal(page.export_requested, check_params_cb=lambda got: got == id):
        button(page, "Export").click()
    page.people.go_to(evening.people[0].id)
    press(qtbot, Key.Key_Return)
    person = evening.people[0].id
    with qtbot.waitSignal(page.person_opened, check_params_cb=lambda got: got == person):
        button(page, "About this person").click()


def test_what_is_typed_survives_building_anew(
    centre: Centre, evening: Evening, page: AttendancePage, bridge: Bridge, show: Show
) -> None:
    page.walk_in.name.set_value("Half a na")
    page.search.control.setProperty("text", "chen")
    again = AttendancePage(
        centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
    )
    again.recall(page.remember())
    show(again)
    assert again.walk_in.name.value() == "Half a na"
    assert again.people.shown() == [evening.people[2].id]


def test_marks_made_elsewhere_are_shown(
    centre: Centre, evening: Evening, page: AttendancePage, bridge: Bridge
) -> None:
    person = evening.people[3]
    bridge.run(lambda: centre.attending.mark_late_now(evening.session.id, person.id), "attendance")
    assert "Late 10 min" in row_text(page, evening, "Dina")


@pytest.mark.usefixtures("page")
def test_nothing_sticks_out(
    qapp: QApplication, centre: Centre, evening: Evening, bridge: Bridge
) -> None:
    centre.attending.mark_late_now(evening.session.id, evening.people[0].id)
    centre.attending.change_headcount(evening.session.id, 12)

    def make() -> Page:
        made = AttendancePage(
            centre.courses, centre.attending, centre.enrolling, bridge, evening.session.id
        )
        made.people.opened.emit(evening.people[0].id)
        made.head.open_times()
        return made

    assert in_every_size(make, qapp) == []


def test_what_stood_at_the_end_is_not_undone(
    qtbot: QtBot, centre: Centre, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_P)
    end(qtbot, centre, page)
    assert not page.undo_button.isEnabled()
    page.people.go_to(evening.people[0].id)
    press(qtbot, Key.Key_Z, CONTROL)
    assert mark_of(centre, evening, "Amina") == ("present", 0, 0, "participant")


def test_tab_leaves_the_list_and_arrows_walk_it(
    qtbot: QtBot, evening: Evening, page: AttendancePage
) -> None:
    press(qtbot, Key.Key_End)
    assert QApplication.focusWidget() is page.people.row(evening.people[3].id)
    press(qtbot, Key.Key_Home)
    assert QApplication.focusWidget() is page.people.row(evening.people[0].id)
    press(qtbot, Key.Key_Down)
    assert QApplication.focusWidget() is page.people.row(evening.people[1].id)
    press(qtbot, Key.Key_Tab)
    assert not page.people.isAncestorOf(QApplication.focusWidget())
