"""Bars that lie: one a line, of one piece or of several, with the figure in words behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.chart_marks import Chart, Figure, fill
from trainer_app.ui.widgets.drawn import end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

_HIGH = 20
_GAP = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `parts`: a figure for each series; `words`: what stands behind it.

    `wanted`: a figure to reach, drawn as a mark across the bar.
    """

    label: str
    parts: tuple[Figure, ...]
    words: str
    wanted: Figure | None = None

    @property
    def whole(self) -> Figure:
        """The length of the bar."""
        return sum(self.parts)


class BarChart(Chart):
    """Bars below one another, the longest as long as there is room. Signals: none.

    Labels stand before the bars, or above them where there is little room.
    """

    def __init__(
        self, bars: Sequence[Bar], said: str, figures_said: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(said, figures_said, parent)
        self._bars = tuple(bars)
        self._labels = [Lettering(bar.label, "body", tight=True) for bar in bars]
        self._words = [Lettering(bar.words, "body", "semibold", tight=True) for bar in bars]
        self._most = max((float(max(bar.whole, bar.wanted or 0)) for bar in bars), default=0.0)

    def measure(self, _width: int) -> int:
        width = float(_width)
        label, words = self._columns(width)
        heights = (self._height(at, width, label, words) for at in range(len(self._bars)))
        return ceil(sum(heights)) + current().space(_GAP) * max(0, len(self._bars) - 1)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        label, words = self._columns(box.width())
        top = box.top()
        for at in range(len(self._bars)):
            high = self._height(at, box.width(), label, words)
            self._draw_line(painter, QRectF(box.left(), top, box.width(), high), at, label, words)
            top += high + theme.space(_GAP)

    def _columns(self, width: float) -> tuple[float, float]:
        """The widths of labels and of words; no room for labels: they stand above (0)."""
        labels = max((each.natural_width() for each in self._labels), default=0.0)
        words = max((each.natural_width() for each in self._words), default=0.0)
        words = min(words, width * 0.45)
        label = min(labels, width * 0.4)
        longest = max((each.longest_word() for each in self._labels), default=0.0)
        bar = width - label - words - 2 * current().space(12)
        roomy = min(longest, labels) <= label and bar >= current().px(160)
        return (label, words) if roomy else (0.0, words)

    def _height(self, at: int, width: float, label: float, words: float) -> float:
        bar = max(float(current().px(_HIGH)), self._words[at].lay(words))
        if label:
            return max(bar, self._labels[at].lay(label))
        return bar + self._labels[at].lay(width) + current().space(2)

    def _draw_line(
        self, painter: QPainter, box: QRectF, at: int, label: float, words: float
    ) -> None:
        theme = current()
        gap = theme.space(12)
        if label:
            start, rest = start_box(box, label, gap)
        else:
            high = self._labels[at].lay(box.width())
            start = QRectF(box.left(), box.top(), box.width(), high)
            rest = box.adjusted(0, high + theme.space(2), 0, 0)
        self._labels[at].draw(painter, start, theme.colour("ink"))
        end, room = end_box(rest, words, gap)
        self._words[at].draw(painter, end, theme.colour("ink"))
        self._draw_bar(painter, room, self._bars[at])

    def _draw_bar(self, painter: QPainter, room: QRectF, bar: Bar) -> None:
        theme = current()
        high = theme.px(_HIGH)
        room = QRectF(room.left(), room.center().y() - high / 2, room.width(), high)
        edge = theme.colour("edge") if theme.name == "contrast" else None
        panel(painter, room, theme.space(4), theme.colour("sunk"), edge, 1.0)
        if self._most <= 0:
            return
        rest = room
        for number, part in enumerate(bar.parts):
            wide = room.width() * float(part) / self._most
            if wide > 0:
                piece, rest = start_box(rest, max(2.0, wide), 0)
                fill(painter, piece, number, theme.space(4) if len(bar.parts) == 1 else 0)
        if bar.wanted is not None:
            before, _ = start_box(room, room.width() * float(bar.wanted) / self._most, 0)
            mark, _ = end_box(before, 0, 0)
            self._draw_mark(painter, mark.left(), room)

    def _draw_mark(self, painter: QPainter, x: float, room: QRectF) -> None:
        """A line across the bar where the figure should come to, seen on the bar and beside it."""
        theme = current()
        wide = theme.px(4)
        x = min(max(x, room.left() + wide), room.right() - wide)
        over = theme.px(3)
        box = QRectF(x - wide / 2, room.top() - over, wide, room.height() + 2 * over)
        panel(painter, box.adjusted(-2, -1, 2, 1), 2, theme.colour("card"))
        panel(painter, box, 1, theme.colour("ink"))
