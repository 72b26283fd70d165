"""The recovery code: read as people write, and every slip of one or two signs is found."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer_app.domain.errors import WrongRecoveryCode
from trainer_app.keys.recovery import RANDOM_BITS, keys_of, new_code

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODES = st.binary(min_size=14, max_size=14).map(new_code)


def plain(code: str) -> str:
    return code.replace("-", "")


@given(CODES)
def test_a_code_is_six_groups_of_four_plain_signs(code: str) -> None:
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 6
    assert set(plain(code)) <= set(SIGNS)
    assert keys_of(code).public == keys_of(code).public


@given(st.integers(0, 2**110 - 1), st.integers(0, 2**110 - 1))
def test_every_random_bit_counts(one: int, two: int) -> None:
    assume(one != two)
    first, second = (new_code(number.to_bytes(14, "big")) for number in (one, two))
    assert first != second
    assert keys_of(first).public != keys_of(second).public


@given(CODES, st.sampled_from(["", " ", "-", " – ", "\u200e", "\n"]), st.randoms())
def test_it_is_read_as_people_write_it(code: str, between: str, chance: object) -> None:
    sloppy = {"0": "0oO٠", "1": "1iIlL۱", "2": "2２٢"}
    written = between.join(
        chance.choice(sloppy.get(sign, sign + sign.lower()))  # type: ignore[attr-defined]
        for sign in plain(code)
    )
    assert keys_of(written).public == keys_of(code).public


@given(CODES, st.integers(0, 23), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found(code: str, at: int, sign: str) -> None:
    text = plain(code)
    assume(text[at] != sign)
    with pytest.raises(WrongRecoveryCode):
        keys_of(text[:at] + sign + text[at + 1 :])


@given(CODES, st.integers(0, 23), st.integers(0, 23), st.sampled_from(SIGNS), st.data())
def test_two_wrong_signs_are_found(
    code: str, first: int, second: int, sign: str, data: st.DataObject
) -> None:
    assume(first != second)
    signs = list(plain(code))
    signs[first] = sign
    signs[second] = data.draw(st.sampled_from(SIGNS))
    assume("".join(signs) != plain(code))
    with pytest.raises(WrongRecoveryCode):
        keys_of("".join(signs))


def test_every_swap_of_two_signs_is_found() -> None:
    code = plain(new_code(bytes(range(7, 21))))
    for first in range(24):
        for second in range(first):
            signs = list(code)
            signs[first], signs[second] = signs[second], signs[first]
            if signs != list(code):
                with pytest.raises(WrongRecoveryCode):
                    keys_of("".join(signs))


@given(CODES, st.integers(0, 23))
def test_a_sign_too_few_or_too_many_is_found(code: str, at: int) -> None:
    text = plain(code)
    for wrong in (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:]):
        with pytest.raises(WrongRecoveryCode):
            keys_of(wrong)


@given(st.text(max_size=30))
def test_anything_else_is_refused_calmly(text: str) -> None:
    with pytest.raises(WrongRecoveryCode):
        keys_of(text + "U")


def test_too_little_randomness_makes_no_code() -> None:
    assert RANDOM_BITS >= 100
    with pytest.raises(ValueError, match="14 random bytes"):
        new_code(bytes(13))
