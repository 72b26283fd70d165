"""Cuts a line of words into its sentences, and says how much a person has to read in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from trainer_app.domain.blocks import Line, Span, plain

# A sentence is over after its sign and the quotes and brackets that close behind it; Han and
# Thai sentences need no space, all others do, so that "example.org" and "3.5" stay whole.
_END = re.compile(r"[.!?؟۔…]+[”’»›\"')\]\u2069]*\s+|[。！？]+[”’」』）]*\s*|(?<=[\u0e00-\u0e7f]) +")
_OPENING, _CLOSING = "“«„「『", "”»」』"
_DENSE = re.compile(r"[\u0e00-\u0e7f\u2e80-\u9fff\uf900-\ufaff]")
_LETTERS_A_WORD = 2
"""Han and Thai put no space between words; so many of their letters are read like a word."""


def sentences(line: Line) -> tuple[Line, ...]:
    """The sentences of a line, with their looks and the space behind each; joined they are it.

    What stands within quotation marks stays together.
    """
    whole = plain(line)
    ends = [match.end() for match in _END.finditer(whole) if not _is_quoted(whole[: match.end()])]
    places = [0, *(end for end in ends if end < len(whole)), len(whole)]
    return tuple(_part(line, start, end) for start, end in pairwise(places) if end > start)


def joined(lines: Iterable[Line]) -> Line:
    """Lines as one, without space at its end."""
    spans = [span for line in lines for span in line if span.text]
    while spans and not spans[-1].text.strip():
        spans.pop()
    if not spans:
        return ()
    last = spans[-1]
    spans[-1] = Span(last.text.rstrip(), last.strong, last.emphasis, last.key)
    return tuple(spans)


def words_in(text: str) -> int:
    """How many words a person reads."""
    dense = sum(map(str.isalnum, _DENSE.findall(text)))
    rest = _DENSE.sub(" ", text)
    others = sum(any(map(str.isalnum, word)) for word in rest.split())
    return others + -(-dense // _LETTERS_A_WORD)


def _is_quoted(text: str) -> bool:
    """Whether a text ends within quotation marks."""
    depth = 0
    for letter in text:
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
    return depth > 0


def _part(line: Line, start: int, end: int) -> Line:
    """The spans between two places of a line."""
    found: list[Span] = []
    at = 0
    for span in line:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text:
            found.append(Span(text, span.strong, span.emphasis, span.key))
        at += len(span.text)
    return tuple(found)
