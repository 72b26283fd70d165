"""Which letters a language or a text is written in, and how tall its lines stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from trainer_app.i18n.tongues import script_code

Script = Literal["latin", "arabic", "ethiopic", "han"]

# Names of their own: a system may have other cuts of these fonts under the common names.
FAMILIES: Mapping[Script, str] = {
    "latin": "Noto Sans Trainer",
    "arabic": "Noto Sans Arabic Trainer",
    "ethiopic": "Noto Sans Ethiopic Trainer",
    "han": "Noto Sans SC Trainer",
}
EMOJI_FAMILY = "Noto Color Emoji Trainer"
CLEAR_FAMILY = "Clear Letters Trainer"
"""Latin, Greek and Cyrillic letters made for people who learn to read: I, l and 1 differ."""

# The scripts that the program has letters for, by their codes in ISO 15924.
_SCRIPTS: Mapping[str, Script] = {
    "Arab": "arabic", "Ethi": "ethiopic", "Hani": "han", "Hans": "han", "Hant": "han",
    "Jpan": "han",
}  # fmt: skip
_BLOCKS: tuple[tuple[Script, re.Pattern[str]], ...] = (
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("ethiopic", re.compile(r"[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]")),
    ("han", re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")),
)


@dataclass(frozen=True, slots=True)
class Lines:
    """Heights in ems: ink above and below the baseline, and lines of reading and heading text.

    The font's own heights are not used: Noto Sans Arabic claims 2.1 em for ink of 1.5.
    """

    above: float
    below: float
    reading: float
    heading: float


LINES: Mapping[Script, Lines] = {
    "latin": Lines(1.07, 0.30, 1.50, 1.37),
    "arabic": Lines(1.15, 0.52, 1.75, 1.67),
    "ethiopic": Lines(1.07, 0.30, 1.60, 1.45),
    "han": Lines(1.07, 0.30, 1.60, 1.45),
}
CLEAR_LINES = Lines(1.12, 0.32, 1.70, 1.52)
"""Lines further apart, for the letters that are easier to tell apart."""
LETTER_GAP, WORD_GAP = 0.035, 0.1
"""What these letters and words stand further apart than usual, in ems."""


def script_of_language(language: str) -> Script:
    """The script of a language code such as `ar`, `zh_CN` or `nl`; Latin unless known."""
    return _SCRIPTS.get(script_code(language), "latin")


def joins_letters(text: str) -> bool:
    """Whether letters in a text hang together, so that nothing may be put between them."""
    return not text.isascii() and script_of_text(text) == "arabic"


def script_of_text(text: str) -> Script:
    """The tallest script met in a text, so that its lines have room for it."""
    if text.isascii():
        return "latin"
    return next((script for script, block in _BLOCKS if block.search(text)), "latin")
