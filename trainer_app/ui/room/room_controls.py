"""The open room in the trainer's hand: the code, everyone's ears, who follows, and closing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.room_code import groups
from trainer_app.domain.rooms import RoomState
from trainer_app.i18n import _
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.room.room_words import Title
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, CheckField, Notice, Text


class RoomControls(QWidget):
    """What holds for all laptops together. `plaza`: what governs the shared Plaza, if it is there.

    Signals: `listen_set(bool)`, `follow_stopped`, `ask_first_set(bool)`, `passes_requested`,
    `poster_requested`, `close_requested`, `help_requested`.
    """

    listen_set = Signal(bool)
    follow_stopped = Signal()
    ask_first_set = Signal(bool)
    passes_requested = Signal()
    poster_requested = Signal()
    close_requested = Signal()
    help_requested = Signal()

    def __init__(
        self,
        code: str,
        title: Title,
        *,
        ask_first: bool,
        passes: bool,
        poster: bool,
        plaza: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._title = title
        self._listening = False
        self.listen = Button("", icon="ear")
        self.listen.clicked.connect(lambda: self.listen_set.emit(not self._listening))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(12))
        whole.addWidget(self._code_card(code, poster=poster))
        whole.addWidget(self._all_card(ask_first, plaza))
        whole.addWidget(self._foot(passes=passes))
        whole.addStretch(1)

    def _code_card(self, code: str, *, poster: bool) -> Card:
        shown = Text(_in_lines(code), "title", "bold", align="center", tight=True)
        shown.setAccessibleName(" ".join(groups(code)))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._address = Text("", "small", colour="muted", align="center", tight=True)
        self.no_network = self._no_network()
        card = Card(Text(_("Code for guests"), "body", "semibold"), shown, self._address, pad=14)
        card.body.setSpacing(current().space(4))
        card.add(self.no_network)
        if poster:
            print_ = Button(_("Print the poster"), "quiet", icon="printer", size="small")
            print_.clicked.connect(self.poster_requested)
            card.body.addWidget(print_, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _no_network(self) -> QWidget:
        how = Button(_("How to get one"), icon="circle-help", size="small")
        how.clicked.connect(self.help_requested)
        words = _("This laptop is in no network. No other laptop can find the room.")
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current().space(6))
        inside.addWidget(Notice(words, "warn", icon="wifi-off"))
        inside.addWidget(how, 0, Qt.AlignmentFlag.AlignHCenter)
        return whole

    def _all_card(self, ask_first: bool, plaza: Sequence[QWidget]) -> Card:
        self._follow = QVBoxLayout()
        self._follow.setSpacing(current().space(4))
        ask = CheckField(_("Ask me before a laptop opens"), ask_first)
        ask.toggled.connect(self.ask_first_set)
        card = Card(self.listen, self._follow, pad=14)
        card.body.setSpacing(current().space(8))
        card.add(ask, *plaza)
        return card

    def _foot(self, *, passes: bool) -> QWidget:
        close = Button(_("Close the room"), icon="log-out")
        close.clicked.connect(self.close_requested)
        parts = [close]
        if passes:
            write = Button(_("Write passes on a stick"), icon="usb")
            write.clicked.connect(self.passes_requested)
            parts.insert(0, write)
        return flow(*parts)

    def show_state(self, state: RoomState, addresses: Sequence[str], page: str) -> None:
        """Show what holds now; `page` says in words which page everyone follows."""
        self._listening = state.listening
        words = _("Let everyone go on") if state.listening else _("Everyone listen")
        if self.listen.accessibleName() != words:
            self.listen.set_word(words, "play" if state.listening else "ear")
        self.no_network.setVisible(not addresses)
        self._address.setVisible(bool(addresses))
        # Addresses run from left to right in every script.
        shown = "   ".join(f"\u2066{one}\u2069" for one in addresses[:2])
        self._address.set_words(_("Address: {address}").format(address=shown))
        self._show_follow(state, page)

    def _show_follow(self, state: RoomState, page: str) -> None:
        at = state.follow
        words = "" if at is None else f"{self._title(at.lesson)}\n{page}".strip()
        if self._follow.count() and self._follow.property("shown") == words:
            return
        clear(self._follow)
        self._follow.setProperty("shown", words)
        if at is None:
            said = _(
                "Everyone goes their own way. To lead them along, press “Follow me” while you "
                "present."
            )
            self._follow.addWidget(Text(said, "small", colour="muted", tight=True))
            return
        self._follow.addWidget(Text(_("All laptops follow you:"), "small", "semibold", tight=True))
        self._follow.addWidget(Text(words, "small", tight=True))
        stop = Button(_("Stop leading"), icon="route", size="small")
        stop.clicked.connect(self.follow_stopped)
        self._follow.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeading)


def _in_lines(code: str) -> str:
    """Three groups and two, each line from left to right."""
    found = groups(code)
    return "\n".join(f"\u2066{'  '.join(part)}\u2069" for part in (found[:3], found[3:]))
