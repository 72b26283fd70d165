"""Budgets of what one end may say, and of wrong codes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.classroom.flow import Bucket, Budget
from trainer_app.classroom.guesses import Guesses
from trainer_app.classroom.limits import Rate

STEPS = st.lists(st.tuples(st.floats(0, 10), st.floats(0, 30)), max_size=50)


@given(each_second=st.floats(0, 100), burst=st.floats(0, 100), steps=STEPS)
def test_never_more_than_the_burst_and_what_time_has_brought(each_second, burst, steps):
    bucket, now, taken = Bucket(Rate(each_second, burst), 0.0), 0.0, 0.0
    for passed, amount in steps:
        now += passed
        if bucket.take(amount, now):
            taken += amount
    assert taken <= burst + each_second * now + 1e-6


def test_a_steady_talker_is_never_stopped():
    bucket = Bucket(Rate(each_second=8, burst=1), 0.0)
    assert all(bucket.take(1, moment / 8) for moment in range(1, 500))


def test_a_burst_is_borne_once_and_again_after_a_quiet_while():
    bucket = Bucket(Rate(each_second=1, burst=5), 0.0)
    assert [bucket.take(1, 0.0) for _ in range(6)] == [True] * 5 + [False]
    assert not bucket.take(3, 2.0)
    assert bucket.take(5, 60.0)


def test_pieces_count_as_bytes_alone():
    budget = Budget(Rate(0, 1), Rate(0, 100), 0.0)
    assert all(budget.bears(10, 0.0, piece=True) for _ in range(5))
    assert budget.bears(10, 0.0)
    assert not budget.bears(10, 0.0)
    assert not budget.bears(60, 0.0, piece=True)


class Watch:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_five_wrong_codes_and_none_is_looked_at_for_a_minute():
    watch = Watch()
    guesses = Guesses(5, 60.0, watch)
    for _ in range(5):
        assert guesses.may_try("192.168.1.9")
        guesses.wrong("192.168.1.9")
        watch.now += 1
    assert not guesses.may_try("192.168.1.9")
    assert guesses.may_try("192.168.1.10")
    watch.now += 58
    assert not guesses.may_try("192.168.1.9")
    watch.now += 2
    assert guesses.may_try("192.168.1.9")
    guesses.wrong("192.168.1.9")
    assert guesses.may_try("192.168.1.9")


def test_slow_mistakes_are_forgotten():
    watch = Watch()
    guesses = Guesses(3, 60.0, watch)
    for _ in range(20):
        guesses.wrong("192.168.1.9")
        watch.now += 50
        assert guesses.may_try("192.168.1.9")


def test_one_network_of_ipv6_counts_as_one_address():
    guesses = Guesses(2, 60.0, Watch())
    guesses.wrong("fd00::1")
    guesses.wrong("fd00::2%eth0")
    assert not guesses.may_try("fd00::3")
    assert guesses.may_try("fd00:0:0:1::3")


def test_a_thousand_addresses_are_remembered_and_no_more():
    guesses = Guesses(1, 60.0, Watch())
    for number in range(1_001):
        guesses.wrong(f"10.0.{number // 256}.{number % 256}")
    assert guesses.may_try("10.0.0.0")
    assert not guesses.may_try("10.0.0.1")
