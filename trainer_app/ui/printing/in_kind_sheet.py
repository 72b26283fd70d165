"""The sheet on which somebody signs for the hours that she gave to a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import duration, hours, long_date, money, number, short_date
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.pages import Strip, draw_pages, gap
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.partners import Backing, backing_strip
from trainer_app.ui.printing.rows import TOTAL, Cell, Form, line, row
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Align, Style
from trainer_app.ui.work_words import task_words

_MARGIN = 14.0
_SHARES = (0.19, 0.16, 0.29, 0.11, 0.25)
_HEAD = Form(least=9 * MM, above=MM, split=True, band=True, rule=MUTED)
_TO_SIGN = Form(least=9 * MM, above=MM, split=True, rule=MUTED, tallest=14 * MM)
_ORGANISATION = Style(11, "semibold", ink=MUTED)
_TITLE = Style(18, "bold")
_NAME = Style(13, "bold")
_PLAIN = Style(10)
_HEADING = Style(11, "bold")
_LABEL = Style(8.5, ink=MUTED)


@dataclass(frozen=True, slots=True)
class InKindRow:
    """Work of one day. `started` and `ended` are local times, where they are known."""

    on: date
    task: str
    minutes: int
    started: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class InKindSheet:
    """What one person gave, between two days where they were chosen.

    `rate`: worth of an hour in cents of `currency`, None where the project has none; `value`:
    worth of all of it.
    """

    organisation: str
    name: str
    number: str
    rows: Sequence[InKindRow]
    backing: Backing
    currency: str
    rate: int | None
    value: int
    since: date | None = None
    until: date | None = None

    @property
    def minutes(self) -> int:
        """All of it."""
        return sum(each.minutes for each in self.rows)


def in_kind_drawing(sheet: InKindSheet) -> Drawing:
    """The pages of one person's sheet, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            draw_pages(paper, _strips(paper, sheet), _foot(sheet))

    return draw


def _strips(paper: Paper, sheet: InKindSheet) -> Iterator[Strip]:
    yield line(paper, isolate(sheet.organisation), _ORGANISATION)
    yield line(paper, _("Hours given to a project"), _TITLE, below=2 * MM, keep=True)
    if not sheet.backing.is_empty:
        yield backing_strip(paper, sheet.backing)
    yield gap(4 * MM, keep=True)
    yield line(paper, _name(sheet), _NAME, keep=True)
    yield line(paper, _when(sheet), _PLAIN, below=MM, keep=True)
    head = _column_heads(paper)
    again = (line(paper, _foot(sheet), _HEADING, below=2 * MM), head)
    yield gap(2 * MM, keep=True)
    yield replace(head, keep=True)
    for place, each in enumerate(sheet.rows, start=1):
        # The last row goes with the sum, so that no sum stands alone on a page.
        yield replace(_work(paper, each), keep=place == len(sheet.rows), again=again)
    yield replace(_sum(paper, sheet), keep=True)
    yield from _worth(paper, sheet)
    yield replace(_signatures(), again=again[:1])


def _name(sheet: InKindSheet) -> str:
    if not sheet.number:
        return isolate(sheet.name)
    return " · ".join(isolate(part) for part in (sheet.name, sheet.number) if part)


def _when(sheet: InKindSheet) -> str:
    days = [each.on for each in sheet.rows]
    first = sheet.since or min(days, default=None)
    last = sheet.until or max(days, default=None)
    if first is None or last is None:
        return ""
    return _("From {first} to {last}").format(first=long_date(first), last=long_date(last))


def _foot(sheet: InKindSheet) -> str:
    return _("Hours given by {name}").format(name=isolate(sheet.name or sheet.number))


def _columns(paper: Paper) -> Iterator[tuple[float, float]]:
    x = 0.0
    for share in _SHARES:
        yield x, share * paper.width
        x += share * paper.width


def _column_heads(paper: Paper) -> Strip:
    labels = (_("Date"), _("From–to"), _("What was done"), _("Hours"), _("Signature"))
    cells = [
        Cell(x, wide, label, Style(8, "bold"))
        for (x, wide), label in zip(_columns(paper), labels, strict=True)
    ]
    return row(paper, cells, _HEAD)


def _work(paper: Paper, each: InKindRow) -> Strip:
    when = hours(each.started, each.ended) if each.started and each.ended else ""
    texts = (short_date(each.on), when, task_words(each.task), duration(each.minutes), "")
    aligned: tuple[Align, ...] = ("start", "start", "start", "end", "start")
    cells = zip(_columns(paper), texts, aligned, strict=True)
    return row(
        paper, [Cell(x, wide, text, Style(9.5, align=to)) for (x, wide), text, to in cells],
        _TO_SIGN,
    )  # fmt: skip


def _sum(paper: Paper, sheet: InKindSheet) -> Strip:
    before = sum(_SHARES[:3]) * paper.width
    count = len(sheet.rows)
    words = ngettext("Together, {count} row", "Together, {count} rows", count)
    return row(
        paper,
        [
            Cell(0.0, before, words.format(count=number(count)), Style(10, "bold")),
            Cell(before, _SHARES[3] * paper.width, duration(sheet.minutes),
                 Style(10, "bold", align="end")),
        ],
        TOTAL,
    )  # fmt: skip


def _worth(paper: Paper, sheet: InKindSheet) -> Iterator[Strip]:
    yield gap(3 * MM, keep=True)
    words = _("These hours were given to the project without pay.")
    yield line(paper, words, _PLAIN, keep=True)
    if sheet.rate is not None:
        worth = _("At {rate} for an hour they are worth {value}.").format(
            rate=money(sheet.rate, sheet.currency), value=money(sheet.value, sheet.currency)
        )
        yield line(paper, worth, Style(10, "semibold"), keep=True)


def _signatures() -> Strip:
    """Where both sign for the whole sheet."""
    blanks = (
        (_("Signature of who gave the hours"), 0.38),
        (_("Signature for the organisation"), 0.38),
        (_("Date"), 0.24),
    )

    def draw(paper: Paper, top: float) -> None:
        x, low = 0.0, top + 20 * MM
        for label, share in blanks:
            inner = share * paper.width - 5 * MM
            paper.rule(x, low, inner, colour=INK)
            paper.write(paper.set(label, _LABEL, inner), x, low + MM)
            x += share * paper.width

    return Strip(29 * MM, draw)
