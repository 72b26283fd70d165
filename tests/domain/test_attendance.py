"""Minutes, hours and the figures under a list of attendance."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import (
    ATTENDED,
    AttendanceRow,
    Role,
    Status,
    Totals,
    minutes_present,
    participant_hours,
    status_of,
)

NINE = 1_795_251_600  # 2026-11-21 09:00 UTC


@pytest.mark.parametrize(
    ("status", "late", "early", "minutes"),
    [
        ("present", 0, 0, 95),
        ("late", 12, 0, 83),
        ("left-early", 0, 20, 75),
        ("late-left-early", 12, 20, 63),
        ("absent", 0, 0, 0),
        ("excused", 0, 0, 0),
        ("present", 10, 10, 95),  # minutes count only where the status says so
        ("late", 400, 0, 0),
    ],
)
def test_minutes_come_from_the_real_times(status: str, late: int, early: int, minutes: int) -> None:
    assert minutes_present(NINE, NINE + 95 * 60, status, late, early) == minutes


def test_minutes_are_unknown_until_the_session_has_ended() -> None:
    assert minutes_present(NINE, None, "present", 0, 0) is None
    assert minutes_present(None, None, "late", 5, 0) is None
    assert minutes_present(NINE, None, "absent", 0, 0) == 0


@given(
    st.integers(0, 2**32), st.integers(-600, 600), st.sampled_from(Status),
    st.integers(0, 999), st.integers(0, 999),
)  # fmt: skip
def test_minutes_are_never_negative_nor_longer_than_the_session(
    started: int, length: int, status: Status, late: int, early: int
) -> None:
    minutes = minutes_present(started, started + length * 60, status, late, early)
    assert minutes is not None
    assert 0 <= minutes <= max(0, length)


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [
        (0, "0.00"),
        (60, "1.00"),
        (95, "1.58"),
        (1, "0.02"),
        (50, "0.83"),
        (75, "1.25"),
        (27, "0.45"),
    ],
)
def test_hours_have_sixty_minutes_and_two_decimals(minutes: int, hours: str) -> None:
    assert participant_hours(minutes, "participant") == Decimal(hours)
    assert str(participant_hours(minutes, "participant")) == hours


@pytest.mark.parametrize("role", [role for role in Role if role != "participant"])
def test_only_participants_have_hours(role: Role) -> None:
    assert participant_hours(90, role) == 0
    assert participant_hours(None, role) == 0


def test_hours_are_unknown_while_minutes_are() -> None:
    assert participant_hours(None, "participant") is None


@given(st.integers(0, 100_000))
def test_hours_are_off_by_half_a_hundredth_at_most(minutes: int) -> None:
    hours = participant_hours(minutes, "participant")
    assert hours is not None
    assert abs(hours * 60 - minutes) <= Decimal("0.3")


@pytest.mark.parametrize(
    ("late", "early", "status"),
    [(0, 0, "present"), (5, 0, "late"), (0, 5, "left-early"), (5, 5, "late-left-early")],
)
def test_status_follows_from_the_minutes_missed(late: int, early: int, status: str) -> None:
    assert status_of(late, early) == status


def row(
    person: str, minutes: int | None, role: str = "participant", status: str = "present"
) -> AttendanceRow:
    return AttendanceRow(
        session_id="s", person_id=person, project="P1", funder="F", course="Evening",
        session_number=1, date=date(2026, 11, 21), planned_start=time(9), planned_end=time(11),
        started=None, ended=None, place="Library", number="A1", name="Abdi", role=role,
        status=status, late=0, early=0, minutes=minutes, hours=participant_hours(minutes, role),
    )  # fmt: skip


def test_totals_are_what_a_hand_count_of_the_rows_gives() -> None:
    rows = [
        row("a", 50),
        row("a", 50),
        row("b", 50),
        row("c", 0, status="absent"),
        row("d", 50, role="interpreter"),
        row("e", 40, role="companion-child"),
        row("f", None),
    ]
    totals = Totals.of(rows)
    assert totals.rows == 7
    assert totals.people == 3  # a, b and f
    assert totals.attendances == 4
    assert totals.minutes == 240
    # Three times 0.83 as shown, not the 2.50 that 150 minutes would give.
    assert totals.hours == Decimal("2.49")


def test_totals_of_nothing() -> None:
    assert Totals.of([]) == Totals(0, 0, 0, 0, Decimal("0.00"))


@given(
    st.lists(
        st.builds(
            row, st.sampled_from("abcdef"), st.none() | st.integers(0, 300),
            st.sampled_from(list(Role)), st.sampled_from(list(Status)),
        )
    )
)  # fmt: skip
def test_people_never_outnumber_attendances_nor_attendances_rows(rows: list[AttendanceRow]) -> None:
    totals = Totals.of(rows)
    assert totals.people <= totals.attendances <= totals.rows
    assert totals.people == len(
        {r.person_id for r in rows if r.role == "participant" and r.status in ATTENDED}
    )
