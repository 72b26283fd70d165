"""The room's code is read however somebody types it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.room_code import digits_in, groups

CODE = "12345678901234567890"
SCRIPTS = {"arabic": 0x0660, "persian": 0x06F0, "devanagari": 0x0966, "fullwidth": 0xFF10}


def test_digits_of_any_script_and_spaces_between_them() -> None:
    for zero in SCRIPTS.values():
        typed = "".join(chr(zero + int(one)) for one in CODE)
        assert digits_in(typed) == CODE
    assert digits_in("  1234-5678 9012\n3456\u00a07890 ") == CODE


def test_what_only_looks_like_a_digit_is_left_out() -> None:
    assert digits_in("①2²½三4") == "24"


@given(st.text())
def test_only_plain_digits_remain(text: str) -> None:
    found = digits_in(text)
    assert set(found) <= set("0123456789")
    assert digits_in(found) == found


@given(st.from_regex(r"[0-9]{0,24}", fullmatch=True))
def test_groups_hold_the_same_digits(digits: str) -> None:
    found = groups(digits)
    assert "".join(found) == digits
    assert all(len(one) == 4 for one in found[:-1])
    assert digits_in("  ".join(found)) == digits
