"""The three pictures that a person signs in with: seen, changed and printed by a trainer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import flow
from trainer_app.ui.picture_names import sign_in_names, sign_in_path
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, SvgPicture, Text


class PicturesCard(Card):
    """The pictures of one person.

    Signals: `new_requested` (give three others), `card_requested` (print them).
    """

    new_requested = Signal()
    card_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add(Text(_("Pictures to sign in with"), "large", "bold"))
        self._row = QHBoxLayout()
        self._row.setSpacing(current().space(12))
        self.add(self._row)
        self._none = Text(
            _("None yet. They are chosen at the first sign-in, or given here."), colour="muted"
        )
        self.give = Button("", "secondary", icon="refresh-cw", size="small")
        self.give.clicked.connect(self.new_requested)
        self.print = Button(_("Print the card"), "secondary", icon="printer", size="small")
        self.print.clicked.connect(self.card_requested)
        self.add(self._none, flow(self.give, self.print))

    def show_pictures(self, pictures: Sequence[str]) -> None:
        """Show three pictures, or that there are none yet."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = sign_in_names()
        for key in pictures:
            self._row.addWidget(_named(key, names[key]), 1)
        self._none.setVisible(not pictures)
        self.print.setVisible(bool(pictures))
        self.give.set_word(_("Give other pictures") if pictures else _("Give pictures"))


def _named(key: str, name: str) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(4))
    column.addWidget(SvgPicture(sign_in_path(key), name, most=84, least=56))
    column.addWidget(Text(name, "small", align="center", tight=True))
    return whole
