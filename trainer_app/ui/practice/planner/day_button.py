"""A day of the calendar: its number, what matters on it, what is planned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import figures
from trainer_app.ui.practice.planner.words import day_words
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.drawn import DrawnButton, panel
from trainer_app.ui.widgets.lettering import Lettering

_PAD = 4


@dataclass(frozen=True, slots=True)
class DayLook:
    """What a day shows. `planned` are what lies on it and when; `rest`: nothing is posted."""

    number: int
    special: tuple[str, ...] = ()
    planned: tuple[tuple[str, str], ...] = ()
    rest: bool = False
    to_mend: bool = False


class DayButton(DrawnButton):
    """A day to put something on. Signals: `clicked`."""

    fills = True

    def __init__(self, look: DayLook, parent: QWidget | None = None) -> None:
        super().__init__(day_words(look.number), parent)
        self.look = look
        rest = (_("Nothing is posted"),) if look.rest else ()
        mend = (_("Look again"),) if look.to_mend else ()
        self._lines: list[tuple[Lettering, Token]] = [
            (Lettering(figures(str(look.number)), "body", "bold", tight=True), "ink")
        ]
        for words in (*look.special, *rest):
            self._add(words, "accent")
        for words, hour in look.planned:
            self._add(words, "primary_strong")
            self._add(hour, "muted")
        for words in mend:
            self._add(words, "warn")
        planned = (f"{words}, {hour}" for words, hour in look.planned)
        self.setAccessibleDescription(". ".join((*look.special, *rest, *planned, *mend)))

    def _add(self, words: str, ink: Token) -> None:
        self._lines.append((Lettering(words, "small", "semibold", tight=True), ink))

    def widths(self) -> tuple[float, float]:
        pad = 2 * current().space(_PAD)
        least = max(each.longest_word() for each, _ink in self._lines) + pad
        return least, max(least, float(current().space(96)))

    def measure(self, width: float) -> float:
        inner = width - 2 * current().space(_PAD)
        high = sum(each.lay(inner) for each, _ink in self._lines)
        return max(high + 2 * current().space(6), float(current().px(64)))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground, edge = self._colours()
        panel(painter, box, theme.space(8), theme.colour(ground), theme.colour(edge), theme.border)
        side, above = theme.space(_PAD), theme.space(6)
        inner = box.adjusted(side, above, -side, -above)
        for lettering, ink in self._lines:
            high = lettering.lay(inner.width())
            colour = theme.colour(ink if self.isEnabled() else "muted")
            lettering.draw(painter, inner, colour, middle=False)
            inner = inner.adjusted(0, high, 0, 0)

    def _colours(self) -> tuple[Token, Token]:
        if self.look.to_mend:
            return "warn_tint", "warn"
        if self.look.planned:
            return "primary_tint", "primary"
        if self.raised:
            return "mark", "edge"
        return ("sunk" if self.look.rest else "card"), "edge" if self.isEnabled() else "line"
