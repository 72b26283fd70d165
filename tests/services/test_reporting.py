"""Reports equal a hand count of what happened."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from centres import Centre

from trainer_app.domain.attendance import Role, Status, Totals
from trainer_app.services.reporting import Scope


@pytest.fixture
def term(centre: Centre) -> Centre:
    """Two courses; of the first, two sessions of 95 minutes, of the second one that still runs."""
    course = centre.courses.add_course("Evening", project="P-1", funder="Fund", place="Library")
    other = centre.courses.add_course("Morning", place="Canteen")
    days = [date(2026, 11, 10), date(2026, 11, 17)]
    first, second = centre.courses.add_sessions(course.id, days, time(10), time(12))
    third = centre.courses.add_session(
        other.id, date(2026, 11, 24), time(10), time(12), place="Upstairs"
    )
    people = [centre.enrolling.add_person(name) for name in ("Abdi", "Olena", "", "Rosa")]
    abdi, olena, nameless, rosa = (person.id for person in people)
    mark = centre.attending.mark
    for session in (first, second):
        centre.attending.set_times(session.id, time(10, 5), time(11, 40), "")
    mark(first.id, abdi, Status.PRESENT)
    mark(first.id, olena, Status.LATE, late=20)
    mark(first.id, nameless, Status.ABSENT)
    mark(second.id, abdi, Status.LATE_LEFT_EARLY, late=10, early=15)
    mark(second.id, rosa, Status.PRESENT, role=Role.INTERPRETER)
    centre.attending.change_headcount(second.id, 3)
    centre.attending.start_now(third.id)
    mark(third.id, olena, Status.PRESENT)
    centre.attending.change_headcount(third.id, 1)
    return centre


def test_rows_say_what_happened(term: Centre) -> None:
    rows = term.reporting.attendance(Scope()).rows
    assert [
        (r.course, r.session_number, r.number, r.status, r.role, r.minutes, str(r.hours))
        for r in rows
    ] == [
        ("Evening", 1, "A1", "present", "participant", 95, "1.58"),
        ("Evening", 1, "A2", "late", "participant", 75, "1.25"),
        ("Evening", 1, "A3", "absent", "participant", 0, "0.00"),
        ("Evening", 2, "A1", "late-left-early", "participant", 70, "1.17"),
        ("Evening", 2, "A4", "present", "interpreter", 95, "0.00"),
        ("Morning", 1, "A2", "present", "participant", None, "None"),
    ]
    assert [row.place for row in rows] == ["Library"] * 5 + ["Upstairs"]
    assert rows[0].started is not None
    assert rows[0].started.time() == time(10, 5)
    assert (rows[0].project, rows[0].funder, rows[2].name) == ("P-1", "Fund", None)


def test_totals_equal_a_hand_count(term: Centre) -> None:
    report = term.reporting.attendance(Scope())
    assert report.totals == Totals(
        rows=6, people=2, attendances=4, minutes=95 + 75 + 70 + 95, hours=Decimal("4.00")
    )
    assert report.headcount == 4


@pytest.mark.parametrize(
    ("since", "until", "rows", "headcount"),
    [
        (None, None, 6, 4),
        (date(2026, 11, 10), date(2026, 11, 10), 3, 0),
        (date(2026, 11, 11), None, 3, 4),
        (None, date(2026, 11, 17), 5, 3),
        (date(2026, 11, 18), date(2026, 11, 23), 0, 0),
    ],
)
def test_both_days_of_a_period_are_included(
    term: Centre, since: date | None, until: date | None, rows: int, headcount: int
) -> None:
    report = term.reporting.attendance(Scope(since=since, until=until))
    assert (report.totals.rows, report.headcount) == (rows, headcount)


def test_a_course_or_a_session_alone(term: Centre) -> None:
    evening = next(course for course in term.courses.all() if course.title == "Evening")
    report = term.reporting.attendance(Scope(course=evening.id))
    assert (report.totals.rows, report.headcount) == (5, 3)
    second = term.courses.sessions(evening.id)[1]
    for scope in (Scope(session=second.id), Scope(course=evening.id, session=second.id)):
        report = term.reporting.attendance(scope)
        assert (report.totals.rows, report.totals.attendances, report.headcount) == (2, 1, 3)
    other = next(course for course in term.courses.all() if course.title == "Morning")
    nothing = term.reporting.attendance(Scope(course=other.id, session=second.id))
    assert (nothing.rows, nothing.headcount) == ((), 0)


def test_the_first_and_the_last_day(term: Centre) -> None:
    assert term.reporting.first_and_last_day() == (date(2026, 11, 10), date(2026, 11, 24))


def test_numbers_are_in_the_order_people_count_in(centre: Centre) -> None:
    evening = centre.evening(*(f"Person {n}" for n in range(1, 13)))
    for person in reversed(evening.people):
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
    rows = centre.reporting.attendance(Scope()).rows
    assert [row.number for row in rows] == [f"A{n}" for n in range(1, 13)]


def test_an_empty_centre_reports_nothing(centre: Centre) -> None:
    report = centre.reporting.attendance(Scope())
    assert (report.rows, report.headcount, report.totals.hours) == ((), 0, Decimal(0))
    assert centre.reporting.first_and_last_day() is None
