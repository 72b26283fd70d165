"""The first column of a table that is wider than its room: it stays when the rest is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.table_cells import Cells


class FirstColumn(QTableView):
    """Lies over the first column of a table, and shows the same; keys stay with the table.

    Signals: those of QTableView; `clicked` counts as a press in the table.
    """

    def __init__(self, table: QTableView, headings: QHeaderView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        headings.setParent(self)
        self.setHorizontalHeader(headings)
        self.verticalHeader().hide()
        self.setItemDelegate(_Cells(self, table))
        self.setSelectionModel(table.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(table.verticalScrollMode())
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at in range(1, self.model().columnCount()):
            self.setColumnHidden(at, True)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.installEventFilter(self)
        table.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self.fit())
        self.hide()

    def fit(self) -> None:
        """Lie where the column lies, as high as the rows in sight; only if there is more beside."""
        table = self._table
        if table.horizontalScrollBar().maximum() <= 0:
            self.hide()
            return
        wide = table.columnWidth(0)
        heading = table.horizontalHeader().height()
        room = table.viewport()
        left = room.x() + (room.width() - wide if self.isRightToLeft() else 0)
        self.setColumnWidth(0, wide)
        self.horizontalHeader().setFixedHeight(heading)
        rows, mine = table.verticalHeader(), self.verticalHeader()
        mine.setMinimumSectionSize(rows.minimumSectionSize())
        for at in range(rows.count()):
            if mine.sectionSize(at) != rows.sectionSize(at):
                mine.resizeSection(at, rows.sectionSize(at))
        self.setGeometry(left, room.y() - heading, wide, heading + room.height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def covers(self) -> int:
        """How many pixels of the table lie under it."""
        return self.width() if self.isVisible() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.fit()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # A line says that more lies under it.
        painter = QPainter(self.viewport())
        painter.setPen(current().colour("edge"))
        edge = 0 if self.isRightToLeft() else self.viewport().width() - 1
        painter.drawLine(edge, 0, edge, self.viewport().height())


class _Cells(Cells):
    """Cells that show the keyboard as the table under them would: the keys go there."""

    def __init__(self, first: FirstColumn, table: QTableView) -> None:
        super().__init__(first)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now = QStyleOptionViewItem(option)
        if self._table.hasFocus() and index == self._table.currentIndex():
            now.state |= QStyle.StateFlag.State_HasFocus
        super().paint(painter, now, index)


def show_beside(table: QTableView, first: FirstColumn) -> None:
    """Scroll on so far that the cell with the keyboard does not lie under the first column."""
    now = table.currentIndex()
    if not now.isValid() or now.column() == 0 or not first.covers():
        return
    box, room = table.visualRect(now), table.viewport().width()
    bar = table.horizontalScrollBar()
    hidden = first.covers() - box.left()
    if table.isRightToLeft():
        hidden = box.right() - (room - first.covers())
    if hidden > 0:
        bar.setValue(bar.value() - hidden)


def show_around(table: QTableView, box: QRect) -> None:
    """Scroll the page that a table stands on so far that a cell's box in it is in sight."""
    around = table.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    page = around.widget() if isinstance(around, QScrollArea) else None
    if isinstance(around, QScrollArea) and page is not None:
        at = table.viewport().mapTo(page, box.center())
        # It never scrolls sideways for it: the table does that itself.
        across = around.horizontalScrollBar().value()
        around.ensureVisible(across, at.y(), 0, box.height())
