"""Minutes and hours by a project's rules, against figures reckoned by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import AttendanceRow, minutes_present, participant_hours
from trainer_app.domain.funding.completion import Held, completed
from trainer_app.domain.funding.participation import counted_minutes, times_of
from trainer_app.domain.funding.projects import ROUNDINGS, Rules


def row(status: str = "present", *, late: int = 0, early: int = 0, minutes: int = 125,
        role: str = "participant", person: str = "p") -> AttendanceRow:  # fmt: skip
    """Somebody in a session that took `minutes` from ten o'clock."""
    there = minutes_present(0, minutes * 60, status, late, early)
    began = datetime.combine(date(2026, 3, 2), time(10))
    return AttendanceRow(
        "s", person, None, None, "Course", 1, date(2026, 3, 2), time(10), time(12),
        began, began + timedelta(minutes=minutes),
        None, "A1", "Amal", role, status, late, early, there, participant_hours(there, role),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (Rules(), 105),
        (Rules(break_minutes=15), 90),
        (Rules(late_in_full=True), 125),
        (Rules(late_in_full=True, break_minutes=15), 110),
        (Rules(rounding="quarter"), 105),
        (Rules(rounding="half"), 120),
        (Rules(rounding="hour", break_minutes=16), 60),
        (Rules(rounding="hour", break_minutes=15), 120),
    ],
)
def test_minutes_of_somebody_twenty_minutes_late(rules: Rules, expected: int) -> None:
    assert counted_minutes(row("late", late=20), rules) == expected


def test_who_comes_later_than_the_end_counts_no_longer_than_the_session() -> None:
    assert counted_minutes(row("late", late=500), Rules(late_in_full=True)) == 125


def test_a_helper_and_who_was_absent_have_no_minutes() -> None:
    assert counted_minutes(row(role="helper"), Rules()) == 0
    assert counted_minutes(row("absent"), Rules()) == 0


def test_an_hour_of_forty_five_minutes() -> None:
    times = times_of([row(minutes=90), row(minutes=100)], Rules(hour_minutes=45))
    assert times["p"].hours == Decimal("4.22")  # 2.00 and 2.22, as the rows show
    assert times["p"].attendances == 2


@given(
    late=st.integers(0, 300),
    early=st.integers(0, 300),
    off=st.integers(0, 60),
    rounding=st.sampled_from(ROUNDINGS),
    in_full=st.booleans(),
)
def test_counted_minutes_stay_within_the_session(
    late: int, early: int, off: int, rounding: str, in_full: bool
) -> None:
    rules = Rules(break_minutes=off, rounding=rounding, late_in_full=in_full)  # type: ignore[arg-type]
    found = counted_minutes(row("late-left-early", late=late, early=early), rules)
    assert found is not None
    step = {"exact": 1, "quarter": 15, "half": 30, "hour": 60}[rounding]
    assert 0 <= found <= 125 + step // 2
    assert found % step == 0


def test_what_completes_a_course() -> None:
    held = Held(("a", "b"), {"s1": 120, "s2": 120, "s3": 60, "s4": 120, "s5": 120})
    four = {"s1": 120, "s2": 120, "s3": 60, "s4": 120}
    assert not completed(held, four, {"a"}, Rules())
    assert completed(held, {}, {"a", "b", "c"}, Rules())
    by_sessions, by_minutes = Rules(completion="sessions"), Rules(completion="minutes")
    assert completed(held, four, (), by_sessions)  # 4 of 5 are 80 percent
    assert not completed(held, four, (), by_minutes)  # 420 of 540 are 77 percent
    assert completed(Held((), {"s1": 10}), {"s1": 5}, (), Rules(completion_share=50))
    assert not completed(Held((), {}), {}, (), Rules(completion_share=0))
