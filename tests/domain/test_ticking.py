"""Ticking a signed sheet back: whatever keys are pressed, what is shown is what was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance import Status
from trainer_app.domain.ticking import (
    MOST_MINUTES,
    Row,
    Step,
    TakeBack,
    Tick,
    Ticking,
    Times,
    Write,
    back,
    came_in,
    digit,
    go,
    leave,
    say,
    seen,
    sign,
    taken_back,
    written,
)

EVENING = Times(18 * 60, 20 * 60)
PEOPLE = ("amina", "bilal", "chen", "dina")
KEYS = (" ", "l", "e", "p", "a", "x", "<", "^", "v", "!", *"0123456789")
STATUSES = {
    "p": Status.PRESENT, "l": Status.LATE, "e": Status.LEFT_EARLY,
    "a": Status.ABSENT, "x": Status.EXCUSED,
}  # fmt: skip


def sheet(*ticks: Tick | None, times: Times = EVENING) -> Ticking:
    rows = tuple(Row(person, tick) for person, tick in zip(PEOPLE, ticks, strict=False))
    return Ticking(rows or tuple(Row(person) for person in PEOPLE), times)


def press(state: Ticking, key: str) -> tuple[Ticking, Step]:
    """What the page does with a key, before anything is written."""
    match key:
        case " ":
            return sign(state)
        case "<":
            return back(state)
        case "^":
            return go(state, -1), None
        case "v":
            return go(state, 1), None
        case "!":
            return leave(state), None
        case _ if key.isdecimal():
            return digit(state, int(key)), None
    return say(state, STATUSES[key])


class Paper:
    """The page with its disk: marks as they would be stored, and what stood before each."""

    def __init__(self, state: Ticking) -> None:
        self.state = state
        self.begun = {row.person: row.tick for row in state.rows}
        self.disk = dict(self.begun)
        self.before: list[tuple[str, Tick | None]] = []

    def press(self, keys: str) -> Paper:
        for key in keys:
            self.state, step = press(self.state, key)
            if isinstance(step, Write):
                person = self.state.rows[step.row].person
                self.before.append((person, self.disk[person]))
                self.disk[person] = step.tick
                self.state = written(self.state, step.row, step.tick)
            elif isinstance(step, TakeBack):
                person, tick = self.before.pop()
                assert self.state.rows[step.row].person == person
                self.disk[person] = tick
                self.state = taken_back(self.state, tick)
        return self

    def said(self) -> list[tuple[str, int, int] | None]:
        return [
            None if tick is None else (str(tick.status), tick.late, tick.early)
            for tick in (row.tick for row in self.state.rows)
        ]


def test_one_key_a_row() -> None:
    paper = Paper(sheet()).press(" ax ")
    assert paper.said() == [
        ("present", 0, 0), ("absent", 0, 0), ("excused", 0, 0), ("present", 0, 0),
    ]  # fmt: skip
    assert paper.state.row is None
    assert paper.state.waiting == ()


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ("l ", ("late", 10, 0)),
        ("l7 ", ("late", 7, 0)),
        ("l25 ", ("late", 25, 0)),
        ("l1815 ", ("late", 15, 0)),
        ("l1755 ", ("present", 0, 0)),
        ("e ", ("left-early", 0, 10)),
        ("e1945 ", ("left-early", 0, 15)),
        ("e2010 ", ("present", 0, 0)),
        ("l5e20 ", ("late-left-early", 5, 20)),
        ("l1805e1930 ", ("late-left-early", 5, 30)),
        ("l5<8 ", ("late", 8, 0)),
        ("l<p", ("present", 0, 0)),
        ("l!a", ("absent", 0, 0)),
    ],
)
def test_minutes_are_typed_or_times_of_the_sheet(keys: str, mark: tuple[str, int, int]) -> None:
    paper = Paper(sheet()).press(keys)
    assert paper.said()[0] == mark
    assert paper.state.at == 1


@pytest.mark.parametrize("keys", ["l2460 ", "l1861 ", "l999 ", "l2300 ", "e0900 ", "l2460e"])
def test_what_can_be_no_time_of_the_session_is_not_written(keys: str) -> None:
    paper = Paper(sheet()).press(keys)
    assert paper.said() == [None] * 4
    assert paper.state.asked is not None
    assert paper.state.unclear


def test_a_session_over_midnight_has_times_too() -> None:
    night = sheet(times=Times(23 * 60, 60))
    assert Paper(night).press("l0010 ").said()[0] == ("late", 70, 0)
    assert Paper(night).press("e0030 ").said()[0] == ("left-early", 0, 30)


def test_a_signature_changes_nothing_of_who_is_known_to_have_been_there() -> None:
    late, absent = Tick(Status.LATE, 12), Tick(Status.ABSENT)
    paper = Paper(sheet(late, absent)).press("  ")
    assert paper.said() == [("late", 12, 0), ("present", 0, 0)]
    assert [person for person, _ in paper.before] == ["bilal"]


def test_what_stands_already_is_not_written_again() -> None:
    paper = Paper(sheet(Tick(Status.LATE, 12), Tick(Status.ABSENT))).press("l12 a")
    assert paper.before == []
    assert paper.state.at == 2


def test_early_and_late_are_kept_together() -> None:
    paper = Paper(sheet(Tick(Status.LATE, 12), Tick(Status.LEFT_EARLY, 0, 30))).press("e5 l9 ")
    assert paper.said() == [("late-left-early", 12, 5), ("late-left-early", 9, 30)]


def test_backspace_takes_back_the_last_row_and_goes_to_it() -> None:
    paper = Paper(sheet()).press("  a<")
    assert paper.said() == [("present", 0, 0), ("present", 0, 0), None, None]
    assert paper.state.at == 2
    paper.press("<<")
    assert paper.said() == [None] * 4
    assert paper.state.at == 0
    assert paper.press("vv<").state.at == 1


def test_somebody_on_an_empty_row_is_the_next_row_or_the_one_she_has() -> None:
    end = go(sheet(), 100)
    assert end.at == 4
    assert sign(end) == (end, None)
    assert say(end, Status.ABSENT) == (end, None)
    here = came_in(end, "eva")
    assert here.rows[here.at] == Row("eva")
    assert came_in(here, "bilal").at == 1


def test_marks_made_elsewhere_are_seen_and_the_row_in_hand_stays() -> None:
    paper = Paper(sheet()).press("  ")
    rows = (Row("new"), *paper.state.rows[1:], Row("late-comer", Tick(Status.PRESENT)))
    state = seen(paper.state, rows)
    assert [row.person for row in state.rows] == ["bilal", "chen", "dina", "new", "late-comer"]
    assert state.row is not None
    assert state.row.person == "chen"
    # Amina is gone: what was ticked before her cannot be taken back in its order, the rest can.
    assert state.done == (0,)
    other = seen(state, (Row("bilal", Tick(Status.EXCUSED)), *state.rows[1:]))
    assert other.done == ()


ticks = st.none() | st.builds(Tick, st.sampled_from(list(Status)), st.just(7), st.just(9))
keys = st.lists(st.sampled_from(KEYS), max_size=40).map("".join)


@given(st.lists(ticks, min_size=1, max_size=4), keys)
def test_what_is_shown_is_on_the_disk_and_all_of_it_can_be_taken_back(
    begun: list[Tick | None], pressed: str
) -> None:
    paper = Paper(sheet(*begun)).press(pressed)
    state = paper.state
    assert {row.person: row.tick for row in state.rows} == paper.disk
    assert 0 <= state.at <= len(state.rows)
    assert len(state.done) == len(paper.before)
    assert state.row is not None or state.asked is None
    for row in state.rows:
        tick = row.tick
        if tick is not None and tick != paper.begun[row.person]:
            assert 0 <= tick.late <= MOST_MINUTES
            assert 0 <= tick.early <= MOST_MINUTES
    paper.press("!" + "<" * len(state.done))
    assert paper.disk == paper.begun
    assert paper.state.done == ()


@given(keys, st.sampled_from([" ", "a", "x", "p"]))
def test_whatever_was_pressed_the_next_key_ticks_the_row_in_hand(pressed: str, key: str) -> None:
    before = leave(Paper(sheet()).press(pressed).state)
    paper = Paper(replace(before, done=()))
    paper.press(key)
    if before.row is None:
        assert paper.state == replace(before, done=())
        return
    assert paper.state.at == before.at + 1
    assert paper.state.rows[before.at].tick is not None
