"""A part of the paper that fills up from the top, in the largest letters with which it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer_app.ui.printing.paper import BAND, Paper
from trainer_app.ui.printing.typesetting import INK, MM, Align, Setting, Style
from trainer_app.ui.theme.tokens import COLOURS, Weight
from trainer_app.ui.widgets.isolation import isolate as in_whole_parts

DEEP = COLOURS["light"]["primary"]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the paper; lengths are tenths of a point, `x` counts from where reading starts."""

    paper: Paper
    x: float
    y: float
    width: float
    height: float

    def inside(self, edge: float) -> Area:
        """What is left within an edge all around."""
        return Area(
            self.paper,
            self.x + edge,
            self.y + edge,
            self.width - 2 * edge,
            self.height - 2 * edge,
        )


def whole(paper: Paper) -> Area:
    """All of the page within its margins."""
    return Area(paper, 0.0, 0.0, paper.width, paper.height)


class Column:
    """Writes downwards in letters of a `size` (1 is as they are), on the paper or to measure."""

    def __init__(self, area: Area, size: float, *, on: bool) -> None:
        self.area, self.size, self.on = area, size, on
        self.y = 0.0

    def style(
        self,
        points: float,
        weight: Weight = "regular",
        ink: str = INK,
        align: Align = "start",
    ) -> Style:
        """How words look, `points` being their height at size 1."""
        return Style(round(points * self.size * 2) / 2, weight, ink, align)

    def gap(self, millimetres: float) -> None:
        """Go down."""
        self.y += millimetres * MM * self.size

    def write(
        self, words: str, style: Style, *, x: float = 0.0, width: float | None = None
    ) -> None:
        """Words over the width, in as many lines as they need."""
        self.y += self.put(words, style, x, self.area.width - x if width is None else width)

    def put(self, words: str, style: Style, x: float, width: float) -> float:
        """The same without going down; how high they stand."""
        setting = self._set(words, style, width)
        if self.on:
            self.area.paper.write(setting, self.area.x + x, self.area.y + self.y)
        return setting.height

    def bullet(self, words: str, style: Style, mark: str = "•") -> None:
        """A point of a list."""
        indent = style.points * 14
        self.put(mark, style, 0.0, indent)
        self.write(words, style, x=indent)

    def rule(self, *, x: float = 0.0, width: float | None = None) -> None:
        """A line across."""
        if self.on:
            wide = self.area.width - x if width is None else width
            self.area.paper.rule(self.area.x + x, self.area.y + self.y, wide, colour=INK)

    def band(self, lines: Sequence[tuple[str, Style]], pad: float = 2.5) -> None:
        """Lines on a coloured ground, `pad` millimetres within its edge."""
        edge = pad * MM * self.size
        settings = [self._set(words, style, self.area.width - 2 * edge) for words, style in lines]
        high = sum(setting.height for setting in settings) + 2 * edge
        area, top = self.area, self.area.y + self.y
        if self.on:
            area.paper.fill(area.x, top, area.width, high, BAND)
        top += edge
        for setting in settings:
            if self.on:
                area.paper.write(setting, area.x + edge, top)
            top += setting.height
        self.y += high

    def _set(self, words: str, style: Style, width: float) -> Setting:
        return self.area.paper.set(in_whole_parts(words), style, width)


Lay = Callable[[Column], None]


def fill(area: Area, lays: Sequence[Lay], sizes: Sequence[float]) -> bool:
    """Draw the first of several ways to say it that fits, in the largest letters in which it does.

    Where none fits, the last is drawn in the smallest; the answer is then False.
    """
    for lay in lays:
        for size in sizes:
            measured = Column(area, size, on=False)
            lay(measured)
            if measured.y <= area.height:
                lay(Column(area, size, on=True))
                return True
    lays[-1](Column(area, sizes[-1], on=True))
    return False
