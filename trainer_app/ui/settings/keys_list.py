"""The keys that work everywhere, for whoever uses no mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_app.domain.blocks import Span
from trainer_app.i18n import _
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Text

_BETWEEN = "\u2002"


def keys_list() -> QWidget:
    """Each key with what it does."""
    whole = QWidget()
    whole.setAccessibleName(_("Keys"))
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().space(12))
    grid.setVerticalSpacing(current().space(6))
    grid.setColumnStretch(1, 1)
    for row, (caps, words) in enumerate(_keys()):
        keys = tuple(Span(cap, key=cap != _BETWEEN) for cap in _apart(caps))
        grid.addWidget(Text(keys, "small", tight=True), row, 0)
        grid.addWidget(Text(words, "small", tight=True), row, 1)
    return whole


def _apart(caps: tuple[str, ...]) -> list[str]:
    """The keys with a space between them."""
    return [part for cap in caps for part in (_BETWEEN, cap)][1:]


def _keys() -> list[tuple[tuple[str, ...], str]]:
    on, back = ("←", "→") if current().rtl else ("→", "←")
    return [
        (("Tab",), _("To the next thing; with Shift to the one before")),
        ((_("Space"), "Enter"), _("Press it")),
        (("↑", "↓"), _("Along a list, or to the row beside")),
        ((on, back), _("In a lesson: next page, and back")),
        (("1", "2", "3", "4"), _("In a lesson: choose an answer")),
        (("Esc",), _("Back")),
        (("Ctrl", "K"), _("Search")),
        (("F1",), _("Help")),
        (("F11",), _("The whole screen")),
    ]
