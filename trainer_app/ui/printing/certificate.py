"""The certificate: one calm page to hang on a wall, in the language and script of who gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import LANGUAGES, _, current, in_language, isolate, ngettext, runs_from_right
from trainer_app.i18n.formats import long_date, number
from trainer_app.ui.printing.certificate_border import BORDER, draw_border, draw_flourish
from trainer_app.ui.printing.column import DEEP, Area, Column, Lay
from trainer_app.ui.printing.next_slip import qr_squares
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.partners import Backing, backing_height, draw_backing
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Style

_MARGIN = 9.0
_CODE = 23 * MM
_SIGNING = 78 * MM
_SIZES = (1.25, 1.15, 1.05, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_BETWEEN = 10 * MM
_BULLET = "•"
_FEW = 5
_FEWER = (39, 29, 19, 9)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on it. `language` is that of its words.

    `what` names the course, or the lesson where `is_lesson`. `abilities`: sentences ("I can …"),
    a group for each lesson; where there is no room for all, each group gives its first. `badge`:
    the id of the badge that belongs to it, for the QR code. `hours`: participant-hours, zero where
    they say nothing.
    """

    name: str
    what: str
    language: str
    on: date
    centre: str
    trainer: str = ""
    is_lesson: bool = False
    hours: Decimal = Decimal("0.00")
    sessions: int = 0
    abilities: Sequence[Sequence[str]] = ()
    backing: Backing = field(default_factory=Backing)
    badge: str = ""


def certificate_drawing(certificates: Sequence[Certificate]) -> Drawing:
    """A page for each, in order."""

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=_MARGIN, right_to_left=False, landscape=True) as paper:
            for place, one in enumerate(certificates):
                if place:
                    paper.next_page()
                with in_language(_spoken(one)), paper.reading(runs_from_right(one.language)):
                    _draw(paper, one)

    return draw


def _spoken(one: Certificate) -> str:
    known = {each.code for each in LANGUAGES}
    return one.language if one.language in known else current().code


def _draw(paper: Paper, one: Certificate) -> None:
    draw_border(paper)
    inside = Area(paper, 0.0, 0.0, paper.width, paper.height).inside(BORDER)
    foot = _foot(inside, one)
    head = _head(inside, one)
    left = inside.height - head - foot - 3 * MM
    middle = Area(paper, inside.x, inside.y + head, inside.width, left)
    if one.abilities and any(one.abilities):
        first = [group[:1] for group in one.abilities]
        lays = [partial(_abilities, groups=groups) for groups in (one.abilities, first)]
        lays += [partial(_abilities, groups=first, most=most) for most in _FEWER]
        _fill_middle(middle, lays)


def _fill_middle(area: Area, lays: Sequence[Lay]) -> None:
    """Draw the first way to say it that fits, a little above the middle of what is left."""
    for lay in lays:
        for size in _SIZES:
            measured = Column(area, size, on=False)
            lay(measured)
            spare = area.height - measured.y
            if spare >= 0:
                lower = Area(area.paper, area.x, area.y + 0.4 * spare, area.width, measured.y)
                lay(Column(lower, size, on=True))
                return
    lays[-1](Column(area, _SIZES[-1], on=True))


def _head(area: Area, one: Certificate) -> float:
    """Whose it is and what for; how far down it came."""
    paper, y = area.paper, area.y - 3 * MM
    for words, style, most, gap in _head_lines(one):
        setting = paper.set(words, style, area.width, most)
        paper.write(setting, area.x, y)
        y += setting.height + gap
        if style.points >= _NAME:
            draw_flourish(paper, y + 1 * MM, 96 * MM)
            y += 3.4 * MM
    return y - area.y + 2 * MM


_NAME = 31.0


