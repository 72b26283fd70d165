"""Asks which of some people is meant, by face and name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, FaceButton, FlowGrid, SearchField, Text
from trainer_app.ui.workshop.people_search import matching

_MOST = 8


class PersonChoice(QWidget):
    """A few faces, narrowed by typing. The first people given are shown before anything is typed.

    Signals: `chosen(str)` with a person's id.
    """

    chosen = Signal(str)

    def __init__(self, people: Sequence[Person], help_words: str) -> None:
        super().__init__()
        self._people = people
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        column.addWidget(Text(help_words, "body", colour="muted", tight=True))
        self.search = SearchField(_("Search by name or number"))
        self.search.changed.connect(self._show)
        self.search.entered.connect(self._take_only)
        column.addWidget(self.search)
        self._none = Text(_("Nobody of that name is in the register."), "body", colour="muted")
        column.addWidget(self._none)
        self._grid = FlowGrid(150, 12)
        column.addWidget(self._grid)
        column.addStretch(1)
        self._show("")

    def _show(self, typed: str) -> None:
        self._found = matching(self._people, typed)[:_MOST]
        faces = []
        for person in self._found:
            face = FaceButton(person.face, person_label(person), person.number, size=64)
            face.setCheckable(False)
            face.clicked.connect(lambda _=False, id=person.id: self.chosen.emit(id))
            faces.append(face)
        self._grid.set_tiles(faces)
        self._none.setVisible(not faces)

    def _take_only(self) -> None:
        if len(self._found) == 1:
            self.chosen.emit(self._found[0].id)


def ask_person(
    window: QWidget,
    title: str,
    help_words: str,
    people: Sequence[Person],
    then: Callable[[str], None],
) -> Dialog:
    """Ask in front of a window; `then` gets the id of the person chosen, if one was."""
    body = PersonChoice(people, help_words)
    buttons = [("", Button(_("Cancel"), "secondary"))]
    dialog = Dialog(window, title, body, buttons, escape="", width=720)
    body.chosen.connect(dialog.answer)
    dialog.answered.connect(lambda id: then(id) if id else None)
    dialog.open(body.search)
    return dialog
