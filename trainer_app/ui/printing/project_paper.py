"""A project on one page: what it is, how far it came, what it took, and who carried it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import duration, long_date, money, number, short_date
from trainer_app.ui.printing.column import DEEP, Area, Column, fill
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import on_paper
from trainer_app.ui.printing.partners import Backing, backing_height, draw_backing
from trainer_app.ui.printing.typesetting import MM, MUTED
from trainer_app.ui.theme.tokens import Weight
from trainer_app.ui.work_words import roles_words

_MARGIN = 16.0
_SIZES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52)
_COSTS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Reached:
    """A figure that the project set out to reach, in words, and how far it came."""

    words: str
    target: int
    reached: Decimal


@dataclass(frozen=True, slots=True)
class Given:
    """Hours of everyone of one role together: minutes in all, and of these without pay."""

    role: str
    people: int
    minutes: int
    unpaid: int


@dataclass(frozen=True, slots=True)
class ProjectPaper:
    """What stands on the page, between two days where they were chosen.

    Money is in cents. `costs`: what for, and how much. `shares`: a partner and hundredths of a
    percent. `unsaid`: minutes of which nobody said whether they were paid.
    """

    organisation: str
    title: str
    made: date
    currency: str
    people: int
    attendances: int
    hours: Decimal
    targets: Sequence[Reached]
    given: Sequence[Given]
    in_kind: int
    rate: int | None
    costs: Sequence[tuple[str, int]]
    cost_per_hour: int | None
    cost_per_hour_all: int | None
    shares: Sequence[tuple[str, int | None]]
    backing: Backing
    grant: str = ""
    funder: str = ""
    starts: date | None = None
    ends: date | None = None
    since: date | None = None
    until: date | None = None
    unsaid: int = 0

    @property
    def cost(self) -> int:
        """All that was paid."""
        return sum(cents for _what, cents in self.costs)


def project_drawing(sheet: ProjectPaper) -> Drawing:
    """One page, in smaller letters where there is much to say."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            foot = backing_height(paper, sheet.backing, paper.width)
            area = Area(paper, 0.0, 0.0, paper.width, paper.height - foot - 5 * MM)
            # Where even the smallest letters do not fit, fewer of the costs are named.
            lays = [partial(_lay, sheet=sheet, costs=most) for most in (_COSTS_SHOWN, 3)]
            fill(area, lays, _SIZES)
            draw_backing(paper, sheet.backing, 0.0, paper.height - foot, paper.width)

    return draw


def _lay(column: Column, *, sheet: ProjectPaper, costs: int) -> None:
    column.write(isolate(sheet.organisation), column.style(11, "semibold", MUTED))
    column.write(isolate(sheet.title), column.style(22, "bold", DEEP))
    for words in _facts(sheet):
        column.write(words, column.style(10.5))
    column.gap(4)
    _figures(column, sheet)
    _targets(column, sheet)
    _hours(column, sheet)
    _costs(column, sheet, costs)
    _partners(column, sheet)
    column.gap(4)
    made = _("Made on {day}.").format(day=long_date(sheet.made))
    column.write(made, column.style(9, ink=MUTED))


def _facts(sheet: ProjectPaper) -> list[str]:
    facts = []
    if sheet.funder:
        facts.append(_("Funder: {funder}").format(funder=isolate(sheet.funder)))
    if sheet.grant:
        facts.append(_("Number: {number}").format(number=isolate(sheet.grant)))
    if sheet.starts or sheet.ends:
        words = _("Runs: {days}").format(days=_days(sheet.starts, sheet.ends))
        facts.append(words)
    if sheet.since or sheet.until:
        words = _("These figures are of: {days}").format(days=_days(sheet.since, sheet.until))
        facts.append(words)
    return facts


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return _("{first} to {last}").format(first=short_date(first), last=short_date(last))
    if first:
        return _("from {day} on").format(day=short_date(first))
    return _("until {day}").format(day=short_date(last)) if last else ""


