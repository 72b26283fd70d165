"""The help card: what to do, a sentence to say, and where help is near; large or for a pocket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import BAND, Paper, on_paper
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Align, Style
from trainer_app.ui.theme.tokens import COLOURS, Weight
from trainer_app.ui.widgets.isolation import isolate as in_whole_parts

_MARGIN = 16.0
_POCKET_MARGIN = 8.0
_POCKET_INSIDE = 6 * MM
_ACROSS = _DOWN = 2
_SIZES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
_POCKET_SIZES = (0.72, 0.66, 0.6, 0.55)
_DEEP = COLOURS["light"]["primary"]
_EMPTY_LINES = 4


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """A place: its name, the way to reach it, and small lines such as hours and languages."""

    name: str
    reach: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpCard:
    """What stands on the card; nothing of it is about a person.

    `language` is that of its words; `sounds` are the sentence in other languages and how it
    sounds; `parts` are what to do, each part with its heading or none; `groups` are topics with
    their places.
    """

    title: str
    language: str
    say: str = ""
    sounds: Sequence[tuple[str, str]] = ()
    parts: Sequence[tuple[str, Sequence[str]]] = ()
    groups: Sequence[tuple[str, Sequence[HelpEntry]]] = ()
    centre: str = ""


def help_card_drawing(card: HelpCard, *, pocket: bool = False) -> Drawing:
    """One page: one large card, or with `pocket` four small ones to cut apart.

    A long card gets smaller letters; before they are too small, it names fewer places a topic.
    """

    def draw(device: QPagedPaintDevice) -> None:
        margin = _POCKET_MARGIN if pocket else _MARGIN
        with in_language(card.language if speaks(card.language) else current().code):
            right_to_left = current().right_to_left
            with on_paper(device, margin=margin, right_to_left=right_to_left) as paper:
                if pocket:
                    _draw_pocket(paper, card)
                else:
                    _fill(_Area(paper, 0.0, 0.0, paper.width, paper.height), card, _SIZES)

    return draw


def _draw_pocket(paper: Paper, card: HelpCard) -> None:
    paper.cutting_lines(_ACROSS, _DOWN)
    wide, high = paper.width / _ACROSS, paper.height / _DOWN
    small = replace(card, parts=())
    for place in range(_ACROSS * _DOWN):
        down, across = divmod(place, _ACROSS)
        x, y = across * wide + _POCKET_INSIDE, down * high + _POCKET_INSIDE
        area = _Area(paper, x, y, wide - 2 * _POCKET_INSIDE, high - 2 * _POCKET_INSIDE)
        _fill(area, small, _POCKET_SIZES)


@dataclass(frozen=True, slots=True)
class _Area:
    """A part of the paper; lengths in tenths of a point."""

    paper: Paper
    x: float
    y: float
    width: float
    height: float


def _fill(area: _Area, card: HelpCard, sizes: Sequence[float]) -> None:
    """Draw the fullest card in the largest letters with which it fits."""
    tries = [
        (shorter, size) for shorter in (card, _shortened(card, 2), _shortened(card, 1))
        for size in sizes
    ]  # fmt: skip
    fitting = (one for one in tries if _Card(area, one[1]).lay(one[0]) <= area.height)
    chosen, size = next(fitting, tries[-1])
    _Card(area, size, on=True).lay(chosen)


def _shortened(card: HelpCard, most: int) -> HelpCard:
    """The card with fewer places a topic, and only the first small line of each."""
    groups = [
        (topic, [replace(entry, lines=entry.lines[:1]) for entry in entries[:most]])
        for topic, entries in card.groups
    ]
    return replace(card, groups=groups)


class _Card:
    """Lays a card out in letters of a size, on the paper or only to measure it."""

    def __init__(self, area: _Area, size: float, *, on: bool = False) -> None:
        self._area, self._size, self._on = area, size, on
        self._y = 0.0

    def lay(self, card: HelpCard) -> float:
        """From the top down; how far down it came, in tenths of a point."""
        self._write(card.title, self._style(26, "bold"))
        if card.say:
            self._say(card)
        for heading, bullets in card.parts:
            if heading:
                self._gap(2)
                self._write(heading, self._style(14, "bold"))
            for bullet in bullets:
                self._bullet(bullet)
        self._gap(5)
        self._write(_("Help near us"), self._style(18, "bold", _DEEP))
        self._rule()
        for topic, entries in card.groups:
            self._gap(2.5)
            self._write(topic, self._style(12, "semibold", MUTED))
            for entry in entries:
                self._entry(entry)
        if not card.groups:
            self._lines_to_fill()
        if card.centre:
            self._gap(4)
            self._write(isolate(card.centre), self._style(11, ink=MUTED))
        return self._y

    def _say(self, card: HelpCard) -> None:
        """The sentence on a band, and how it sounds in other languages."""
        self._gap(3)
        pad = 3 * MM * self._size
        inner = self._area.width - 2 * pad
        said = [(_("Say it like this"), self._style(11, "semibold", MUTED))]
        said.append((card.say, self._style(18, "bold")))
        for sentence, sound in card.sounds:
            said.append((sentence, self._style(13, "semibold")))
            said.append((sound, self._style(12)))
        paper = self._area.paper
        settings = [paper.set(in_whole_parts(words), style, inner) for words, style in said]
        high = sum(setting.height for setting in settings) + 2 * pad
        if self._on:
            paper.fill(self._area.x, self._area.y + self._y, self._area.width, high, BAND)
        top = self._y + pad
        for setting in settings:
            if self._on:
                paper.write(setting, self._area.x + pad, self._area.y + top)
            top += setting.height
        self._y += high
        self._gap(2)

    def _bullet(self, words: str) -> None:
        self._gap(1.5)
        style, indent = self._style(14), 6 * MM * self._size
        self._put("•", style, 0.0, indent)
        self._y += self._put(words, style, indent, self._area.width - indent)

    def _entry(self, entry: HelpEntry) -> None:
        """The name and its small lines, and at the end of the line the way to reach it."""
        self._gap(1)
        wide = self._area.width
        first, between = wide * 0.56, wide * 0.04
        reach = self._style(17, "bold", align="end")
        at_end = self._put(entry.reach, reach, first + between, wide - first - between)
        top = self._y
        self._y += self._put(entry.name, self._style(14, "semibold"), 0.0, first)
        if entry.lines:
            words = " · ".join(isolate(line) for line in entry.lines)
            self._y += self._put(words, self._style(11), 0.0, first)
        self._y = max(self._y, top + at_end)
        self._rule()

    def _lines_to_fill(self) -> None:
        """Room to write with a pen what nobody has typed yet."""
        for _line in range(_EMPTY_LINES):
            self._gap(11)
            self._rule()

    def _rule(self) -> None:
        self._gap(1)
        if self._on:
            area = self._area
            area.paper.rule(area.x, area.y + self._y, area.width)

    def _gap(self, millimetres: float) -> None:
        self._y += millimetres * MM * self._size

    def _write(self, words: str, style: Style) -> None:
        self._y += self._put(words, style, 0.0, self._area.width)

    def _put(self, words: str, style: Style, x: float, width: float) -> float:
        """How high the words stand in a width."""
        area = self._area
        setting = area.paper.set(in_whole_parts(words), style, width)
        if self._on:
            area.paper.write(setting, area.x + x, area.y + self._y)
        return setting.height

    def _style(
        self, points: float, weight: Weight = "regular", ink: str = INK, align: Align = "start"
    ) -> Style:
        return Style(round(points * self._size * 2) / 2, weight, ink, align)
