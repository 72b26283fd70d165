"""The answers of a question on a slide, and how many people are for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent

from trainer_app.domain.blocks import Line
from trainer_app.i18n.formats import number
from trainer_app.ui.presenter.grain import Grain
from trainer_app.ui.presenter.pieces import Piece
from trainer_app.ui.presenter.slide_colours import SlideColours
from trainer_app.ui.presenter.slide_text import SlideText
from trainer_app.ui.widgets.drawn import centred, panel, rounded
from trainer_app.ui.widgets.lettering import Lettering


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer in one language."""

    line: Line
    language: str
    from_right: bool


class AnswerRow(Piece):
    """One answer with its number, in one language or two, and a bar that grows with its people."""

    def __init__(
        self,
        place: int,
        words: Sequence[AnswerWords],
        colours: SlideColours,
        count: int | None,
        most: int,
        *,
        from_right: bool,
    ) -> None:
        """`count`: people for it, None before anybody was asked; `most`: of all the answers."""
        super().__init__(from_right=from_right)
        self._place, self._colours, self._count, self._most = place, colours, count, most
        self._texts: list[SlideText] = []
        for one in words:
            text = SlideText(one.line, colours.of("ink"), from_right=one.from_right, tight=True)
            text.setProperty("language", one.language)
            text.setParent(self)
            self._texts.append(text)

    def fit(self, grain: Grain, width: int) -> int:
        self.grain = grain
        start, end, gap = grain.px(96), grain.px(112), grain.px(36)
        room = width - start - end
        each = (room - gap * (len(self._texts) - 1)) // len(self._texts)
        heights = [text.fit(grain, each) for text in self._texts]
        pad = 28 if len(self._texts) == 1 else 12
        high = max(max(heights) + grain.px(pad), grain.px(84))
        for at, text in enumerate(self._texts):
            self.put(text, start + at * (each + gap), 0, each, high, width)
        return high

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grain, colours, box = self.grain, self._colours, QRectF(self.rect())
        radius = float(grain.px(24))
        edge = colours.edge or colours.of("line")
        panel(painter, box, radius, colours.of("card"), edge, grain.px(2))
        if self._count:
            self._draw_bar(painter, box, radius)
        size = grain.px(60)
        disc = self.at_start(size, (box.height() - size) / 2, grain.px(18))
        panel(painter, disc, size / 2, colours.accent)
        self._figure(number(self._place), 34).draw(painter, disc, colours.on_accent, "center")
        if self._count is not None:
            side = grain.px(104)
            left = 0.0 if self.from_right else box.width() - side
            at = QRectF(left, 0, side, box.height())
            self._figure(number(self._count), 56).draw(painter, at, colours.accent, "center")

    def _draw_bar(self, painter: QPainter, box: QRectF, radius: float) -> None:
        """Behind the words, from where reading starts; as long as the row for the most people."""
        count = self._count or 0
        wide = box.width() * count / max(1, self._most)
        left = box.width() - wide if self.from_right else 0.0
        bar = QPainterPath()
        bar.addRect(QRectF(left, 0, wide, box.height()))
        painter.fillPath(rounded(box, radius).intersected(bar), self._colours.tint)
        if self._colours.plain:
            line = centred(QRectF(left, 0, wide, box.height()), wide, box.height())
            panel(painter, line, radius, None, self._colours.accent, self.grain.px(4))

    def _figure(self, words: str, design: float) -> Lettering:
        return Lettering(words, weight="bold", tight=True, pixels=self.grain.px(design))
