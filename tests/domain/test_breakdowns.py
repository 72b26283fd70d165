"""Breakdowns against figures reckoned by hand, and sums that hold for any people."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import AttendanceRow, minutes_present, participant_hours
from trainer_app.domain.funding.breakdowns import (
    AGE_BANDS,
    Line,
    age_bands,
    age_key,
    apart,
    attended,
    by_age,
    by_age_and_gender,
    by_attendance,
    by_gender,
    by_language,
    course_of,
    month_of,
    place_of,
)
from trainer_app.domain.funding.outcomes import (
    against_targets,
    completion,
    lessons_passed,
    retention,
)
from trainer_app.domain.funding.participation import Participation, Passed, times_of
from trainer_app.domain.funding.periods import PERIODS, calendar_period, period_of, periods_of
from trainer_app.domain.funding.projects import Rules

TUESDAY = date(2026, 3, 3)


def row(
    person: str,
    session: str,
    day: date = TUESDAY,
    *,
    course: str = "c1",
    place: str | None = "Library",
    minutes: int = 90,
    status: str = "present",
    role: str = "participant",
) -> AttendanceRow:
    """Somebody in a session from ten o'clock."""
    there = minutes_present(0, minutes * 60, status, 0, 0)
    began = datetime.combine(day, time(10))
    return AttendanceRow(
        session, person, None, None, course, 1, day, time(10), time(12),
        began, began + timedelta(minutes=minutes),
        place, "A1", "Amal", role, status, 0, 0, there, participant_hours(there, role),
        course_id=course,
    )  # fmt: skip


def someone(
    id: str,
    gender: str | None = None,
    year: int | None = None,
    language: str | None = None,
    *,
    times: int = 1,
    hours: str = "1.50",
    courses: tuple[str, ...] = ("c1",),
    completed: tuple[str, ...] = (),
    passed: tuple[str, ...] = (),
) -> Participation:
    """One who took part since that Tuesday."""
    return Participation(
        id, "A1", "Amal", TUESDAY, None, times, 0, Decimal(hours), gender, year, language,
        courses, completed, tuple(Passed(lesson, TUESDAY) for lesson in passed),
    )  # fmt: skip


PEOPLE = (
    someone("amal", "woman", 1990, "ar", times=2, hours="3.00"),
    someone("biruk", "man", 2009, "am", times=1, hours="1.00"),
    someone("chen", "nonbinary", 1971, "ar"),
    someone("dina", "woman", None, None, times=4, hours="6.25"),
    someone("erased"),
)


def test_women_men_nonbinary_and_who_did_not_say():
    table = by_gender(PEOPLE)
    assert table.lines == (
        Line("woman", (2, 6, Decimal("9.25"))),
        Line("man", (1, 1, Decimal("1.00"))),
        Line("nonbinary", (1, 1, Decimal("1.50"))),
        Line("unknown", (1, 1, Decimal("1.50"))),
    )
    assert table.total == (5, 9, Decimal("13.25"))


@pytest.mark.parametrize(
    ("age", "key"),
    [(None, "unknown"), (0, "0-17"), (17, "0-17"), (18, "18-29"), (29, "18-29"), (30, "30-54"),
     (54, "30-54"), (55, "55+"), (99, "55+"), (-1, "unknown")],
)  # fmt: skip
def test_the_bands_of_the_european_social_fund(age, key):
    assert age_key(age, AGE_BANDS["esf"]) == key


def test_over_sixty_begins_at_sixty_one():
    assert age_bands(AGE_BANDS["sixty"]) == [("0-17", 0), ("18-60", 18), ("61+", 61)]


def test_age_is_reckoned_at_entry():
    table = by_age(PEOPLE, AGE_BANDS["esf"])
    assert table.column("people") == (1, 0, 1, 1, 2)  # 17 in 2026, 36, 55 and two unknown


def test_the_most_spoken_language_comes_first_and_the_unknown_last():
    assert [line.key for line in by_language(PEOPLE).lines] == ["ar", "am", "unknown"]


