"""Shows the blocks of a page as native widgets, one for each block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import (
    Block,
    Box,
    BoxMark,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
)
from trainer_app.i18n.formats import figures
from trainer_app.ui.theme import Size, Tone, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets.drawn import centred, panel
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.pictures import SvgPicture
from trainer_app.ui.widgets.text import Text

_BOXES: dict[BoxMark, tuple[str, Tone]] = {
    "tip": ("lightbulb", "ok"),
    "care": ("triangle-alert", "warn"),
    "say": ("megaphone", "primary"),
    "help": ("life-buoy", "accent"),
}


class _Mark(QWidget):
    """A bullet, or the number of a step on a circle, level with the first line."""

    def __init__(self, number: int | None, size: Size) -> None:
        super().__init__()
        theme = current()
        self._number = number
        self._pitch = Lettering("x", size).pitch
        high = max(self._pitch, theme.px(30)) if number else self._pitch
        self.setFixedSize(theme.px(32 if number else 20), high)
        self._figure = Lettering(figures(str(number or "")), "small", "bold", tight=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._number is None:
            panel(painter, centred(box, theme.px(9)), theme.px(5), theme.colour("primary"))
            return
        disc = centred(box, theme.px(30))
        edge = theme.colour("primary") if theme.name == "contrast" else None
        panel(painter, disc, disc.width() / 2, theme.colour("primary_tint"), edge, 2)
        self._figure.draw(painter, disc, theme.colour("primary_strong"), "center")


class BlockView(QWidget):
    """A page of words. `picture_of` gives a picture's path, such as `lesson.image`.

    `box_titles` names boxes that have no title of their own. `beneath` may give something that
    stands in a box below its words. `pieces()` are the texts in the order of reading; `highlight`
    marks the words being read aloud. Signals: none.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        picture_of: Callable[[str], Path],
        *,
        box_titles: Mapping[BoxMark, str] | None = None,
        beneath: Callable[[Box], QWidget | None] | None = None,
        size: Size = "body",
        picture_height: int = 280,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._picture_of, self._high = size, picture_of, picture_height
        self._titles = box_titles or {}
        self._beneath = beneath
        self._pieces: list[Text] = []
        self._lit: Text | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        for block in blocks:
            column.addWidget(self._widget(block))
        column.addStretch(1)

    def pieces(self) -> tuple[str, ...]:
        """The texts in the order of reading: headings, paragraphs, items, titles of boxes."""
        return tuple(piece.text() for piece in self._pieces)

    def texts(self) -> tuple[Text, ...]:
        """The widgets of `pieces()`, in the same order."""
        return tuple(self._pieces)

    def highlight(self, piece: int, start: int, length: int) -> None:
        """Mark characters of one piece; a length of 0 clears the mark."""
        text = self._pieces[piece]
        if self._lit is not None and self._lit is not text:
            self._lit.highlight(0, 0)
        text.highlight(start, length)
        self._lit = text if length else None

    def _text(self, text: Text) -> Text:
        self._pieces.append(text)
        return text

    def _widget(self, block: Block) -> QWidget:
        match block:
            case Heading(line):
                return self._text(Text(line, "large", "bold"))
            case Paragraph(line):
                return self._text(Text(line, self._size))
            case Picture(file, alt):
                picture = SvgPicture(self._picture_of(file), alt, most=self._high)
                picture.setProperty("aloud", "described")
                return picture
            case Listing(items, ordered):
                return self._listing(items, ordered)
            case Box():
                return self._box(block)

    def _listing(self, items: Sequence[Line], ordered: bool) -> QWidget:
        theme = current()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6 if ordered else 4))
        for number, item in enumerate(items, start=1):
            row = QHBoxLayout()
            row.setSpacing(theme.space(10))
            row.addWidget(
                _Mark(number if ordered else None, self._size), 0, Qt.AlignmentFlag.AlignTop
            )
            row.addWidget(self._text(Text(item, self._size)), 1)
            column.addLayout(row)
        return whole

    def _box(self, box: Box) -> QWidget:
        icon, tone = _BOXES[box.mark]
        ink, ground = of_tone(tone)
        theme = current()
        edge = ink if theme.name == "contrast" else None
        frame = Panel(ground, edge, radius=RADIUS, upright=False, pad=14)
        frame.body.addWidget(Icon(icon, ink, 26), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.space(4))
        title = box.title or self._titles.get(box.mark, "")
        if title:
            column.addWidget(self._text(Text(title, self._size, "semibold", colour=ink)))
        for block in box.blocks:
            column.addWidget(self._widget(block))
        under = self._beneath(box) if self._beneath is not None else None
        if under is not None:
            column.addWidget(under)
        frame.body.addLayout(column, 1)
        frame.setAccessibleName(title)
        return frame
