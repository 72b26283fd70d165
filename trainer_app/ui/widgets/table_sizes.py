"""How wide the columns of a table are and how high its rows, worked out for any width."""

from __future__ import annotations

from math import ceil

from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import TABLE_TARGET
from trainer_app.ui.widgets.table_cells import (
    cell_height,
    cell_room,
    cell_widths,
    heading_letters,
    side_room,
    single_line,
)
from trainer_app.ui.widgets.table_model import Column, Row, TableModel

_MEASURED = 150
_WIDTHS_KEPT = 8


class Sizes:
    """Sizes in pixels for the rows of a model; `forget` them when there are others."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self._wants: tuple[list[float], list[float]] | None = None
        self._singles: dict[str, list[tuple[float, int]]] = {}
        self._heights: dict[tuple[int, ...], list[int]] = {}

    def forget(self) -> None:
        """Measure again: there are other rows."""
        self._wants = None
        self._singles.clear()
        self._heights.clear()

    def forget_order(self) -> None:
        """The same rows stand in another order."""
        self._heights.clear()

    def widths(self, room: int) -> tuple[int, ...]:
        """The widths of the columns; wider than `room` where even the words do not fit."""
        if self._wants is None:
            self._wants = self._wanted()
        return tuple(int(width) for width in self._shared(float(room), *self._wants))

    def _wanted(self) -> tuple[list[float], list[float]]:
        """For each column the least width, so that no word is cut, and the best."""
        least: list[float] = []
        best: list[float] = []
        most = current().px(320)
        for at, column in enumerate(self._model.columns):
            words, room = heading_letters(column.title), heading_room(column)
            narrow = words.longest_word() + room
            wide = words.balanced(current().px(170)).width() + room
            for row in self._model.rows[:_MEASURED]:
                longest, natural = cell_widths(row.cells[at])
                room = cell_room(row.cells[at])
                narrow = max(narrow, min(longest, most) + room)
                wide = max(wide, min(natural, most) + room)
            least.append(narrow)
            best.append(wide)
        return least, best

    def _shared(self, room: float, least: list[float], best: list[float]) -> list[float]:
        stretches = [column.stretch for column in self._model.columns]
        if sum(best) <= room:
            spare = room - sum(best)
            parts = stretches if any(stretches) else [1] * len(best)
            return [b + spare * p / sum(parts) for b, p in zip(best, parts, strict=True)]
        want = sum(best) - sum(least)
        have = max(0.0, room - sum(least))
        ease = have / want if want > 0 else 0.0
        # Where even the words do not fit, the table scrolls sideways anyway.
        ease = ease if have > 0 else 0.5
        return [low + (b - low) * ease for low, b in zip(least, best, strict=True)]

    def row_heights(self, widths: tuple[int, ...]) -> list[int]:
        """The height of each row, so that all its words are seen."""
        if widths not in self._heights:
            # A window that is dragged asks for every width once.
            if len(self._heights) == _WIDTHS_KEPT:
                self._heights.clear()
            self._heights[widths] = [self._row_height(row, widths) for row in self._model.rows]
        return self._heights[widths]

    def _row_height(self, row: Row, widths: tuple[int, ...]) -> int:
        # Most cells fit on one line at any width; only the others are broken into lines.
        if row.key not in self._singles:
            self._singles[row.key] = [single_line(cell) for cell in row.cells]
        lines = zip(row.cells, self._singles[row.key], widths, strict=True)
        return max(
            row_least(),
            *(
                high if needed <= wide else cell_height(cell, wide)
                for cell, (needed, high), wide in lines
            ),
        )

    def heading(self, widths: tuple[int, ...]) -> int:
        """The height of the headings."""
        columns = zip(self._model.columns, widths, strict=True)
        heights = [
            heading_letters(column.title).lay(max(1, wide - heading_room(column)))
            for column, wide in columns
        ]
        return ceil(max([float(current().px(TABLE_TARGET)), *heights])) + current().space(8)


def row_least() -> int:
    """The height of a row with one line."""
    return max(current().px(44), current().px(TABLE_TARGET))


def heading_room(column: Column) -> int:
    """The width in pixels that a heading needs besides its words."""
    theme = current()
    return 2 * side_room() + (theme.px(18) + theme.space(4) if column.sortable else 0)
