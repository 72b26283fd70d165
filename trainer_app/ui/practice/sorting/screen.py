"""Sorting on the screen: lift a card, or drag it, and put it on a pile or into an order."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.sorting import Action, SortingView
from trainer_app.ui.practice.sorting.table import SortingTable
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.widgets import Scroller


class SortingScreen(StageScreen):
    """The hand above, the piles below. A card is lifted by a press and put down by a second one.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        self._table = SortingTable(material)
        self._table.acted.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_Sight(self._table))

    def show_view(self, view: SortingView) -> None:
        self._table.show_view(view)

    def touch(self, action: Action) -> Touch | None:
        return self._table.touch(action)

    def focus_first(self) -> None:
        self._table.focus_first()


class _Sight(Scroller):
    """Tells the table how much of it is in sight."""

    def __init__(self, table: SortingTable) -> None:
        super().__init__(table)
        self._table = table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.set_room(self.viewport().height())
