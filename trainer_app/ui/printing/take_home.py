"""Take-home cards: what a lesson said, in the reader's language, and a sentence to say aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, runs_from_right, speaks
from trainer_app.ui.printing.column import DEEP, Area, Column, fill, whole
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.typesetting import MM, MUTED

CARDS_ON_A_PAGE = 4
_ACROSS = 2
_MARGIN, _LARGE_MARGIN = 6.0, 16.0
_INSIDE = 6 * MM
_PICTURE = 21 * MM
_SIZES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74)
_LARGE_SIZES = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8)


@dataclass(frozen=True, slots=True)
class TakeHomeCard:
    """What stands on a card; nothing of it is about a person.

    `language` is that of its words; `sounds` are the sentence in other languages and how each
    sounds; `parts` are headings (or none) with their points; `words` are words to know with their
    meanings; `picture` is a file.
    """

    title: str
    language: str
    say: str
    sounds: Sequence[tuple[str, str]] = ()
    parts: Sequence[tuple[str, Sequence[str]]] = ()
    words: Sequence[tuple[str, str]] = ()
    picture: Path | None = None
    centre: str = ""


def take_home_drawing(cards: Sequence[TakeHomeCard], *, large: bool = False) -> Drawing:
    """The cards in order, four to cut apart on a page, or with `large` one a page.

    A card appears as often as it stands in `cards`. One that is too long gets smaller letters,
    then its words to know without their meanings.
    """

    def draw(device: QPagedPaintDevice) -> None:
        margin = _LARGE_MARGIN if large else _MARGIN
        first = cards[0].language if cards else current().code
        with on_paper(device, margin=margin, right_to_left=runs_from_right(first)) as paper:
            for place, card in enumerate(cards):
                on_page = 0 if large else place % CARDS_ON_A_PAGE
                if place and not on_page:
                    paper.next_page()
                if large:
                    _draw(whole(paper), card, _LARGE_SIZES)
                    continue
                if not on_page:
                    paper.cutting_lines(_ACROSS, CARDS_ON_A_PAGE // _ACROSS)
                _draw(_quarter(paper, on_page).inside(_INSIDE), card, _SIZES)

    return draw


def _quarter(paper: Paper, place: int) -> Area:
    wide, high = paper.width / _ACROSS, paper.height * _ACROSS / CARDS_ON_A_PAGE
    down, across = divmod(place, _ACROSS)
    return Area(paper, across * wide, down * high, wide, high)


def _draw(area: Area, card: TakeHomeCard, sizes: Sequence[float]) -> None:
    paper = area.paper
    right_to_left = runs_from_right(card.language)
    if right_to_left != paper.right_to_left:
        # The same place on the sheet, seen from the other side.
        left = paper.width - area.x - area.width
        area = Area(paper, left, area.y, area.width, area.height)
    with (
        in_language(card.language if speaks(card.language) else current().code),
        paper.reading(right_to_left),
    ):
        lays = [partial(_lay, card=card, meanings=meanings) for meanings in (True, False)]
        fill(area, lays, sizes)


def _lay(column: Column, *, card: TakeHomeCard, meanings: bool) -> None:
    _head(column, card)
    column.gap(2.5)
    said = [(_("Say it like this"), column.style(9, "semibold", MUTED))]
    said.append((card.say, column.style(13, "bold")))
    for sentence, sound in card.sounds:
        said.append((isolate(sentence), column.style(11.5, "semibold")))
        said.append((sound, column.style(10.5)))
    column.band(said)
    column.gap(1.5)
    for heading, points in card.parts:
        if heading:
            column.gap(1.5)
            column.write(heading, column.style(12, "bold", DEEP))
        for point in points:
            column.gap(0.8)
            column.bullet(point, column.style(11))
    if card.words:
        _words(column, card, meanings=meanings)
    if card.centre:
        column.gap(2)
        column.write(isolate(card.centre), column.style(8.5, ink=MUTED))


def _head(column: Column, card: TakeHomeCard) -> None:
    """The title, and the lesson's picture at the end of it."""
    area, side = column.area, _PICTURE * column.size
    width = area.width - side - 3 * MM if card.picture else area.width
    high = column.put(card.title, column.style(16, "bold"), 0.0, width)
    if card.picture is not None:
        if column.on:
            top = area.y + column.y
            area.paper.drawing(card.picture, area.x + area.width - side, top, side, side * 0.75)
        high = max(high, side * 0.75)
    column.y += high


def _words(column: Column, card: TakeHomeCard, *, meanings: bool) -> None:
    column.gap(2)
    column.write(_("Words to know"), column.style(12, "bold", DEEP))
    if not meanings:
        column.gap(0.5)
        words = " · ".join(isolate(word) for word, _meaning in card.words)
        column.write(words, column.style(10.5))
        return
    for word, meaning in card.words:
        column.gap(0.5)
        line = _("{word}: {meaning}").format(word=isolate(word), meaning=isolate(meaning))
        column.write(line, column.style(10))
