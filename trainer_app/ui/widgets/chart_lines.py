"""A line from step to step, such as how many people were there from session to session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.chart_marks import Chart, dot, line_pen
from trainer_app.ui.widgets.lettering import Lettering

_HIGH = 220


@dataclass(frozen=True, slots=True)
class Track:
    """One line: a whole number for each step, None where there is none."""

    word: str
    values: tuple[int | None, ...]


class LineChart(Chart):
    """Lines over the same steps, the first step where reading begins. Signals: none.

    `steps`: a short word under each; where they would touch, some are left out. `written`: a
    number as the reader's language has it.
    """

    def __init__(
        self,
        steps: Sequence[str],
        tracks: Sequence[Track],
        said: str,
        figures_said: str,
        written: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(said, figures_said, parent)
        self._written = written
        self._steps = [Lettering(step, "small", tight=True) for step in steps]
        self._tracks = tuple(tracks)
        known = [value for track in tracks for value in track.values if value is not None]
        self._most = _nice(max(known, default=0))

    def measure(self, _width: int) -> int:
        return current().px(_HIGH)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        room = self._room(box)
        self._draw_scale(painter, box, room)
        for at, step in enumerate(self._steps):
            if at % self._every(room) == 0:
                x, wide = self._x(room, at), step.natural_width()
                below = QRectF(x - wide / 2, room.bottom() + 4, wide, step.pitch)
                step.draw(painter, below, current().colour("muted"), "center")
        for number in reversed(range(len(self._tracks))):
            self._draw_track(painter, room, number)

    def _room(self, box: QRectF) -> QRectF:
        """Where the lines are, without the scale beside them and the steps below."""
        theme = current()
        side = max(letters.natural_width() for letters in self._marks()) + theme.space(10)
        above, below = theme.px(24), theme.px(26)
        end = theme.px(18)
        start, rest = (end, side) if theme.rtl else (side, end)
        return box.adjusted(start, above, -rest, -below)

    def _marks(self) -> list[Lettering]:
        """The words of the scale: nothing, half and most."""
        return [Lettering(self._written(value), "small", tight=True) for value in self._values()]

    def _values(self) -> list[int]:
        return [0, self._most // 2, self._most]

    def _draw_scale(self, painter: QPainter, box: QRectF, room: QRectF) -> None:
        theme = current()
        for value, letters in zip(self._values(), self._marks(), strict=True):
            y = round(self._y(room, value)) + 0.5
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
            wide = letters.natural_width()
            left = box.right() - wide if theme.rtl else box.left()
            beside = QRectF(left, y - letters.pitch / 2, wide, letters.pitch)
            letters.draw(painter, beside, theme.colour("muted"))

    def _draw_track(self, painter: QPainter, room: QRectF, number: int) -> None:
        values = self._tracks[number].values
        points = [
            None if value is None else QPointF(self._x(room, at), self._y(room, value))
            for at, value in enumerate(values)
        ]
        painter.setPen(line_pen(number))
        for one, other in pairwise(points):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        for at, point in enumerate(points):
            if point is not None:
                dot(painter, point, number)
                # Close together, the figures would lie on the lines; the table has them.
                if number == 0 and self._every(room) == 1:
                    self._draw_value(painter, point, values[at] or 0)

    def _draw_value(self, painter: QPainter, point: QPointF, value: int) -> None:
        theme = current()
        letters = Lettering(self._written(value), "small", "semibold", tight=True)
        wide = letters.natural_width()
        above = point.y() - theme.px(8) - letters.pitch
        box = QRectF(point.x() - wide / 2, above, wide, letters.pitch)
        letters.draw(painter, box, theme.colour("ink"), "center")

    def _x(self, room: QRectF, at: int) -> float:
        """Where a step stands; the first one leaves room for its figure beside the scale's."""
        inside = room.width() - 2 * current().px(22)
        share = at / (len(self._steps) - 1) if len(self._steps) > 1 else 0.5
        along = current().px(22) + share * inside
        return room.right() - along if current().rtl else room.left() + along

    def _y(self, room: QRectF, value: int) -> float:
        return room.bottom() - room.height() * value / self._most

    def _every(self, room: QRectF) -> int:
        """Each how manyth step has its word."""
        widest = max((step.natural_width() for step in self._steps), default=0.0)
        pitch = room.width() / max(1, len(self._steps) - 1)
        return max(1, ceil((widest + current().space(10)) / max(1.0, pitch)))


def _nice(most: int) -> int:
    """An even top of the scale, a little above the highest point."""
    steps = (2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100)
    unit = 1
    while most > 100 * unit:
        unit *= 10
    return next(step * unit for step in steps if step * unit >= most)
