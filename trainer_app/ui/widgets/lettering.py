"""Sets words into lines: wraps, measures and draws them, the same way for every widget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from trainer_app.domain.blocks import Line
from trainer_app.ui.theme import Size, Weight, current
from trainer_app.ui.theme.scripts import script_of_text
from trainer_app.ui.widgets.isolation import isolate_with_places, runs_from_right

Align = Literal["start", "center", "end"]
_ENDLESS = 1e6
_GAPS = re.compile(r"[^\S\xa0\u202f\u2007]+")
_HEADINGS = {"large", "title", "headline", "display"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of characters in another look; `ground` lies behind them."""

    start: int
    length: int
    font: QFont | None = None
    ink: QColor | None = None
    ground: QColor | None = None


class Lettering:
    """Words in one size, broken into lines of a width. Widths and heights are pixels."""

    def __init__(
        self,
        words: str,
        size: Size = "body",
        weight: Weight = "regular",
        *,
        marked: Sequence[Marked] = (),
        tight: bool = False,
        pixels: int | None = None,
    ) -> None:
        """`pixels` is the height of the letters where the theme's own sizes do not hold."""
        theme = current()
        shown, self._places = isolate_with_places(words.replace("\n", "\u2028"))
        self.words = words
        self._font = sized(theme.font(size, weight, words), pixels)
        lines = theme.lines(words)
        pixels = pixels or theme.text_px(size)
        heading = tight or size in _HEADINGS
        self.pitch = ceil(pixels * (lines.heading if heading else lines.reading))
        room = self.pitch - pixels * (lines.above + lines.below)
        self._above, self._below = pixels * lines.above * 0.92, pixels * lines.below
        self._baseline = room / 2 + pixels * lines.above
        self._layout = QTextLayout(shown, self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Unlike QString.isRightToLeft, a text that opens with @amina keeps its sentence's way.
        from_right = runs_from_right(shown, page_from_right=theme.rtl)
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if from_right else direction.LeftToRight)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._looks = tuple(marked)
        self._dress(self._looks)

    def read_along(self, start: int, length: int) -> None:
        """Mark the characters that are being read aloud; a length of 0 clears the mark."""
        if length <= 0:
            self._dress(self._looks)
            return
        inside = (one.font for one in self._looks if one.start <= start < one.start + one.length)
        font = next(inside, None)
        theme = current()
        mark = Marked(start, length, font, theme.colour("ink"), theme.colour("mark"))
        self._dress((*self._looks, mark))

    def line_of(self, place: int) -> tuple[float, float]:
        """The top and the height of the line of a character, after the last `lay`."""
        line = self._layout.lineForTextPosition(self._places[min(place, len(self._places) - 1)])
        number = line.lineNumber() if line.isValid() else 0
        return float(number * self.pitch), float(self.pitch)

    def _dress(self, marked: Sequence[Marked]) -> None:
        """Show stretches in another look; takes the place of earlier ones."""
        ranges = []
        last = len(self._places) - 1
        for each in marked:
            form = QTextCharFormat()
            if each.font is not None:
                form.setFont(each.font)
            if each.ink is not None:
                form.setForeground(each.ink)
            stretch = QTextLayout.FormatRange()
            stretch.start = self._places[each.start]
            end = self._places[min(each.start + each.length, last)]
            stretch.length = end - stretch.start
            stretch.format = form
            ranges.append(stretch)
        self._layout.setFormats(ranges)
        self._grounds = [
            (self._places[each.start], self._places[min(each.start + each.length, last)], each)
            for each in marked
            if each.ground is not None
        ]
        self._width = -1.0

    def lay(self, width: float) -> float:
        """Break into lines of `width`; returns the height."""
        width = max(1.0, width)
        if width == self._width:
            return self.height
        self._width = width
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + self._baseline - line.ascent()))
            top += self.pitch
        self._layout.endLayout()
        return self.height

    @property
    def lines(self) -> int:
        """How many lines the last `lay` made, at least one."""
        return max(1, self._layout.lineCount())

    @property
    def height(self) -> float:
        """The height of all lines of the last `lay`."""
        return float(self.lines * self.pitch)

    @cached_property
    def _natural(self) -> float:
        self.lay(_ENDLESS)
        widths = [self._layout.lineAt(at).naturalTextWidth() for at in range(self.lines)]
        return ceil(max(widths, default=0.0)) + 1.0 if self.words else 0.0

    def natural_width(self) -> float:
        """The width on a single line."""
        return self._natural

    def longest_word(self) -> float:
        """The width of the longest word, so that none needs to be cut in two."""
        return self._longest

    @cached_property
    def _longest(self) -> float:
        metrics = QFontMetricsF(self._font)
        # Not split(): a line is never broken at the space in "12 €", which str takes for a space.
        words = _GAPS.split(self.words)
        return ceil(max((metrics.horizontalAdvance(word) for word in words), default=0.0)) + 2.0

    def balanced(self, most: float) -> QSizeF:
        """A pleasing size for at most `most` width."""
        width = min(self.natural_width(), max(most, self.longest_word()))
        return QSizeF(width, self.lay(width))

    def snug(self, most: float) -> float:
        """The width of the longest line, broken for at most `most`: no room is left beside it."""
        self.lay(self.balanced(most).width())
        widths = [self._layout.lineAt(at).naturalTextWidth() for at in range(self.lines)]
        return min(self.balanced(most).width(), ceil(max(widths, default=0.0)) + 1.0)

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        ink: QColor,
        align: Align = "start",
        *,
        middle: bool = True,
    ) -> None:
        """Draw into a box, in the middle of its height or from its top."""
        height = self.lay(box.width())
        top = box.top() + (max(0.0, (box.height() - height) / 2) if middle else 0.0)
        for at in range(self._layout.lineCount()):
            line = self._layout.lineAt(at)
            spare = box.width() - line.naturalTextWidth()
            origin = QPointF(box.left() + self._shift(align, spare), top)
            self._draw_grounds(painter, line, origin)
            painter.setPen(ink)
            line.draw(painter, origin)

    def _draw_grounds(self, painter: QPainter, line: QTextLine, origin: QPointF) -> None:
        first, last = line.textStart(), line.textStart() + line.textLength()
        baseline = origin.y() + line.y() + line.ascent()
        for start, end, look in self._grounds:
            if end <= first or start >= last or look.ground is None:
                continue
            xs = [self._x(line, min(max(at, first), last)) for at in (start, end)]
            box = QRectF(
                origin.x() + min(xs) - 2,
                baseline - self._above,
                abs(xs[1] - xs[0]) + 4,
                self._above + self._below,
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(look.ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 5, 5)

    @staticmethod
    def _x(line: QTextLine, place: int) -> float:
        # The binding gives the place back beside its x, which its types do not say.
        found: Any = line.cursorToX(place)
        return float(found[0])

    @staticmethod
    def _shift(align: Align, spare: float) -> float:
        if align == "center":
            return spare / 2
        at_right = (align == "end") != current().rtl
        return spare if at_right else 0.0


def sized(font: QFont, pixels: int | None) -> QFont:
    """The font in another size, if one is given."""
    if pixels is not None:
        font.setPixelSize(pixels)
    return font


def marked_spans(line: Line, size: Size, weight: Weight, pixels: int | None = None) -> list[Marked]:
    """The looks of a line's spans: strong, emphasis and the names of keys and buttons."""
    theme = current()
    found: list[Marked] = []
    at = 0
    for span in line:
        if span.strong or span.emphasis or span.key:
            bold: Weight = "bold" if span.strong else weight
            font = sized(theme.font(size, bold, span.text), pixels)
            if span.key:
                font = sized(theme.font(size, "semibold", span.text), pixels)
            # A slanted Arabic or Han letter is a fake one; there, emphasis is weight.
            if span.emphasis and script_of_text(span.text) in ("latin", "ethiopic"):
                font.setItalic(True)
            elif span.emphasis:
                font.setBold(True)
            ground = theme.colour("key") if span.key else None
            found.append(Marked(at, len(span.text), font, None, ground))
        at += len(span.text)
    return found
