"""Laptops that hear of each other in any order, in pieces and twice, end up saying the same."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from many_laptops import (
    Centre,
    Laptop,
    assert_all_agree,
    assert_an_informed_edit_wins,
    assert_sound,
    branches,
    carried,
    drafts,
    focuses,
    strange_events,
)

from trainer_app.domain.kinds import AUTHORITY

_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
_SETTINGS = settings(
    max_examples=3000 if _LONG else 15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
_YEARS = st.lists(st.integers(-70, 70), min_size=2, max_size=5)
_WHICH = st.integers(0, 4)


class ManyLaptops(RuleBasedStateMachine):
    """What trainers and learners do on several laptops, and what sticks carry between them."""

    def __init__(self) -> None:
        super().__init__()
        self.centre: Centre | None = None

    @initialize(years=_YEARS, focus=focuses)
    def open(self, years: list[int], focus: list[str]) -> None:
        self.centre = Centre(years, focus)

    def laptop(self, which: int) -> Laptop:
        assert self.centre is not None
        return self.centre.laptops[which % len(self.centre.laptops)]

    @rule(which=_WHICH, data=st.data())
    def somebody_writes(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        for _ in range(data.draw(st.integers(1, 3))):
            self._centre.write(laptop, data.draw(drafts(laptop, *self._centre.focus)))

    @rule(which=_WHICH, data=st.data())
    def anything_is_written(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        self._centre.write(laptop, data.draw(drafts(laptop)))

    @rule(which=_WHICH, data=st.data())
    def a_trainer_says(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        self._centre.write(laptop, data.draw(drafts(laptop, *sorted(AUTHORITY))))

    @rule(which=_WHICH, data=st.data())
    def two_ids_become_one_person_or_two_again(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        kinds = ("same-person", "same-person", "same-person-undone")
        self._centre.write(laptop, data.draw(drafts(laptop, *kinds)))

    @rule(which=_WHICH, data=st.data())
    def somebody_is_erased(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        self._centre.write(laptop, data.draw(drafts(laptop, "person-erased")))

    @rule(which=_WHICH, other=_WHICH, data=st.data())
    def a_second_history_turns_up(self, which: int, other: int, data: st.DataObject) -> None:
        made = data.draw(branches(self._centre, self.laptop(which)))
        self._centre.take_in(self.laptop(other), made)

    @rule(which=_WHICH, data=st.data())
    def a_fork_is_settled(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        if laptop.values("SELECT thing FROM unsettled_forks"):
            self._centre.write(laptop, data.draw(drafts(laptop, "fork-settled")))

    @rule(which=_WHICH, data=st.data())
    def something_strange_turns_up(self, which: int, data: st.DataObject) -> None:
        laptop = self.laptop(which)
        self._centre.take_in(laptop, [data.draw(strange_events(self._centre, laptop))])

    @rule(which=_WHICH, other=_WHICH, batch=st.sampled_from([1, 3, 10, 500]), data=st.data())
    def a_stick_is_carried(self, which: int, other: int, batch: int, data: st.DataObject) -> None:
        events = data.draw(carried(self.laptop(which)))
        self._centre.take_in(self.laptop(other), events, batch)

    @rule(which=_WHICH)
    def a_copy_is_made(self, which: int) -> None:
        self._centre.copy(self.laptop(which))

    @precondition(lambda self: self.centre and any(one.older for one in self.centre.laptops))
    @rule()
    def an_older_copy_is_put_back(self) -> None:
        older = next(one for one in self._centre.laptops if one.older)
        self._centre.restore(older)
        older.older = False

    @rule(which=_WHICH)
    def the_tables_are_what_the_log_says(self, which: int) -> None:
        assert_sound(self.laptop(which))

    @property
    def _centre(self) -> Centre:
        assert self.centre is not None
        return self.centre

    def teardown(self) -> None:
        if self.centre is None:
            return
        try:
            assert_all_agree(self.centre)
            assert_an_informed_edit_wins(self.centre, self.centre.laptops[-1])
        finally:
            self.centre.close()


TestManyLaptops: Any = ManyLaptops.TestCase
TestManyLaptops.settings = _SETTINGS


@settings(_SETTINGS, max_examples=300 if _LONG else 10)
@given(_YEARS, focuses, st.data())
def test_an_evening_apart_and_then_everything_at_once(
    years: list[int], focus: list[str], data: st.DataObject
) -> None:
    centre = Centre(years, focus)
    try:
        for laptop in centre.laptops:
            for _ in range(data.draw(st.integers(1, 8))):
                centre.write(laptop, data.draw(drafts(laptop, *centre.focus)))
        assert_all_agree(centre)
        assert_an_informed_edit_wins(centre, centre.laptops[0])
    finally:
        centre.close()
