"""Minutes of a practice: a begun one counts, rest and a laptop left alone do not."""

from __future__ import annotations

from trainer_app.ui.practice.around.play_time import PlayTime


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_time_counts_from_touch_to_touch() -> None:
    now = Seconds()
    time = PlayTime(now)
    assert time.minutes == 0
    now.now += 600
    time.go_on()
    assert time.minutes == 0
    for _ in range(3):
        now.now += 50
        time.touch()
    assert time.minutes == 3
    now.now += 31
    assert time.minutes == 4


def test_a_laptop_left_alone_counts_two_minutes_at_most() -> None:
    now = Seconds()
    time = PlayTime(now)
    time.go_on()
    now.now += 86_400
    assert time.minutes == 2
    time.touch()
    assert time.minutes == 2


def test_rest_does_not_count() -> None:
    now = Seconds()
    time = PlayTime(now)
    time.go_on()
    now.now += 60
    time.rest()
    now.now += 90
    time.touch()
    assert time.minutes == 1
    time.go_on()
    time.go_on()
    now.now += 60
    assert time.minutes == 2
