"""Choosing the size of text by seeing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer_app.i18n import _, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import TYPE
from trainer_app.ui.widgets import FlowRow
from trainer_app.ui.widgets.drawn import DrawnButton, panel
from trainer_app.ui.widgets.lettering import Lettering


class SizeChoice(QWidget):
    """Sizes in per cent, each with letters as large as it makes them.

    Signals: `changed(int)` with the size, when a person chooses.
    """

    changed = Signal(int)

    def __init__(self, sizes: Sequence[int], value: int) -> None:
        super().__init__()
        self.setAccessibleName(_("Text size"))
        self._group = QButtonGroup(self)
        row = FlowRow(self, 10)
        for size in sizes:
            button = _Sample(size, max(sizes), self)
            self._group.addButton(button, size)
            row.addWidget(button)
        self._group.button(value).setChecked(True)
        self._group.idClicked.connect(self.changed)

    def value(self) -> int:
        """The size chosen, in per cent."""
        return self._group.checkedId()


class _Sample(DrawnButton):
    """Letters in one size, and the size in words under them."""

    def __init__(self, size: int, largest: int, parent: QWidget) -> None:
        word = _("{size} %").format(size=number(size))
        super().__init__(word, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._letters = pgettext("two letters that show a text size", "Aa")
        self._font = current().font("body", "semibold")
        # The letters show the size itself, whichever one is in use now.
        self._font.setPixelSize(round(TYPE["body"] * size / 100))
        self._room = round(TYPE["body"] * largest / 100 * 1.4)
        self._word = Lettering(word, "small", tight=True)

    def widths(self) -> tuple[float, float]:
        pad = current().space(12)
        least = max(self._word.natural_width(), self._room) + 2 * pad
        return least, max(least, current().px(84))

    def measure(self, width: float) -> float:
        return self._room + self._word.lay(width) + 2 * current().space(8)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        on = self.isChecked()
        ground = theme.colour("primary_tint" if on else "sunk" if self.raised else "card")
        edge = theme.colour("primary" if on else "edge")
        panel(painter, box, theme.space(self.radius), ground, edge, theme.border + on)
        top = QRectF(box.left(), box.top() + theme.space(8), box.width(), self._room)
        painter.setFont(self._font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self._letters)
        below = box.adjusted(0, self._room + theme.space(8), 0, -theme.space(8))
        self._word.draw(painter, below, theme.colour("ink" if on else "muted"), "center")
