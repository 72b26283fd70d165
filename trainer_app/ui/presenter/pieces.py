"""What slides are put together from: points, boxes, words to know, and stacks of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line
from trainer_app.i18n.formats import number
from trainer_app.ui.presenter.grain import BODY, HEADING, KICKER, Grain
from trainer_app.ui.presenter.slide_colours import SlideColours
from trainer_app.ui.presenter.slide_text import Fits, SlideText
from trainer_app.ui.theme import draw_icon
from trainer_app.ui.widgets.drawn import panel
from trainer_app.ui.widgets.lettering import Lettering

_BESIDE_FROM = 800
"""Design pixels from which a word and its meaning stand side by side."""


class Piece(QWidget):
    """A part of a slide with others in it; `from_right` is the way its words run."""

    def __init__(self, *, from_right: bool) -> None:
        super().__init__()
        self.from_right = from_right
        self.grain = Grain(1.0)

    def fit(self, grain: Grain, width: int) -> int:
        """Take the sizes of a grain and put what is inside in its place; gives the height."""
        raise NotImplementedError

    def put(self, part: QWidget, start: int, top: int, width: int, high: int, whole: int) -> None:
        """Put a part so many pixels from where reading starts, in a piece `whole` wide."""
        left = whole - start - width if self.from_right else start
        part.setGeometry(left, top, width, high)

    def at_start(self, size: float, top: float, inset: float = 0.0) -> QRectF:
        """A square of pixels at the side where reading starts."""
        left = self.width() - size - inset if self.from_right else inset
        return QRectF(left, top, size, size)


class Stack(Piece):
    """Parts below one another, each with the room above it in design pixels."""

    def __init__(self, parts: Sequence[tuple[Fits, float]], *, from_right: bool) -> None:
        super().__init__(from_right=from_right)
        self._parts = [(part, above) for part, above in parts]
        for part, _above in self._parts:
            cast(QWidget, part).setParent(self)

    def fit(self, grain: Grain, width: int) -> int:
        top = 0
        for at, (part, above) in enumerate(self._parts):
            top += grain.px(above * min(1.0, grain.step)) if at else 0
            high = part.fit(grain, width)
            cast(QWidget, part).setGeometry(0, top, width, high)
            top += high
        return top


class Point(Piece):
    """A point with its dot, or a step with its number on a disc."""

    def __init__(self, line: Line, step: int, colours: SlideColours, *, from_right: bool) -> None:
        super().__init__(from_right=from_right)
        self._step, self._colours = step, colours
        self._text = SlideText(line, colours.of("ink"), from_right=from_right, tight=True)
        self._text.setParent(self)
        self._first = 0.0

    def fit(self, grain: Grain, width: int) -> int:
        self.grain = grain
        room = grain.px(78 if self._step else 46)
        high = self._text.fit(grain, width - room)
        least = grain.px(60) if self._step else 0
        top = max(0, (least - high) // 2)
        self._first = Lettering("x", tight=True, pixels=grain.letters(BODY)).pitch / 2 + top
        self.put(self._text, room, top, width - room, high, width)
        return max(high, least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.grain.px(58 if self._step else 16)
        inset = 0 if self._step else self.grain.px(12)
        disc = self.at_start(size, max(0.0, self._first - size / 2), inset)
        colours = self._colours
        if not self._step:
            panel(painter, disc, size / 2, colours.accent)
            return
        panel(painter, disc, size / 2, colours.accent)
        figure = Lettering(number(self._step), weight="bold", tight=True, pixels=self.grain.px(34))
        figure.draw(painter, disc, colours.on_accent, "center")


class Beside(Piece):
    """A word and what it means: side by side on a wide slide, otherwise below each other."""

    def __init__(self, word: SlideText, meaning: SlideText, *, from_right: bool) -> None:
        super().__init__(from_right=from_right)
        self._word, self._meaning = word, meaning
        word.setParent(self)
        meaning.setParent(self)

    def fit(self, grain: Grain, width: int) -> int:
        first, gap = round(width * 0.36), grain.px(28)
        self._word.fit(grain, first)
        if width < grain.px(_BESIDE_FROM) or self._word.longest_word() > first:
            high = self._word.fit(grain, width)
            self._word.setGeometry(0, 0, width, high)
            more = self._meaning.fit(grain, width)
            self._meaning.setGeometry(0, high, width, more)
            return high + more
        rest = width - first - gap
        heights = self._word.fit(grain, first), self._meaning.fit(grain, rest)
        whole = max(heights)
        self.put(self._word, 0, (whole - heights[0]) // 2, first, heights[0], width)
        self.put(self._meaning, first + gap, (whole - heights[1]) // 2, rest, heights[1], width)
        return whole


class Framed(Piece):
    """Something on a rounded ground, with a sign in front of it."""

    def __init__(
        self,
        inside: Fits,
        icon: str,
        ink: QColor,
        ground: QColor,
        edge: QColor | None = None,
        *,
        pad: int = 28,
        from_right: bool,
    ) -> None:
        super().__init__(from_right=from_right)
        self._inside, self._icon, self._ink, self._pad = inside, icon, ink, pad
        self._ground, self._edge = ground, edge
        cast(QWidget, inside).setParent(self)

    def fit(self, grain: Grain, width: int) -> int:
        self.grain = grain
        pad, sign = grain.px(self._pad), grain.px(66) if self._icon else 0
        room = width - 2 * pad - sign
        high = self._inside.fit(grain, room)
        least = grain.px(48) if self._icon else 0
        self.put(cast(QWidget, self._inside), pad + sign, pad, room, high, width)
        return max(high, least) + 2 * pad

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grain = self.grain
        width = grain.px(3) if self._edge else 0
        panel(painter, QRectF(self.rect()), grain.px(26), self._ground, self._edge, width)
        if self._icon:
            pitch = Lettering("x", tight=True, pixels=grain.letters(BODY)).pitch
            size = grain.px(48)
            at = self.at_start(size, grain.px(self._pad) + (pitch - size) / 2, grain.px(24))
            draw_icon(painter, self._icon, self._ink.name(), at)


def heading(words: str, ink: QColor, *, from_right: bool, design: float = HEADING) -> SlideText:
    """A heading of a slide."""
    return SlideText(words, ink, from_right=from_right, design=design, weight="bold", tight=True)


def kicker(words: str, ink: QColor, *, from_right: bool) -> SlideText:
    """A few words over a heading that say what kind of slide it is."""
    return SlideText(
        words, ink, from_right=from_right, design=KICKER, weight="semibold", tight=True
    )


def unseen(widget: QWidget) -> QWidget:
    """A widget that takes no clicks: they are for the slide."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
