"""Hides small figures in tables for publishing, so that none can be worked out from the others.

Secondary suppression as statistical offices do it: a total is an equation, a hidden figure an
unknown, and one more figure is hidden for as long as the equations give any of them away.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Generic, TypeVar

from trainer_app.domain.funding.breakdowns import Line, Table, Value

K = TypeVar("K", bound=Hashable)
Place = tuple[str, str]
"""A cell of a table: its line's key, its column's."""

TOTAL = ""
"""The key of a table's total, as a line's."""


@dataclass(frozen=True, slots=True)
class Sum(Generic[K]):
    """A total, and the cells that add up to it."""

    total: K
    parts: tuple[K, ...]

    @property
    def cells(self) -> tuple[K, ...]:
        """The parts, then the total: those before it are hidden first."""
        return (*self.parts, self.total)


def suppressed(
    counts: Mapping[K, int], sums: Sequence[Sum[K]], smallest: int, also: Collection[K] = ()
) -> set[K]:
    """Which cells to hide: those below `smallest`, and those that would give a hidden one away.

    `also` are hidden for another reason, such as elsewhere.

    No hidden cell is then determined by the sums and the cells shown; nor do the hidden parts of a
    shown total come to less than `smallest`, as such a group is a small cell itself.
    """
    hidden = {cell for cell, count in counts.items() if count < smallest or cell in also}
    while True:
        weak = _small_rest(counts, sums, hidden, smallest) or _given_away(sums, hidden)
        if weak is None:
            return hidden
        shown = [cell for cell in weak.parts if cell not in hidden]
        hidden.add(min(shown, key=lambda cell: counts[cell]) if shown else weak.total)


def _small_rest(
    counts: Mapping[K, int], sums: Iterable[Sum[K]], hidden: set[K], smallest: int
) -> Sum[K] | None:
    """A sum whose hidden parts are one, or together too few, beside a total that is shown."""
    for each in sums:
        parts = [cell for cell in each.parts if cell in hidden]
        few = len(parts) == 1 or sum(counts[cell] for cell in parts) < smallest
        if each.total not in hidden and parts and few:
            return each
    return None


def _given_away(sums: Sequence[Sum[K]], hidden: set[K]) -> Sum[K] | None:
    """A sum with something to hide still, and a cell that the sums together determine."""
    for cell in determined(sums, hidden):
        for each in sums:
            if cell in each.cells and any(other not in hidden for other in each.cells):
                return each
    return None


def determined(sums: Sequence[Sum[K]], hidden: Iterable[K]) -> list[K]:
    """The hidden cells that can be worked out exactly from the sums and all that is shown."""
    unknowns = list(dict.fromkeys(hidden))
    at = {cell: number for number, cell in enumerate(unknowns)}
    rows = []
    for each in sums:
        row = [Fraction(0)] * len(unknowns)
        for cell in each.parts:
            if cell in at:
                row[at[cell]] += 1
        if each.total in at:
            row[at[each.total]] -= 1
        rows.append(row)
    lone = ([number for number, factor in enumerate(row) if factor] for row in _reduced(rows))
    return [unknowns[places[0]] for places in lone if len(places) == 1]


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The rows after elimination, each with a leading one that no other row has."""
    done: list[list[Fraction]] = []
    width = len(rows[0]) if rows else 0
    for column in range(width):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        lead = [factor / pivot[column] for factor in pivot]
        rows = [_without(row, lead, column) for row in rows]
        done = [*(_without(row, lead, column) for row in done), lead]
    return done


def _without(row: list[Fraction], lead: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [a - factor * b for a, b in zip(row, lead, strict=True)] if factor else row


# Tables
def published(table: Table, smallest: int, also: Collection[str] = ()) -> Table:
    """A table as it may be published: hidden figures are None. `also`: lines to hide anyway.

    All columns of a line tell of the same people, so what hides the people hides the others. Lines
    that need not add up are treated as if they did: whoever looks may guess that nobody stands in
    two of them. Only tables with unique people, or of people both ways.
    """
    kept = _of_people(table)
    counts = {
        (line.key, name): int(value or 0)
        for line in [*table.lines, Line(TOTAL, table.total)]
        for name, value in zip(table.columns, line.cells, strict=True)
        if name in kept
    }
    anyway = {(line, name) for line in also for name in kept}
    hidden = suppressed(counts, sums_of(table), smallest, anyway)

    def seen(line: str, cells: tuple[Value, ...]) -> tuple[Value, ...]:
        judged = [name if name in kept else kept[0] for name in table.columns]
        return tuple(
            None if (line, name) in hidden else value
            for name, value in zip(judged, cells, strict=True)
        )

    lines = tuple(Line(line.key, seen(line.key, line.cells)) for line in table.lines)
    return replace(table, lines=lines, total=seen(TOTAL, table.total))


def sums_of(table: Table) -> list[Sum[Place]]:
    """What adds up, or might, in the columns of people of a table."""
    kept = _of_people(table)
    keys = [line.key for line in table.lines]
    down = [Sum((TOTAL, name), tuple((key, name) for key in keys)) for name in kept]
    if not table.across:
        return down
    *parts, last = table.columns
    return down + [Sum((key, last), tuple((key, name) for name in parts)) for key in [*keys, TOTAL]]


def _of_people(table: Table) -> tuple[str, ...]:
    """The columns whose figures are numbers of people, by which lines are hidden."""
    return table.columns if table.across else table.columns[:1]
