"""What a table shows, as plain data, and the model that Qt's view reads it from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from trainer_app.i18n.ordering import Key, name_key
from trainer_app.ui.theme import Tone
from trainer_app.ui.widgets.lettering import Align

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `stretch` 0 keeps it as narrow as its words; above 0 it shares what is left."""

    key: str
    title: str
    align: Align = "start"
    stretch: int = 0
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: words, with a face, an icon, a bar (`share` 0–1) or as a pill (`tone`).

    `sort` orders it if the words would not, numbers before words. `said` is what a screen
    reader says instead.
    """

    text: str
    face: str | None = None
    icon: str | None = None
    tone: Tone | None = None
    share: float | None = None
    strong: bool = False
    muted: bool = False
    sort: float | str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` says whose it is."""

    key: str
    cells: tuple[Cell, ...]


class TableModel(QAbstractTableModel):
    """Rows and columns for a view, sorted as the reader's language sorts."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows = list(rows)
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows in the order chosen by the person."""
        self.beginResetModel()
        self.rows = list(rows)
        if self._sorted is not None:
            self._arrange(*self._sorted)
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """One cell."""
        return self.rows[row].cells[column]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.said or cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text if len(cell.text) > 30 else None
            case role if role == CELL:
                return cell
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not (0 <= column < len(self.columns) and self.columns[column].sortable):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.rows[index.row()].key for index in before]
        self._arrange(column, order)
        self._sorted = (column, order)
        at = {row.key: number for number, row in enumerate(self.rows)}
        after = [
            self.index(at[key], index.column()) for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self, column: int, order: Qt.SortOrder) -> None:
        down = order == Qt.SortOrder.DescendingOrder
        numbered: list[tuple[float, Row]] = []
        worded: list[tuple[Key, Row]] = []
        empty: list[Row] = []
        for row in self.rows:
            cell = row.cells[column]
            worth = cell.text if cell.sort is None else cell.sort
            if isinstance(worth, int | float):
                numbered.append((worth, row))
            elif worth:
                worded.append((name_key(worth), row))
            else:
                empty.append(row)
        numbered.sort(key=lambda pair: pair[0], reverse=down)
        worded.sort(key=lambda pair: pair[0], reverse=down)
        groups = [row for _, row in numbered], [row for _, row in worded]
        # Empty cells come last both ways: nobody looks for them.
        self.rows = [*groups[1], *groups[0]] if down else [*groups[0], *groups[1]]
        self.rows += empty
