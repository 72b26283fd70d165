"""Tiles side by side in as many columns as fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.flow import Flow, item_height


class FlowGrid(QWidget):
    """Tiles of one width in as many columns as fit; right-to-left fills from the right.

    `narrowest` is the least tile width in design pixels, `most` the most columns. With `upwards`
    the first row is the lowest: two halves side by side, the second above the first in a narrow
    window, with the keyboard's order as they were added. Signals: none.
    """

    def __init__(
        self,
        narrowest: int = 260,
        gap: int = 16,
        *,
        most: int = 12,
        upwards: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self._grid = _Columns(self, theme.space(narrowest), theme.space(gap), most, upwards)

    def add(self, *tiles: QWidget) -> None:
        """Add tiles at the end."""
        for tile in tiles:
            self._grid.addWidget(tile)

    def set_tiles(self, tiles: Iterable[QWidget]) -> None:
        """Show other tiles; the old ones are deleted."""
        for tile in self.tiles():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.add(*tiles)

    def tiles(self) -> tuple[QWidget, ...]:
        """The tiles in order."""
        return self._grid.tiles()

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._grid.columns(self.contentsRect().width())


class _Columns(Flow):
    """Asked for a height, it answers for that width whatever its own is: nested grids agree."""

    def __init__(self, parent: QWidget, narrowest: int, gap: int, most: int, upwards: bool) -> None:
        self._narrowest, self._gap, self._most, self._upwards = narrowest, gap, most, upwards
        self._least: int | None = None
        self._heights: dict[int, list[int]] = {}
        super().__init__(parent)

    def tiles(self) -> tuple[QWidget, ...]:
        """The widgets in order."""
        found = (item.widget() for item in self._items)
        return tuple(widget for widget in found if widget is not None)

    def invalidate(self) -> None:
        self._least = None
        self._heights.clear()
        super().invalidate()

    def columns(self, width: int) -> int:
        """How many columns fit in a width in pixels, at least one."""
        if self._least is None:
            self._least = max(
                [self._narrowest, *(item.minimumSize().width() for item in self._shown())]
            )
        return max(1, min((width + self._gap) // (self._least + self._gap), self._most))

    def heightForWidth(self, width: int) -> int:
        heights = self._row_heights(width)
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        widest = max([self._narrowest, *(item.sizeHint().width() for item in shown)])
        columns = max(1, min(len(shown), self._most))
        width = (widest + self._gap) * columns - self._gap
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        columns, shown = self.columns(box.width()), self._shown()
        heights = self._row_heights(box.width())
        spare = max(0, box.height() - self.heightForWidth(box.width()))
        rows = list(range(len(heights)))
        top = box.top()
        for done, row in enumerate(reversed(rows) if self._upwards else rows):
            # Rows share what height is left, so that two halves of a page stay equally high.
            high = heights[row] + (spare // len(rows)) + (done < spare % len(rows))
            for column, item in enumerate(shown[row * columns : (row + 1) * columns]):
                left, wide = self._place(column, columns, box.width())
                x = box.right() + 1 - left - wide if self.from_right() else box.left() + left
                item.setGeometry(QRect(x, top, wide, high))
            top += high + self._gap

    def _place(self, column: int, columns: int, width: int) -> tuple[int, int]:
        """Where a column starts, and how wide it is, in pixels."""
        whole = width + self._gap
        start, end = whole * column // columns, whole * (column + 1) // columns
        return start, end - start - self._gap

    def _row_heights(self, width: int) -> list[int]:
        if width not in self._heights:
            columns, shown = self.columns(width), self._shown()
            wanted = [
                item_height(item, self._place(number % columns, columns, width)[1])
                for number, item in enumerate(shown)
            ]
            starts = range(0, len(wanted), columns)
            self._heights[width] = [max(wanted[at : at + columns]) for at in starts]
        return self._heights[width]
