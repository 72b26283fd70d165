"""The colours of slides: those of the lesson on the grounds of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtGui import QColor

from trainer_app.domain.blocks import BoxMark
from trainer_app.ui.theme import HUES, HueName, Token, Tone, current, of_tone

BOXES: Mapping[BoxMark, tuple[str, Tone]] = {
    "tip": ("lightbulb", "ok"),
    "care": ("triangle-alert", "warn"),
    "say": ("megaphone", "primary"),
    "help": ("life-buoy", "accent"),
}
"""The sign and the tone of each kind of box."""


class SlideColours:
    """The colours of one lesson's slides in the theme in use."""

    def __init__(self, hue: str) -> None:
        self._theme = current()
        self._hue = HUES[cast("HueName", hue)]

    def of(self, token: Token) -> QColor:
        """A colour of the theme."""
        return self._theme.colour(token)

    @property
    def plain(self) -> bool:
        """Whether colours say nothing: in high contrast lines take their place."""
        return self._theme.name == "contrast"

    @property
    def accent(self) -> QColor:
        """The lesson's colour for words and signs on the ground."""
        if self.plain:
            return self.of("primary")
        return QColor(self._hue.deep if self._theme.name == "light" else self._hue.mid)

    @property
    def on_accent(self) -> QColor:
        """What stands on `accent`."""
        if self._theme.name == "light":
            return QColor("#FFFFFF")
        return QColor("#000000") if self.plain else QColor("#10201D")

    @property
    def tint(self) -> QColor:
        """A quiet ground of the lesson's colour behind words."""
        if self._theme.name == "light":
            return QColor(self._hue.tint)
        return self.of("card" if self.plain else "primary_tint")

    @property
    def picture_ground(self) -> QColor:
        """What pictures stand on; they keep their shades in every theme."""
        return self.of("sunk") if self.plain else QColor(self._hue.tint)

    @property
    def sign(self) -> QColor:
        """A large sign on `picture_ground`."""
        return self.of("primary") if self.plain else QColor(self._hue.deep)

    def shade(self, share: float) -> QColor:
        """`picture_ground` with so much (0–1) of a stronger shade in it."""
        one, other = self.picture_ground, self.sign if self.plain else QColor(self._hue.mid)
        pairs = (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
        mixed = [round(a + (b - a) * share) for a, b in pairs]
        return QColor(*mixed)

    @property
    def deep(self) -> QColor:
        """The strong ground of a title."""
        return self.of("paper") if self.plain else QColor(self._hue.deep).darker(112)

    @property
    def on_deep(self) -> QColor:
        """Words on `deep`."""
        return QColor("#FFFFFF")

    @property
    def quiet_on_deep(self) -> QColor:
        """Quieter words on `deep`."""
        return self.of("primary") if self.plain else QColor(self._hue.tint)

    @property
    def edge(self) -> QColor | None:
        """The line around grounds where colours say nothing."""
        return self.of("edge") if self.plain else None

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """The ink and the ground of a tone."""
        ink, ground = of_tone(tone)
        return self.of(ink), self.of(ground)
