"""A table for the trainer: sorted by a press on a heading, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.theme.tokens import TABLE_TARGET
from trainer_app.ui.widgets import second_press
from trainer_app.ui.widgets.drawn import centred, end_box, start_box
from trainer_app.ui.widgets.table_cells import Cells, heading_letters, side_room
from trainer_app.ui.widgets.table_first import FirstColumn, show_around, show_beside
from trainer_app.ui.widgets.table_model import Column, Row, TableModel
from trainer_app.ui.widgets.table_sizes import Sizes, row_least


class _Headings(QHeaderView):
    """Headings in line with their cells, wrapped, with an arrow on the one that sorts."""

    def __init__(self, model: TableModel, sizes: Sizes, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns, self._sizes = model.columns, sizes
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(current().px(TABLE_TARGET))

    def sizeHint(self) -> QSize:
        widths = tuple(self.sectionSize(at) for at in range(self.count()))
        return QSize(super().sizeHint().width(), self._sizes.heading(widths))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect)
        painter.fillRect(box, theme.colour("card"))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        column = self._columns[section]
        words = heading_letters(column.title)
        inner = box.adjusted(side_room(), 0, -side_room(), 0)
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
    With `keeps_first` the first column stays in sight where the others are scrolled sideways.

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
        keeps_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first: FirstColumn | None = None
        self._rows = TableModel(columns, rows)
        self._rows.setParent(self)
        self._full = full
        self._sizes = Sizes(self._rows)
        self._headings = _Headings(self._rows, self._sizes, self)
        self.setModel(self._rows)
        self.setHorizontalHeader(self._headings)
        self.setItemDelegate(Cells(self))
        self.setAccessibleName(said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(current().px(TABLE_TARGET))
        self.verticalHeader().setDefaultSectionSize(row_least())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        if full:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._sort(columns, sort)
        self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._came_to)
        if keeps_first:
            # Being scrolled sideways is then no fault.
            self.setProperty("sideways", "meant")
            self._first = FirstColumn(self, _Headings(self._rows, self._sizes, self))
            self._first.clicked.connect(self._choose)

    def _sort(self, columns: Sequence[Column], sort: tuple[str, bool] | None) -> None:
        at = next((n for n, c in enumerate(columns) if sort and c.key == sort[0]), -1)
        down = bool(sort and sort[1])
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._headings.setSortIndicator(at, order)
        self.setSortingEnabled(True)
        self._rows.layoutChanged.connect(self._reordered)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the row that the keyboard is on stays, if it is still there."""
        now = self.currentIndex()
        key = self._rows.rows[now.row()].key if now.isValid() else None
        self._sizes.forget()
        self._rows.set_rows(rows)
        self._fit()
        self.updateGeometry()
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not second_press.comes_again(self, event, once=False):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        second_press.note_press(self, event)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not second_press.key_comes_again(self, event, once=False):
                second_press.note_key(self, event)
                self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _came_to(self, now: QModelIndex) -> None:
        """Show the cell that the keyboard is on, whatever lies over it or scrolls around it."""
        if self._first is not None:
            show_beside(self, self._first)
        if self._full and now.isValid():
            show_around(self, self.visualRect(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return self._full

    def heightForWidth(self, width: int) -> int:
        if not self._full:
            return super().heightForWidth(width)
        room = width - 2 * self.frameWidth()
        widths = self._sizes.widths(room)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        return self._sizes.heading(widths) + sum(self._sizes.row_heights(widths)) + bar + 2

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._full:
            return hint
        # As it stands now: layouts ask for a hint even where the height follows from the width.
        return QSize(hint.width(), self._headings.height() + self.verticalHeader().length() + 2)

    def _fit(self) -> None:
        """Share the width among the columns, then give the rows the heights that follow."""
        for at, width in enumerate(self._sizes.widths(self.viewport().width())):
            self.setColumnWidth(at, width)
        self._fit_heights()

    def _reordered(self) -> None:
        self._sizes.forget_order()
        self._fit_heights()

    def _fit_heights(self) -> None:
        widths = tuple(self.columnWidth(at) for at in range(len(self._rows.columns)))
        header = self.verticalHeader()
        for at, high in enumerate(self._sizes.row_heights(widths)):
            if header.sectionSize(at) != high:
                header.resizeSection(at, high)
        self._headings.updateGeometry()
        self.updateGeometries()
        if self._first is not None:
            self._first.fit()
