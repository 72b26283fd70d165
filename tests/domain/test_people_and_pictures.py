"""People: what they are called, and the pictures they sign in with."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.people import (
    FACES,
    SIGN_IN_PICTURES,
    TRAINER_PICTURES,
    Person,
    number_of,
    pictures_match,
)

three = st.permutations(SIGN_IN_PICTURES).map(lambda pictures: tuple(pictures[:3]))


def test_who_gave_no_name_is_called_by_number() -> None:
    assert Person("id", "A7", "").label == "A7"
    assert Person("id", "A7", "Abdi").label == "Abdi"


@given(three)
def test_the_order_of_the_pictures_is_not_asked(chosen: tuple[str, ...]) -> None:
    assert all(pictures_match(chosen, tapped) for tapped in permutations(chosen))


@given(three, three)
def test_other_pictures_never_match(chosen: tuple[str, ...], tapped: tuple[str, ...]) -> None:
    assert pictures_match(chosen, tapped) == (set(chosen) == set(tapped))


def test_too_few_too_many_or_none_never_match() -> None:
    chosen = ("sun", "fish", "tree")
    for tapped in [(), ("sun",), ("sun", "fish"), ("sun", "sun", "fish"), (*chosen, "sun")]:
        assert not pictures_match(chosen, tapped)
    assert not pictures_match((), ())


def test_pictures_and_faces_are_told_apart() -> None:
    assert len(set(SIGN_IN_PICTURES)) == len(set(TRAINER_PICTURES)) == 12
    assert not set(SIGN_IN_PICTURES) & set(TRAINER_PICTURES)
    assert len(set(FACES)) == 42


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from("ABC"), st.sampled_from("ABC"))
def test_two_laptops_never_give_the_same_number(one: int, other: int, a: str, b: str) -> None:
    assert (number_of(a, one) == number_of(b, other)) == ((a, one) == (b, other))
