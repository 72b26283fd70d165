"""The key that centres share: written and typed as the recovery code, and never one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import WrongDoublesKey, WrongRecoveryCode
from trainer_app.keys.doubles_key import BITS, RANDOM_BYTES, doubles_key, new_doubles_code
from trainer_app.keys.recovery import grown, keys_of, new_code

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODES = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES).map(new_doubles_code)


@given(CODES)
def test_seven_groups_of_four_are_typed_as_people_write(code: str) -> None:
    assert [len(group) for group in code.split("-")] == [4] * 7
    sloppy = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert doubles_key(sloppy).seed == doubles_key(code).seed


@given(CODES, st.integers(0, 27), st.sampled_from(SIGNS), st.integers(0, 27))
def test_a_slip_is_found(code: str, at: int, sign: str, other: int) -> None:
    plain = list(code.replace("-", ""))
    wrong = plain.copy()
    wrong[at] = sign
    swapped = plain.copy()
    swapped[at], swapped[other] = plain[other], plain[at]
    for typed in (wrong, swapped, plain[:-1]):
        if typed != plain:
            with pytest.raises(WrongDoublesKey):
                doubles_key("".join(typed))


def test_at_least_128_random_bits_and_every_one_counts() -> None:
    assert BITS >= 128
    codes = {new_doubles_code((1 << bit).to_bytes(RANDOM_BYTES, "big")) for bit in range(BITS)}
    assert len({doubles_key(code).seed for code in codes}) == BITS
    with pytest.raises(ValueError, match="17 random bytes"):
        new_doubles_code(b"too short")


def test_it_is_no_recovery_code_nor_the_other_way_round() -> None:
    code, recovery = new_doubles_code(b"\x07" * RANDOM_BYTES), new_code(b"\x07" * 14)
    with pytest.raises(WrongDoublesKey):
        doubles_key(recovery)
    with pytest.raises(WrongRecoveryCode):
        keys_of(code)
    assert grown(code, b"another", BITS) != doubles_key(code).seed
