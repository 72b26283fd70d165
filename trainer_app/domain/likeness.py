"""How alike two sentences are, what differs between them, and what was translated before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

NEAR = 0.75
"""From here on what was made for one sentence helps with the other."""

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether they are in both texts, only in the old or the new."""

    words: str
    where: Literal["both", "old", "new"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A text that was translated somewhere, and its translation. `lesson` is where."""

    source: str
    words: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to take over. `nearness` is 1.0 for the same source text; `differs` says what does
    not fit: the source that they were made for against the one to translate.
    """

    words: str
    lesson: str
    nearness: float
    differs: tuple[Piece, ...] = ()


def likeness(one: str, other: str) -> float:
    """From 0.0 (nothing in common) to 1.0 (the same but for spaces): twice the words that both
    have in the same order, by all words (Ratcliff and Obershelp); capitals count half.
    """
    first, second = _tokens(one), _tokens(other)
    if first == second:
        return 1.0
    exact = SequenceMatcher(None, first, second, autojunk=False).ratio()
    lower = SequenceMatcher(None, _lower(first), _lower(second), autojunk=False).ratio()
    return min((exact + lower) / 2, 0.99)


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """What changed from one text to another, word by word, in the order of reading."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    match = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, first, last in match.get_opcodes():
        if what == "equal":
            pieces.append(Piece(" ".join(before[start:end]), "both"))
            continue
        if end > start:
            pieces.append(Piece(" ".join(before[start:end]), "old"))
        if last > first:
            pieces.append(Piece(" ".join(after[first:last]), "new"))
    return tuple(pieces)


def suggestions(
    source: str, memory: Iterable[Remembered], *, most: int = 4
) -> tuple[Suggestion, ...]:
    """What was made for the same text or a near one, the nearest first, no words twice."""
    wanted = _tokens(source)
    if not wanted:
        return ()
    found: dict[str, Suggestion] = {}
    for each in memory:
        if not each.words or not _may_be_near(wanted, _tokens(each.source)):
            continue
        nearness = likeness(each.source, source)
        before = found.get(each.words)
        if nearness >= NEAR and (before is None or before.nearness < nearness):
            differs = differences(each.source, source) if nearness < 1.0 else ()
            found[each.words] = Suggestion(each.words, each.lesson, nearness, differs)
    ordered = sorted(found.values(), key=lambda each: (-each.nearness, each.words))
    return tuple(ordered[:most])


def _may_be_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """A cheap look first: whether they have enough words in common in any order."""
    total = len(one) + len(other)
    if 2 * min(len(one), len(other)) < NEAR * total:
        return False
    common = (Counter(_lower(one)) & Counter(_lower(other))).total()
    return 2 * common >= NEAR * total


@lru_cache(maxsize=20_000)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


def _lower(tokens: Sequence[str]) -> list[str]:
    return [each.casefold() for each in tokens]
