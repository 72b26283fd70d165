"""A table for the trainer: sorted by a press on a heading, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.ui.theme import Size, Theme, Token, Weight, current, draw_icon, ring_width
from trainer_app.ui.theme.tokens import TABLE_TARGET
from trainer_app.ui.widgets.chips import chip_room, draw_bar, draw_chip
from trainer_app.ui.widgets.drawn import centred, end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import draw_face
from trainer_app.ui.widgets.table_model import CELL, Cell, Column, Row, TableModel

_MEASURED = 150
_WRAPPED_ROWS = 150


@lru_cache(maxsize=4096)
def _set(_theme: Theme, words: str, size: Size, weight: Weight) -> Lettering:
    return Lettering(words, size, weight, tight=True)


def _lettering(cell: Cell) -> Lettering:
    theme = current()
    if cell.tone is not None:
        return _set(theme, cell.text, "small", "semibold")
    return _set(theme, cell.text, "body", "semibold" if cell.strong else "regular")


def _side(theme: Theme) -> int:
    return theme.space(12)


def _room(cell: Cell) -> int:
    """The width in pixels that a cell needs besides its words."""
    theme = current()
    room = 2 * _side(theme)
    if cell.tone is not None:
        return room + chip_room(cell.icon)
    if cell.face:
        room += theme.px(36) + theme.space(10)
    if cell.icon:
        room += theme.px(20) + theme.space(8)
    if cell.share is not None:
        room += theme.px(96) + theme.space(8)
    return room


class _Cells(QStyledItemDelegate):
    """Draws every kind of cell."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current()
        cell: Cell = index.data(CELL)
        whole = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(whole)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.colour("primary_tint"))
        elif index.row() % 2:
            painter.fillRect(whole, theme.colour("paper"))
        box = whole.adjusted(_side(theme), 0, -_side(theme), 0)
        self._draw(painter, cell, box, index.column(), index.model())
        if state & QStyle.StateFlag.State_HasFocus:
            width = float(ring_width(theme))
            panel(painter, whole, theme.space(6), None, theme.colour("focus"), width)
        painter.restore()

    def _draw(self, painter: QPainter, cell: Cell, box: QRectF, column: int, model: object) -> None:
        theme = current()
        words = _lettering(cell)
        if cell.tone is not None:
            if not cell.text:
                return
            wide = min(box.width(), words.natural_width() + chip_room(cell.icon))
            pill, _ = start_box(box, wide, 0)
            high = max(float(theme.px(30)), words.lay(wide - chip_room(cell.icon)) + theme.space(4))
            draw_chip(painter, centred(pill, wide, high), words, cell.icon, cell.tone)
            return
        if cell.face:
            at, box = start_box(box, theme.px(36), theme.space(10))
            draw_face(painter, cell.face, centred(at, theme.px(36)))
        ink: Token = "muted" if cell.muted else "ink"
        if cell.icon:
            at, box = start_box(box, theme.px(20), theme.space(8))
            draw_icon(painter, cell.icon, theme.hex(ink), centred(at, theme.px(20)))
        if cell.share is not None:
            at, box = start_box(box, theme.px(96), theme.space(8))
            draw_bar(painter, centred(at, at.width(), theme.px(8)), cell.share)
        assert isinstance(model, TableModel)
        words.draw(painter, box, theme.colour(ink), model.columns[column].align)