def test_age_and_gender_add_up_both_ways():
    table = by_age_and_gender(PEOPLE, AGE_BANDS["esf"])
    assert table.columns == ("woman", "man", "nonbinary", "unknown", "people")
    assert table.line("30-54").cells == (1, 0, 0, 0, 1)
    assert table.total == (2, 1, 1, 1, 5)


ROWS = (
    row("amal", "s1"),
    row("biruk", "s1"),
    row("dina", "s1", minutes=100),
    row("amal", "s2", TUESDAY + timedelta(days=30), place="Canal  House "),
    row("dina", "s2", TUESDAY + timedelta(days=30), status="absent"),
    row("helper", "s2", TUESDAY + timedelta(days=30), role="helper"),
    row("amal", "s3", TUESDAY + timedelta(days=31), course="c2", place=None),
)
WHO = [someone(id) for id in ("amal", "biruk", "dina")]


def test_people_of_two_months_are_not_twice_as_many_people():
    table = by_attendance("month", attended(ROWS, WHO, Rules()), Rules(), month_of)
    assert table.lines == (
        Line("2026-03", (3, 3, Decimal("4.67"))),
        Line("2026-04", (1, 2, Decimal("3.00"))),
    )
    assert table.total == (3, 5, Decimal("7.67"))
    assert "people" not in table.adds_up


def test_places_as_they_are_written_and_courses():
    places = by_attendance("place", attended(ROWS, WHO, Rules()), Rules(), place_of)
    assert [line.key for line in places.lines] == ["Canal House", "Library", "unknown"]
    courses = by_attendance("course", attended(ROWS, WHO, Rules()), Rules(), course_of)
    assert [(line.key, line.cells[0]) for line in courses.lines] == [("c1", 3), ("c2", 1)]


def test_who_was_there_too_short_to_count_is_in_no_month():
    table = by_attendance("month", attended(ROWS, WHO[:1], Rules()), Rules(), month_of)
    assert table.column("people") == (1, 1)


def test_helpers_and_people_without_a_name_stand_apart():
    table = apart([*ROWS, row("kid", "s1", role="companion-child", status="excused")], 4)
    assert table.lines == (Line("helper", (1, 1)), Line("nameless", (None, 4)))
    assert table.total == (1, 5)


def test_of_those_there_at_a_session_how_many_came_to_the_next_and_ever_again():
    """Three, then two of them and a new one, then one of the first who had been away."""
    rows = [row(who, "s1") for who in "abc"] + [row(who, "s2") for who in "abd"]
    rows += [row("c", "s3"), row("x", "other", course="c2")]
    rows.append(row("a", "s3", status="absent"))
    table = retention(rows, {"c1": ["s1", "s2", "s3"], "c2": ["other"]})
    assert table.lines == (
        Line("1", (4, 3, 2, 3)),  # the fourth's course held one session only
        Line("2", (3, 3, 0, 0)),
        Line("3", (1, 0, None, None)),
    )
    assert table.total == (8, 6, 2, 3)


def test_a_session_to_which_nobody_came_counts_as_one():
    table = retention([row("a", "s1"), row("a", "s3")], {"c1": ["s1", "s2", "s3"]})
    assert table.line("1").cells == (1, 1, 0, 1)
    assert table.line("2").cells == (0, 0, None, None)


def test_completion_by_course_and_in_all_each_person_once():
    people = [
        someone("a", courses=("c1", "c2"), completed=("c1", "c2")),
        someone("b", courses=("c1",)),
        someone("c", courses=("c2",), completed=("c2",)),
    ]
    table = completion(people)
    assert table.lines == (Line("c1", (2, 1)), Line("c2", (2, 2)))
    assert table.total == (3, 2)


def test_lessons_passed_the_most_first():
    people = [someone("a", passed=("x", "y")), someone("b", passed=("y",)), someone("c")]
    table = lessons_passed(people)
    assert table.lines == (Line("y", (2,)), Line("x", (1,)))
    assert table.total == (2,)


