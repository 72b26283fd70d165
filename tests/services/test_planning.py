"""Courses and sessions as they are planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from centres import Centre

from trainer_app.domain.errors import BadTimes, EmptyField, UnknownThing

TEN, NOON = time(10), time(12)


def test_a_course_is_kept_as_saved(centre: Centre) -> None:
    course = centre.courses.add_course(" Evening ", project=" P-1 ", funder="", lessons=["a", "b"])
    assert (course.title, course.project, course.funder) == ("Evening", "P-1", None)
    assert centre.courses.all() == [course]
    changed = replace(course, title="Morning", place="Canteen", lessons=())
    centre.courses.save_course(changed)
    assert centre.courses.course(course.id) == changed


def test_a_course_has_a_title(centre: Centre) -> None:
    with pytest.raises(EmptyField):
        centre.courses.add_course("  ")
    assert centre.courses.all() == []


def test_the_newest_course_comes_first(centre: Centre) -> None:
    for title in ("one", "two", "three"):
        centre.courses.add_course(title)
    assert [course.title for course in centre.courses.all()] == ["three", "two", "one"]


def test_session_numbers_go_by_date_and_are_never_given_twice(centre: Centre) -> None:
    course = centre.courses.add_course("Evening").id
    days = [date(2026, 12, 8), date(2026, 12, 1), date(2026, 12, 15)]
    planned = centre.courses.add_sessions(course, days, TEN, NOON, place="Library", lessons=["a"])
    assert [(s.number, s.date.day) for s in planned] == [(1, 1), (2, 8), (3, 15)]
    centre.courses.cancel_session(planned[2].id)
    extra = centre.courses.add_session(course, date(2026, 11, 30), TEN, NOON)
    assert extra.number == 4
    other = centre.courses.add_course("Morning").id
    assert centre.courses.add_session(other, days[0], TEN, NOON).number == 1
    assert centre.courses.sessions(course) == [
        extra, planned[0], planned[1], replace(planned[2], cancelled=True),
    ]  # fmt: skip
    centre.courses.cancel_session(planned[2].id, False)
    assert centre.courses.session(planned[2].id) == planned[2]


@pytest.mark.parametrize("end", [time(10), time(9, 59)])
def test_a_session_ends_after_it_begins(centre: Centre, end: time) -> None:
    course = centre.courses.add_course("Evening").id
    with pytest.raises(BadTimes):
        centre.courses.add_session(course, date(2026, 12, 1), TEN, end)
    session = centre.courses.add_session(course, date(2026, 12, 1), TEN, NOON)
    with pytest.raises(BadTimes):
        centre.courses.save_session(replace(session, planned_end=end))
    assert centre.courses.sessions() == [session]


def test_what_is_not_there_is_said_as_such(centre: Centre) -> None:
    for ask in (centre.courses.course, centre.courses.session, centre.courses.cancel_session):
        with pytest.raises(UnknownThing):
            ask("nothing")
    with pytest.raises(UnknownThing):
        centre.courses.add_session("nothing", date(2026, 12, 1), TEN, NOON)


def test_today_and_upcoming_leave_out_what_is_called_off(centre: Centre) -> None:
    course = centre.courses.add_course("Evening").id
    days = [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 1)]
    _, today, tomorrow, later = centre.courses.add_sessions(course, days, TEN, NOON)
    early = centre.courses.add_session(course, date(2026, 11, 24), time(8), TEN)
    assert centre.courses.today() == [early, today]
    assert centre.courses.upcoming() == [tomorrow, later]
    centre.courses.cancel_session(today.id)
    centre.courses.cancel_session(tomorrow.id)
    assert centre.courses.today() == [early]
    assert centre.courses.upcoming() == [later]
