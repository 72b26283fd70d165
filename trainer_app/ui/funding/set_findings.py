"""What is wrong with the file of a set, as a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.domain.funding.set_findings import Reading
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import column, flow
from trainer_app.ui.indicator_findings import finding_words, place_words
from trainer_app.ui.widgets import Card, Chip, Text

_MOST = 20


def findings_card(title: str, reading: Reading, *actions: QWidget) -> Card:
    """Each finding with its place and what to do; the first ones of very many."""
    many = len(reading.findings)
    words = ngettext(
        "{count} thing to mend. Then add the file again.",
        "{count} things to mend. Then add the file again.",
        many,
    ).format(count=number(many))
    card = Card(Text(title, "title", "bold"), Text(words, "body"))
    for finding in reading.findings[:_MOST]:
        says, to_do = finding_words(finding)
        parts: list[QWidget] = [Text(says, "body", "semibold"), Text(to_do, "body")]
        if place := place_words(finding):
            parts.insert(0, flow(Chip(place, "warn", icon="map-pin")))
        card.add(column(*parts, gap=4))
    if many > _MOST:
        more = _("The first {count} are shown.").format(count=number(_MOST))
        card.add(Text(more, "small", colour="muted"))
    if actions:
        card.add(flow(*actions))
    return card