def _figures(column: Column, sheet: ProjectPaper) -> None:
    """The three figures side by side; they are never added up."""
    figures = (
        (number(sheet.people), _("people who came")),
        (number(sheet.attendances), _("attendances")),
        (number(sheet.hours, 2), _("participant-hours")),
    )
    wide = column.area.width / 3
    highest = 0.0
    for place, (figure, _words) in enumerate(figures):
        look = column.style(22, "bold", DEEP)
        highest = max(highest, column.put(figure, look, place * wide, wide * 0.95))
    column.y += highest
    highest = 0.0
    for place, (_figure, words) in enumerate(figures):
        look = column.style(10, ink=MUTED)
        highest = max(highest, column.put(words, look, place * wide, wide * 0.95))
    column.y += highest


def _targets(column: Column, sheet: ProjectPaper) -> None:
    if not sheet.targets:
        return
    _heading(column, _("What was to be reached"))
    for one in sheet.targets:
        places = 0 if one.reached == one.reached.to_integral_value() else 2
        reached = number(one.reached, places) if places else number(int(one.reached))
        words = _("{reached} of {target} ({percent} %)").format(
            reached=reached, target=number(one.target), percent=number(_percent(one))
        )
        _pair(column, one.words, words)


def _percent(one: Reached) -> int:
    """Whole percent, rounded down: 100 only stands where it is all."""
    return int(100 * one.reached // one.target) if one.target > 0 else 100


def _hours(column: Column, sheet: ProjectPaper) -> None:
    if not sheet.given:
        return
    _heading(column, _("Hours of work"))
    for one in sheet.given:
        people = ngettext("{count} person", "{count} people", one.people)
        label = _("{roles}: {people}").format(
            roles=roles_words([one.role]), people=people.format(count=number(one.people))
        )
        words = _("{hours} hours, of these {unpaid} without pay").format(
            hours=duration(one.minutes), unpaid=duration(one.unpaid)
        )
        _pair(column, label, words)
    if sheet.rate is not None:
        label = _("Worth of the hours given, at {rate} for an hour").format(
            rate=money(sheet.rate, sheet.currency)
        )
        _pair(column, label, money(sheet.in_kind, sheet.currency), bold=True)
    if sheet.unsaid:
        words = _("Of {hours} hours nobody has said yet whether they were paid.").format(
            hours=duration(sheet.unsaid)
        )
        column.write(words, column.style(9, ink=MUTED))


def _costs(column: Column, sheet: ProjectPaper, most: int) -> None:
    if not sheet.costs:
        return
    _heading(column, _("What was paid"))
    named, others = sheet.costs[:most], sheet.costs[most:]
    for what, cents in named:
        _pair(column, isolate(what), money(cents, sheet.currency))
    if others:
        words = ngettext("{count} other cost", "{count} other costs", len(others))
        rest = sum(cents for _what, cents in others)
        _pair(column, words.format(count=number(len(others))), money(rest, sheet.currency))
    _pair(column, _("Together"), money(sheet.cost, sheet.currency), bold=True)
    if sheet.cost_per_hour is not None:
        cost = money(sheet.cost_per_hour, sheet.currency)
        _pair(column, _("For one participant-hour"), cost, bold=True)
    if sheet.in_kind and sheet.cost_per_hour_all is not None:
        cost = money(sheet.cost_per_hour_all, sheet.currency)
        _pair(column, _("For one participant-hour, with the hours given"), cost)


def _partners(column: Column, sheet: ProjectPaper) -> None:
    if not sheet.shares:
        return
    _heading(column, _("Partners"))
    for name, share in sheet.shares:
        _pair(column, isolate(name), percent_words(share) if share is not None else "–")


def percent_words(share: int) -> str:
    """Hundredths of a percent, such as "12.5 %"."""
    return _("{percent} %").format(percent=number(Decimal(share) / 100))


def _heading(column: Column, words: str) -> None:
    column.gap(4)
    column.write(words, column.style(13, "bold"))
    column.gap(1)
    column.rule()
    column.gap(1)


def _pair(column: Column, label: str, value: str, *, bold: bool = False) -> None:
    """Words, and what they come to at the end of the line."""
    wide = column.area.width
    weight: Weight = "bold" if bold else "regular"
    start = column.y
    high = column.put(value, column.style(10.5, weight, align="end"), wide * 0.56, wide * 0.44)
    column.write(label, column.style(10.5, weight), width=wide * 0.54)
    column.y = max(column.y, start + high)
    column.gap(0.8)
