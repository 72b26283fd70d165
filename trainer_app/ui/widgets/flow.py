"""Arrangements that follow the width: a row that wraps, and a vertical scroller."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.theme import current


class Flow(QLayout):
    """A layout whose height follows from its width; subclasses say how.

    It has a widget of its own: the items of one that is laid out in another belong, for Python, to
    that other, and are lost where its place in memory is used again. Python then dies of it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

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

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        margins = self.contentsMargins()
        return QSize(
            max((size.width() for size in sizes), default=0) + margins.left() + margins.right(),
            max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom(),
        )

    def from_right(self) -> bool:
        """Whether reading, and so the first item, starts at the right."""
        owner = self.parentWidget()
        return owner is not None and owner.isRightToLeft()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def item_height(item: QLayoutItem, width: int) -> int:
    """The height in pixels that an item wants in a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _put(item: QLayoutItem, box: QRect) -> None:
    """Give an item its place; one that takes no more than it wants is as high as its words wrap."""
    widget = item.widget()
    keeps = QSizePolicy.Policy.Maximum
    if (
        widget is None
        or not item.hasHeightForWidth()
        or widget.sizePolicy().verticalPolicy() != keeps
    ):
        item.setGeometry(box)
        return
    # By itself a layout would cut it to the height that it has on a single line.
    high = min(box.height(), item.heightForWidth(box.width()))
    top = box.top() + (box.height() - high) // 2
    widget.setGeometry(QRect(box.left(), top, box.width(), high))


class FlowRow(Flow):
    """A row that goes on in the next line when it is full, from the right in right-to-left."""

    def __init__(self, parent: QWidget, gap: int = 8, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._gap = current().space(gap)
        self._at_end = at_end

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = self._lines(inner)
        high = sum(self._height(line, inner) for line in lines)
        return high + self._gap * max(0, len(lines) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        margins = self.contentsMargins()
        wide = width + margins.left() + margins.right()
        return QSize(wide, self.heightForWidth(wide))

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wide + self._gap
        return lines

    @staticmethod
    def _height(line: list[QLayoutItem], width: int) -> int:
        return max(item_height(item, min(item.sizeHint().width(), width)) for item in line)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        inner = box.marginsRemoved(self.contentsMargins())
        rtl = self.from_right()
        top = inner.top()
        for line in self._lines(inner.width()):
            high = self._height(line, inner.width())
            widths = [min(item.sizeHint().width(), inner.width()) for item in line]
            spare = inner.width() - sum(widths) - self._gap * (len(line) - 1)
            left = spare if self._at_end else 0
            for item, wide in zip(line, widths, strict=True):
                x = inner.right() + 1 - left - wide if rtl else inner.left() + left
                _put(item, QRect(x, top, wide, high))
                left += wide + self._gap
            top += high + self._gap


class Scroller(QScrollArea):
    """A page that scrolls up and down only, and shows what the keyboard reaches. Signals: none."""

    def __init__(self, page: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(current().px(48))
        self.page = page or _column()
        self.setWidget(self.page)

    def add(self, widget: QWidget) -> None:
        """Add below what is there, in a scroller made without a page."""
        layout = self.page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, widget)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll what a widget lies in, if it scrolls, until the widget is in sight whole."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        parent.ensureWidgetVisible(widget)


def _column() -> QWidget:
    page = QWidget()
    page.setProperty("ground", "none")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().space(16))
    layout.addStretch(1)
    return page
