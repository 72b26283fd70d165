"""An experiment card to read: what we tried, what happened, what we would do again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.experiments import Experiment
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import long_date
from trainer_app.ui.heading import column, flow
from trainer_app.ui.widgets import Button, Card, Chip, Text
from trainer_app.ui.workshop.attendance_words import SEPARATOR


def experiment_parts(card: Experiment) -> list[tuple[str, str]]:
    """The headings of a card with their texts; a text that is empty is left out."""
    parts = [
        (_("What we tried"), card.tried),
        (_("What happened"), card.happened),
        (_("What we would do again"), card.again),
    ]
    return [(heading, text) for heading, text in parts if text]


class ExperimentText(QWidget):
    """The words of a card, with its day, lesson and who wrote it. Signals: none."""

    def __init__(self, card: Experiment, lesson: str) -> None:
        super().__init__()
        about = [long_date(card.on)]
        about += [isolate(each) for each in (lesson, card.author) if each]
        parts: list[QWidget] = [Text(card.title, "large", "bold")]
        if card.centre:
            words = _("From {centre}").format(centre=isolate(card.centre))
            parts.append(flow(Chip(words, "primary", icon="house")))
        parts.append(Text(SEPARATOR.join(about), "small", colour="muted", tight=True))
        for heading, text in experiment_parts(card):
            block = column(
                Text(heading, "small", "semibold", colour="primary", tight=True),
                Text(text, "body", tight=True),
                gap=0,
            )
            parts.append(block)
        whole = column(*parts, gap=8)
        layout = whole.layout()
        assert layout is not None
        self.setLayout(layout)


class ExperimentCard(Card):
    """A card and what can be done with it; one of another centre can only be taken away.

    Signals: `change_requested`, `share_requested`, `remove_requested`.
    """

    change_requested = Signal()
    share_requested = Signal()
    remove_requested = Signal()

    def __init__(self, card: Experiment, lesson: str) -> None:
        super().__init__(pad=16)
        self.card = card
        self.add(ExperimentText(card, lesson))
        self.body.addStretch(1)
        title = isolate(card.title)
        remove = Button(_("Remove"), "quiet", icon="trash-2", size="small")
        remove.setAccessibleName(_("Remove “{title}”").format(title=title))
        remove.clicked.connect(self.remove_requested)
        buttons = [remove]
        if card.is_ours:
            change = Button(_("Change"), icon="pencil", size="small")
            change.setAccessibleName(_("Change “{title}”").format(title=title))
            change.clicked.connect(self.change_requested)
            share = Button(pgettext("with another centre", "Share"), icon="share-2", size="small")
            share.setAccessibleName(_("Share “{title}”").format(title=title))
            share.clicked.connect(self.share_requested)
            buttons = [change, share, remove]
        self.add(flow(*buttons))
