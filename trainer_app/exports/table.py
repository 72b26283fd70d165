"""The table that every file format writes, and that the screen shows too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

CellType = Literal["text", "integer", "year", "decimal", "number", "date", "time", "datetime"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` for programs, `label` for people; `total` where its sum means something."""

    key: str
    label: str
    type: CellType = "text"
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with what must be said about them.

    A cell is None, or what its column's type says: str, int, Decimal (a "decimal" has two places,
    a "number" as many as it needs), date, time, or a datetime without a zone. `notes` are label
    and value: the period, the filter, when and by which version.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    notes: Sequence[tuple[str, str]] = ()
    right_to_left: bool = False

    def totals(self) -> Mapping[str, int | Decimal]:
        """The sum of every column that has one, by key; an empty cell adds nothing."""
        return {
            column.key: self._sum(place)
            for place, column in enumerate(self.columns)
            if column.total
        }

    def _sum(self, place: int) -> int | Decimal:
        return sum(
            (value for value in self._cells(place) if isinstance(value, int | Decimal)),
            start=Decimal("0.00") if self.columns[place].type == "decimal" else 0,
        )

    def _cells(self, place: int) -> Iterator[object]:
        return (row[place] for row in self.rows)
