"""Cards for learners to keep: their name, their number and the pictures that sign them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.typesetting import MM, MUTED, Style

_MARGIN = 10.0
_ACROSS, _DOWN = 2, 4
CARDS_ON_A_PAGE = _ACROSS * _DOWN
_INSIDE = 5 * MM
_FACE = 19 * MM
_PICTURE = 25 * MM
_BETWEEN = 4 * MM


@dataclass(frozen=True, slots=True)
class PictureCard:
    """One card. `pictures` are three names of sign-in pictures; `name` may be empty.

    `language` is its reader's; where the program lacks it, the one in use takes its place.
    """

    name: str
    number: str
    pictures: Sequence[str]
    face: str | None = None
    language: str = ""


def draw_picture_cards(cards: Sequence[PictureCard], centre: str, file: Path) -> None:
    """Write cards as a PDF to cut up. Raises CannotWriteFile."""
    write_pdf(cards_drawing(cards, centre), file, _("Picture cards"))


def cards_drawing(cards: Sequence[PictureCard], centre: str) -> Drawing:
    """Cards, eight on a page with lines to cut along, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            width, height = paper.width / _ACROSS, paper.height / _DOWN
            for place, card in enumerate(cards):
                on_page = place % CARDS_ON_A_PAGE
                if place and not on_page:
                    paper.next_page()
                if not on_page:
                    paper.cutting_lines(_ACROSS, _DOWN)
                down, across = divmod(on_page, _ACROSS)
                _draw_in_its_words(paper, card, centre, across * width, down * height)

    return draw


def _draw_in_its_words(paper: Paper, card: PictureCard, centre: str, x: float, y: float) -> None:
    width, height = paper.width / _ACROSS, paper.height / _DOWN
    with in_language(card.language if speaks(card.language) else current().code):
        if current().right_to_left != paper.right_to_left:
            x = paper.width - x - width
        with paper.reading(current().right_to_left):
            _draw_card(paper, card, centre, x, y, width, height)


def _draw_card(
    paper: Paper, card: PictureCard, centre: str, x: float, y: float, width: float, height: float
) -> None:
    left, top, inner = x + _INSIDE, y + _INSIDE, width - 2 * _INSIDE
    beside = 0.0
    if card.face:
        paper.picture("faces", card.face, left, top, _FACE)
        beside = _FACE + 4 * MM
    _draw_who(paper, card, left + beside, top, inner - beside)
    across = 3 * _PICTURE + 2 * _BETWEEN
    start, row = x + (width - across) / 2, top + _FACE + 3 * MM
    for place, picture in enumerate(card.pictures):
        paper.picture("signin", picture, start + place * (_PICTURE + _BETWEEN), row, _PICTURE)
    below = row + _PICTURE + 1.5 * MM
    rest = y + height - 3 * MM - below
    advice = Style(10, align="center")
    told = paper.set(_("Tap these three pictures to sign in."), advice, inner, rest / 2)
    paper.write(told, left, below)
    foot = Style(8, ink=MUTED, align="center")
    name = paper.set(isolate(centre), foot, inner, rest - told.height)
    paper.write(name, left, below + told.height)


def _draw_who(paper: Paper, card: PictureCard, x: float, y: float, width: float) -> None:
    numbered = Style(22, "bold")
    if not card.name:
        number = paper.set(isolate(card.number), numbered, width, _FACE)
        paper.write(number, x, y, _FACE)
        return
    number = paper.set(isolate(card.number), numbered, width, _FACE / 2)
    name = paper.set(isolate(card.name), Style(15, "semibold"), width, _FACE - number.height)
    top = y + (_FACE - number.height - name.height) / 2
    paper.write(name, x, top)
    paper.write(number, x, top + name.height)
