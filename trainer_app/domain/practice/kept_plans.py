"""A plan as it is kept: headings and cards by the ids of their words, own words as they stand.

So it can be shown and printed in another language than the one that it was made in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trainer_app.domain.practice.planner_view import SheetEntry, SheetPart
from trainer_app.domain.practice.scenario import WordId

_HEADING, _CARD, _TEXT = "#", "-", "="
_BETWEEN = "|"
_LARGEST = 9999


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan that somebody chose to keep. `at` is in UTC seconds; `person` is who kept it."""

    id: str
    person: str
    lesson: str
    version: int
    sheet: tuple[SheetPart, ...] = field(repr=False)
    at: int


def sheet_lines(sheet: Iterable[SheetPart]) -> list[str]:
    """A sheet in lines, as an event holds it."""
    lines: list[str] = []
    for part in sheet:
        lines.append(_HEADING + part.heading)
        lines += [_line(entry) for entry in part.entries]
    return lines


def read_sheet(lines: Iterable[str]) -> tuple[SheetPart, ...]:
    """The sheet of such lines. A line that another program wrote in another way is left out."""
    parts: list[tuple[WordId, list[SheetEntry]]] = []
    for line in lines:
        if line.startswith(_HEADING):
            parts.append((WordId(line[1:]), []))
        elif parts and (entry := _entry(line)) is not None:
            parts[-1][1].append(entry)
    return tuple(SheetPart(heading, tuple(entries)) for heading, entries in parts)


def _line(entry: SheetEntry) -> str:
    if entry.word is None:
        return _TEXT + " ".join(entry.text.split())
    return _CARD + _BETWEEN.join((entry.word, str(entry.day), entry.hour, str(entry.euros)))


def _entry(line: str) -> SheetEntry | None:
    if line.startswith(_TEXT):
        return SheetEntry(text=line[1:])
    word, *rest = line[1:].split(_BETWEEN)
    if not line.startswith(_CARD) or len(rest) != 3:
        return None
    day, hour, euros = rest
    return SheetEntry(WordId(word), day=_count(day), hour=hour, euros=_count(euros))


def _count(text: str) -> int:
    return min(int(text), _LARGEST) if text.isascii() and text.isdigit() else 0
