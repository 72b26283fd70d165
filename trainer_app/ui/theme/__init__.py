"""The look of the program: `apply(app, Theme("light", 1.0, "ar"))`, then `current()` anywhere."""

from __future__ import annotations

from trainer_app.ui.theme.dressing import apply
from trainer_app.ui.theme.icons import draw_icon, icon, icon_pixmap
from trainer_app.ui.theme.look import Theme, current, use
from trainer_app.ui.theme.sheet import ring_width
from trainer_app.ui.theme.stillness import system_wants_stillness
from trainer_app.ui.theme.tokens import (
    HUES,
    Hue,
    HueName,
    Letters,
    Size,
    ThemeName,
    Token,
    Tone,
    Weight,
    of_tone,
)

__all__ = [
    "HUES",
    "Hue",
    "HueName",
    "Letters",
    "Size",
    "Theme",
    "ThemeName",
    "Token",
    "Tone",
    "Weight",
    "apply",
    "current",
    "draw_icon",
    "icon",
    "icon_pixmap",
    "of_tone",
    "ring_width",
    "system_wants_stillness",
    "use",
]
