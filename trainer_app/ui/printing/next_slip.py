"""Slips that say when the next session is, and tell it to a phone's calendar without internet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache, partial

import segno
from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, runs_from_right, speaks
from trainer_app.i18n.formats import hours, long_date
from trainer_app.ui.printing.column import DEEP, Area, Column, fill
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.typesetting import MM, MUTED

SLIPS_ON_A_PAGE = 6
_ACROSS, _DOWN = 2, 3
_MARGIN = 6.0
_INSIDE = 6 * MM
_CODE = 43 * MM
_QUIET = 4
"""Empty squares around a QR code, as its standard (ISO/IEC 18004) asks."""
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)


@dataclass(frozen=True, slots=True)
class NextSlip:
    """When and where; `appointment` is the same as iCalendar (see `exports.ical`)."""

    language: str
    course: str
    date: date
    start: time
    end: time
    place: str
    appointment: str
    centre: str = ""


def slips_drawing(slips: Sequence[NextSlip]) -> Drawing:
    """The slips in order, six to cut apart on a page; one appears as often as it stands there."""

    def draw(device: QPagedPaintDevice) -> None:
        first = slips[0].language if slips else current().code
        with on_paper(device, margin=_MARGIN, right_to_left=runs_from_right(first)) as paper:
            for place, slip in enumerate(slips):
                on_page = place % SLIPS_ON_A_PAGE
                if place and not on_page:
                    paper.next_page()
                if not on_page:
                    paper.cutting_lines(_ACROSS, _DOWN)
                _draw(paper, on_page, slip)

    return draw


@lru_cache(8)
def qr_squares(words: str) -> tuple[tuple[int, ...], ...]:
    """A QR code of level M with its quiet edge, as rows of dark (1) and light (0) squares."""
    code = segno.make_qr(words, error="m", encoding="utf-8", boost_error=False)
    return tuple(tuple(row) for row in code.matrix_iter(border=_QUIET))


def _draw(paper: Paper, place: int, slip: NextSlip) -> None:
    wide, high = paper.width / _ACROSS, paper.height / _DOWN
    down, across = divmod(place, _ACROSS)
    right_to_left = runs_from_right(slip.language)
    if right_to_left != paper.right_to_left:
        across = _ACROSS - 1 - across
    area = Area(paper, across * wide, down * high, wide, high).inside(_INSIDE)
    with (
        in_language(slip.language if speaks(slip.language) else current().code),
        paper.reading(right_to_left),
    ):
        side = area.width - _CODE - 2 * MM
        words = Area(paper, area.x, area.y, side, area.height)
        fill(words, [partial(_lay, slip=slip)], _SIZES)
        x = area.x + area.width - _CODE
        paper.squares(qr_squares(slip.appointment), x, area.y, _CODE)
        told = Area(paper, x, area.y + _CODE + MM, _CODE, area.height - _CODE - MM)
        fill(told, [_advise], _SIZES)


def _lay(column: Column, *, slip: NextSlip) -> None:
    column.write(_("We meet again"), column.style(11, "semibold", DEEP))
    column.gap(1)
    column.write(long_date(slip.date), column.style(17, "bold"))
    column.gap(1)
    column.write(hours(slip.start, slip.end), column.style(17, "bold"))
    if slip.place:
        column.gap(2)
        column.write(isolate(slip.place), column.style(13, "semibold"))
    column.gap(2)
    column.write(isolate(slip.course), column.style(10.5, ink=MUTED))
    if slip.centre:
        column.write(isolate(slip.centre), column.style(10.5, ink=MUTED))


def _advise(column: Column) -> None:
    words = _("Point your phone’s camera at this: it puts the day into your calendar.")
    column.write(words, column.style(9, ink=MUTED, align="center"))
