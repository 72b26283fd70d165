"""Strips flow down pages: none lost, none cut, headings kept with what they head."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.ui.printing.pages import Strip, gap, paginate

ROOM = 100.0
HEAD = gap(10)


def strip(height: int, keep: bool, repeats: bool) -> Strip:
    return Strip(height, lambda _paper, _top: None, keep=keep, again=(HEAD,) if repeats else ())


strips = st.lists(st.builds(strip, st.integers(1, 20), st.booleans(), st.booleans()), max_size=60)


def blocks(given_strips: list[Strip]) -> list[list[Strip]]:
    found: list[list[Strip]] = [[]]
    for each in given_strips:
        found[-1].append(each)
        if not each.keep:
            found.append([])
    return [block for block in found if block]


@given(strips)
def test_every_strip_stands_once_in_order(given_strips: list[Strip]) -> None:
    flowed = [each for each in chain(*paginate(given_strips, ROOM)) if each is not HEAD]
    assert all(one is other for one, other in zip(flowed, given_strips, strict=True))


@given(strips)
def test_no_page_is_overfull_unless_one_block_is(given_strips: list[Strip]) -> None:
    highest = max((sum(s.height for s in block) for block in blocks(given_strips)), default=0)
    for page in paginate(given_strips, ROOM):
        assert sum(each.height for each in page) <= max(ROOM, highest + HEAD.height)


@given(strips)
def test_no_page_ends_with_what_belongs_to_the_next(given_strips: list[Strip]) -> None:
    *full, _ = paginate(given_strips, ROOM)
    assert not any(page[-1].keep for page in full)


@given(strips)
def test_a_page_begins_with_the_headings_of_its_first_strip(given_strips: list[Strip]) -> None:
    for page in paginate(given_strips, ROOM)[1:]:
        first = next(each for each in page if each is not HEAD)
        assert (page[0] is HEAD) == bool(first.again)
