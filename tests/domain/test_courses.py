"""Times of sessions: whole minutes, and the local day they belong to."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.courses import Session, local_time, whole_minute

HERE = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = (datetime.fromisoformat(f"{year}-01-01") for year in (2020, 2099))
moments = st.datetimes(FIRST, LAST, timezones=st.just(HERE))


def session(started: int | None, ended: int | None) -> Session:
    return Session(
        "s", "c", 1, date(2026, 11, 24), time(10), time(12), started=started, ended=ended
    )


def test_a_session_is_planned_then_open_then_over() -> None:
    states = [session(None, None), session(60, None), session(60, 120)]
    assert [(s.is_open, s.has_ended) for s in states] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_a_time_is_cut_to_the_minute_as_on_the_wall() -> None:
    moment = datetime(2026, 11, 24, 10, 0, 59, 999_999, tzinfo=HERE)
    assert whole_minute(moment) == datetime(2026, 11, 24, 10, tzinfo=HERE).timestamp()


@given(moments)
def test_a_recorded_minute_reads_as_it_was_on_the_wall(moment: datetime) -> None:
    on_the_wall = moment.replace(tzinfo=None, second=0, microsecond=0)
    # The hour that summer time skips never was on a wall.
    if datetime.fromtimestamp(moment.timestamp(), HERE).hour == moment.hour:
        assert local_time(whole_minute(moment), moment) == on_the_wall.replace(fold=moment.fold)


def test_a_summer_evening_reads_the_same_in_winter() -> None:
    began = whole_minute(datetime(2026, 7, 7, 10, 0, tzinfo=HERE))
    in_winter = datetime(2026, 11, 24, 9, 0, tzinfo=HERE)
    assert local_time(began, in_winter) == datetime.fromisoformat("2026-07-07 10:00")


def test_a_time_not_known_stays_so() -> None:
    assert local_time(None, datetime(2026, 11, 24, tzinfo=HERE)) is None
