"""Cuts a page of words into single ideas, each short enough for one slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from trainer_app.domain.blocks import (
    Block,
    Box,
    BoxMark,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    plain,
)
from trainer_app.domain.sentences import joined, sentences, words_in

MOST_WORDS = 25
"""About so many words can be read from the back of a room while somebody speaks."""

Look = Literal["text", "heading", "point", "step"]

_A_SLIDE = 10
_TOO_LONG = 3
_TOO_SHORT = 6
_WITHIN = {"text": 8, "point": 7, "step": 7, "heading": 1000}
"""What it costs to cut within a paragraph or a list; after a heading nobody cuts."""
_FEW = 5


@dataclass(frozen=True, slots=True)
class SlideLine:
    """A paragraph, a heading, a point or a step (`number` from 1) of a slide."""

    look: Look
    line: Line
    number: int = 0


@dataclass(frozen=True, slots=True)
class Idea:
    """What one slide says; in a box with `mark`, whose own `title` may be empty."""

    lines: tuple[SlideLine, ...]
    mark: BoxMark | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never cut: a sentence, a point, a step, a heading. `block`: its place on the page."""

    block: int
    look: Look
    line: Line
    number: int = 0
    mark: BoxMark | None = None
    title: str = ""
    inner: int = 0
    """Which paragraph or list of a box it belongs to."""


def ideas_of(blocks: Sequence[Block], like: Sequence[Block] | None = None) -> tuple[Idea, ...]:
    """A page's ideas in order: every word of it stands in exactly one, no sentence is cut.

    `like` is the same page in another language: cut as that is, so that ideas belong together.
    An idea is empty where this language has fewer sentences.
    """
    units = list(_units(blocks))
    if like is None:
        return tuple(_idea(units[start:end]) for start, end in _cuts(units))
    others = list(_units(like))
    return tuple(_idea(units[start:end]) for start, end in _carried(_cuts(others), others, units))


def _units(blocks: Sequence[Block]) -> Iterator[_Unit]:
    for place, block in enumerate(blocks):
        if isinstance(block, Box):
            if not block.blocks:
                yield _Unit(place, "text", (Span(block.title),), mark=block.mark)
            for inner, one in enumerate(block.blocks):
                for unit in _plain_units(place, one):
                    yield _Unit(
                        place, unit.look, unit.line, unit.number, block.mark, block.title, inner
                    )
        else:
            yield from _plain_units(place, block)


def _plain_units(place: int, block: Block) -> Iterator[_Unit]:
    match block:
        case Heading(line):
            yield _Unit(place, "heading", line)
        case Paragraph(line):
            yield from (_Unit(place, "text", sentence) for sentence in sentences(line))
        case Listing(items, ordered):
            for number, item in enumerate(items, start=1):
                yield _Unit(place, "step", item, number) if ordered else _Unit(place, "point", item)


def _cuts(units: Sequence[_Unit]) -> list[tuple[int, int]]:
    """From which unit to which each idea goes: the cheapest way to cut."""
    best: list[tuple[int, list[tuple[int, int]]]] = [(0, [])]
    words = [words_in(plain(unit.line)) for unit in units]
    for end in range(1, len(units) + 1):
        ways = []
        for start in range(end):
            if _may_stand_together(units[start:end]):
                cost, cuts = best[start]
                price = cost + _price(units, start, sum(words[start:end]))
                ways.append((price, [*cuts, (start, end)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _may_stand_together(units: Sequence[_Unit]) -> bool:
    """A box is an idea of its own, and a heading begins one."""
    boxed = {unit.block if unit.mark else -1 for unit in units}
    return len(boxed) == 1 and all(unit.look != "heading" for unit in units[1:])


def _price(units: Sequence[_Unit], start: int, words: int) -> int:
    """What an idea of so many words costs that begins with a unit."""
    price = _A_SLIDE + _TOO_LONG * max(0, words - MOST_WORDS)
    if units[start].mark is None and words < _FEW:
        price += _TOO_SHORT
    if start > 0:
        before, after = units[start - 1], units[start]
        same = (before.block, before.inner) == (after.block, after.inner)
        price += _WITHIN[before.look] if same or before.look == "heading" else 0
    return price


def _carried(
    cuts: Sequence[tuple[int, int]], units: Sequence[_Unit], others: Sequence[_Unit]
) -> list[tuple[int, int]]:
    """The same cuts in another language, block by block where both have the same blocks."""
    alike = _shapes(units) == _shapes(others)
    places = [0]
    for _start, end in cuts[:-1]:
        places.append(max(places[-1], _place(end, units, others, alike=alike)))
    places.append(len(others))
    return list(pairwise(places))


def _place(end: int, units: Sequence[_Unit], others: Sequence[_Unit], *, alike: bool) -> int:
    if not alike:
        return round(end * len(others) / len(units))
    shape = _shape(units[end - 1])
    here = [at for at, unit in enumerate(units) if _shape(unit) == shape]
    there = [at for at, unit in enumerate(others) if _shape(unit) == shape]
    done = end - here[0]
    # At least one unit for each piece as long as there are any.
    share = len(there) if done == len(here) else max(1, round(done * len(there) / len(here)))
    return there[0] + min(share, len(there))


def _shape(unit: _Unit) -> tuple[int, int, Look, BoxMark | None]:
    return unit.block, unit.inner, unit.look, unit.mark


def _shapes(units: Sequence[_Unit]) -> list[tuple[int, int, Look, BoxMark | None]]:
    return list(dict.fromkeys(map(_shape, units)))


def _idea(units: Sequence[_Unit]) -> Idea:
    lines: list[SlideLine] = []
    waiting: list[_Unit] = []

    def say() -> None:
        if waiting:
            lines.append(SlideLine("text", joined(unit.line for unit in waiting)))
            waiting.clear()

    for unit in units:
        if waiting and (waiting[-1].block, waiting[-1].inner) != (unit.block, unit.inner):
            say()
        if unit.look == "text":
            waiting.append(unit)
        else:
            say()
            lines.append(SlideLine(unit.look, unit.line, unit.number))
    say()
    first = units[0] if units else None
    return Idea(tuple(lines), first.mark if first else None, first.title if first else "")
