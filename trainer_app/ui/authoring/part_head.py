"""The title of the part that is open, with what can be done to it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.mending import place_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import IconButton, Text


class PartHead(QWidget):
    """Signals: `move_requested(int)` by one up or down, `remove_requested`."""

    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(self, draft: Draft, place: Place) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(8))
        name = place_words(place, draft)
        line.addWidget(Text(name, "title", "bold", tight=True), 1)
        ids: list[str] = []
        if place.section == "page":
            ids = [page.id for page in draft.pages]
        elif place.section == "question":
            ids = [each.id for each in draft.questions]
        if place.id not in ids:
            return
        at = ids.index(place.id)
        for sign, word, by, enabled in (
            ("move-up", _("{part}: further up"), -1, at > 0),
            ("move-down", _("{part}: further down"), 1, at < len(ids) - 1),
        ):
            button = IconButton(sign, word.format(part=name), show_word=False)
            button.setEnabled(enabled)
            button.clicked.connect(lambda _=False, by=by: self.move_requested.emit(by))
            line.addWidget(button)
        gone = IconButton("trash-2", _("{part}: take away").format(part=name), show_word=False)
        gone.setEnabled(len(ids) > 1)
        gone.clicked.connect(self.remove_requested)
        line.addWidget(gone)
