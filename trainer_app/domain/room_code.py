"""The code of a room as people read and type it: twenty digits in five groups of four."""

from __future__ import annotations

from unicodedata import decimal

LENGTH = 20
GROUP = 4


def digits_in(text: str) -> str:
    """The digits of a text, of any script, as 0 to 9; everything else is left out.

    Who types on an Arabic keyboard, or pastes the code with its spaces, means the same digits.
    """
    return "".join(str(decimal(one)) for one in text if one.isdecimal())


def groups(digits: str) -> tuple[str, ...]:
    """Digits in groups of four, the last one as long as it is."""
    return tuple(digits[at : at + GROUP] for at in range(0, len(digits), GROUP))
