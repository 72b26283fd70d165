"""Two halves of a page, side by side where there is room and stacked where there is not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from trainer_app.ui.theme import current


class Sides(QWidget):
    """Two widgets of one width; right-to-left puts the first at the right.

    `narrowest` is the least width of a half, in design pixels. Below each other they stand in
    this order too, unless `second_on_top`. Signals: none.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        narrowest: int,
        gap: int = 32,
        second_on_top: bool = False,
    ) -> None:
        super().__init__()
        theme = current()
        layout = _Halves(self, theme.space(narrowest), theme.space(gap), second_on_top)
        # The order of adding is the order of the keyboard.
        layout.addWidget(first)
        layout.addWidget(second)


class _Halves(QLayout):
    """Computes heights from widths in one go, so that a page is never shown half arranged."""

    def __init__(self, parent: QWidget, narrowest: int, gap: int, second_on_top: bool) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._narrowest, self._gap, self._second_on_top = narrowest, gap, second_on_top
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(item, self._half(width)) for item in self._items]
        if self._is_wide(width):
            return max(heights, default=0)
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        width = max(widest, self._narrowest) * 2 + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((size.width() for size in sizes), default=0), 0)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        half = self._half(box.width())
        if self._is_wide(box.width()):
            owner = self.parentWidget()
            rtl = owner is not None and owner.isRightToLeft()
            for number, item in enumerate(self._items):
                place = 1 - number if rtl else number
                left = box.left() + place * (half + self._gap)
                item.setGeometry(QRect(left, box.top(), half, box.height()))
            return
        top = box.top()
        for item in reversed(self._items) if self._second_on_top else self._items:
            high = _height(item, half)
            item.setGeometry(QRect(box.left(), top, half, high))
            top += high + self._gap

    def _is_wide(self, width: int) -> bool:
        least = max([self._narrowest, *(item.minimumSize().width() for item in self._items)])
        return width >= 2 * least + self._gap

    def _half(self, width: int) -> int:
        return (width - self._gap) // 2 if self._is_wide(width) else width


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
