"""Flows strips down pages so that none is cut, repeats headings, and numbers the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.printing.paper import FAINT, Paper
from trainer_app.ui.printing.typesetting import MM, MUTED, Style

_FOOT = 9 * MM
_FOOT_STYLE = Style(8, ink=MUTED)


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal piece of a page, `height` high, drawn at a given top.

    `keep`: never at the foot of a page without the next strip. `again`: strips to repeat above
    this one where it begins a page.
    """

    height: float
    draw: Callable[[Paper, float], None]
    keep: bool = False
    again: tuple[Strip, ...] = ()


def gap(height: float, *, keep: bool = False) -> Strip:
    """Empty space between two strips."""
    return Strip(height, lambda _paper, _top: None, keep=keep)


def draw_pages(paper: Paper, strips: Iterable[Strip], foot: str) -> None:
    """Draw strips on as many pages as they need, with `foot` and the page's number below."""
    pages = paginate(strips, paper.height - _FOOT)
    for place, page in enumerate(pages):
        if place:
            paper.next_page()
        top = 0.0
        for strip in page:
            strip.draw(paper, top)
            top += strip.height
        _draw_foot(paper, foot, place + 1, len(pages))


def paginate(strips: Iterable[Strip], room: float) -> list[list[Strip]]:
    """Share strips out over pages of `room` height."""
    pages: list[list[Strip]] = [[]]
    left = room
    for block in _blocks(strips):
        needed = sum(strip.height for strip in block)
        if needed > left and pages[-1]:
            pages.append([*block[0].again])
            left = room - sum(strip.height for strip in block[0].again)
        pages[-1].extend(block)
        left -= needed
    return pages


def _blocks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    block: list[Strip] = []
    for strip in strips:
        block.append(strip)
        if not strip.keep:
            yield block
            block = []
    if block:
        yield block


def _draw_foot(paper: Paper, foot: str, page: int, pages: int) -> None:
    top = paper.height - _FOOT + 3 * MM
    half = paper.width / 2
    paper.rule(0, top, paper.width, colour=FAINT)
    place = _("Page {page} of {pages}").format(page=number(page), pages=number(pages))
    height = _FOOT - 4 * MM
    ends = Style(8, ink=MUTED, align="end")
    paper.write(paper.set(foot, _FOOT_STYLE, half * 1.5, height), 0, top + MM, height)
    paper.write(paper.set(place, ends, half * 0.5), half * 1.5, top + MM, height)
