"""One slide, large and calm; the same widget is the projector's picture and the small preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line
from trainer_app.domain.slides import Slide
from trainer_app.i18n import runs_from_right
from trainer_app.ui.presenter.answer_rows import AnswerRow, AnswerWords
from trainer_app.ui.presenter.grain import Grain, steps, unit_of
from trainer_app.ui.presenter.pieces import Piece, Stack
from trainer_app.ui.presenter.slide_colours import SlideColours
from trainer_app.ui.presenter.slide_column import DEEP, Column
from trainer_app.ui.presenter.slide_picture import SlidePicture, SlideSign
from trainer_app.ui.presenter.slide_text import Fits, SlideText
from trainer_app.ui.theme import current

_SIDE, _TOP, _GAP = 68, 48, 56
_SHARES = (0.48, 0.38, 0.28, 0.0)
"""Parts of the width that a picture beside the words may have; the words come first."""
_LEAST_STRIP = 130
_SIGNS = {
    "activity": "users", "discussion": "message-circle", "synthesis": "sprout",
    "practice": "mouse-pointer-click",
}  # fmt: skip
_HIGH = 1.5


@dataclass(frozen=True, slots=True)
class Face:
    """All that a slide shows at a moment.

    `beside` is the same slide in a second language. `counts`: people by answer, None before
    anybody was asked. `at` counts from 0 among the slides `of` all.
    """

    slide: Slide
    language: str
    hue: str
    picture: Path | None = None
    beside: Slide | None = None
    second: str = ""
    at: int = 0
    of: int = 1
    counts: Mapping[str, int] | None = field(default=None)


class SlideView(QWidget):
    """Shows one slide as large as the widget is. Signals: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Face | None = None
        self._colours: SlideColours | None = None
        self._columns: list[Fits] = []
        self._picture: SlidePicture | SlideSign | None = None
        self._divider: QRect | None = None
        self.overflows = False

    @property
    def face(self) -> Face | None:
        """What it shows."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show a slide."""
        if face == self._face:
            return
        self._face, self._colours = face, SlideColours(face.hue)
        for old in [*self._columns, *([self._picture] if self._picture else [])]:
            widget = cast(QWidget, old)
            widget.hide()
            widget.deleteLater()
        self._columns = list(self._make(face, self._colours))
        self._picture = self._make_picture(face, self._colours)
        for column in self._columns:
            widget = cast(QWidget, column)
            widget.setParent(self)
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.show()
        if self._picture is not None:
            self._picture.setParent(self)
            self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._picture.show()
        self._arrange()
        self.update()

    def redress(self) -> None:
        """Show the same in the look of the moment."""
        face, self._face = self._face, None
        if face is not None:
            self.show_face(face)

    def texts(self) -> list[SlideText]:
        """Its words in the order of reading."""
        return self.findChildren(SlideText)

    # Making
    def _make(self, face: Face, colours: SlideColours) -> Sequence[Fits]:
        slides = [(face.slide, face.language)]
        if face.beside is not None:
            slides.append((face.beside, face.second))
        narrow = len(slides) > 1
        columns = [Column(one, words, colours, narrow=narrow) for one, words in slides]
        if face.slide.kind != "answers":
            return [column.stack() for column in columns]
        heads = SideBySide([column.head() for column in columns], face.language)
        return [Stack([(heads, 0), *self._rows(face, colours)], from_right=heads.from_right)]

    def _rows(self, face: Face, colours: SlideColours) -> list[tuple[Fits, float]]:
        rows: list[tuple[Fits, float]] = []
        counts = face.counts
        most = max(1, *(counts or {"": 1}).values()) if counts else 1
        for at, answer in enumerate(face.slide.answers):
            words = [_words(answer.line, face.language)]
            if face.beside is not None:
                words.append(_words(face.beside.answers[at].line, face.second))
            count = None if counts is None else counts.get(answer.id, 0)
            row = AnswerRow(
                at + 1, words, colours, count, most, from_right=runs_from_right(face.language)
            )
            rows.append((row, 28 if at == 0 else 20 if len(words) == 1 else 12))
        return rows

    def _make_picture(self, face: Face, colours: SlideColours) -> SlidePicture | SlideSign | None:
        slide = face.slide
        sign = _SIGNS.get(slide.source if slide.kind == "moment" else slide.kind)
        if sign:
            return SlideSign(sign, colours)
        if face.picture is None or slide.kind in ("answers", "words"):
            return None
        picture = SlidePicture(face.picture, slide.alt, colours.picture_ground)
        if not slide.alt:
            picture.setProperty("aloud", "never")
        return picture

    # Arranging
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        face = self._face
        if face is None or self.width() < 8 or self.height() < 8:
            return
        self._divider = None
        if face.beside is not None and len(self._columns) > 1:
            self._arrange_two()
        elif self._picture is not None and self.width() < _HIGH * self.height():
            self._arrange_below()
        else:
            self._arrange_beside()

    def _grains(self) -> list[Grain]:
        unit = unit_of(self.width(), self.height())
        return [Grain(unit, step) for step in steps(self.width(), self.height(), current().scale)]

    def _arrange_beside(self) -> None:
        """The picture beside the words: as large as leaves them room."""
        grains = self._grains()
        side, top = grains[0].px(_SIDE), grains[0].px(_TOP)
        room = self.height() - 2 * top
        shares = _SHARES if self._picture is not None else (0.0,)
        for share in shares:
            picture = round(self.width() * share)
            width = self.width() - picture - 2 * side
            for grain in grains:
                high = self._fit(grain, width)
                fits = high <= room and not self._cuts_words()
                if fits or (grain is grains[-1] and share == shares[-1]):
                    # Rather a narrow edge than letters that nobody can read from the back.
                    self.overflows = high > self.height() - top
                    self._set(QRect(side, top, width, room), high)
                    self._set_picture(grain, QRect(self.width() - picture, 0, picture, -1))
                    return

    def _arrange_below(self) -> None:
        """On a high screen the picture stands above the words."""
        grains = self._grains()
        side, top = grains[0].px(_SIDE), grains[0].px(_TOP)
        width = self.width() - 2 * side
        assert self._picture is not None
        for grain in grains:
            high = self._fit(grain, width)
            strip = min(self.height() - high - 2 * top, self._picture.fit(grain, self.width()))
            seen = strip >= self.height() // 3 and not self._cuts_words()
            if seen or grain is grains[-1]:
                strip = max(0, strip)
                self.overflows = high > self.height() - strip - 2 * top
                room = QRect(side, strip + top, width, self.height() - strip - 2 * top)
                self._set(room, high)
                self._picture.setGeometry(0, 0, self.width(), strip)
                return

    def _arrange_two(self) -> None:
        """Two languages side by side; what room is left above them is the picture's."""
        grains = self._grains()
        side, top, gap = (grains[0].px(one) for one in (_SIDE, _TOP, _GAP))
        width = (self.width() - 2 * side - gap) // 2
        room = self.height() - 2 * top
        for grain in grains:
            high = self._fit(grain, width)
            # Large letters matter less than that both are seen with their picture.
            seen = high <= room - grain.px(_LEAST_STRIP) and not self._cuts_words()
            if seen or grain is grains[-1]:
                break
        self.overflows = high > self.height() - top
        spare = room - high + top
        strip = 0
        if self._picture is not None and spare >= grain.px(_LEAST_STRIP):
            strip = min(spare, grain.px(330))
            self._picture.fit(grain, self.width())
            self._picture.setGeometry(0, 0, self.width(), strip)
        if self._picture is not None:
            self._picture.setVisible(strip > 0)
        above = max(strip, 0) + (self.height() - strip - high) // 2
        first, second = (0, 1) if not self._starts_at_right() else (1, 0)
        lefts = (side, self.width() - side - width)
        for column, left in zip(self._columns, (lefts[first], lefts[second]), strict=True):
            cast(QWidget, column).setGeometry(left, above, width, high)
        self._divider = QRect(self.width() // 2 - grain.px(1), above, grain.px(2), high)

    def _starts_at_right(self) -> bool:
        """Whether the first language stands at the right: where it begins, and the second ends."""
        assert self._face is not None
        return runs_from_right(self._face.language)

    def _fit(self, grain: Grain, width: int) -> int:
        return max((column.fit(grain, width) for column in self._columns), default=0)

    def _cuts_words(self) -> bool:
        return any(text.longest_word() > text.width() + 2 for text in self.texts())

    def _set(self, room: QRect, high: int) -> None:
        """The words in the middle of the height, at the side where reading starts."""
        left = room.left()
        if self._starts_at_right():
            left = self.width() - room.left() - room.width()
        top = max(0, room.top() + (room.height() - high) // 2)
        for column in self._columns:
            cast(QWidget, column).setGeometry(left, top, room.width(), high)

    def _set_picture(self, grain: Grain, box: QRect) -> None:
        if self._picture is None:
            return
        self._picture.setVisible(box.width() > 0)
        self._picture.fit(grain, box.width())
        left = 0 if self._starts_at_right() else box.left()
        self._picture.setGeometry(left, 0, box.width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._face is None or self._colours is None:
            return
        painter = QPainter(self)
        colours, face = self._colours, self._face
        deep = face.slide.kind in DEEP
        ground = colours.tint if face.slide.kind == "words" else colours.of("paper")
        painter.fillRect(self.rect(), colours.deep if deep else ground)
        if self._divider is not None:
            painter.fillRect(self._divider, _faint(colours, deep=deep))
        self._draw_way(painter, colours, deep=deep)

    def _draw_way(self, painter: QPainter, colours: SlideColours, *, deep: bool) -> None:
        """A line at the foot that says how far the lesson has come."""
        assert self._face is not None
        high = max(2.0, 7 * unit_of(self.width(), self.height()))
        done = self.width() * (self._face.at + 1) / max(1, self._face.of)
        left = self.width() - done if self._starts_at_right() else 0.0
        ink = colours.quiet_on_deep if deep else colours.accent
        painter.fillRect(QRectF(left, self.height() - high, done, high), ink)


def _faint(colours: SlideColours, *, deep: bool) -> QColor:
    faint = QColor(colours.on_deep if deep else colours.of("edge"))
    faint.setAlpha(90)
    return faint


def _words(line: Line, language: str) -> AnswerWords:
    return AnswerWords(line, language, runs_from_right(language))


class SideBySide(Piece):
    """Columns of two languages in one row; one alone has all the width."""

    def __init__(self, columns: Sequence[Stack], language: str) -> None:
        super().__init__(from_right=runs_from_right(language))
        self._columns = columns
        for column in columns:
            column.setParent(self)

    def fit(self, grain: Grain, width: int) -> int:
        gap = grain.px(_GAP)
        each = (width - gap * (len(self._columns) - 1)) // len(self._columns)
        heights = [column.fit(grain, each) for column in self._columns]
        high = max(heights)
        for at, column in enumerate(self._columns):
            self.put(column, at * (each + gap), 0, each, high, width)
        return high
