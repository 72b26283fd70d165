"""How near one sentence is to another, and what is suggested from what was translated before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.likeness import (
    NEAR,
    Remembered,
    differences,
    likeness,
    suggestions,
)

SENTENCES = st.lists(
    st.sampled_from(["log", "out", "Out", "now", "of", "it", "."]), max_size=8
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_likeness_lies_between_nothing_and_the_same(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert (likeness(one, other) == 1.0) == (one.split() == other.split())


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("Log out before you go.", "Log out before you leave.", True),
        ("Log out before you go.", "log out before you go.", True),
        ("Log out before you go.", "Do not save your password.", False),
        ("የሽጉ ቃል ኣይትዓቅብ።", "የሽጉ ቃል ዓቅብ።", True),
        ("اضغط على الزر", "اضغط على الزر الآن", True),
        ("", "Log out.", False),
    ],
)
def test_near_is_what_helps_a_translator(one: str, other: str, is_near: bool) -> None:
    assert (likeness(one, other) >= NEAR) is is_near


@given(SENTENCES, SENTENCES)
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert " ".join(each.words for each in pieces if each.where != "new").split() == old.split()
    assert " ".join(each.words for each in pieces if each.where != "old").split() == new.split()


def test_the_same_comes_before_the_near_and_no_words_come_twice() -> None:
    memory = [
        Remembered("Log out before you leave.", "Meld je af voor je gaat.", "a"),
        Remembered("Log out before you go.", "Log uit voor je gaat.", "b"),
        Remembered("Log out before you go.", "Log uit voor je gaat.", "c"),
        Remembered("We bake bread.", "Wij bakken brood.", "d"),
        Remembered("Log out before you go.", "", "e"),
    ]
    found = suggestions("Log out before you go.", memory)
    assert [each.words for each in found] == ["Log uit voor je gaat.", "Meld je af voor je gaat."]
    assert found[0].nearness == 1.0
    assert found[0].differs == ()
    assert [each.words for each in found[1].differs if each.where != "both"] == ["leave.", "go."]
    assert suggestions("", memory) == ()
    assert len(suggestions("Log out before you go.", memory, most=1)) == 1
