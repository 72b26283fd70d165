"""The pretend model of reach: what helps helps, ever less, and never by chance."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.practice.plaza.reach import HOURS, Making, paid, reach
from trainer_app.domain.practice.plaza.visibility import AUDIENCES

MAKING = st.builds(
    Making,
    audience=st.sampled_from(AUDIENCES),
    hour=st.sampled_from(HOURS),
    fit=st.integers(0, 100),
    caption=st.booleans(),
    alt=st.booleans(),
    fitting=st.integers(0, 6),
    other=st.integers(0, 6),
    budget=st.integers(0, 100),
)
SEED = st.integers(0, 999)


@given(making=MAKING, seed=SEED)
def test_figures_are_possible_and_the_same_for_a_whole_class(making: Making, seed: int) -> None:
    found = reach(making, seed)
    assert found == reach(making, seed)
    assert 0 <= found.engaged <= found.people <= found.views


@given(making=MAKING, seed=SEED)
def test_what_helps_never_harms(making: Making, seed: int) -> None:
    before = reach(making, seed).people
    for better in (
        replace(making, caption=True),
        replace(making, alt=True),
        replace(making, fitting=making.fitting + 1),
        replace(making, fit=min(100, making.fit + 10)),
        replace(making, budget=making.budget + 5),
        replace(making, other=0),
    ):
        assert reach(better, seed).people >= before


@given(making=MAKING, seed=SEED)
def test_a_wider_audience_never_reaches_fewer(making: Making, seed: int) -> None:
    reached = [reach(replace(making, audience=each), seed).people for each in AUDIENCES]
    assert reached == sorted(reached)
    assert reached[0] == 0


@given(making=MAKING, seed=SEED)
def test_money_brings_people_but_not_warmth(making: Making, seed: int) -> None:
    rich = reach(replace(making, budget=100), seed)
    poor = reach(replace(making, budget=0), seed)
    if poor.people:
        assert rich.people > poor.people
        assert abs(rich.engaged / rich.people - poor.engaged / poor.people) <= 1 / poor.people


def test_each_euro_and_each_hashtag_brings_less_than_the_one_before() -> None:
    brought = [paid(euros + 5) - paid(euros) for euros in range(0, 50, 5)]
    assert brought == sorted(brought, reverse=True)
    assert brought[-1] > 0
    post = Making("everyone")
    by_tags = [reach(replace(post, fitting=number), 1).people for number in range(5)]
    steps = [after - before for before, after in itertools.pairwise(by_tags)]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] > 0 == steps[-1]
