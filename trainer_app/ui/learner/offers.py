"""Something offered on the home, calmly: it can be taken, or put off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.learner.learner_page import LARGE_LETTERS
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Disc, FlowRow, Text


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered: its id, an icon, two lines of words, and what taking it is called.

    `can_wait`: whether "Not now" stands beside it.
    """

    id: str
    icon: str
    title: str
    words: str
    take: str
    take_icon: str = "play"
    can_wait: bool = True


class OfferCard(Card):
    """One offer. Signals: `taken`, `put_off`."""

    taken = Signal()
    put_off = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__(pad=14)
        theme = current()
        take = Button(offer.take, icon=offer.take_icon)
        later = Button(_("Not now"), "quiet")
        take.clicked.connect(self.taken)
        later.clicked.connect(self.put_off)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(offer.title, "body", "bold", tight=True))
        said.addWidget(Text(offer.words, "body", colour="muted", tight=True))
        head = QHBoxLayout()
        head.setSpacing(theme.space(14))
        head.addWidget(Disc(offer.icon, "primary"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        beside = theme.scale <= LARGE_LETTERS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(across if beside else down)
        row.setSpacing(theme.space(14))
        row.addLayout(head, 1)
        ways = QWidget()
        flow = FlowRow(ways, 10, at_end=beside)
        flow.addWidget(take)
        flow.addWidget(later)
        if not offer.can_wait:
            later.hide()
        row.addWidget(ways, 0 if beside else 1)
        self.add(row)
