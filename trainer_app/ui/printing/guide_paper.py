"""A page of the guide on paper: its picture, its words, its steps, on one side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.domain.blocks import Block, Box, Heading, Listing, Paragraph, Picture, plain
from trainer_app.i18n.formats import figures
from trainer_app.ui.printing.column import DEEP, Column, fill, whole
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import on_paper

_MARGIN = 18.0
_SIZES = (1.15, 1.0, 0.9, 0.8, 0.72, 0.65)
_PICTURE = 0.7
"""How much of the width the picture takes."""
_SHAPE = 768 / 1366


def guide_drawing(
    title: str, blocks: Sequence[Block], picture: Path | None, *, right_to_left: bool
) -> Drawing:
    """The page in the largest letters with which it fits on one side."""

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            lays = [
                partial(_lay, title=title, blocks=blocks, picture=one) for one in (picture, None)
            ]
            fill(whole(paper), lays, _SIZES)

    return draw


def _lay(column: Column, *, title: str, blocks: Sequence[Block], picture: Path | None) -> None:
    column.write(title, column.style(22, "bold"))
    column.gap(3)
    if picture is not None:
        wide = column.area.width * _PICTURE
        high = wide * _SHAPE
        if column.on:
            area = column.area
            area.paper.drawing(picture, area.x, area.y + column.y, wide, high)
        column.y += high
        column.gap(3)
    for block in blocks:
        _block(column, block)


def _block(column: Column, block: Block) -> None:
    words = column.style(12)
    match block:
        case Heading(line):
            column.gap(3)
            column.write(plain(line), column.style(14, "bold", DEEP))
        case Paragraph(line):
            column.write(plain(line), words)
        case Listing(items, ordered):
            for number, item in enumerate(items, start=1):
                column.bullet(plain(item), words, figures(f"{number}.") if ordered else "•")
                column.gap(0.6)
        case Box(_, title, inner):
            lines = [(title, column.style(12, "bold"))] if title else []
            lines += [(text, words) for one in inner for text in _texts(one)]
            column.band(lines)
        case Picture():
            return  # the page of the guide brings its own
    column.gap(1.6)


def _texts(block: Paragraph | Listing) -> list[str]:
    if isinstance(block, Paragraph):
        return [plain(block.line)]
    return [plain(item) for item in block.items]