class _Headings(QHeaderView):
    """Headings in line with their cells, wrapped, with an arrow on the one that sorts."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = model.columns
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(current().px(TABLE_TARGET))

    def lettering(self, column: int) -> Lettering:
        """The words of a heading."""
        return _set(current(), self._columns[column].title, "small", "semibold")

    def room(self, column: int) -> int:
        """The width in pixels that a heading needs besides its words."""
        theme = current()
        arrow = theme.px(18) + theme.space(4) if self._columns[column].sortable else 0
        return 2 * _side(theme) + arrow

    def sizeHint(self) -> QSize:
        theme = current()
        heights = [
            self.lettering(at).lay(max(1, self.sectionSize(at) - self.room(at)))
            for at in range(self.count())
        ]
        high = max([float(theme.px(TABLE_TARGET)), *heights]) + theme.space(8)
        return QSize(super().sizeHint().width(), ceil(high))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect)
        painter.fillRect(box, theme.colour("card"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        column = self._columns[section]
        words = self.lettering(section)
        inner = box.adjusted(_side(theme), 0, -_side(theme), 0)
        mark = theme.px(18)
        if column.sortable:
            used = min(words.natural_width(), inner.width() - mark - theme.space(4))
            if column.align == "start":
                label, rest = start_box(inner, used, theme.space(4))
                arrow, _ = start_box(rest, mark, 0)
            else:
                arrow, label = start_box(inner, mark, theme.space(4))
                if column.align == "end":
                    label, rest = end_box(inner, used, theme.space(4))
                    arrow, _ = end_box(rest, mark, 0)
            if self.sortIndicatorSection() == section:
                up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
                sign = "chevron-up" if up else "chevron-down"
                draw_icon(painter, sign, theme.hex("ink"), centred(arrow, mark))
            inner = label
        words.draw(painter, inner, theme.colour("muted"), column.align)
        painter.restore()


class Table(QTableView):
    """Rows to look through. `said` names the table; `full` makes it as high as all its rows.

    Signals: `chosen(str, str)` with the keys of row and column, at a click, Enter or Space.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        said: str,
        *,
        sort: tuple[str, bool] | None = None,
        full: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = TableModel(columns, rows)
        self._rows.setParent(self)
        self._full = full
        self._headings = _Headings(self._rows, self)
        self.setModel(self._rows)
        self.setHorizontalHeader(self._headings)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(current().px(TABLE_TARGET))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        if full:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sort(columns, sort)
        self.clicked.connect(self._choose)
        self._fit()

    def _sort(self, columns: Sequence[Column], sort: tuple[str, bool] | None) -> None:
        at = next((n for n, c in enumerate(columns) if sort and c.key == sort[0]), -1)
        down = bool(sort and sort[1])
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._headings.setSortIndicator(at, order)
        self.setSortingEnabled(True)
        self._rows.layoutChanged.connect(self._fit_heights)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the row that the keyboard is on stays, if it is still there."""
        now = self.currentIndex()
        key = self._rows.rows[now.row()].key if now.isValid() else None
        self._rows.set_rows(rows)
        self._fit()
        for at, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(at, now.column()))

    def keys(self) -> tuple[str, ...]:
        """The keys of the rows in the order shown."""
        return tuple(row.key for row in self._rows.rows)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            column = self._rows.columns[index.column()].key
            self.chosen.emit(self._rows.rows[index.row()].key, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width among the columns, then give the rows the heights that follow."""
        count = len(self._rows.columns)
        least, best = [0.0] * count, [0.0] * count
        most = current().px(320)
        for at in range(count):
            words = self._headings.lettering(at)
            room = self._headings.room(at)
            least[at] = words.longest_word() + room
            best[at] = words.balanced(current().px(170)).width() + room
            for row in self._rows.rows[:_MEASURED]:
                cell = row.cells[at]
                words, room = _lettering(cell), _room(cell)
                least[at] = max(least[at], min(words.longest_word(), most) + room)
                best[at] = max(best[at], min(words.natural_width(), most) + room)
        for at, width in enumerate(self._shares(least, best)):
            self.setColumnWidth(at, width)
        self._fit_heights()

    def _shares(self, least: list[float], best: list[float]) -> list[int]:
        room = float(self.viewport().width())
        stretches = [column.stretch for column in self._rows.columns]
        if sum(best) <= room:
            spare = room - sum(best)
            parts = stretches if any(stretches) else [1] * len(best)
            widths = [b + spare * p / sum(parts) for b, p in zip(best, parts, strict=True)]
        else:
            want = sum(best) - sum(least)
            have = max(0.0, room - sum(least))
            ease = have / want if want > 0 else 0.0
            # Where even the words do not fit, the table scrolls sideways anyway.
            ease = ease if have > 0 else 0.5
            widths = [low + (b - low) * ease for low, b in zip(least, best, strict=True)]
        return [int(width) for width in widths]

    def _fit_heights(self) -> None:
        theme = current()
        single = max(theme.px(44), theme.px(TABLE_TARGET))
        self.verticalHeader().setDefaultSectionSize(single)
        if len(self._rows.rows) <= _WRAPPED_ROWS:
            for at, row in enumerate(self._rows.rows):
                high = max(self._cell_height(cell, n) for n, cell in enumerate(row.cells))
                self.setRowHeight(at, max(single, high))
        self._headings.updateGeometry()
        self.updateGeometries()
        if self._full:
            rows = sum(self.rowHeight(at) for at in range(len(self._rows.rows)))
            wide = sum(self.columnWidth(at) for at in range(len(self._rows.columns)))
            over = wide > self.viewport().width()
            bar = self.horizontalScrollBar().sizeHint().height() if over else 0
            self.setFixedHeight(self._headings.sizeHint().height() + rows + bar + 2)

    def _cell_height(self, cell: Cell, column: int) -> int:
        width = self.columnWidth(column) - _room(cell)
        return ceil(_lettering(cell).lay(max(1, width))) + 2 * current().space(6)
