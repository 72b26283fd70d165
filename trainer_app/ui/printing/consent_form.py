"""The form of lesson 24: what somebody agrees to before a film or a recording, or does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, runs_from_right, speaks
from trainer_app.ui.printing.column import Column, fill, whole
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.printing.typesetting import MUTED

_MARGIN = 18.0
_SIZES = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_NARROW = 0.42


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The lines of the form as the lesson has them: each with what is asked, if it asks
    something, and its words.
    """

    title: str
    language: str
    lines: Sequence[tuple[str, str]]
    centre: str = ""


def consent_drawing(form: ConsentForm) -> Drawing:
    """One page with lines to write on, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = runs_from_right(form.language)
        with (
            in_language(form.language if speaks(form.language) else current().code),
            on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper,
        ):
            fill(whole(paper), [partial(_lay, form=form)], _SIZES)

    return draw


def _lay(column: Column, *, form: ConsentForm) -> None:
    column.write(_("Before a film or a recording of me"), column.style(22, "bold"))
    under = [isolate(words) for words in (form.title, form.centre) if words]
    column.write(" · ".join(under), column.style(10.5, ink=MUTED))
    column.gap(3)
    for place, (asked, words) in enumerate(form.lines, start=1):
        column.gap(1.5)
        if asked:
            column.write(f"{asked} {words}".strip(), column.style(12, "semibold"))
        elif place == len(form.lines):
            column.write(words, column.style(12, "semibold"))
        else:
            column.bullet(words, column.style(12), mark="☐")
        if asked or ":" in words:
            # Something is to be written: a name, a date, a language.
            column.gap(7)
            column.rule()
    _signatures(column)


def _signatures(column: Column) -> None:
    """Two people sign, or make their mark."""
    column.gap(15)
    wide = column.area.width
    for start in (0.0, wide * (1 - _NARROW)):
        column.rule(x=start, width=wide * _NARROW)
    column.gap(1)
