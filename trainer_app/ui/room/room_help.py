"""How laptops come to see each other without internet, in a few plain sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import column
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Disc, FlowGrid, Text


def network_help() -> QWidget:
    """Three ways, the easiest first; `docs/room.md` tells each step by step."""
    ways = FlowGrid(250, 16, most=3)
    for icon, title, words in _ways():
        ways.add(_way(icon, title, words))
    return ways


def _ways() -> list[tuple[str, str, str]]:
    return [
        (
            "wifi",
            _("A router without internet"),
            _(
                "Any Wi-Fi router will do. Plug it in, and connect every laptop to its Wi-Fi. "
                "The internet cable stays out."
            ),
        ),
        (
            "laptop",
            _("This laptop’s own hotspot"),
            _(
                "Turn on the hotspot in the computer’s network settings, and connect the other "
                "laptops to it. It needs no internet either."
            ),
        ),
        (
            "usb",
            _("No network at all"),
            _(
                "Write passes on a stick and put it into each laptop. Everyone learns as usual; "
                "at the end the stick carries the work back."
            ),
        ),
    ]


def _way(icon: str, title: str, words: str) -> QWidget:
    whole = QWidget()
    inside = QVBoxLayout(whole)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(current().space(8))
    inside.addWidget(Disc(icon, "primary", 40))
    said = Text(words, "body", colour="muted", tight=True)
    inside.addWidget(column(Text(title, "body", "semibold", tight=True), said, gap=2))
    inside.addStretch(1)
    return whole
