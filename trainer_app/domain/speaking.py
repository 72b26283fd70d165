"""What can be said aloud: words in a language, by somebody, and the parts that a voice says."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Literal

Pitch = Literal["", "high", "low"]
Speed = Literal["slow", "normal", "fast"]
Ending = Literal["said", "stopped", "failed"]
"""How an utterance ended: to its last word, cut short on purpose, or by a fault."""

_LANGUAGE_OF_SCRIPT = MappingProxyType(
    {"LATIN": "en", "ARABIC": "ar", "CYRILLIC": "uk", "ETHIOPIC": "am", "CJK": "zh"}
)
_SCRIPT_OF_LANGUAGE = MappingProxyType(
    {"ar": "ARABIC", "fa": "ARABIC", "uk": "CYRILLIC", "am": "ETHIOPIC", "ti": "ETHIOPIC"}
    | {"zh": "CJK"}
)
_JOINERS = "\u200c\u200d"  # inside Persian words and inside emoji
_SENTENCE = re.compile(r"[.!?\u061f\u1362\u2026]+[\"'\u2019\u201d\u00bb)\]]*(?=\s|$)|[\u3002\n]+")
_SCHEME = re.compile(r"https?://")
_SYMBOL = "So"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to be said. `voice` is any id of who says them ("" for the program itself).

    The same id always has the same voice; different ids differ where there are voices enough.
    `pitch` asks for a high or a low voice where it is known which fits the person.
    """

    text: str = field(repr=False)
    language: str
    voice: str = ""
    pitch: Pitch = ""


@dataclass(frozen=True, slots=True)
class Word:
    """Where a word stands in a text, in characters."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that one voice says in one go; it begins at character `start`.

    As many characters as in the text, though signs that are not to be said are spaces here.
    `words` are those of the whole text that begin here; `closes`: a sentence ends with it.
    """

    start: int
    text: str = field(repr=False)
    language: str
    words: tuple[Word, ...]
    closes: bool


def words(text: str) -> tuple[Word, ...]:
    """The words of a text as they are marked one by one; Han characters each for itself."""
    found: list[Word] = []
    for token in re.finditer(r"\S+", text):
        for _, piece in groupby(range(*token.span()), lambda at: at if _is_han(text[at]) else -1):
            places = list(piece)
            while places and _is_margin(text[places[-1]]):
                places.pop()
            while places and _is_margin(text[places[0]]):
                places.pop(0)
            if any(_is_said(text[at]) for at in places):
                found.append(Word(places[0], len(places)))
    return tuple(found)


def times_of(
    places: Sequence[Word], heard: Sequence[tuple[int, int]], end: int
) -> tuple[tuple[Word, int], ...]:
    """When each word begins, from what a voice tells: (character, moment) pairs in order.

    A voice tells of parts of words too, and of some words not at all: those share the time up to
    the next one that it tells of, or up to `end`. Moments never go back.
    """
    starts = [word.start for word in places]
    known: dict[int, int] = {}
    for at, moment in heard:
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < places[number].start + places[number].length:
            known.setdefault(number, moment)
    timed: list[tuple[Word, int]] = []
    before = 0
    for number, word in enumerate(places):
        if number in known:
            before = max(before, known[number])
        else:
            later = next((n for n in range(number, len(places)) if n in known), len(places))
            after = max(before, known.get(later, end))
            before += (after - before) // (later - number + 1) if number else 0
        timed.append((word, before))
    return tuple(timed)


def stretches(
    text: str, language: str, has_voice: Callable[[str], bool] = lambda _: True
) -> tuple[Stretch, ...]:
    """The sentences of a text, cut where another script asks for the voice of another language."""
    plain = _sayable(text)
    tongues = _tongues(plain, language)
    ahead = deque(words(text))
    found: list[Stretch] = []
    for start, end in _sentences(plain):
        for tongue, places in groupby(range(start, end), lambda at: tongues[at]):
            run = list(places)
            part = plain[run[0] : run[-1] + 1]
            if not words(part):
                continue
            spoken = tongue if has_voice(tongue) else language
            first, last = run[0], run[-1] + 1
            mine = _begun(ahead, first, last)
            found.append(Stretch(first, part, spoken, mine, closes=last == end))
    return tuple(found)


def _begun(ahead: deque[Word], start: int, end: int) -> tuple[Word, ...]:
    """Take the words that are said from `start` to `end`; those before are never said."""
    found: list[Word] = []
    while ahead and ahead[0].start < end:
        word = ahead.popleft()
        if word.start + word.length > start:
            found.append(word)
    return tuple(found)


def _sayable(text: str) -> str:
    """The text, as long as before, without what a voice would spell out to nobody's use."""
    shorter = _SCHEME.sub(lambda match: " " * len(match[0]), text)
    return "".join(
        " " if one == "_" or (unicodedata.category(one) == "Cf" and one not in _JOINERS) else one
        for one in shorter
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _tongues(text: str, language: str) -> list[str]:
    """For each character the language that says it: its script's, or the text's own."""
    own = _SCRIPT_OF_LANGUAGE.get(language, "LATIN")
    found = [""] * len(text)
    for token in re.finditer(r"\S+", text):
        tongue = ""
        first = token.start()
        for at in range(*token.span()):
            script = _script(text[at])
            if script in _LANGUAGE_OF_SCRIPT:
                tongue = language if script == own else _LANGUAGE_OF_SCRIPT[script]
            found[at] = tongue
        # Signs before the first letter go with it, as in "@amina"; figures alone with the text.
        while first < token.end() and not found[first]:
            found[first] = next((one for one in found[first : token.end()] if one), language)
            first += 1
    before = language
    for at, tongue in enumerate(found):
        found[at] = before = tongue or before
    return found


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The first word of a letter's name in Unicode, such as LATIN; "" for what is no letter."""
    return unicodedata.name(letter, "").split(" ")[0] if letter.isalpha() else ""


def _is_han(letter: str) -> bool:
    return _script(letter) == "CJK"


def _is_margin(letter: str) -> bool:
    """Whether it is left outside the mark where it stands at the edge of a word."""
    return letter not in "@#" and unicodedata.category(letter)[0] in "PCZ"


def _is_said(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) == _SYMBOL
