"""Which backups stay: the newest always, whatever the clocks said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.keeping import DAYS, RECENT, WEEKS, Made, is_due, to_keep

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

FIRST, LAST = (datetime(year, 1, 2, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2105))
any_clock = st.datetimes(FIRST, LAST, timezones=st.just(UTC)) | st.just(NOON)
histories = st.lists(any_clock, max_size=80).map(
    lambda moments: [Made(number, moment) for number, moment in enumerate(moments, start=1)]
)


@given(histories)
def test_the_newest_stay_whatever_the_clocks_said(made: list[Made]) -> None:
    assert set(made[-RECENT:]) <= to_keep(made)


@given(histories)
def test_never_more_stay_than_the_rule_says(made: list[Made]) -> None:
    kept = to_keep(made)
    assert kept <= set(made)
    assert len(kept) <= RECENT + DAYS + WEEKS


@given(histories)
def test_what_is_thrown_away_once_was_not_needed_later(made: list[Made]) -> None:
    """Throwing away after each backup leaves the same as throwing away once at the end."""
    step_by_step: set[Made] = set()
    for one in made:
        step_by_step = set(to_keep([*step_by_step, one]))
    assert step_by_step == to_keep(made)


@given(st.randoms(use_true_random=False), histories)
def test_the_order_of_the_list_does_not_matter(chance, made: list[Made]) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert to_keep(shuffled) == to_keep(made)


def test_a_year_of_workshops_keeps_days_and_weeks() -> None:
    """Two workshops a week, a backup every quarter of an hour from 10:00 to 12:00."""
    made = []
    for day in range(0, 364):
        if day % 7 not in (1, 3):
            continue
        start = datetime(2026, 1, 5, 10, tzinfo=UTC) + timedelta(days=day)
        for quarter in range(9):
            moment = start + timedelta(minutes=15 * quarter)
            made.append(Made(len(made) + 1, moment))
    kept = sorted(to_keep(made))
    assert kept[-12:] == made[-12:]
    days = {one.moment.date() for one in kept}
    assert len(days) == 14 + 1  # the eighth week back has a second day that is its last
    assert len({one.moment.isocalendar()[:2] for one in kept}) == 8
    older = [one for one in kept if one not in made[-12:]]
    assert {one.moment.time().isoformat() for one in older} == {"12:00:00"}


def test_an_evening_with_the_clock_at_1970_pushes_nothing_recent_out() -> None:
    good = [Made(n, NOON + timedelta(days=n)) for n in range(1, 30)]
    wrong = [Made(30 + n, datetime(1970, 1, 1, 10, n, tzinfo=UTC)) for n in range(9)]
    kept = to_keep([*good, *wrong])
    assert set(wrong) <= kept
    assert len({one.moment.date() for one in kept if one in good}) >= DAYS - 1


def test_the_first_backup_is_due_at_once() -> None:
    assert is_due(None, False, NOON)


def test_nothing_new_needs_no_backup_not_even_at_the_end_of_a_session() -> None:
    assert not is_due(NOON, False, NOON + timedelta(days=9), at_boundary=True)


def test_change_waits_a_quarter_of_an_hour_or_for_the_end_of_a_session() -> None:
    soon = NOON + timedelta(minutes=14, seconds=59)
    assert not is_due(NOON, True, soon)
    assert is_due(NOON, True, soon, at_boundary=True)
    assert is_due(NOON, True, NOON + timedelta(minutes=15))


@given(any_clock, any_clock)
def test_a_clock_that_was_set_back_never_puts_it_off_for_longer(last: datetime, now: datetime):
    assert is_due(last, True, now) == (not timedelta(0) <= now - last < timedelta(minutes=15))
