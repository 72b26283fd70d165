"""Keeps handles, tags and addresses in one piece, and says which way a text is read."""

from __future__ import annotations

import re
import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_OPENING = frozenset("\u2066\u2067\u2068")
_WHOLE = re.compile(
    r"(?:https?://|www\.)[^\s\u2068\u2069<>()\u060c\u061b]+[\w/]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[@#][^\W\d_]\w*(?:[.-]\w+)*"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|info|example|test|eu|nl)\b(?:/[\w/.-]*\w)?",
    re.IGNORECASE,
)


def wholes(text: str) -> list[tuple[int, int]]:
    """Where handles, tags and addresses start and end, in characters; never overlapping."""
    return [match.span() for match in _WHOLE.finditer(text)]


def isolate(text: str) -> str:
    """The text with first-strong isolates around each handle, tag and address."""
    return _WHOLE.sub(lambda m: f"{FIRST_STRONG_ISOLATE}{m[0]}{POP_ISOLATE}", text)


def isolate_with_places(text: str) -> tuple[str, list[int]]:
    """The isolated text, and for each character of `text` (and its end) its place in it."""
    starts = {start for start, _ in wholes(text)}
    ends = {end for _, end in wholes(text)}
    pieces: list[str] = []
    places: list[int] = []
    length = 0
    for at in range(len(text) + 1):
        if at in ends:
            pieces.append(POP_ISOLATE)
            length += 1
        if at in starts:
            pieces.append(FIRST_STRONG_ISOLATE)
            length += 1
        places.append(length)
        if at < len(text):
            pieces.append(text[at])
            # Qt counts in UTF-16 units, so an emoji is two.
            length += 2 if ord(text[at]) > 0xFFFF else 1
    return "".join(pieces), places


def runs_from_right(text: str, *, page_from_right: bool) -> bool:
    """Whether a text is read from right to left, as its first letter outside isolates is.

    A text of figures never is. One of isolated parts only, such as a number before a title, goes
    with the page where that runs from the right, otherwise with its first letter.
    """
    first = ""
    depth = 0
    for letter in text:
        if letter in _OPENING:
            depth += 1
        elif letter == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif letter.isalpha():
            if depth == 0:
                return _is_from_right(letter)
            first = first or letter
    return bool(first) and (page_from_right or _is_from_right(first))


def _is_from_right(letter: str) -> bool:
    """Whether a letter belongs to a script such as Arabic or Hebrew."""
    return unicodedata.bidirectional(letter) in ("R", "AL")
