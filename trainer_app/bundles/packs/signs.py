"""Tells plain writing from signs that turn, hide or overwrite what stands around them."""

from __future__ import annotations

import re
from typing import Any

from trainer_app.content.harmless import harmless

# Left-to-right and right-to-left marks and isolates are needed where scripts meet.
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# An override shows letters in another order than they are read; the others cannot be seen at all.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\u206a-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)

_FEW = 4  # of the signs that turn, in one line


def hidden_sign(text: str) -> int | None:
    """Where the first sign stands that no lesson needs; None if there is none."""
    found = _HIDDEN.search(text)
    return found.start() if found else None


def is_plain_line(value: Any, least: int, most: int) -> bool:
    """Whether this is one line of plain writing of so many letters, spaces at no end."""
    return (
        isinstance(value, str)
        and least <= len(value) <= most
        and value == value.strip()
        and not re.search(r"[\r\n\t\v\f]", value)
        and hidden_sign(value) is None
        and len(TURNING.findall(value)) <= _FEW
        and harmless(value) == value
    )


def plain_line(text: str, most: int) -> str:
    """The text as one line of plain writing of at most so many letters."""
    words = harmless(" ".join(_HIDDEN.sub("", text).split()))
    if len(TURNING.findall(words)) > _FEW:
        words = TURNING.sub("", words)
    return words[:most].strip()
