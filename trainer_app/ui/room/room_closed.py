"""The room before it is open: one button, what it does, and what a network needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import flow
from trainer_app.ui.room.room_help import network_help
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, CheckField, Text


class ClosedRoom(QWidget):
    """What opening does. `beside`: other buttons that make sense before it, such as the poster.

    Signals: `open_requested`, `ask_first_set(bool)`.
    """

    open_requested = Signal()
    ask_first_set = Signal(bool)

    def __init__(self, *, ask_first: bool, beside: Sequence[Button] = ()) -> None:
        super().__init__()
        self.open = Button(_("Open the room"), "primary", icon="wifi", size="large")
        self.open.clicked.connect(self.open_requested)
        ask = CheckField(_("Ask me before a laptop opens"), ask_first)
        ask.toggled.connect(self.ask_first_set)
        words = _(
            "The centre’s laptops join by themselves and open with yours; guests type a code. "
            "What learners do comes to the live board at once. Nothing leaves the room."
        )
        card = Card(Text(words, "body"), pad=24)
        card.add(flow(self.open, *beside, gap=12))
        card.body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeading)
        needs = Card(
            Text(_("The laptops need one network. It needs no internet."), "large", "semibold"),
            network_help(),
            pad=24,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(16))
        whole.addWidget(card)
        whole.addWidget(needs)
        whole.addStretch(1)
