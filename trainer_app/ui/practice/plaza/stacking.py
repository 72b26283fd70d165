"""Widgets under each other in a width that is given, measured once as long as nothing changes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from trainer_app.ui.widgets.flow import Flow, item_height


class Stacking(Flow):
    """A column that asks its widgets for one thing only: how high they are in its width.

    Qt's own column also asks what widths they would like, and forgets heights over it, so that
    one changed post made all others be measured again. `gap` is in pixels.
    """

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap

    def put(self, at: int, widget: QWidget) -> None:
        """Have a widget stand at a place, also one that stands at another now."""
        self.removeWidget(widget)
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())

    def widgets(self) -> list[QWidget]:
        """The widgets from above to below."""
        found = (item.widget() for item in self._items)
        return [widget for widget in found if widget is not None]

    def minimumSize(self) -> QSize:
        return QSize(1, 1)

    def minimumHeightForWidth(self, _width: int) -> int:  # noqa: N802
        return 1

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        heights = [item_height(item, inner) for item in self._shown()]
        high = sum(heights) + self._gap * max(0, len(heights) - 1)
        return high + margins.top() + margins.bottom()

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        inner = box.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for item in self._shown():
            high = item_height(item, inner.width())
            item.setGeometry(QRect(inner.left(), top, inner.width(), high))
            top += high + self._gap
