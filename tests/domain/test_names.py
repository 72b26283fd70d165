"""Comparing people by folded names and year of birth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.names import (
    NameIndex,
    NameKey,
    Spelling,
    likely_same,
    pairs_with_known,
    same_person_pairs,
)

JALLOW = (Spelling("jl", ("", "a", "ou")),)
DIALLO = (Spelling("jl", ("", "a", "o")),)
MARIAMA = (Spelling("mrm", ("", "a", "ia", "a")),)
SAMIR = (Spelling("smr", ("", "a", "i", "")),)
SAMIRA = (Spelling("smr", ("", "a", "i", "a")),)
SAMIR_BARE = (Spelling("smr", ("", "", "i", ""), is_full=False),)
MUSA = (Spelling("ms", ("", "u", "a")),)


def key(id: int | str, *parts: tuple[Spelling, ...], year: int | None = 1990) -> NameKey:
    return NameKey(id, f"{parts}", parts, year)


def test_years_that_differ_mean_two_people() -> None:
    assert likely_same(key(1, MARIAMA, JALLOW), key(2, MARIAMA, DIALLO))
    assert not likely_same(key(1, MARIAMA, JALLOW), key(2, MARIAMA, JALLOW, year=1991))
    assert likely_same(key(1, MARIAMA, JALLOW), key(2, DIALLO, MARIAMA, year=None))


def test_a_missing_part_needs_the_same_year() -> None:
    whole = key(1, MARIAMA, MUSA, JALLOW)
    assert likely_same(whole, key(2, MARIAMA, DIALLO))
    assert not likely_same(whole, key(2, MARIAMA, DIALLO, year=None))
    assert not likely_same(whole, key(2, MARIAMA))


def test_a_single_name_needs_the_same_year_or_the_same_letters() -> None:
    assert likely_same(key(1, JALLOW), key(2, DIALLO))
    assert not likely_same(key(1, JALLOW, year=None), key(2, DIALLO))
    assert likely_same(key(1, JALLOW, year=None), key(2, JALLOW, year=None))


def test_no_name_is_like_nobody() -> None:
    assert not likely_same(key(1), key(2))


def test_the_last_vowel_tells_a_woman_from_a_man() -> None:
    assert not likely_same(key(1, SAMIR, MUSA), key(2, SAMIRA, MUSA))
    assert likely_same(key(1, SAMIR_BARE, MUSA), key(2, SAMIR, MUSA))
    assert not likely_same(key(1, SAMIR_BARE, MUSA), key(2, SAMIRA, MUSA))


def test_every_part_needs_a_counterpart_of_its_own() -> None:
    assert not likely_same(key(1, MUSA, MUSA), key(2, MUSA, JALLOW))
    many = [MUSA] * 7
    assert not likely_same(key(1, *many, SAMIR), key(2, *many, SAMIRA))


def test_the_same_row_again_is_paired_with_its_first_one_only() -> None:
    keys = [key(number, MARIAMA, JALLOW) for number in range(500)]
    assert same_person_pairs(keys) == [(0, number) for number in range(1, 500)]


def test_people_who_are_there_already_are_found_by_their_id() -> None:
    known = [key("p1", MARIAMA, DIALLO, year=None), key("p2", MUSA, SAMIR)]
    assert pairs_with_known([key(5, JALLOW, MARIAMA), key(6, MUSA, JALLOW)], known) == [(5, "p1")]


spellings = st.sampled_from([JALLOW, DIALLO, MARIAMA, SAMIR, SAMIRA, SAMIR_BARE, MUSA])
keys = st.builds(
    lambda id, parts, year: key(id, *parts, year=year),
    st.uuids().map(str), st.lists(spellings, max_size=4), st.sampled_from([None, 1990, 1991]),
)  # fmt: skip


@given(keys, keys)
def test_likeness_has_no_direction_and_the_index_misses_nobody(a: NameKey, b: NameKey) -> None:
    assert likely_same(a, b) == likely_same(b, a)
    index = NameIndex()
    index.add(a)
    assert bool(index.like(b)) == likely_same(a, b)
