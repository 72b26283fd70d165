"""The form that somebody signs before she is asked for a project: what, why, and who sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.domain.funding.answers import Question
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.ui.asking_words import consent_lines, private_lines
from trainer_app.ui.printing.column import DEEP, Area, Column, fill
from trainer_app.ui.printing.output import Drawing, together
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.printing.partners import Backing, backing_height, draw_backing
from trainer_app.ui.printing.typesetting import MM, MUTED

_MARGIN = 16.0
_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.64, 0.58)
_HALF = 0.47
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """One person's form. `language`: that of the words, the one in use where the program lacks it.

    `plain` and `private`: the questions, the private ones with a box of their own. `again`: some
    are asked again later. `minor`: a guardian signs too.
    """

    centre: str
    project: Project
    name: str
    number: str
    language: str
    plain: Sequence[Question]
    private: Sequence[Question]
    again: bool
    minor: bool
    backing: Backing


def consent_sheets(sheets: Sequence[ConsentSheet]) -> Drawing:
    """The forms of several people, a page each, for `write_pdf` or a printer."""
    return together([_drawing(sheet) for sheet in sheets])


def _drawing(sheet: ConsentSheet) -> Drawing:
    def draw(device: QPagedPaintDevice) -> None:
        language = sheet.language if speaks(sheet.language) else current().code
        with in_language(language):
            right_to_left = current().right_to_left
            with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
                foot = backing_height(paper, sheet.backing, paper.width)
                area = Area(paper, 0.0, 0.0, paper.width, paper.height - foot - 5 * MM)
                # Where even the smallest letters do not fit, the questions are counted, not told.
                lays = [partial(_lay, sheet=sheet, told=told) for told in (True, False)]
                fill(area, lays, _SIZES)
                draw_backing(paper, sheet.backing, 0.0, paper.height - foot, paper.width)

    return draw


def _lay(column: Column, *, sheet: ConsentSheet, told: bool) -> None:
    column.write(isolate(sheet.centre), column.style(11, "semibold", MUTED))
    column.write(_("May we ask you something?"), column.style(22, "bold", DEEP))
    who = [isolate(words) for words in (sheet.name, sheet.number) if words]
    column.write(" · ".join(who), column.style(14, "semibold"))
    column.gap(3)
    first, *rest = consent_lines(sheet.project, sheet.centre, len(sheet.plain))
    _points(column, [first])
    if told:
        _questions(column, sheet.plain, sheet.language)
    if sheet.again:
        again = _("Some of them again when you leave, and six months after that.")
        _points(column, [("", again)])
    _points(column, rest)
    _tick(column, _("Yes, you may ask me."))
    if sheet.private:
        column.gap(3)
        title = _("May we ask about private things too?")
        column.write(title, column.style(14, "bold", DEEP))
        first, *rest = private_lines(len(sheet.private))
        _points(column, [first])
        if told:
            _questions(column, sheet.private, sheet.language)
        _points(column, rest)
        _tick(column, _("Yes, you may ask me these too."))
    _to_write(column, sheet)


def _points(column: Column, lines: Sequence[tuple[str, str]]) -> None:
    for _icon, words in lines:
        column.gap(0.8)
        column.bullet(words, column.style(11.5))


def _questions(column: Column, questions: Sequence[Question], tongue: str) -> None:
    """Their words in the person's language where a set has them, else as the program speaks."""
    for one in questions:
        words = one.ask.get(tongue) or one.ask.get(current().code) or one.ask["en"]
        column.gap(0.5)
        column.bullet(isolate(words), column.style(10.5, ink=MUTED), mark="–")


def _tick(column: Column, words: str) -> None:
    column.gap(2.5)
    column.bullet(words, column.style(13, "semibold"), mark=_BOX)


def _to_write(column: Column, sheet: ConsentSheet) -> None:
    """Lines for names, day and signatures; who cannot write makes a mark."""
    fields = [_("Day"), _("Signature, or a mark")]
    if sheet.minor:
        fields += [
            _("Mother, father or guardian: name"),
            _("Mother, father or guardian: signature"),
        ]
    fields += [_("Interpreter, if one helped: name"), _("Trainer: name and signature")]
    wide = column.area.width
    for left, right in zip(fields[::2], fields[1::2], strict=True):
        column.gap(11)
        high = 0.0
        for start, words in ((0.0, left), (wide * (1 - _HALF), right)):
            column.rule(x=start, width=wide * _HALF)
            high = max(high, column.put(words, column.style(9, ink=MUTED), start, wide * _HALF))
        column.y += high
