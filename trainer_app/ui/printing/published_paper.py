"""Tables for everybody on paper: one below the other, small groups hidden as on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.domain.funding.breakdowns import Line, Table, Value
from trainer_app.i18n import isolate
from trainer_app.services.funding.publication import Publication
from trainer_app.services.funding.published_files import PublishedWords
from trainer_app.ui.funding_words import figure_word, first_column
from trainer_app.ui.printing import rows
from trainer_app.ui.printing.notes_strips import notes_strips
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.partners import backing_of, backing_strip
from trainer_app.ui.printing.rows import Cell, Form, line, row
from trainer_app.ui.printing.typesetting import MM, Style

_MARGIN = 16.0
_FIRST = 0.36
"""Of the width: the words of a line; its figures share the rest."""
_TOGETHER = 14
"""A table of so few lines is not cut by the end of a page."""
_TITLE, _UNDER, _HEADING = Style(20, "bold"), Style(12), Style(11.5, "bold")
_HEAD, _CELL, _SUM = Style(8, "bold"), Style(9.5), Style(9.5, "bold")


def draw_published(made: Publication, words: PublishedWords, file: Path) -> None:
    """Write the tables as a PDF, words in the language in use. Raises CannotWriteFile."""
    write_pdf(published_drawing(made, words), file, words.name)


def published_drawing(made: Publication, words: PublishedWords) -> Drawing:
    """The pages of all tables, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=_MARGIN, right_to_left=words.right_to_left) as paper:
            draw_pages(paper, _strips(paper, made, words), words.name)

    return draw


def _strips(paper: Paper, made: Publication, words: PublishedWords) -> Iterator[Strip]:
    yield line(paper, words.name, _TITLE, below=MM, keep=True)
    yield line(paper, isolate(made.project.name), _UNDER, below=2 * MM, keep=True)
    yield from notes_strips(paper, words.notes_title, words.notes)
    yield backing_strip(paper, backing_of(made.project, made.partners, line=False), above=3 * MM)
    for table in made.tables:
        yield gap(5 * MM, keep=True)
        yield line(paper, words.tables[table.key], _HEADING, below=MM, keep=True)
        yield from _table(paper, table, words)


def _table(paper: Paper, table: Table, words: PublishedWords) -> Iterator[Strip]:
    titles = {**words.columns, **words.column}
    labels = [first_column(table.key), *(titles[key] for key in table.columns)]
    head = _row(paper, labels, _HEAD, rows.HEAD)
    yield replace(head, keep=True)
    lines = [(words.line(table, one.key), one) for one in table.lines]
    for place, (label, one) in enumerate(lines, start=1):
        # The last line goes with its sum, so that no sum stands alone on a page.
        keep = len(lines) <= _TOGETHER or place == len(lines)
        yield replace(_figures(paper, label, one, _CELL, rows.PLAIN), keep=keep, again=(head,))
    yield _figures(paper, words.total, Line("", table.total), _SUM, rows.TOTAL)


def _figures(paper: Paper, label: str, of: Line, style: Style, form: Form) -> Strip:
    figures: Sequence[Value] = of.cells
    return _row(paper, [label, *(figure_word(value) for value in figures)], style, form)


def _row(paper: Paper, texts: Sequence[str], style: Style, form: Form) -> Strip:
    first = paper.width * _FIRST
    wide = (paper.width - first) / max(1, len(texts) - 1)
    cells = [Cell(0.0, first, isolate(texts[0]), style)]
    end = replace(style, align="end")
    for at, text in enumerate(texts[1:]):
        cells.append(Cell(first + at * wide, wide, text, end))
    return row(paper, cells, form)
