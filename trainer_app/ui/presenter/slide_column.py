"""A slide in one language, as a column of parts in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor

from trainer_app.domain.blocks import Line
from trainer_app.domain.ideas import SlideLine
from trainer_app.domain.lessons import WordToKnow
from trainer_app.domain.slides import Answer, Slide
from trainer_app.i18n import runs_from_right
from trainer_app.ui.presenter.grain import BODY, HEADING
from trainer_app.ui.presenter.pieces import Beside, Framed, Point, Stack, heading, kicker
from trainer_app.ui.presenter.slide_colours import BOXES, SlideColours
from trainer_app.ui.presenter.slide_text import Fits, SlideText
from trainer_app.ui.presenter.slide_words import box_title, kicker_of, speaking, title_of

Parts = list[tuple[Fits, float]]
_TITLE, _QUESTION, _NARROW = 76, 60, 44
DEEP = ("title", "moment", "practice")
"""Kinds of slides that stand on the lesson's strong colour."""


class Column:
    """Builds the parts of a slide in one language; `narrow` where another stands beside it."""

    def __init__(
        self, slide: Slide, language: str, colours: SlideColours, *, narrow: bool = False
    ) -> None:
        self._slide, self._language, self._colours = slide, language, colours
        self._narrow = narrow
        self._from_right = runs_from_right(language)
        on_deep = slide.kind in DEEP
        self._ink = colours.on_deep if on_deep else colours.of("ink")
        self._quiet = colours.quiet_on_deep if on_deep else colours.accent

    def stack(self) -> Stack:
        """All of it."""
        with speaking(self._language):
            whole = Stack(self._parts(), from_right=self._from_right)
        whole.setProperty("language", self._language)
        return whole

    def head(self) -> Stack:
        """The kicker and the heading alone."""
        with speaking(self._language):
            whole = Stack(self._head(), from_right=self._from_right)
        whole.setProperty("language", self._language)
        return whole

    def _parts(self) -> Parts:
        slide = self._slide
        if slide.mark is not None:
            return [*self._head(), (self._box(), 36)]
        if slide.kind == "words":
            return [
                *self._head(),
                *((self._term(one), 14 if self._narrow else 24) for one in slide.terms),
            ]
        if slide.kind in ("right", "others"):
            return [*self._head(), *((self._reason(one), 26) for one in slide.answers)]
        return [*self._head(), *self._lines(slide.lines, first=34)]

    def _head(self) -> Parts:
        slide, right = self._slide, self._from_right
        parts: Parts = []
        over, title = kicker_of(slide), title_of(slide)
        if slide.kind in ("right", "others"):
            # What was asked stands small above; the answer is what is new.
            parts.append((kicker(title, self._quiet, from_right=right), 0))
            parts.append((heading(over, self._ink, from_right=right), 6))
            return parts
        if over and title:
            parts.append((kicker(over, self._quiet, from_right=right), 34))
        said = title or over
        if said:
            size = self._heading_size()
            parts.append((heading(said, self._ink, from_right=right, design=size), 8))
        return parts

    def _heading_size(self) -> float:
        kind = self._slide.kind
        if kind in DEEP:
            return _TITLE
        if self._narrow and kind in ("words", "answers"):
            return _NARROW
        return _QUESTION if kind == "ask" else HEADING

    def _lines(self, lines: Sequence[SlideLine], first: float) -> Parts:
        parts: Parts = []
        for at, one in enumerate(lines):
            gap = first if at == 0 else 22
            parts.append((self._line(one), gap))
        return parts

    def _line(self, one: SlideLine) -> Fits:
        right = self._from_right
        if one.look in ("point", "step"):
            return Point(one.line, one.number, self._colours, from_right=right)
        if one.look == "heading":
            return SlideText(
                one.line, self._quiet, from_right=right, design=50, weight="bold", tight=True
            )
        ink = self._colours.quiet_on_deep if self._slide.kind in DEEP else self._ink
        return self._text(one.line, ink)

    def _text(self, line: Line, ink: QColor) -> SlideText:
        return SlideText(line, ink, from_right=self._from_right, design=BODY, tight=True)

    def _box(self) -> Fits:
        slide = self._slide
        assert slide.mark is not None
        icon, tone = BOXES[slide.mark]
        ink, ground = self._colours.tone(tone)
        title = box_title(slide.mark, slide.mark_title)
        head = SlideText(
            title, ink, from_right=self._from_right, design=40, weight="semibold", tight=True
        )
        inside = Stack([(head, 0), *self._lines(slide.lines, 12)], from_right=self._from_right)
        edge = ink if self._colours.plain else None
        return Framed(inside, icon, ink, ground, edge, from_right=self._from_right)

    def _term(self, term: WordToKnow) -> Fits:
        """The word and its meaning: side by side, or below each other in a narrow column."""
        right = self._from_right
        word = heading(term.word, self._quiet, from_right=right, design=48)
        meaning = SlideText(term.meaning, self._ink, from_right=right, design=42, tight=True)
        inside = Beside(word, meaning, from_right=right)
        ground, edge = self._colours.of("card"), self._colours.edge
        pad = 16 if self._narrow else 28
        return Framed(inside, "", self._quiet, ground, edge, pad=pad, from_right=right)

    def _reason(self, answer: Answer) -> Fits:
        right = self._from_right
        tone = self._colours.tone("ok" if answer.right else "plain")
        said = SlideText(
            answer.line, self._colours.of("ink"), from_right=right, weight="bold", tight=True
        )
        why = SlideText(
            answer.why, self._colours.of("ink"), from_right=right, design=40, tight=True
        )
        inside = Stack([(said, 0), (why, 8)], from_right=right)
        icon = "circle-check" if answer.right else "undo-2"
        ink, ground = tone
        edge = ink if self._colours.plain else None
        return Framed(inside, icon, ink, ground, edge, from_right=right)
