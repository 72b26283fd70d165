"""Who is one person: any order of saying so gives the same, and the smallest id stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.sharing import components

Pairs = list[tuple[str, str]]
pairs = st.lists(st.tuples(*[st.sampled_from("abcdefgh")] * 2), max_size=12)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ([], {}),
        ([("b", "a")], {"a": "a", "b": "a"}),
        ([("a", "a")], {"a": "a"}),
        ([("a", "b"), ("b", "c"), ("c", "a")], dict.fromkeys("abc", "a")),
        ([("c", "d"), ("a", "b")], {"a": "a", "b": "a", "c": "c", "d": "c"}),
        ([("c", "d"), ("a", "b"), ("d", "b")], dict.fromkeys("abcd", "a")),
    ],
)
def test_who_stands_for_whom(said: Pairs, stands: dict[str, str]) -> None:
    assert components(said) == stands


@given(pairs, st.data())
def test_order_direction_and_repetition_change_nothing(said: Pairs, data: st.DataObject) -> None:
    again = data.draw(st.permutations([*said, *said[:3]]))
    turned = [(b, a) if data.draw(st.booleans()) else (a, b) for a, b in again]
    assert components(turned) == components(said)


@given(pairs)
def test_the_smallest_of_all_who_can_be_reached_stands(said: Pairs) -> None:
    found = components(said)
    assert set(found) == {one for pair in said for one in pair}
    for start, first in found.items():
        reached, more = {start}, True
        while more:
            near = {x for a, b in said if a in reached or b in reached for x in (a, b)}
            more = not near <= reached
            reached |= near
        assert first == min(reached)
