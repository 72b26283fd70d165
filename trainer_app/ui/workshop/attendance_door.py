"""Who comes in at the door: somebody the centre knows, or a new name, in ten seconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.letters import fold, holds
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Text, TextField

_MOST_KNOWN = 4
_LEAST_LETTERS = 2


class WalkIn(QWidget):
    """A name and Enter: a new person is here. Who is known already is offered while typing.

    `outside` gives the people of the centre who are not in the list yet.
    Signals: `came(str)` with a new name, `known_came(str)` with a person's id.
    """

    came = Signal(str)
    known_came = Signal(str)

    def __init__(self, outside: Callable[[], Sequence[Person]]) -> None:
        super().__init__()
        self._outside = outside
        self.name = TextField(_("Somebody comes in"), hint=_("Name of who comes in"), longest=120)
        self.name.hide_label()
        self.add = Button(_("Add"), icon="user-plus")
        self.add.clicked.connect(self._enter)
        self.name.entered.connect(self._enter)
        self.name.changed.connect(self._offer)
        line = QHBoxLayout()
        line.setSpacing(current().space(8))
        line.addWidget(self.name, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(current().space(4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(6))
        whole.addLayout(line)
        whole.addLayout(self._offers)

    def _enter(self) -> None:
        name = " ".join(self.name.value().split())
        if not name:
            words = _("Write a name. Who gives none is counted with +, under “without a name”.")
            self.name.set_error(words)
            self.name.setFocus()
            return
        self._empty()
        self.came.emit(name)

    def _known(self, person: Person) -> None:
        self._empty()
        self.known_came.emit(person.id)

    def _empty(self) -> None:
        self.name.set_value("")
        self.name.set_error(None)
        clear(self._offers)
        self.name.setFocus()

    def _offer(self, text: str) -> None:
        self.name.set_error(None)
        clear(self._offers)
        wanted = fold(text)
        if len(wanted) < _LEAST_LETTERS:
            return
        fitting = [
            person
            for person in self._outside()
            if holds(person.name, text) or wanted == fold(person.number)
        ]
        if not fitting:
            return
        self._offers.addWidget(Text(_("Known in the centre already:"), "small", colour="muted"))
        buttons = [self._offered(person) for person in fitting[:_MOST_KNOWN]]
        self._offers.addWidget(flow(*buttons))

    def _offered(self, person: Person) -> Button:
        words = _("{name}, number {number}").format(name=person_label(person), number=person.number)
        button = Button(words, icon="user-check", size="small")
        button.clicked.connect(lambda: self._known(person))
        return button
