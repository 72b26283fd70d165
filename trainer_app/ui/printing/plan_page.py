"""A plan from a practice on one page, to take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.i18n.formats import long_date, number
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import BAND, Paper, on_paper
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Style
from trainer_app.ui.theme.tokens import Weight
from trainer_app.ui.widgets.isolation import isolate as in_whole_parts

_MARGIN = 18.0
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
_INDENT = 9 * MM


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A heading of the plan and the lines under it; none where nothing was chosen yet."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """What stands on the page. `language` is that of its words; `made` and `centre` if known."""

    title: str
    parts: Sequence[PlanPart]
    language: str
    made: date | None = None
    centre: str = ""


def plan_drawing(plan: PlanPaper) -> Drawing:
    """The page, for `write_pdf` or a printer; a long plan gets smaller letters."""

    def draw(device: QPagedPaintDevice) -> None:
        with in_language(plan.language if speaks(plan.language) else current().code):
            right_to_left = current().right_to_left
            with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
                size = next(
                    (each for each in _SIZES if _Page(paper, each).lay(plan) <= paper.height),
                    _SIZES[-1],
                )
                _Page(paper, size, on=True).lay(plan)

    return draw


class _Page:
    """Lays the plan out in letters of a size, on the paper or only to measure it."""

    def __init__(self, paper: Paper, size: float, *, on: bool = False) -> None:
        self._paper, self._size, self._on = paper, size, on
        self._y = 0.0

    def lay(self, plan: PlanPaper) -> float:
        """From the top down; how far down it came, in tenths of a point."""
        self._write(_("My plan"), self._style(13, "semibold", MUTED))
        self._write(plan.title, self._style(24, "bold"))
        origin = [isolate(plan.centre)] if plan.centre else []
        origin += [long_date(plan.made)] if plan.made else []
        if origin:
            self._write(" · ".join(origin), self._style(11, ink=MUTED))
        self._y += 3 * MM * self._size
        self._note(_("This is a practice plan. Its people, money and figures are pretend."))
        for at, part in enumerate(plan.parts, start=1):
            self._part(at, part)
        return self._y

    def _part(self, at: int, part: PlanPart) -> None:
        self._y += 5 * MM * self._size
        heading = self._style(14, "bold")
        top = self._y
        self._put(number(at), heading, 0.0, top, _INDENT)
        self._y = top + self._put(part.heading, heading, _INDENT, top, self._room)
        for line in part.lines:
            top = self._y + 1 * MM * self._size
            style = self._style(13)
            self._put("•", style, _INDENT, top, 4 * MM)
            inside = _INDENT + 5 * MM
            self._y = top + self._put(line, style, inside, top, self._paper.width - inside)
        if not part.lines:
            # Room to write with a pen what the screen did not get.
            self._y += 9 * MM * self._size
            if self._on:
                self._paper.rule(_INDENT, self._y, self._room)

    @property
    def _room(self) -> float:
        return self._paper.width - _INDENT

    def _note(self, words: str) -> None:
        pad = 3 * MM
        setting = self._paper.set(words, self._style(12), self._paper.width - 2 * pad)
        if self._on:
            self._paper.fill(0.0, self._y, self._paper.width, setting.height + 2 * pad, BAND)
            self._paper.write(setting, pad, self._y + pad)
        self._y += setting.height + 2 * pad

    def _write(self, words: str, style: Style) -> None:
        self._y += self._put(words, style, 0.0, self._y, self._paper.width)

    def _put(self, words: str, style: Style, x: float, y: float, width: float) -> float:
        """How high the words stand in a width."""
        setting = self._paper.set(in_whole_parts(words), style, width)
        if self._on:
            self._paper.write(setting, x, y)
        return setting.height

    def _style(self, points: float, weight: Weight = "regular", ink: str = INK) -> Style:
        return Style(round(points * self._size * 2) / 2, weight, ink)
