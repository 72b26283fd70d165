"""The paper that people sign in a session; nothing sensitive ever stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, isolate, pgettext
from trainer_app.i18n.formats import hours, long_date, number
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.partners import Backer, Backing, backing_strip
from trainer_app.ui.printing.rows import Cell, Form, line, row
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Style

_MARGIN = 14.0
_SHARES = (0.07, 0.13, 0.32, 0.10, 0.10, 0.28)
_FOR_HANDWRITING = Form(least=10 * MM, above=MM, split=True, rule=MUTED, tallest=11 * MM)
_HEAD = Form(least=9 * MM, above=MM, split=True, band=True, rule=MUTED)
_TITLE = Style(18, "bold")
_ORGANISATION = Style(11, "semibold", ink=MUTED)
_HEADING = Style(11, "bold")
_LABEL = Style(8.5, ink=MUTED)
_VALUE = Style(10, "semibold")
_LABEL_SHARE = 0.13
_FACT = Form(least=6 * MM, across=0.0, above=0.0, rule="")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person expected: participant number, and a name unless none was given."""

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """What stands on the paper before anyone signs. `topics` are titles of lessons.

    `empty_rows` are for people who walk in. `partners` stand with their logos above the rows.
    """

    organisation: str
    course: str
    number: int
    date: date
    start: time
    end: time
    rows: Sequence[SheetRow]
    project: str | None = None
    project_number: str | None = None
    funder: str | None = None
    place: str | None = None
    topics: Sequence[str] = ()
    trainer: str = ""
    empty_rows: int = 5
    partners: Sequence[Backer] = ()


def draw_sign_in_sheet(sheet: SignInSheet, file: Path) -> None:
    """Write the paper as a PDF, words in the language in use. Raises CannotWriteFile."""
    write_pdf(sign_in_drawing(sheet), file, _("Sign-in sheet"))


def sign_in_drawing(sheet: SignInSheet) -> Drawing:
    """The pages of a paper to sign, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            draw_pages(paper, _strips(paper, sheet), _title(sheet))

    return draw


def _strips(paper: Paper, sheet: SignInSheet) -> Iterator[Strip]:
    yield line(paper, isolate(sheet.organisation), _ORGANISATION)
    yield line(paper, _("Sign-in sheet"), _TITLE, below=2 * MM, keep=True)
    yield from _facts(paper, sheet)
    if sheet.partners:
        yield backing_strip(paper, Backing(partners=sheet.partners), above=2 * MM)
    head = _column_heads(paper)
    again = (line(paper, _title(sheet), _HEADING, below=2 * MM), head)
    yield gap(3 * MM, keep=True)
    yield replace(head, keep=True)
    expected = [(each.number, each.name) for each in sheet.rows]
    everyone = [*expected, *[("", "")] * sheet.empty_rows]
    for place, (participant, name) in enumerate(everyone, start=1):
        yield replace(_person(paper, place, participant, name), again=again)
    yield replace(_closing(sheet), again=again[:1])


def _title(sheet: SignInSheet) -> str:
    return _("{course}, session {number}: {date}").format(
        course=isolate(sheet.course),
        number=number(sheet.number),
        date=long_date(sheet.date),
    )


def _facts(paper: Paper, sheet: SignInSheet) -> Iterator[Strip]:
    wide = [
        (_("Project"), _project(sheet)),
        (_("Funder"), sheet.funder or ""),
        (_("Course"), sheet.course),
        (_("Topic"), ", ".join(isolate(topic) for topic in sheet.topics)),
        (_("Place"), sheet.place or ""),
    ]
    for label, value in wide:
        if value:
            yield row(paper, _pair(paper, 0.0, 1.0, label, value), _FACT)
    left = _pair(paper, 0.0, 0.55, _("Date"), long_date(sheet.date))
    right = _pair(paper, 0.55, 0.45, _("Time"), hours(sheet.start, sheet.end))
    yield row(paper, [*left, *right], _FACT)


def _project(sheet: SignInSheet) -> str:
    if sheet.project and sheet.project_number:
        return _("{project}, number {number}").format(
            project=isolate(sheet.project), number=isolate(sheet.project_number)
        )
    return sheet.project or sheet.project_number or ""


def _pair(paper: Paper, start: float, share: float, label: str, value: str) -> list[Cell]:
    x, width = start * paper.width, share * paper.width
    narrow = _LABEL_SHARE * paper.width
    return [
        Cell(x, narrow, label, _LABEL),
        Cell(x + narrow, width - narrow, isolate(value), _VALUE),
    ]


def _columns(paper: Paper) -> Iterator[tuple[float, float]]:
    x = 0.0
    for share in _SHARES:
        yield x, share * paper.width
        x += share * paper.width


def _column_heads(paper: Paper) -> Strip:
    labels = (
        pgettext("heading of a list", "Row"), _("Number"), _("Name"),
        _("Time in"), _("Time out"), _("Signature"),
    )  # fmt: skip
    heads = zip(_columns(paper), labels, strict=True)
    return row(paper, [Cell(x, wide, label, Style(8, "bold")) for (x, wide), label in heads], _HEAD)


def _person(paper: Paper, place: int, participant: str, name: str) -> Strip:
    texts = (number(place), isolate(participant), isolate(name), "", "", "")
    styles = (Style(9, ink=MUTED), Style(9), Style(10.5, "semibold"), Style(), Style(), Style())
    cells = zip(_columns(paper), texts, styles, strict=True)
    return row(paper, [Cell(x, wide, text, look) for (x, wide), text, look in cells],
               _FOR_HANDWRITING)  # fmt: skip


def _closing(sheet: SignInSheet) -> Strip:
    """Where the trainer signs for the whole sheet."""
    blanks = (
        (_("Trainer's name"), isolate(sheet.trainer) if sheet.trainer else "", 0.36),
        (_("Trainer's signature"), "", 0.40),
        (_("Date"), "", 0.24),
    )

    def draw(paper: Paper, top: float) -> None:
        x, low = 0.0, top + 19 * MM
        for label, filled, share in blanks:
            width = share * paper.width
            inner = width - 5 * MM
            if filled:
                name = paper.set(filled, _VALUE, inner, 9 * MM)
                paper.write(name, x, low - name.height - MM)
            paper.rule(x, low, inner, colour=INK)
            paper.write(paper.set(label, _LABEL, inner), x, low + MM)
            x += width

    return Strip(27 * MM, draw)
