"""Keeps handles, tags and addresses in one piece inside text of the other direction."""

from __future__ import annotations

import re

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
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
