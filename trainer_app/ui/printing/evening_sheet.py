"""The trainer's plan of an evening on paper: what comes when, and what to let go if it is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, isolate, pgettext
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.rows import BARE, HEAD, PLAIN, Cell, Form, line, row
from trainer_app.ui.printing.typesetting import MM, MUTED, Style

_MARGIN = 16.0
_SHARES = (0.17, 0.11, 0.72)
_LESSON = Form(least=9 * MM, band=True)


@dataclass(frozen=True, slots=True)
class SheetSlot:
    """A line of the plan: its hours, its minutes, and what is done. `lesson`: it begins one."""

    hours: str
    minutes: str
    words: str
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class EveningSheet:
    """What stands on the paper; `notes` are said before the plan, `late` are what to let go."""

    title: str
    under: str
    slots: Sequence[SheetSlot]
    notes: Sequence[str] = ()
    late: Sequence[str] = ()


def evening_drawing(sheet: EveningSheet) -> Drawing:
    """The pages, in the language in use."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            draw_pages(paper, _strips(paper, sheet), sheet.title)

    return draw


def _strips(paper: Paper, sheet: EveningSheet) -> Iterator[Strip]:
    yield line(paper, isolate(sheet.title), Style(18, "bold"), keep=True)
    yield line(paper, sheet.under, Style(10, ink=MUTED), below=2 * MM, keep=True)
    for note in sheet.notes:
        yield line(paper, note, Style(10), below=MM, keep=True)
    yield gap(2 * MM, keep=True)
    heads = (_("Time"), pgettext("heading of a list", "Minutes"), _("What we do"))
    head = row(paper, _cells(paper, heads, Style(8, "bold")), HEAD)
    yield replace(head, keep=True)
    for slot in sheet.slots:
        if slot.lesson:
            cell = Cell(0.0, paper.width, isolate(slot.lesson), Style(11, "bold"))
            yield replace(row(paper, [cell], _LESSON), keep=True, again=(head,))
        texts = (slot.hours, slot.minutes, isolate(slot.words))
        yield replace(row(paper, _cells(paper, texts, Style(11)), PLAIN), again=(head,))
    if sheet.late:
        yield gap(5 * MM, keep=True)
        yield line(paper, _("If time runs short"), Style(13, "bold"), below=MM, keep=True)
        for words in sheet.late:
            yield row(paper, [Cell(0.0, paper.width, words, Style(11))], BARE)


def _cells(paper: Paper, texts: Sequence[str], style: Style) -> list[Cell]:
    cells, x = [], 0.0
    for text, share in zip(texts, _SHARES, strict=True):
        cells.append(Cell(x, share * paper.width, text, style))
        x += share * paper.width
    return cells
