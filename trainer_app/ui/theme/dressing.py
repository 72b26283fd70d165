"""Puts a look on the whole program: fonts, colours, style sheet and direction."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.i18n import current as spoken
from trainer_app.ui.theme import qt_words
from trainer_app.ui.theme.look import Theme, use
from trainer_app.ui.theme.pointer import use_pointer
from trainer_app.ui.theme.sheet import style_sheet
from trainer_app.ui.theme.tokens import Token

_ROLES: tuple[tuple[QPalette.ColorRole, Token], ...] = (
    (QPalette.ColorRole.Window, "paper"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "card"),
    (QPalette.ColorRole.AlternateBase, "paper"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "card"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "on_primary"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "card"),
    (QPalette.ColorRole.Link, "primary"),
)


@cache
def load_fonts() -> int:
    """Load the program's own fonts once; returns how many. RuntimeError if one is unreadable."""
    return _load(places.assets() / "fonts")


@cache
def load_clear_letters() -> int:
    """Load the letters that are easier to tell apart, once, when somebody has chosen them."""
    return _load(places.assets() / "fonts" / "clear")


def _load(folder: Path) -> int:
    files = sorted(folder.glob("*.ttf"))
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(file.name)
    return len(files)


@cache
def _set_style() -> None:
    """Once: a style sheet stands before the style afterwards and hides which it is."""
    QApplication.setStyle("Fusion")


def apply(app: QApplication, theme: Theme) -> None:
    """Make `theme` the look of the program; call it before a window's first widget is made.

    Widgets that exist keep their old sizes: rebuild the page afterwards.
    """
    use(theme)
    qt_words.speak(spoken().code)
    load_fonts()
    if theme.clear:
        load_clear_letters()
    _set_style()
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, theme.colour(token))
    if palette != app.palette():
        app.setPalette(palette)
    if (font := theme.font()) != app.font():
        app.setFont(font)
    app.setLayoutDirection(theme.direction)
    use_pointer(app, theme)
    # The sign where letters go in blinks, too.
    blink = -1 if theme.motion else 0
    app.styleHints().setCursorFlashTime(blink)
    sheet = style_sheet(theme)
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)
