"""Names stay covered on a screen that others may see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Icon, Scroller, Text

_PLACES = 6


class CoveredPage(Page):
    """Stands in place of a page with names, with a figure for each of them and no name.

    Signals: `shown_requested`: others may see the names; `slides_requested`: back to the slides.
    """

    guide = "present"

    shown_requested = Signal()
    slides_requested = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        column.addWidget(Text(title, "headline", "bold"))
        ask = Card(Text(_("Others may see this screen. Show names?"), "title", "bold"))
        words = _("The names stay hidden here until you say so. Your slides go on.")
        ask.add(Text(words, "body"))
        back = Button(_("Back to the slides"), "primary", icon="presentation")
        back.clicked.connect(self.slides_requested)
        show = Button(_("Show names"), icon="eye")
        show.clicked.connect(self.shown_requested)
        ask.add(flow(back, show))
        column.addWidget(ask)
        for _place in range(_PLACES):
            column.addWidget(_somebody())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))


def _somebody() -> QWidget:
    """A row where a person would stand."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(current().space(12), 0, 0, 0)
    line.setSpacing(current().space(12))
    line.addWidget(Icon("circle-user-round", "edge", 30))
    line.addWidget(Text("• • • • •", "body", colour="muted"), 1, Qt.AlignmentFlag.AlignLeading)
    row.setProperty("aloud", "never")
    return row
