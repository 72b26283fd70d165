"""Guessing gets slower and slower, over restarts and wrong clocks; the right words end it."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

import pytest
from centres import Clock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.domain.errors import TooManyTries
from trainer_app.services.tries import FILE, Tries


def fill(file: FileIO) -> None:
    while True:
        file.write(bytes(4096))


def wait(tries: Tries) -> int:
    try:
        tries.check()
    except TooManyTries as told:
        return int(told.facts["seconds"])
    return 0


def test_three_are_free_then_each_wait_is_twice_as_long(tmp_path: Path, clock: Clock) -> None:
    tries, waits = Tries(tmp_path, clock.now), []
    for _ in range(12):
        tries.wrong()
        waits.append(wait(tries))
        clock.forward(seconds=waits[-1])
        assert wait(tries) == 0
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_the_wait_runs_down(tmp_path: Path, clock: Clock) -> None:
    tries = Tries(tmp_path, clock.now)
    for _ in range(4):
        tries.wrong()
    clock.forward(seconds=3.5)
    assert wait(tries) in (6, 7)
    clock.forward(seconds=5.4)
    assert wait(tries) in (1, 2)


def test_it_outlives_a_restart_and_the_right_words_end_it(tmp_path: Path, clock: Clock) -> None:
    tries = Tries(tmp_path, clock.now)
    for _ in range(5):
        tries.wrong()
    again = Tries(tmp_path, clock.now)
    assert wait(again) == 20
    again.right()
    assert wait(again) == 0
    assert list(tmp_path.iterdir()) == []
    assert wait(Tries(tmp_path, clock.now)) == 0


def test_a_clock_set_back_counts_the_whole_wait_anew_and_no_longer(
    tmp_path: Path, clock: Clock
) -> None:
    tries = Tries(tmp_path, clock.now)
    for _ in range(4):
        tries.wrong()
    clock.forward(days=-400)
    again = Tries(tmp_path, clock.now)
    assert wait(again) == 10
    clock.forward(seconds=4)
    assert wait(again) == wait(Tries(tmp_path, clock.now)) == 6
    clock.forward(seconds=6)
    assert wait(again) == 0


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{}", b"[]", b"7", b"\xff", b"[" * 900, b'{"wrong": 9}', b'{"wrong": "9", "at": 1}',
        b'{"wrong": 1e400, "at": 1}', b'{"wrong": -4, "at": 1}', b'{"wrong": true, "at": 1}',
        b'{"wrong": 99999999999999999999, "at": 1}', b'{"wrong": 5, "at": 1' + b" " * 2000 + b"}",
    ],
)  # fmt: skip
def test_a_damaged_file_locks_nobody_out(tmp_path: Path, clock: Clock, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    tries = Tries(tmp_path, clock.now)
    assert wait(tries) == 0
    for _ in range(3):
        tries.wrong()
    assert wait(Tries(tmp_path, clock.now)) == 5


@given(st.integers(0, 1000), st.integers(-(2**80), 2**80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_makes_anybody_wait_longer_than_five_minutes(
    tmp_path: Path, clock: Clock, wrong: int, at: int
) -> None:
    (tmp_path / FILE).write_text(f'{{"wrong": {wrong}, "at": {at}}}')
    assert 0 <= wait(Tries(tmp_path, clock.now)) <= 300


def test_where_nothing_can_be_written_it_is_counted_in_memory(
    small_disk: Path, clock: Clock
) -> None:
    with (small_disk / "filler").open("wb", buffering=0) as filler, pytest.raises(OSError):
        fill(filler)
    tries = Tries(small_disk, clock.now)
    for _ in range(3):
        tries.wrong()
    assert not (small_disk / FILE).exists()
    assert wait(tries) == 5


def test_it_says_nothing_about_anybody(tmp_path: Path, clock: Clock) -> None:
    Tries(tmp_path, clock.now).wrong()
    seconds = int(clock.now().timestamp())
    assert (tmp_path / FILE).read_text() == f'{{"wrong": 1, "at": {seconds}}}'
