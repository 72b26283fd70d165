"""What a file says about itself, small, above its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer_app.i18n import _, isolate
from trainer_app.ui.printing import rows
from trainer_app.ui.printing.pages import Strip
from trainer_app.ui.printing.paper import Paper
from trainer_app.ui.printing.rows import Cell, line, row
from trainer_app.ui.printing.typesetting import MM, Style

_ACROSS = 3
_LONG = 60
_HEADING = Style(9, "bold")
_NOTE = Style(8.5)


def notes_strips(paper: Paper, title: str, notes: Sequence[tuple[str, str]]) -> Iterator[Strip]:
    """The notes of a table, three in a row; a long one has a row of its own."""
    if notes:
        yield line(paper, title, _HEADING, below=MM, keep=True)
    waiting: list[str] = []
    for label, value in notes:
        text = _("{label}: {value}").format(label=label, value=isolate(value))
        if len(text) > _LONG:
            yield from _row(paper, waiting)
            waiting = []
            yield line(paper, text, _NOTE)
        else:
            waiting.append(text)
        if len(waiting) == _ACROSS:
            yield from _row(paper, waiting)
            waiting = []
    yield from _row(paper, waiting)


def _row(paper: Paper, texts: Sequence[str]) -> Iterator[Strip]:
    width = paper.width / _ACROSS
    if texts:
        cells = [Cell(at * width, width, text, _NOTE) for at, text in enumerate(texts)]
        yield row(paper, cells, rows.BARE)
