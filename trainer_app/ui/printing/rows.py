"""Strips made of words: a line across the page, or a row of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from trainer_app.ui.printing.pages import Strip
from trainer_app.ui.printing.paper import BAND, FAINT, Paper
from trainer_app.ui.printing.typesetting import MM, MUTED, Setting, Style

_TALLEST_LINE = 40 * MM


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one column; `x` and `width` are of the whole column."""

    x: float
    width: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Form:
    """How a row of cells looks; `split` draws lines between its columns too."""

    least: float = 6.2 * MM
    across: float = 1.6 * MM
    above: float = 0.6 * MM
    band: bool = False
    rule: str = FAINT
    split: bool = False
    tallest: float = 60 * MM  # beyond this letters shrink, so that no row outgrows a page


PLAIN = Form()
HEAD = Form(band=True)
TOTAL = Form(least=8 * MM, band=True, rule=MUTED)
BARE = Form(least=0.0, across=0.0, above=0.2 * MM, rule="")


def line(paper: Paper, text: str, style: Style, *, below: float = 0.0, keep: bool = False) -> Strip:
    """Words over the whole width, in as many lines as they need."""
    setting = paper.set(text, style, paper.width, _TALLEST_LINE)

    def draw(sheet: Paper, top: float) -> None:
        sheet.write(sheet.set(text, style, sheet.width, _TALLEST_LINE), 0.0, top)

    return Strip(setting.height + below, draw, keep=keep)


def row(paper: Paper, cells: Sequence[Cell], form: Form = PLAIN) -> Strip:
    """Cells side by side, as high as the highest of them."""
    tallest = max((_set(paper, cell, form).height for cell in cells), default=0.0)
    height = max(form.least, tallest + 2 * form.above)
    return Strip(height, partial(_draw_row, cells=tuple(cells), form=form, height=height))


def _set(paper: Paper, cell: Cell, form: Form) -> Setting:
    return paper.set(cell.text, cell.style, cell.width - 2 * form.across, form.tallest)


def _draw_row(
    paper: Paper, top: float, *, cells: tuple[Cell, ...], form: Form, height: float
) -> None:
    start = cells[0].x
    width = cells[-1].x + cells[-1].width - start
    if form.band:
        paper.fill(start, top, width, height, BAND)
    for cell in cells:
        if cell.text:
            paper.write(_set(paper, cell, form), cell.x + form.across, top, height)
    if form.rule:
        paper.rule(start, top + height, width, colour=form.rule)
    if form.split:
        paper.rule(start, top, width, colour=form.rule)
        for x in (*(cell.x for cell in cells), start + width):
            paper.upright(x, top, height, colour=form.rule)
