"""The poster of the room: how a guest's laptop joins, in pictures, words and one large code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.domain.room_code import groups
from trainer_app.i18n import _, current, in_language, isolate, runs_from_right, speaks
from trainer_app.ui.printing.column import DEEP, Area, Column, fill
from trainer_app.ui.printing.output import Drawing
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.typesetting import MM, MUTED, Style

_MARGIN = 15.0
_STEPS = ("laptop", "wifi", "keyboard")
_DISC = 30 * MM
_ROW = 22 * MM
_GAP = 6 * MM
_SIZES = (1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45)


@dataclass(frozen=True, slots=True)
class RoomPoster:
    """What hangs on the wall: the session's code, and the languages of those who read it."""

    code: str
    centre: str
    languages: Sequence[str]


def poster_drawing(poster: RoomPoster) -> Drawing:
    """One page; languages that the program does not speak are left out."""
    spoken = [code for code in poster.languages if speaks(code)] or [current().code]

    def draw(device: QPagedPaintDevice) -> None:
        with on_paper(device, margin=_MARGIN, right_to_left=current().right_to_left) as paper:
            top = _title(paper, poster.centre)
            top = _steps(paper, top + 5 * MM)
            top = _code(paper, poster.code, top + 4 * MM)
            _sentences(paper, spoken, top + 6 * MM)

    return draw


def _title(paper: Paper, centre: str) -> float:
    half = paper.width / 2
    title = paper.set(_("Join the room"), Style(28, "bold"), half * 1.2, 14 * MM)
    named = paper.set(isolate(centre), Style(12, "semibold", MUTED, "end"), half * 0.8, 14 * MM)
    paper.write(title, 0, 0, 14 * MM)
    paper.write(named, half * 1.2, 0, 14 * MM)
    return 14 * MM


def _steps(paper: Paper, top: float) -> float:
    """Three pictures with their numbers: open the program, tap the room, type the code."""
    wide = paper.width / len(_STEPS)
    for place, icon in enumerate(_STEPS):
        x = place * wide + (wide - _DISC) / 2
        paper.frame(x, top, _DISC, _DISC, radius=_DISC / 2)
        inner = _DISC * 0.5
        paper.picture("icons", icon, x + (_DISC - inner) / 2, top + (_DISC - inner) / 2, inner)
        number = paper.set(str(place + 1), Style(20, "bold", DEEP, "center"), wide)
        paper.write(number, place * wide, top + _DISC + 1.5 * MM)
    return top + _DISC + 10 * MM


def _code(paper: Paper, code: str, top: float) -> float:
    """Groups of four digits below one another, always from the left, as they are typed."""
    high = 5 * _ROW + 2 * _GAP
    paper.frame(0, top, paper.width, high, radius=4 * MM)
    for place, group in enumerate(groups(code)):
        spaced = "\u2066" + " ".join(group) + "\u2069"
        setting = paper.set(spaced, Style(62, "bold", align="center"), paper.width)
        paper.write(setting, 0, top + _GAP + place * _ROW, _ROW)
    return top + high


def _sentences(paper: Paper, languages: Sequence[str], top: float) -> None:
    """What to do in each language, side by side, in letters that fit for all."""
    across = min(len(languages), 2)
    down = -(-len(languages) // across)
    wide = (paper.width - (across - 1) * _GAP) / across
    high = (paper.height - top - 12 * MM) / down
    for place, language in enumerate(languages):
        row, at = divmod(place, across)
        turned = runs_from_right(language) != paper.right_to_left
        with in_language(language), paper.reading(runs_from_right(language)):
            x = at * (wide + _GAP)
            if turned:
                x = paper.width - x - wide
            area = Area(paper, x, top + row * high, wide, high - 2 * MM)
            fill(area, [_lay], _SIZES)
    foot = _("No room found? Type this address:")
    setting = paper.set(foot, Style(11, ink=MUTED), paper.width * 0.5)
    low = paper.height - 2 * MM
    paper.write(setting, 0, low - setting.height)
    paper.rule(setting.width, low, paper.width - setting.width)


def _lay(column: Column) -> None:
    steps = (
        _("Open the program on your laptop."),
        _("Tap “{button}”.").format(button=_("Learn in a room")),
        _("Type these 20 digits."),
    )
    for place, step in enumerate(steps, start=1):
        column.bullet(step, column.style(15), mark=f"{place}")
        column.gap(1)
