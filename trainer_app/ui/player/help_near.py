"""The places of the help directory in a lesson: two in the box, the others behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.helping import HelpPlace
from trainer_app.i18n import _, isolate
from trainer_app.ui.help_words import language_names, reach_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, FlowGrid, Icon, Panel, Text

SHOWN = 2


def help_near(places: Sequence[HelpPlace], title: str) -> QWidget:
    """The first places of a topic; `title` is that of the box, for what opens with all of them."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(8))
    grid = FlowGrid(240, 8, most=SHOWN)
    grid.add(*(_entry(place) for place in places[:SHOWN]))
    column.addWidget(grid)
    if len(places) > SHOWN or any(place.has_more for place in places):
        more = Button(_("More help"), icon="life-buoy", size="small")
        more.clicked.connect(lambda: _show_all(more.window(), title, places))
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
    return whole


def _entry(place: HelpPlace, *, whole: bool = False) -> Panel:
    """A place with its name, the way to reach it and its languages; the `whole` says all of it."""
    panel = Panel("card", "line", pad=10)
    panel.body.setSpacing(current().space(2))
    panel.body.addWidget(Text(place.name, "body", "semibold", tight=True))
    reach = "phone" if place.phone else "map-pin"
    panel.body.addLayout(_line(reach, Text(reach_words(place), "large", "bold", tight=True)))
    if place.languages:
        spoken = Text(language_names(place), "small", tight=True)
        # One voice cannot say the names of many languages, each in its own.
        spoken.setProperty("aloud", "never")
        panel.body.addLayout(_line("languages", spoken))
    if whole:
        more = [("map-pin", place.address if place.phone else ""), ("clock", place.hours),
                ("info", place.note)]  # fmt: skip
        for icon, words in more:
            if words:
                panel.body.addLayout(_line(icon, Text(words, "body", tight=True)))
    else:
        panel.body.addStretch(1)
    said = [isolate(place.name), reach_words(place)]
    panel.setAccessibleName(", ".join(said))
    return panel


def _line(icon: str, words: Text) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(8))
    row.addWidget(Icon(icon, "primary", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def _show_all(window: QWidget, title: str, places: Sequence[HelpPlace]) -> None:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(12))
    for place in places:
        column.addWidget(_entry(place, whole=True))
    close = Button(_("OK"), "primary", icon="check")
    Dialog(window, title, body, [("ok", close)], escape="ok", width=760).open(close)
