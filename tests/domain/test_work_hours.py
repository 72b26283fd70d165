"""What a project took, by hand: hours counted once, money in whole cents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.funding.money import cents_of, share_of, worth
from trainer_app.domain.funding.work import TASKS, Hours, Work, by_task, once, valued

DAY = date(2026, 11, 24)
LED = Work(
    "sanne", DAY, 115, "trainer", "lead", "led", session="s1",
    started=datetime.combine(DAY, time(10, 5)), ended=datetime.combine(DAY, time(12)),
)  # fmt: skip
MARKED = replace(LED, minutes=100, role="volunteer", task="help", known="attended")
TYPED = Work("sanne", DAY, 120, "trainer", "lead", "typed", paid=False, id="w1")


def counted(*work: Work) -> list[int]:
    return sorted((one.counted for one in once(work)), reverse=True)


def test_who_led_and_was_marked_as_a_helper_was_there_once():
    assert counted(LED, MARKED) == [115, 0]
    longer = replace(MARKED, minutes=120)
    assert counted(LED, longer) == [120, 0]
    kept = [one for one in once([MARKED, replace(LED, minutes=100)]) if not one.twice]
    assert [one.known for one in kept] == ["led"]


def test_a_session_led_and_typed_counts_once():
    assert counted(LED, TYPED) == [115, 0]
    assert counted(LED, replace(TYPED, task="interpret", role="interpreter")) == [115, 0]


def test_what_is_typed_beside_a_session_counts():
    for task in ("prepare", "travel", "baking for everyone"):
        assert counted(LED, replace(TYPED, task=task)) == [120, 115]


def test_leading_on_another_day_or_by_somebody_else_counts():
    assert counted(LED, replace(TYPED, on=DAY + timedelta(days=1))) == [120, 115]
    assert counted(LED, replace(TYPED, who="omar")) == [120, 115]


def test_a_session_of_no_minutes_takes_nothing_away():
    assert counted(replace(LED, minutes=0), TYPED) == [120, 0]


def test_two_sessions_of_a_day_both_count():
    assert counted(LED, replace(LED, session="s2", minutes=60)) == [115, 60]


def test_only_what_was_given_has_a_worth():
    work = (
        replace(LED, paid=None),
        replace(TYPED, task="prepare", minutes=45, paid=False),
        replace(TYPED, task="travel", minutes=30, paid=True),
    )
    hours = valued(Hours("sanne", "Sanne", "", None, True, work), 1550)
    assert (hours.minutes, hours.unpaid, hours.paid, hours.unsaid) == (190, 45, 30, 115)
    assert (hours.in_sessions, hours.beside) == (115, 75)
    assert hours.value == 1163  # 45 minutes at 15.50 are 11.625
    assert valued(hours, None).value == 0


def test_tasks_are_summed_the_longest_first():
    work = once([LED, TYPED, replace(TYPED, task="travel", minutes=10)])
    assert by_task(work) == [("lead", 115), ("travel", 10)]


@given(
    st.lists(
        st.builds(
            Work,
            who=st.sampled_from("ab"),
            on=st.sampled_from([DAY, DAY + timedelta(days=1)]),
            minutes=st.integers(0, 600),
            role=st.just("volunteer"),
            task=st.sampled_from(TASKS),
            known=st.sampled_from(["led", "attended", "typed"]),
            session=st.sampled_from(["s1", "s2"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_nothing_counts_twice_in_any_order(work, random):
    found = once(work)
    assert len(found) == len(work)
    told = [(one.who, one.session) for one in found if one.known != "typed" and not one.twice]
    assert len(told) == len(set(told))
    shuffled = [*work]
    random.shuffle(shuffled)
    assert sum(one.counted for one in once(shuffled)) == sum(one.counted for one in found)
    assert once(found) == found or any(one.twice for one in found)


@given(st.integers(0, 10**6), st.integers(0, 10**5))
def test_worth_is_the_nearest_cent(minutes, rate):
    exact = Fraction(minutes * rate, 60)
    assert abs(worth(minutes, rate) - exact) <= Fraction(1, 2)
    assert worth(minutes, rate) >= exact - Fraction(1, 2)


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_share_is_the_nearest_cent_and_a_half_goes_up(cents, parts):
    exact = Fraction(cents, parts)
    assert -Fraction(1, 2) < share_of(cents, parts) - exact <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12", 1200), ("12,5", 1250), ("12.50", 1250), ("0,05", 5), ("1.234,50", 123450),
        ("1 234.50", 123450), ("1,234", 123400), ("1.234.567", 123456700), ("1’200", 120000),
        (" 7 ", 700), ("١٢٫٥٠", 1250), ("1٬234", 123400),
    ],
)  # fmt: skip
def test_amounts_as_people_type_them(typed, cents):
    assert cents_of(typed) == cents


@pytest.mark.parametrize(
    "typed",
    ["", "x", "-5", "12,", ",5", "1.2.3", "12.345,6,7", "1,23.45", "12.3456", "1.234,567",
     "0.123", "1" * 14, "€5", "1,2,3.4"],
)  # fmt: skip
def test_what_is_no_amount(typed):
    assert cents_of(typed) is None


@given(st.integers(0, 10**11))
def test_what_was_written_is_read_back(cents):
    for text in (f"{cents // 100}.{cents % 100:02}", f"{cents // 100:,}.{cents % 100:02}"):
        assert cents_of(text) == cents
