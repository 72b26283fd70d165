"""Sets words into lines for paper: every script shaped, wrapped, and shrunk before it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from trainer_app.ui.theme.scripts import EMOJI_FAMILY, FAMILIES, LINES, script_of_text
from trainer_app.ui.theme.tokens import COLOURS, Weight

POINT = 10.0
"""Lengths on paper are tenths of a point, because Qt's pixel sizes of fonts are whole numbers."""
MM = 72 / 25.4 * POINT

INK = COLOURS["light"]["ink"]
MUTED = COLOURS["light"]["muted"]
_SMALLEST = 6.0
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}
Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Style:
    """How words look on paper; `points` is the size of the letters."""

    points: float = 9.0
    weight: Weight = "regular"
    ink: str = INK
    align: Align = "start"


class Setting:
    """A text in lines of one width. The page's direction holds; isolate what users supplied."""

    def __init__(self, text: str, style: Style, width: float, *, right_to_left: bool) -> None:
        self.text = " ".join(text.split())
        self.style = style
        self.width = width
        self._right_to_left = right_to_left
        lines = LINES[script_of_text(self.text)]
        size = style.points * POINT
        self.pitch = size * lines.heading
        baseline = (self.pitch - size * (lines.above + lines.below)) / 2 + size * lines.above
        self._layout = QTextLayout(self.text, _font(style.points, style.weight))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        self.lines = 0
        while (line := self._layout.createLine()).isValid():
            _fill(line, width)
            line.setPosition(QPointF(0, self.lines * self.pitch + baseline - line.ascent()))
            self.lines += 1
        self._layout.endLayout()
        self.height = max(1, self.lines) * self.pitch

    def placed(self) -> Iterator[tuple[QTextLine, float]]:
        """Each line and how far it moves right to stand where its style asks."""
        for at in range(self.lines):
            line = self._layout.lineAt(at)
            spare = self.width - line.naturalTextWidth()
            if self.style.align == "center":
                yield line, spare / 2
            else:
                at_right = (self.style.align == "end") != self._right_to_left
                yield line, spare if at_right else 0.0


def fitted(
    text: str, style: Style, width: float, most: float | None, *, right_to_left: bool
) -> Setting:
    """A setting at most `most` high: smaller letters first, an ellipsis only at the very end."""
    setting = Setting(text, style, width, right_to_left=right_to_left)
    points = style.points
    while most is not None and setting.height > most and points > _SMALLEST:
        points = max(_SMALLEST, points - 0.5)
        smaller = replace(style, points=points)
        setting = Setting(text, smaller, width, right_to_left=right_to_left)
    if most is None or setting.height <= most:
        return setting
    return _shortened(setting, most, right_to_left)


def _fill(line: QTextLine, width: float) -> None:
    """Put as many letters on a line as there is room for.

    A line that breaks within a word of two scripts shapes its last letter anew, and may come out
    a little wider than Qt measured.
    """
    room = width
    line.setLineWidth(room)
    while (over := line.naturalTextWidth() - width) > 0 and room > over:
        room -= max(over, 1.0)
        line.setLineWidth(room)


def _shortened(setting: Setting, most: float, right_to_left: bool) -> Setting:
    fits, fails = 0, len(setting.text)
    best = setting
    while fits < fails - 1:
        middle = (fits + fails) // 2
        # Closing the isolate again keeps the ellipsis on the side where the text ends.
        text = setting.text[:middle].rstrip("\u2069") + "…\u2069"
        tried = Setting(text, setting.style, setting.width, right_to_left=right_to_left)
        if tried.height <= most:
            fits, best = middle, tried
        else:
            fails = middle
    return best


@lru_cache(maxsize=64)
def _font(points: float, weight: Weight) -> QFont:
    font = QFont([*FAMILIES.values(), EMOJI_FAMILY])
    font.setPixelSize(round(points * POINT))
    font.setWeight(_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Joined fi and ffl come out of a PDF as single characters, which no search for a name finds.
    font.setFeature(QFont.Tag("liga"), 0)
    return font
