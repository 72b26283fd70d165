"""Counts words and sentences in any script."""

from __future__ import annotations

import re

# Scripts that put no spaces between words: two signs count as one word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
)
# Full stops of Latin, Arabic, Urdu, Ethiopic and Devanagari need a space after them, so that
# `example.org` is one word; those of Chinese and Japanese do not.
_END = re.compile(r"(?<=[.!?…؟۔።፧।])[\"'”’»›)\]]*\s+|(?<=[。！？])|\n+")


def count_words(text: str) -> int:
    """How many words there are; signs that stand alone are none."""
    unspaced = len(_UNSPACED.findall(text))
    spaced = _UNSPACED.sub(" ", text).split()
    return sum(any(sign.isalnum() for sign in word) for word in spaced) + (unspaced + 1) // 2


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one."""
    return [part.strip() for part in _END.split(text) if part.strip()]
