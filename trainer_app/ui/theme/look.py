"""The look of the moment: which colours, how large, in which direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from trainer_app.i18n import runs_from_right
from trainer_app.ui.theme.scripts import (
    CLEAR_FAMILY,
    CLEAR_LINES,
    EMOJI_FAMILY,
    FAMILIES,
    LETTER_GAP,
    LINES,
    WORD_GAP,
    Lines,
    Script,
    joins_letters,
    script_of_language,
    script_of_text,
)
from trainer_app.ui.theme.tokens import (
    COLOURS,
    DENSE_TARGET,
    DENSE_TYPE,
    TARGET,
    TYPE,
    Letters,
    Size,
    ThemeName,
    Token,
    Weight,
)

_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}


@dataclass(frozen=True)
class Theme:
    """One look: `scale` 1.0–2.0 enlarges everything, `dense` is for the trainer's screens.

    `motion` is off where the person or the system asks for stillness. `letters` are "clear" where
    they shall be easier to tell apart, which only Latin, Greek and Cyrillic ones can be.
    Raises ValueError for a scale outside 1.0–2.0.
    """

    name: ThemeName = "light"
    scale: float = 1.0
    language: str = "en"
    dense: bool = False
    motion: bool = True
    letters: Letters = "usual"
    large_pointer: bool = False

    def __post_init__(self) -> None:
        if not 1.0 <= self.scale <= 2.0:
            raise ValueError(self.scale)

    @property
    def script(self) -> Script:
        """The script of the theme's language."""
        return script_of_language(self.language)

    @property
    def clear(self) -> bool:
        """Whether letters that are easier to tell apart are in use."""
        return self.letters == "clear" and self.script == "latin"

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return runs_from_right(self.language)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction in which screens are laid out."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    @cached_property
    def target(self) -> int:
        """The least height and width of something to press, in pixels."""
        return self.px(DENSE_TARGET if self.dense else TARGET)

    @cached_property
    def border(self) -> int:
        """The width of a control's outline, in pixels; never thinner than 2."""
        width = 3 if self.scale > 1.5 else 2
        return width + (self.name == "contrast")

    def px(self, n: float) -> int:
        """Design pixels as pixels of this scale: for text, icons and targets."""
        return round(n * self.scale)

    def space(self, n: float) -> int:
        """Design pixels of empty space; it grows half as fast as text, to leave room for it."""
        return round(n * (1 + (self.scale - 1) / 2))

    def hex(self, token: Token) -> str:
        """A colour as `#RRGGBB`."""
        return COLOURS[self.name][token]

    def colour(self, token: Token) -> QColor:
        """A colour to paint with."""
        return QColor(COLOURS[self.name][token])

    def text_px(self, size: Size) -> int:
        """The pixel height of a text size."""
        return self.px((DENSE_TYPE if self.dense else TYPE)[size])

    def font(self, size: Size = "body", weight: Weight = "regular", text: str = "") -> QFont:
        """A font that has every script, the theme's own first.

        `text` is what it is for, where that is known: it may then be spaced out.
        """
        font = QFont(_font(self.script, self.text_px(size), weight, self.clear))
        if self.clear and text and not joins_letters(text):
            _space_out(font)
        return font

    def lines(self, text: str) -> Lines:
        """How tall the lines of a text stand, in ems."""
        script = script_of_text(text)
        return CLEAR_LINES if self.clear and script == "latin" else LINES[script]


def _space_out(font: QFont) -> None:
    """Put letters and words further apart; letters that hang together would be torn."""
    pixels = font.pixelSize()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels * LETTER_GAP)
    font.setWordSpacing(pixels * WORD_GAP)


@lru_cache(maxsize=256)
def _font(script: Script, pixels: int, weight: Weight, clear: bool) -> QFont:
    # Latin letters and figures keep one look in every language, so Noto Sans always leads;
    # it has no Arabic, Ethiopic or Han letters that could get in the way of the others.
    others = (script, *FAMILIES)
    first = [CLEAR_FAMILY] if clear else []
    usual = [FAMILIES["latin"], *(FAMILIES[each] for each in others)]
    families = list(dict.fromkeys([*first, *usual]))
    font = QFont([*families, EMOJI_FAMILY])
    font.setPixelSize(pixels)
    font.setWeight(_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


_now = Theme()


def use(theme: Theme) -> None:
    """Make a look the current one; pages built from now on take it."""
    global _now
    _now = theme


def current() -> Theme:
    """The look that pages are built with now."""
    return _now