def _head_lines(one: Certificate) -> list[tuple[str, Style, float, float]]:
    """Each line: its words, how they look, the most they take, and the gap below."""
    for_what = _("for completing the lesson") if one.is_lesson else _("for completing the course")
    lines = [
        (isolate(one.centre), Style(13, "semibold", MUTED, "center"), 7 * MM, 1.5 * MM),
        (_("Certificate"), Style(28, "bold", DEEP, "center"), 15 * MM, 0.5 * MM),
        (isolate(one.name), Style(_NAME, "bold", INK, "center"), 15 * MM, 0.5 * MM),
        (for_what, Style(12.5, "regular", MUTED, "center"), 7 * MM, 0.0),
        (isolate(one.what), Style(20, "bold", INK, "center"), 17 * MM, 0.5 * MM),
        (_facts(one), Style(12.5, "semibold", INK, "center"), 7 * MM, 1 * MM),
    ]
    return [line for line in lines if line[0]]


def _facts(one: Certificate) -> str:
    facts = [long_date(one.on)]
    if one.sessions and not one.is_lesson:
        words = ngettext("{count} session", "{count} sessions", one.sessions)
        facts.append(words.format(count=number(one.sessions)))
    if one.hours and not one.is_lesson:
        # Where plurals have more forms, the whole number decides.
        words = ngettext("{hours} hour", "{hours} hours", int(one.hours) if one.hours != 1 else 1)
        facts.append(words.format(hours=_hours(one.hours)))
    return " · ".join(isolate(fact) for fact in facts)


def _hours(hours: Decimal) -> str:
    whole = hours == hours.to_integral_value()
    return number(int(hours)) if whole else number(hours.normalize())


def _abilities(column: Column, *, groups: Sequence[Sequence[str]], most: int | None = None) -> None:
    """Sentences under a heading, in two columns where they are many."""
    said = [isolate(sentence) for group in groups for sentence in group]
    if most is not None and len(said) > most:
        words = ngettext("and {count} more", "and {count} more", len(said) - most)
        said = [*said[:most], words.format(count=number(len(said) - most))]
    column.write(_("What I can do now"), column.style(13, "bold", DEEP, "center"))
    column.gap(1.5)
    style = column.style(12)
    if len(said) <= _FEW:
        for sentence in said:
            column.write(sentence, column.style(13, align="center"))
            column.gap(0.8)
        return
    area = column.area
    inset = 8 * MM
    wide = (area.width - 2 * inset - _BETWEEN) / 2
    half = -(-len(said) // 2)
    start, lowest = column.y, column.y
    for side, part in enumerate((said[:half], said[half:])):
        column.y = start
        x = inset + side * (wide + _BETWEEN)
        indent = style.points * 14
        for sentence in part:
            column.put(_BULLET, style, x, indent)
            column.write(sentence, style, x=x + indent, width=wide - indent)
            column.gap(0.6)
        lowest = max(lowest, column.y)
    column.y = lowest


def _foot(area: Area, one: Certificate) -> float:
    """From the bottom up: who signs, who made it possible, the badge's code; how high it is."""
    paper = area.paper
    bottom = area.y + area.height + 4 * MM
    high = _CODE + 4.5 * MM if one.badge else 16 * MM
    wide = area.width - _SIGNING - 2 * 6 * MM - (_CODE if one.badge else 0.0)
    tall = backing_height(paper, one.backing, wide)
    high = max(high, tall)
    _sign(paper, area.x + 2 * MM, bottom - 1 * MM, one.trainer)
    if not one.backing.is_empty:
        draw_backing(paper, one.backing, area.x + _SIGNING + 6 * MM, bottom - tall, wide)
    if one.badge:
        x = area.x + area.width - _CODE - 2 * MM
        paper.squares(qr_squares(one.badge), x, bottom - _CODE - 4 * MM, _CODE)
        under = paper.set(_("Badge"), Style(8, ink=MUTED, align="center"), _CODE, 4 * MM)
        paper.write(under, x, bottom - 4 * MM)
    return high - 4 * MM


def _sign(paper: Paper, x: float, bottom: float, trainer: str) -> None:
    """A line to sign on, with the name under it."""
    named = _("Trainer: {name}").format(name=isolate(trainer)) if trainer else _("Trainer")
    setting = paper.set(named, Style(10, ink=MUTED), _SIGNING, 6 * MM)
    top = bottom - setting.height
    paper.rule(x, top - 1 * MM, _SIGNING, colour=INK)
    paper.write(setting, x, top)
