"""An empty row of a signed sheet: who wrote a name there, found or new, by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from trainer_app.domain.people import Person
from trainer_app.domain.ticking import Ticking
from trainer_app.i18n import _, isolate
from trainer_app.ui.heading import clear
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Text, TextField
from trainer_app.ui.workshop.people_search import matching
from trainer_app.ui.workshop.tick_words import offer_words, row_words

_MOST = 4
_NEW = ""


class NameFinder(Card):
    """Typing offers people; the arrows choose, Enter takes the one that is marked.

    `everyone` gives the people of the centre. Signals: `found(str)` with a person's id;
    `new(str)` with a name; `backed`: to the row above.
    """

    found = Signal(str)
    new = Signal(str)
    backed = Signal()

    def __init__(self, everyone: Callable[[], Sequence[Person]]) -> None:
        super().__init__()
        self._everyone = everyone
        self._places: Mapping[str, int] = {}
        self._offers: list[str] = []
        self._at = 0
        self._row = Text("", "large", "semibold", colour="muted", tight=True)
        self.name = TextField(
            _("Who signed here?"),
            help_words=_("A name or a number, then Enter. The arrows go up and down."),
            longest=120,
        )
        self.name.changed.connect(lambda _text: self._look())
        self._line = self.name.control
        self._line.installEventFilter(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(current().space(6))
        self.saved = Text("", "small", colour="muted", tight=True)
        """What was written last."""
        self.add(self._row, self.name, self._column, self.saved)

    def show_row(self, state: Ticking) -> None:
        """Show which empty row is in hand; who stands on the sheet already is offered there."""
        self._row.set_words(row_words(state))
        self._places = {row.person: place for place, row in enumerate(state.rows)}

    def empty(self) -> None:
        """Begin anew."""
        self.name.set_value("")
        self._look()

    def _typed(self) -> str:
        return " ".join(self.name.value().split())

    def _look(self) -> None:
        typed = self._typed()
        self._people = {one.id: one for one in matching(self._everyone(), typed)[:_MOST]}
        self._offers = [*self._people, _NEW] if typed else []
        self._at = 0
        self._show()

    def _show(self) -> None:
        clear(self._column)
        for place, offer in enumerate(self._offers):
            marked = place == self._at
            button = Button(
                self._words(offer),
                "primary" if marked else "secondary",
                icon="user-plus" if offer == _NEW else "user-check",
                size="small",
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, place=place: self._take(place))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        words = self._words(self._offers[self._at]) if self._offers else ""
        self._line.setAccessibleDescription(words)

    def _words(self, offer: str) -> str:
        if offer == _NEW:
            return _("New person: {name}").format(name=isolate(self._typed()))
        return offer_words(self._people[offer], self._places.get(offer))

    def _take(self, place: int) -> None:
        offer, typed = self._offers[place], self._typed()
        if offer == _NEW:
            self.new.emit(typed)
        else:
            self.found.emit(offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether a key was ours: the others type."""
        assert isinstance(self._line, QLineEdit)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._offers:
                self._take(self._at)
            return True
        if key == Qt.Key.Key_Down and self._offers:
            self._mark(1)
            return True
        if key == Qt.Key.Key_Up and self._at > 0:
            self._mark(-1)
            return True
        nothing = not self._line.text()
        if key == Qt.Key.Key_Up or (key == Qt.Key.Key_Backspace and nothing):
            self.backed.emit()
            return True
        if key == Qt.Key.Key_Escape and not nothing:
            self.empty()
            return True
        return False

    def _mark(self, by: int) -> None:
        self._at = max(0, min(len(self._offers) - 1, self._at + by))
        self._show()