def test_targets_in_their_order_and_never_rounded_up_to_all():
    found = against_targets(
        {"esf/EECO01": 10, "hours": 300, "people": 10, "gone/X": 3},
        {"people": 10, "hours": Decimal("299.99"), "esf/EECO01": 4},
    )
    assert [(one.key, one.percent) for one in found] == [
        ("people", 100), ("hours", 99), ("esf/EECO01", 40),
    ]  # fmt: skip


# Whatever comes in
people = st.builds(
    someone,
    st.uuids().map(str),
    st.sampled_from(["woman", "man", "nonbinary", None, "ቅ"]),
    st.one_of(st.none(), st.integers(1900, 2030)),
    st.one_of(st.none(), st.sampled_from(["ar", "am", "en"])),
    times=st.integers(1, 9),
    hours=st.decimals(0, 99, places=2).map(str),
)


@given(st.lists(people, max_size=25))
def test_every_breakdown_of_people_adds_up_to_the_same(found):
    expected = (
        len(found),
        sum(one.attendances for one in found),
        sum((one.hours for one in found), Decimal("0.00")),
    )
    bands = AGE_BANDS["ten"]
    for table in (by_gender(found), by_age(found, bands), by_language(found)):
        assert table.total == expected
        for at in range(3):
            assert sum(line.cells[at] or 0 for line in table.lines) == expected[at]
    both = by_age_and_gender(found, bands)
    assert [line.cells[-1] for line in both.lines] == list(by_age(found, bands).column("people"))
    assert list(both.total[:-1]) == list(by_gender(found).column("people"))
    for line in [*both.lines, Line("", both.total)]:
        assert sum(cell or 0 for cell in line.cells[:-1]) == line.cells[-1]


attendances = st.builds(
    row,
    st.sampled_from("abcdef"),
    st.sampled_from(["s1", "s2", "s3"]),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    course=st.sampled_from(["c1", "c2"]),
    place=st.sampled_from([None, "Library", "Hall"]),
    minutes=st.integers(0, 300),
    status=st.sampled_from(["present", "absent"]),
    role=st.sampled_from(["participant", "helper"]),
)
rules = st.builds(
    Rules, hour_minutes=st.sampled_from([45, 60]), rounding=st.sampled_from(["exact", "half"])
)


@given(st.lists(attendances, max_size=25), rules)
def test_attendances_and_hours_add_up_and_people_are_never_fewer_than_in_a_month(rows, of):
    times = times_of(rows, of)
    who = [someone(id) for id in times]
    for key in (month_of, place_of, course_of):
        table = by_attendance("any", attended(rows, who, of), of, key)
        assert table.total[0] == len(times)
        assert table.total[1] == sum(one.attendances for one in times.values())
        assert table.total[2] == sum((one.hours for one in times.values()), Decimal("0.00"))
        for at in (1, 2):
            assert sum(line.cells[at] or 0 for line in table.lines) == table.total[at]
        counts = [int(one or 0) for one in table.column("people")]
        assert max(counts, default=0) <= len(times) <= sum(counts)


@given(st.lists(attendances, max_size=25))
def test_who_comes_next_comes_again(rows):
    table = retention(rows, {"c1": ["s1", "s2", "s3"]})
    for line in table.lines:
        there, went_on, after, again = line.cells
        if after is not None:
            assert 0 <= after <= again <= went_on <= there


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(PERIODS))
def test_a_day_lies_in_its_period_and_the_next_follows_it(day, kind):
    found = period_of(day, kind)
    assert found.since <= day <= found.until
    assert period_of(found.until + timedelta(days=1), kind).before() == found
    assert calendar_period(found.since, found.until) == found
    assert calendar_period(found.since, found.until - timedelta(days=1)) is None
    assert periods_of([day, found.since, day], kind) == [found]


def test_what_periods_are_called():
    day = date(2026, 11, 24)
    assert [period_of(day, kind).key for kind in PERIODS] == ["2026-11", "2026-Q4", "2026"]
