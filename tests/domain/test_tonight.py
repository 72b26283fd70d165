"""How long a laptop is open for an evening, and what people are called on it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.people import Person, nicknames
from trainer_app.domain.tonight import (
    GRACE,
    QUIET,
    Tonight,
    is_time_to_close,
    next_midnight,
    until_of,
)

ZONE = timezone(timedelta(hours=1))
SEVEN = datetime(2026, 11, 24, 19, tzinfo=ZONE)
MIDNIGHT = int(datetime(2026, 11, 25, tzinfo=ZONE).timestamp())
HOUR = 3600
OPENED = int(SEVEN.timestamp())
TONIGHT = Tonight("s", OPENED, OPENED + 3 * HOUR)


@pytest.mark.parametrize(
    ("ends", "until"),
    [
        (None, MIDNIGHT),
        (SEVEN + timedelta(hours=2), OPENED + 3 * HOUR),
        (SEVEN + timedelta(hours=4, minutes=30), MIDNIGHT),
        (SEVEN - timedelta(hours=1), MIDNIGHT),
    ],
)
def test_a_pass_is_good_for_a_while_after_the_plan(ends: datetime | None, until: int) -> None:
    assert until_of(SEVEN, ends) == until


@given(st.integers(0, 4 * 366 * 24 * 60), st.integers(-12, 14))
def test_midnight_comes_within_a_day(minutes: int, hours: int) -> None:
    now = (SEVEN + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=hours)))
    assert 0 < next_midnight(now) - now.timestamp() <= 24 * HOUR


def closes(
    after: float, *, clock: float | None = None, ended: int | None = None, seated: bool = True
) -> bool:
    """Whether it closes `after` seconds, where its clock may say something else."""
    shown = int(OPENED + (after if clock is None else clock))
    return is_time_to_close(TONIGHT, now=shown, open_for=after, ended=ended, seated=seated)


def test_a_laptop_closes_at_its_time_whatever_its_clock_says() -> None:
    assert not closes(3 * HOUR - 1)
    assert closes(3 * HOUR)
    assert closes(3 * HOUR, clock=-24 * HOUR)
    assert closes(60, clock=24 * HOUR)


def test_after_the_session_people_may_finish() -> None:
    end = OPENED + HOUR
    assert not closes(HOUR + GRACE - 1, ended=end)
    assert closes(HOUR + GRACE, ended=end)
    assert not closes(HOUR + QUIET - 1, ended=end, seated=False)
    assert closes(HOUR + QUIET, ended=end, seated=False)


def test_a_laptop_opened_after_the_end_does_not_close_at_once() -> None:
    assert not closes(QUIET - 1, ended=OPENED - HOUR, seated=False)
    assert closes(GRACE, ended=OPENED - HOUR)


def called(*names: str) -> list[str]:
    people = [Person(str(at), f"A{at}", name) for at, name in enumerate(names)]
    return list(nicknames(people).values())


@pytest.mark.parametrize(
    ("names", "nicks"),
    [
        (("Amina Khan", "Bo de Vries"), ["Amina", "Bo"]),
        (("Amina Khan", "amina Said"), ["Amina K", "amina S"]),
        (("Amina Khan", "Amina Khalil"), ["Amina K (A0)", "Amina K (A1)"]),
        (("Amina", "Amina"), ["Amina (A0)", "Amina (A1)"]),
        (("Amina", "Amina Khan"), ["Amina", "Amina K"]),
        (("", "", "王小明"), ["", "", "王小明"]),
        (("أمينة خان", "أمينة سعيد"), ["أمينة خ", "أمينة س"]),
        (("José A", "José Áb"), ["José A", "José Á"]),
    ],
)
def test_people_are_called_by_no_more_than_is_needed(
    names: tuple[str, ...], nicks: list[str]
) -> None:
    assert called(*names) == nicks


@given(st.lists(st.text(max_size=12), max_size=8))
def test_no_two_who_have_a_name_are_called_alike(names: list[str]) -> None:
    given_names = [one for one in called(*names) if one]
    assert len(given_names) == len(set(given_names))
    assert [bool(one) for one in called(*names)] == [bool(name.split()) for name in names]
