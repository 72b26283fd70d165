"""Who sees what, for any people, friendships, blocks, tags and audiences."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.practice.plaza.visibility import (
    AUDIENCES,
    Shown,
    Ties,
    may_see,
    may_see_shared,
    viewers,
)

PEOPLE = tuple("abcdef")
SOME = st.frozensets(st.sampled_from(PEOPLE))
PAIRS = st.frozensets(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), max_size=8)
SHOWN = st.builds(
    Shown,
    owner=st.sampled_from(PEOPLE),
    audience=st.sampled_from(AUDIENCES),
    chosen=SOME,
    tagged=SOME,
    members=st.none() | SOME,
)


def friendly(pairs: frozenset[tuple[str, str]]) -> dict[str, frozenset[str]]:
    both = pairs | {(other, one) for one, other in pairs}
    return {each: frozenset(b for a, b in both if a == each and b != each) for each in PEOPLE}


TIES = st.builds(Ties, friends=PAIRS.map(friendly), blocks=PAIRS)
ANYBODY = st.sampled_from(PEOPLE)


@given(shown=SHOWN, ties=TIES)
def test_the_owner_always_sees_it(shown: Shown, ties: Ties) -> None:
    assert may_see(shown.owner, shown, ties)


@given(viewer=ANYBODY, shown=SHOWN, ties=TIES, blocker=st.booleans())
def test_who_is_blocked_never_sees_it(viewer: str, shown: Shown, ties: Ties, blocker: bool) -> None:
    pair = (shown.owner, viewer) if blocker else (viewer, shown.owner)
    apart = replace(ties, blocks=ties.blocks | {pair})
    assert may_see(viewer, shown, apart) == (viewer == shown.owner)


@given(shown=SHOWN, ties=TIES)
def test_narrowing_never_adds_a_viewer(shown: Shown, ties: Ties) -> None:
    seen = [viewers(PEOPLE, replace(shown, audience=each), ties) for each in AUDIENCES]
    for narrow, wide in itertools.pairwise(seen):
        assert narrow <= wide
    assert seen[0] == {shown.owner}


@given(shown=SHOWN, ties=TIES, tag=ANYBODY)
def test_taking_a_name_off_never_adds_a_viewer(shown: Shown, ties: Ties, tag: str) -> None:
    without = replace(shown, tagged=shown.tagged - {tag})
    assert viewers(PEOPLE, without, ties) <= viewers(PEOPLE, shown, ties)


@given(shown=SHOWN, ties=TIES, pair=st.tuples(ANYBODY, ANYBODY))
def test_a_block_never_adds_a_viewer(shown: Shown, ties: Ties, pair: tuple[str, str]) -> None:
    apart = replace(ties, blocks=ties.blocks | {pair})
    assert viewers(PEOPLE, shown, apart) <= viewers(PEOPLE, shown, ties)


@given(shown=SHOWN, ties=TIES, group=SOME)
def test_a_closed_group_keeps_others_out(shown: Shown, ties: Ties, group: frozenset[str]) -> None:
    closed = replace(shown, members=group)
    assert viewers(PEOPLE, closed, ties) <= group | {shown.owner}


@settings(max_examples=50)
@given(viewer=ANYBODY, share=SHOWN, original=SHOWN, ties=TIES)
def test_passing_on_shows_nothing_to_who_may_not_see_it(
    viewer: str, share: Shown, original: Shown, ties: Ties
) -> None:
    if may_see_shared(viewer, share, original, ties):
        assert may_see(viewer, original, ties)


def test_friends_see_what_is_for_friends_and_a_tag_brings_friends_along() -> None:
    ties = Ties(friendly(frozenset({("a", "b"), ("c", "d")})))
    post = Shown("a", "friends")
    assert viewers(PEOPLE, post, ties) == {"a", "b"}
    assert viewers(PEOPLE, replace(post, tagged=frozenset("c")), ties) == {"a", "b", "d"} | {"c"}
    chosen = replace(post, audience="chosen", chosen=frozenset("be"))
    assert viewers(PEOPLE, chosen, ties) == {"a", "b"}
    assert viewers(PEOPLE, replace(post, audience="everyone"), ties) == set(PEOPLE)
