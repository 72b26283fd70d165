"""The figures of an indicator set as a table: exact for a funder, or as they may be published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from trainer_app.domain.funding.indicators import Figure, SetFigures
from trainer_app.domain.funding.suppressing import Sum, suppressed
from trainer_app.exports.table import CellType, Table
from trainer_app.services.funding.tables import FileWords, table_of

_GENDERS = ("women", "men", "nonbinary", "unknown")
PUBLISHED: tuple[tuple[str, CellType], ...] = (
    ("set", "text"),
    ("version", "integer"),
    ("code", "text"),
    ("label", "text"),
    ("women", "integer"),
    ("men", "integer"),
    ("nonbinary", "integer"),
    ("unknown", "integer"),
    ("total", "integer"),
)
"""The columns of a table for everybody."""

INDICATORS: tuple[tuple[str, CellType], ...] = (
    *PUBLISHED,
    ("looked_at", "integer"),
    ("answered", "integer"),
    ("not_asked", "integer"),
    ("not_said", "integer"),
    ("sealed", "integer"),
    ("incomplete", "integer"),
    ("estimated", "text"),
    ("counted", "integer"),
)
"""The columns of the file for a funder, with all that tells how far a figure can be trusted."""

_MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Hidden:
    """Codes of the indicators whose `totals`, or whose `splits` by gender, are not published."""

    totals: frozenset[str]
    splits: frozenset[str]


def hidden_cells(figures: Sequence[Figure], smallest: int) -> Hidden:
    """What to hide of a set, so that no figure of fewer than `smallest` people can be worked out.

    Whether indicators add up to another is seen from the figures themselves: whoever knows the
    set sees it too. A nought of one gender tells of nobody and hides no split.
    """
    sums = list(_sums(figures))
    totals = suppressed({one.code: one.total for one in figures}, sums, smallest)
    least = {one.code: min(filter(None, _split(one)), default=0) for one in figures}
    splits = suppressed(least, sums, smallest)
    return Hidden(frozenset(totals), frozenset(splits | totals))


def indicators_table(figures: SetFigures, hidden: Hidden | None, words: FileWords) -> Table:
    """One row for each indicator; with `hidden` as it may be published, empty where it may not."""
    columns = INDICATORS if hidden is None else PUBLISHED
    rows = []
    for one in figures.figures:
        cells = {
            **{key: getattr(one, key, None) for key, _ in columns},
            "set": figures.set.name,
            "version": figures.set.version,
            "label": words.labels[one.code],
            "estimated": words.values["yes" if one.estimated else "no"],
        }
        if hidden is not None:
            cells.update(dict.fromkeys(_blank(one.code, hidden)))
        rows.append([cells[key] for key, _ in columns])
    return table_of(columns, rows, words, frozenset())


def _blank(code: str, hidden: Hidden) -> Collection[str]:
    if code in hidden.totals:
        return (*_GENDERS, "total")
    return _GENDERS if code in hidden.splits else ()


def _split(figure: Figure) -> tuple[int, ...]:
    return (figure.women, figure.men, figure.nonbinary, figure.unknown)


def _sums(figures: Sequence[Figure]) -> Iterator[Sum[str]]:
    """Indicators whose people, gender by gender, add up to those of another."""
    counted = [one for one in figures if one.total]
    by_split: dict[tuple[int, ...], list[Figure]] = {}
    for one in counted:
        by_split.setdefault(_split(one), []).append(one)
    for size in range(1, _MOST_PARTS + 1):
        for parts in combinations(counted, size):
            split = tuple(map(sum, zip(*map(_split, parts), strict=True)))
            for whole in by_split.get(split, ()):
                if whole not in parts:
                    yield Sum(whole.code, tuple(one.code for one in parts))
