"""The large buttons of the way in: a language, and a way to go on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

LARGE_LETTERS = 1.3
"""From this size on, what stands together needs the room that air would take."""


class LanguageCard(DrawnButton):
    """A language's name and a greeting, both in its own script. Signals: `clicked`."""

    radius = RADIUS_LARGE
    fills = True

    def __init__(self, name: str, greeting: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleDescription(greeting)
        self._name = Lettering(name, "headline", "bold")
        self._greeting = Lettering(greeting, "large", tight=True)

    def widths(self) -> tuple[float, float]:
        words = max(self._name.longest_word(), self._greeting.longest_word())
        least = words + 2 * current().space(20)
        return least, max(least, current().px(300))

    def measure(self, width: float) -> float:
        inner = width - 2 * current().space(20)
        air = 40 if current().scale <= LARGE_LETTERS else 12
        return self._name.lay(inner) + self._greeting.lay(inner) + 2 * current().space(air)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground = theme.colour("primary_tint" if self.raised else "card")
        edge = theme.colour("primary" if self.raised else "edge")
        panel(painter, box, theme.space(self.radius), ground, edge, theme.border)
        inner = box.adjusted(theme.space(20), 0, -theme.space(20), 0)
        high = self._name.lay(inner.width())
        group = centred(inner, inner.width(), high + self._greeting.lay(inner.width()))
        ink = theme.colour("primary_strong")
        self._name.draw(painter, group, ink, "center", middle=False)
        below = group.adjusted(0, high, 0, 0)
        self._greeting.draw(painter, below, theme.colour("muted"), "center", middle=False)


class WayButton(DrawnButton):
    """A way to go on: a sign, what it is called, and a sentence about it. Signals: `clicked`."""

    radius = RADIUS_LARGE

    def __init__(
        self,
        icon: str,
        name: str,
        words: str,
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.setAccessibleDescription(words)
        self._icon, self._strong = icon, strong
        self._name = Lettering(name, "large", "bold")
        self._words = Lettering(words, "small", tight=True)

    def set_words(self, words: str) -> None:
        """Show another sentence about it."""
        self.setAccessibleDescription(words)
        self._words = Lettering(words, "small", tight=True)
        self.updateGeometry()
        self.update()

    def _sides(self) -> tuple[int, int, int]:
        """The padding, the room of the sign, and the gap behind it."""
        theme = current()
        return theme.space(20), theme.px(52), theme.space(16)

    def widths(self) -> tuple[float, float]:
        pad, mark, gap = self._sides()
        words = max(self._name.longest_word(), self._words.longest_word())
        return words + mark + gap + 2 * pad, current().px(440) + mark + gap + 2 * pad

    def measure(self, width: float) -> float:
        pad, mark, gap = self._sides()
        inner = width - mark - gap - 2 * pad
        words = self._name.lay(inner) + self._words.lay(inner)
        return max(words, mark) + 2 * current().space(18)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground: Token = "card"
        if self._strong:
            ground = "primary_strong" if self.raised else "primary"
        elif self.raised:
            ground = "sunk"
        edge = None if self._strong else theme.colour("edge")
        panel(painter, box, theme.space(self.radius), theme.colour(ground), edge, theme.border)
        pad, mark, gap = self._sides()
        at, rest = start_box(box.adjusted(pad, 0, -pad, 0), mark, gap)
        disc = centred(at, mark)
        on_disc: Token = "on_primary" if self._strong else "primary_tint"
        panel(painter, disc, mark / 2, theme.colour(on_disc))
        sign = theme.hex("primary" if self._strong else "primary_strong")
        draw_icon(painter, self._icon, sign, centred(disc, mark * 0.54))
        high = self._name.lay(rest.width())
        group = centred(rest, rest.width(), high + self._words.lay(rest.width()))
        ink: Token = "on_primary" if self._strong else "ink"
        soft: Token = "on_primary" if self._strong else "muted"
        self._name.draw(painter, group, theme.colour(ink), middle=False)
        self._words.draw(painter, group.adjusted(0, high, 0, 0), theme.colour(soft), middle=False)
