"""What somebody takes home for a CV: how long she worked here, and at what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import LANGUAGES, _, current, in_language, isolate, ngettext
from trainer_app.i18n.formats import duration, long_date, number
from trainer_app.ui.printing.column import DEEP, Area, Column, fill
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.printing.partners import Backing, backing_height, draw_backing
from trainer_app.ui.printing.typesetting import MM, MUTED
from trainer_app.ui.work_words import roles_words, task_words

_MARGIN = 20.0
_SIZES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
_NARROW = 0.42


@dataclass(frozen=True, slots=True)
class HoursStatement:
    """One person's work for a project. `tasks`: each with its minutes, the longest first.

    `days`: on how many days. `given`: all of it without pay. `language`: that of the words, the
    one in use where the program does not speak it. `signer`: who signs for the centre.
    """

    organisation: str
    name: str
    roles: Sequence[str]
    tasks: Sequence[tuple[str, int]]
    first: date
    last: date
    days: int
    given: bool
    backing: Backing
    made: date
    language: str = ""
    signer: str = ""

    @property
    def minutes(self) -> int:
        """All of it."""
        return sum(minutes for _task, minutes in self.tasks)


def statement_drawing(statement: HoursStatement) -> Drawing:
    """One page, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        known = {each.code for each in LANGUAGES}
        language = statement.language if statement.language in known else current().code
        with in_language(language):
            right_to_left = current().right_to_left
            with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
                backing = statement.backing
                foot = backing_height(paper, backing, paper.width)
                area = Area(paper, 0.0, 0.0, paper.width, paper.height - foot - 6 * MM)
                fill(area, [partial(_lay, statement=statement)], _SIZES)
                draw_backing(paper, backing, 0.0, paper.height - foot, paper.width)

    return draw


def _lay(column: Column, *, statement: HoursStatement) -> None:
    column.write(isolate(statement.organisation), column.style(12, "semibold", MUTED))
    column.gap(10)
    title = _("Statement of voluntary work") if statement.given else _("Statement of work")
    column.write(title, column.style(24, "bold", DEEP))
    column.gap(8)
    column.write(isolate(statement.name), column.style(20, "bold"))
    column.write(roles_words(statement.roles), column.style(13))
    column.gap(6)
    column.write(_worked(statement), column.style(13))
    column.gap(6)
    _tasks(column, statement)
    column.gap(8)
    column.write(_("Thank you for this work."), column.style(13, "semibold"))
    column.gap(6)
    column.write(long_date(statement.made), column.style(11))
    _signature(column, statement)


def _worked(statement: HoursStatement) -> str:
    words = ngettext(
        "Worked with us on {count} day between {first} and {last}, {hours} hours in all.",
        "Worked with us on {count} days between {first} and {last}, {hours} hours in all.",
        statement.days,
    )
    return words.format(
        count=number(statement.days),
        first=long_date(statement.first),
        last=long_date(statement.last),
        hours=duration(statement.minutes),
    )


def _tasks(column: Column, statement: HoursStatement) -> None:
    """Each task with its hours at the end of the line."""
    wide = column.area.width
    for label, hours, weight in (
        (_("What was done"), _("Hours"), "bold"),
        *((task_words(task), duration(minutes), "regular") for task, minutes in statement.tasks),
        (_("Together"), duration(statement.minutes), "bold"),
    ):
        column.gap(1.5)
        look = column.style(12, "bold" if weight == "bold" else "regular")
        ends = column.style(12, look.weight, align="end")
        column.put(hours, ends, wide * 0.75, wide * 0.25)
        column.write(label, look, width=wide * 0.72)
        column.gap(1.5)
        column.rule()


def _signature(column: Column, statement: HoursStatement) -> None:
    column.gap(20)
    wide = column.area.width * _NARROW
    column.rule(width=wide)
    column.gap(1)
    signer = isolate(statement.signer) if statement.signer else ""
    words = _("Signature for the organisation")
    column.write(" · ".join(each for each in (signer, words) if each), column.style(9, ink=MUTED))
