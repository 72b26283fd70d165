"""Today: what runs, what was forgotten, and people at the door before anything is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from centres import Centre
from in_sight import button, in_every_size, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.domain.errors import TrainerError
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Table
from trainer_app.ui.workshop.today import TodayPage

Show = Callable[[Page], Page]


def today_page(centre: Centre, bridge: Bridge) -> TodayPage:
    return TodayPage(
        centre.courses, centre.attending, centre.enrolling, bridge, now=centre.clock.now
    )


def test_a_new_centre_is_led_to_a_first_course(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    page = today_page(centre, bridge)
    show(page)
    assert "No course yet" in words(page)
    assert "Tuesday, 24 November 2026" in words(page)
    with qtbot.waitSignal(page.new_course_requested):
        button(page, "Make your first course").click()


def test_a_walk_in_session_is_one_press(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    page = today_page(centre, bridge)
    show(page)
    with qtbot.waitSignal(page.attendance_opened) as opened:
        button(page, "Start a walk-in session now").click()
    session = centre.courses.session(opened.args[0])
    assert session.is_open
    assert (session.date, session.planned_start) == (centre.clock.now().date(), time(9, 50))
    assert session.planned_end == time(11, 50)
    assert centre.courses.course(session.course).title == "Walk-in"


def test_a_second_walk_in_session_is_in_the_same_course(
    centre: Centre, bridge: Bridge, show: Show
) -> None:
    page = today_page(centre, bridge)
    show(page)
    button(page, "Start a walk-in session now").click()
    button(page, "Ended now").click()
    centre.clock.forward(minutes=14 * 60)
    button(page, "Start a walk-in session now").click()
    assert len(centre.courses.all()) == 1
    sessions = centre.courses.sessions()
    assert [session.number for session in sessions] == [1, 2]
    assert sessions[1].planned_end == time(23, 59)


def test_a_walk_in_session_waits_for_the_one_that_runs(
    centre: Centre, bridge: Bridge, show: Show, troubles: list[TrainerError]
) -> None:
    evening = centre.evening("Amina")
    centre.attending.start_now(evening.session.id)
    page = today_page(centre, bridge)
    show(page)
    button(page, "Start a walk-in session now").click()
    assert [type(trouble).__name__ for trouble in troubles] == ["AnotherSessionOpen"]
    assert len(centre.courses.sessions()) == 1


def test_start_and_end_of_todays_session(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    evening = centre.evening("Amina", "Bilal")
    page = today_page(centre, bridge)
    show(page)
    assert "2 people enrolled" in words(page)
    assert "Not started yet" in words(page)
    centre.clock.forward(minutes=12)
    button(page, "Start now").click()
    assert "Running since 10:02" in words(page)
    centre.attending.mark_late_now(evening.session.id, evening.people[0].id)
    bridge.changed.emit(frozenset({"attendance"}))
    assert "1\nparticipant here" in words(page)
    with qtbot.waitSignal(page.board_opened, check_params_cb=lambda s: s == evening.session.id):
        button(page, "Live board").click()
    button(page, "Ended now").click()
    assert "Really held" in words(page)
    button(page, "Not over yet").click()
    assert centre.courses.session(evening.session.id).is_open


def test_the_running_session_comes_first_and_keeps_others_waiting(
    centre: Centre, bridge: Bridge, show: Show
) -> None:
    centre.evening("Amina")
    other = centre.courses.add_course("Evening group")
    late = centre.courses.add_session(other.id, centre.clock.now().date(), time(18), time(20))
    centre.attending.start_now(late.id)
    page = today_page(centre, bridge)
    show(page)
    read = words(page)
    assert read.index("Evening group, session 1") < read.index("Tuesday group, session 1")
    assert "You can start this one when the session that runs now has ended." in read
    assert not button(page, "Start now").isEnabled()


def test_a_session_that_nobody_ended_is_flagged_and_ended_by_hand(
    centre: Centre, bridge: Bridge, show: Show
) -> None:
    evening = centre.evening("Amina")
    centre.clock.forward(minutes=15)
    centre.attending.start_now(evening.session.id)
    centre.clock.forward(days=1)
    page = today_page(centre, bridge)
    show(page)
    said = "Tuesday group, session 1 of Tuesday, 24 November 2026 was started and never ended."
    assert said in words(page)
    button(page, "Set the real end").click()
    button(page, "Save these times").click()
    session = centre.courses.session(evening.session.id)
    started, ended = centre.attending.real_times(session)
    assert started is not None
    assert ended is not None
    assert (started.time(), ended.time()) == (time(10, 5), time(12))
    assert "never ended" not in words(page)


def test_next_sessions_open_their_attendance(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    course = centre.courses.add_course("Morning group")
    day = centre.clock.now().date()
    first, _second = centre.courses.add_sessions(
        course.id, [day + timedelta(days=2), day + timedelta(days=9)], time(10), time(12)
    )
    page = today_page(centre, bridge)
    show(page)
    assert "No session is planned for today." in words(page)
    with qtbot.waitSignal(page.attendance_opened, check_params_cb=lambda s: s == first.id):
        page.findChildren(Table)[0].chosen.emit(first.id, "date")


@pytest.mark.slow  # the journeys look at the same screens in the whole window
def test_nothing_sticks_out(qapp: QApplication, centre: Centre, bridge: Bridge) -> None:
    assert in_every_size(lambda: today_page(centre, bridge), qapp) == []
    evening = centre.evening("Amina")
    day = centre.clock.now().date()
    centre.courses.add_session(evening.course.id, day + timedelta(days=1), time(9), time(11))
    centre.attending.start_now(evening.session.id)
    assert in_every_size(lambda: today_page(centre, bridge), qapp) == []
    centre.clock.forward(days=1)
    assert in_every_size(lambda: today_page(centre, bridge), qapp) == []


def test_a_session_to_come_is_prepared_the_evening_before(
    qtbot: QtBot, centre: Centre, bridge: Bridge, show: Show
) -> None:
    evening = centre.evening("Amina")
    day = centre.clock.now().date() + timedelta(days=1)
    session = centre.courses.add_session(evening.course.id, day, time(10), time(12))
    page = TodayPage(
        centre.courses,
        centre.attending,
        centre.enrolling,
        bridge,
        now=centre.clock.now,
        deeds=["prepare"],
    )
    show(page)
    (table,) = page.findChildren(Table)
    with qtbot.waitSignal(page.deed_chosen) as chosen:
        table.chosen.emit(session.id, "prepare")
    assert chosen.args == ["prepare", session.id]
    with qtbot.waitSignal(page.attendance_opened):
        table.chosen.emit(session.id, "date")
