"""The page with a centre's recovery code, to be locked away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from trainer_app.i18n import _, current, isolate
from trainer_app.i18n.formats import long_date
from trainer_app.ui.printing.output import Drawing, write_pdf
from trainer_app.ui.printing.paper import Paper, on_paper
from trainer_app.ui.printing.typesetting import MM, MUTED, Style

_MARGIN = 20.0
_ACROSS = 3
_BOX = 24 * MM
_BETWEEN = 5 * MM
_PICTURE = 24 * MM


def draw_recovery_code(
    code: str, centre: str, made_on: date, file: Path, *, picture: str | None = None
) -> None:
    """Write the code as a PDF of one page. Raises CannotWriteFile.

    `code`: groups of signs with dashes or spaces between. `picture`: the trainer's own.
    """
    write_pdf(recovery_drawing(code, centre, made_on, picture=picture), file, _("Recovery code"))


def recovery_drawing(
    code: str, centre: str, made_on: date, *, picture: str | None = None
) -> Drawing:
    """The page with a recovery code, for `write_pdf` or a printer."""

    def draw(device: QPagedPaintDevice) -> None:
        right_to_left = current().right_to_left
        with on_paper(device, margin=_MARGIN, right_to_left=right_to_left) as paper:
            room = paper.width
            if picture:
                paper.picture("trainer", picture, paper.width - _PICTURE, 0.0, _PICTURE)
                room -= _PICTURE + 5 * MM
            y = _write(paper, isolate(centre), Style(14, "semibold", ink=MUTED), 0.0, room)
            y = _write(paper, _("Recovery code"), Style(28, "bold"), y, room)
            made = _("Made on {date}").format(date=long_date(made_on))
            y = _write(paper, made, Style(11, ink=MUTED), y, room)
            y = _draw_groups(paper, re.split(r"[\s-]+", code.strip()), max(y, _PICTURE) + 12 * MM)
            hint = _("There are no letters O, I or L in it: a round sign is a zero.")
            y = _write(paper, hint, Style(10, ink=MUTED), y + 3 * MM, paper.width)
            y += 10 * MM
            for sentence in _sentences():
                y = _write(paper, sentence, Style(14), y, paper.width) + 4 * MM

    return draw


def _sentences() -> tuple[str, str, str]:
    return (
        _("This code opens the centre's data when nobody remembers a passphrase."),
        _("Keep this paper locked away, in another room than the laptop."),
        _("Whoever reads the code can read everything: show it to nobody and take no photo of it."),
    )


def _write(paper: Paper, text: str, style: Style, y: float, width: float) -> float:
    """Write over a width; returns where the next line may stand."""
    setting = paper.set(text, style, width, 40 * MM)
    paper.write(setting, 0.0, y)
    return y + setting.height


def _draw_groups(paper: Paper, groups: Sequence[str], top: float) -> float:
    """Draw the code's groups in boxes, always from the left as it is typed."""
    width = (paper.width - (_ACROSS - 1) * _BETWEEN) / _ACROSS
    y = top
    for start in range(0, len(groups), _ACROSS):
        for place, group in enumerate(groups[start : start + _ACROSS]):
            x = place * (width + _BETWEEN)
            if paper.right_to_left:
                x = paper.width - x - width
            paper.frame(x, y, width, _BOX, radius=2 * MM)
            style = Style(34, "bold", align="center")
            paper.write(paper.set(group, style, width, _BOX), x, y, _BOX)
        y += _BOX + _BETWEEN
    return y
