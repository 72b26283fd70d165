"""People who may stand twice, one question at a time, and those who were joined."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.sameness import Suggestion
from trainer_app.i18n import _
from trainer_app.services.settling import Pair, Settling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import clear, column, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Text, Toast
from trainer_app.ui.workshop.settle_pair import JoinedCard, PairCard

_MOST_JOINED = 20
Act = Callable[[Callable[[], object]], bool]
"""Runs an action whose outcome the page shows itself; says whether it went well."""


class PeopleToSettle(QWidget):
    """Who may be one person, and who is one by somebody's word.

    `put_off`: pairs that somebody was not sure of. Signals: `person_opened(str)`,
    `filled` when there is something else to see, `joined_or_parted`.
    """

    person_opened = Signal(str)
    filled = Signal()
    joined_or_parted = Signal()

    def __init__(self, settling: Settling, bridge: Bridge, act: Act) -> None:
        super().__init__()
        self._settling, self._bridge, self._act = settling, bridge, act
        self.put_off: set[tuple[str, str]] = set()
        self._open: list[Suggestion] | None = None
        self._most_joined = _MOST_JOINED
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(16))
        self._question, self._joined = QVBoxLayout(), QVBoxLayout()
        whole.addLayout(self._question)
        whole.addLayout(self._joined)
        self._question.addWidget(Text(_("Looking for people who stand twice…"), colour="muted"))

    def is_empty(self) -> bool:
        """Whether there is nothing to ask and nothing to undo."""
        return not self._question.count() and not self._joined.count()

    # Reading
    def read(self) -> None:
        """Look for pairs beside the screen, and show who was joined."""
        self._read_joined()
        self._bridge.work(self._settling.suggestions, self._found)

    def _found(self, pairs: list[Suggestion]) -> None:
        # The page may have been built anew, in another language, meanwhile.
        if isValid(self) and pairs != self._open:
            self._open = pairs
            self.show_pair()

    def show_pair(self) -> None:
        """Ask about the next two."""
        if self._open is None:
            return
        clear(self._question)
        pair = self._next_pair()
        parts: list[QWidget] = []
        if pair is not None:
            parts.append(self._card(pair))
        elif self._open:
            again = Button(_("Look at them again"), icon="undo-2")
            again.clicked.connect(self._look_again)
            words = _("You were not sure of some. Nothing was changed for them.")
            parts.append(Card(Text(words), flow(again)))
        if parts:
            title = Text(_("May be the same person"), "title", "bold")
            self._question.addWidget(column(title, *parts, gap=12))
        self.filled.emit()

    def _next_pair(self) -> Pair | None:
        """The next two who are still two, and still here."""
        for suggestion in list(self._open or ()):
            if self._is_put_off(suggestion):
                continue
            try:
                pair = self._settling.pair(suggestion)
            except UnknownThing:  # erased meanwhile
                pair = None
            if pair is not None and pair.one.person.id != pair.other.person.id:
                return pair
            self._forget(suggestion)
        return None

    def _is_put_off(self, suggestion: Suggestion) -> bool:
        return (suggestion.one, suggestion.other) in self.put_off

    def _forget(self, suggestion: Suggestion) -> None:
        self._open = [one for one in self._open or () if one is not suggestion]

    def _card(self, pair: Pair) -> PairCard:
        found = self._open or []
        card = PairCard(pair, sum(map(self._is_put_off, found)) + 1, len(found))
        card.same_said.connect(lambda: self._join(pair))
        card.two_said.connect(lambda: self._tell_apart(pair))
        card.not_sure_said.connect(lambda: self._put_off(pair))
        card.person_opened.connect(self.person_opened)
        return card

    def _read_joined(self) -> None:
        clear(self._joined)
        joined = self._settling.joined()
        if joined:
            card = JoinedCard(joined, self._most_joined)
            card.undo_requested.connect(self._undo)
            parts: list[QWidget] = [Text(_("Joined"), "title", "bold"), card]
            if len(joined) > self._most_joined:
                more = Button(_("Show all"), icon="chevron-down")
                more.clicked.connect(self._show_all_joined)
                parts.append(flow(more))
            self._joined.addWidget(column(*parts, gap=12))
        self.filled.emit()

    def _show_all_joined(self) -> None:
        self._most_joined = len(self._settling.joined())
        self._read_joined()

    # Deciding
    def ask_calmly(self) -> None:
        """The keyboard waits on the answer that decides nothing."""
        for card in self.findChildren(PairCard):
            if card.isVisibleTo(self):
                card.not_sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_off(self, pair: Pair) -> None:
        self.put_off.add((pair.suggestion.one, pair.suggestion.other))
        self._show_next()

    def _look_again(self) -> None:
        self.put_off.clear()
        self._show_next()

    def _show_next(self) -> None:
        self.show_pair()
        QTimer.singleShot(0, self, self.ask_calmly)

    def _join(self, pair: Pair) -> None:
        ids = pair.one.person.id, pair.other.person.id
        if self._act(lambda: self._settling.join(*ids)):
            Toast.say(self.window(), _("Joined. You can undo this below."))
            self._forget(pair.suggestion)
            self._read_joined()
            self._show_next()
            self.joined_or_parted.emit()

    def _tell_apart(self, pair: Pair) -> None:
        ids = pair.one.person.id, pair.other.person.id
        if self._act(lambda: self._settling.tell_apart(*ids)):
            Toast.say(self.window(), _("Two people. You are not asked about them again."))
            self._forget(pair.suggestion)
            self._show_next()

    def _undo(self, edge: str) -> None:
        apart: list[bool] = []
        if self._act(lambda: apart.append(self._settling.undo(edge))):
            words = _("Two people again.")
            if not all(apart):
                words = _("Undone. Another entry still holds them together: see below.")
            Toast.say(self.window(), words)
            self.read()
            self.joined_or_parted.emit()
