"""The trainer's room: open it, see each laptop and what it needs, and close it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.rooms import Follow, RoomLaptop
from trainer_app.i18n import _, ngettext
from trainer_app.i18n import current as spoken
from trainer_app.i18n.formats import number
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.room import room_words as words
from trainer_app.ui.room.room_closed import ClosedRoom
from trainer_app.ui.room.room_controls import RoomControls
from trainer_app.ui.room.room_help import network_help
from trainer_app.ui.room.room_row import RoomRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, EmptyState, Scroller

if TYPE_CHECKING:
    from trainer_app.services.room.hosting import Hosting

_SHOWN = frozenset(("room", "laptops", "listening"))
_CONTROLS = 348


class RoomPage(Page):
    """One room, closed or open; it shows what changed in it at once.

    `session`: the one to open it for, `about`: its words. `plaza` makes what governs the shared
    Plaza. Signals: `board_opened`, `passes_requested`, `poster_requested`.
    """

    guide = "room"

    board_opened = Signal()
    passes_requested = Signal()
    poster_requested = Signal()

    wants_width = True

    def __init__(
        self,
        hosting: Hosting,
        lessons: LessonLibrary,
        bridge: Bridge,
        session: str,
        about: str,
        *,
        now: Now,
        passes: bool = False,
        poster: bool = False,
        plaza: Callable[[], Sequence[QWidget]] = tuple,
    ) -> None:
        super().__init__()
        self.title = _("The room")
        self._hosting, self._lessons, self._bridge = hosting, lessons, bridge
        self._session, self._now, self._plaza = session, now, plaza
        self._passes, self._poster = passes, poster
        self._rows: dict[str, RoomRow] = {}
        self.controls: RoomControls | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        self._board = Button(_("Live board"), icon="monitor")
        self._board.clicked.connect(self.board_opened)
        self._heading = Heading(self.title, about, [self._board])
        column.addWidget(self._heading)
        self._body = QVBoxLayout()
        column.addLayout(self._body, 1)
        whole.addWidget(Scroller(inside))
        self._build()

    # Building
    def _build(self) -> None:
        clear(self._body)
        self._rows = {}
        self.controls = None
        if not self._hosting.is_open:
            self._body.addWidget(self._closed(), 1)
            return
        row: QHBoxLayout | QVBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        row.setSpacing(current().space(20))
        self.controls = self._make_controls()
        if is_roomy():
            self.controls.setFixedWidth(current().space(_CONTROLS))
        row.addWidget(self.controls)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(6))
        self._empty = _nobody_yet()
        side = QVBoxLayout()
        side.addLayout(self._list)
        side.addWidget(self._empty, 1)
        side.addStretch(1)
        row.addLayout(side, 1)
        self._body.addLayout(row, 1)
        self._look()

    def _closed(self) -> ClosedRoom:
        poster = Button(_("Print the poster"), icon="printer")
        poster.clicked.connect(self.poster_requested)
        passes = Button(_("Write passes on a stick"), icon="usb")
        passes.clicked.connect(self.passes_requested)
        beside = [
            *([poster] if self._poster else []),
            *([passes] if self._passes else []),
        ]
        closed = ClosedRoom(ask_first=self._hosting.ask_first, beside=beside)
        closed.open_requested.connect(self._open)
        closed.ask_first_set.connect(self._ask_first)
        return closed

    def _make_controls(self) -> RoomControls:
        controls = RoomControls(
            self._hosting.code(),
            self._lesson_title,
            ask_first=self._hosting.ask_first,
            passes=self._passes,
            poster=self._poster,
            plaza=self._plaza(),
        )
        controls.listen_set.connect(
            lambda on: self._do(lambda: self._hosting.listen(on), "listening")
        )
        controls.follow_stopped.connect(lambda: self._do(lambda: self._hosting.follow(None)))
        controls.ask_first_set.connect(self._ask_first)
        controls.close_requested.connect(self._ask_to_close)
        controls.passes_requested.connect(self.passes_requested)
        controls.poster_requested.connect(self.poster_requested)
        controls.help_requested.connect(self._show_help)
        return controls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """At the first thing to do, but never where one press too many would stop everyone."""
        closed = self.findChildren(ClosedRoom)
        first = self._board if self.controls is not None else closed[-1].open
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Looking
    def news(self, changed: frozenset[str]) -> None:
        """Look again where something in the room changed; the keyboard stays where it is."""
        if not changed & _SHOWN:
            return
        if self._hosting.is_open != (self.controls is not None):
            self._build()
        else:
            self._look()

    def _look(self) -> None:
        if self.controls is None:
            return
        state = self._hosting.state
        page = "" if state.follow is None else self._page_words(state.follow)
        self.controls.show_state(state, self._hosting.addresses(), page)
        laptops = self._hosting.laptops()
        here = sum(laptop.here for laptop in laptops)
        self._heading.set_words(self.title, _open_words(here))
        self._empty.setVisible(not laptops)
        self._show_rows(laptops)

    def _show_rows(self, laptops: Sequence[RoomLaptop]) -> None:
        ordered = sorted(laptops, key=_order)
        for gone in self._rows.keys() - {laptop.id for laptop in ordered}:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, laptop in enumerate(ordered):
            row = self._rows.get(laptop.id) or self._new_row(laptop)
            row.show_laptop(laptop, self._now())
            if self._list.indexOf(row) != at:
                self._list.insertWidget(at, row)

    def _new_row(self, laptop: RoomLaptop) -> RoomRow:
        row = RoomRow(laptop, self._now(), self._lesson_title)
        id = laptop.id
        row.let_in_pressed.connect(lambda: self._do(lambda: self._hosting.let_in(id), "laptops"))
        row.away_pressed.connect(lambda: self._ask_to_send_away(id))
        self._rows[id] = row
        return row

    def _lesson_title(self, lesson: str) -> str:
        title, _language = self._lessons.titles(spoken().code).get(lesson, (lesson, ""))
        return title

    def _page_words(self, at: Follow) -> str:
        """Which page everyone follows; nothing where this laptop does not know the lesson."""
        try:
            steps = [step.id for step in self._lessons.lesson(at.lesson).steps]
        except UnknownThing:
            return ""
        if at.step and at.step not in steps:
            return ""
        page = steps.index(at.step) + 1 if at.step else 1
        words = _("Page {page} of {pages}")
        return words.format(page=number(page), pages=number(len(steps)))

    # Doing
    def _do(self, action: Callable[[], object], *changed: str) -> None:
        self._bridge.run(action, "room", *changed)
        self._look()

    def _open(self) -> None:
        self._bridge.run(lambda: self._hosting.open(self._session), "room")
        self._build()
        QTimer.singleShot(0, self, self._take_keyboard)

    def _ask_first(self, on: bool) -> None:
        self._hosting.ask_first = on

    def _ask_to_close(self) -> None:
        said = _("Laptops keep what they have and go on alone. You can open it again at any time.")
        buttons = [
            ("stay", Button(_("Leave it open"))),
            ("close", Button(_("Close the room"), "primary", icon="log-out")),
        ]
        dialog = Dialog(self.window(), _("Close the room?"), said, buttons, escape="stay")
        dialog.answered.connect(self._close)
        dialog.open()

    def _close(self, answer: str) -> None:
        if answer == "close":
            self._bridge.run(self._hosting.close, "room")
            self._build()
            QTimer.singleShot(0, self, self._take_keyboard)

    def _ask_to_send_away(self, id: str) -> None:
        laptop = next((one for one in self._hosting.laptops() if one.id == id), None)
        if laptop is None:
            return
        said = _("It keeps its work and goes on alone. It does not come back to this room.")
        title = _("Send away {laptop}?").format(laptop=words.name(laptop))
        buttons = [
            ("stay", Button(_("Let it stay"))),
            ("away", Button(_("Send away"), "primary", icon="log-out")),
        ]
        dialog = Dialog(self.window(), title, said, buttons, escape="stay")
        dialog.answered.connect(
            lambda answer: (
                self._do(lambda: self._hosting.send_away(id), "laptops")
                if answer == "away"
                else None
            )
        )
        dialog.open()

    def _show_help(self) -> None:
        close = Button(_("OK"), "primary", icon="check")
        title = _("A network for the room")
        Dialog(self.window(), title, network_help(), [("ok", close)], escape="ok", width=980).open(
            close
        )


def _order(laptop: RoomLaptop) -> tuple[bool, bool, bool, int, str, int]:
    """Who waits comes first, then who is here; the centre's before guests, by their letters."""
    waits = words.is_waiting(laptop)
    guest = not laptop.letters
    return not waits, not laptop.here, guest, len(laptop.letters), laptop.letters, laptop.guest


def _open_words(here: int) -> str:
    said = ngettext("Open: {count} laptop is here", "Open: {count} laptops are here", here)
    return said.format(count=number(here))


def _nobody_yet() -> EmptyState:
    return EmptyState(
        places.assets() / "scenes" / "guest.svg",
        _("Somebody sits at a laptop"),
        _("The centre’s laptops come by themselves as soon as they are in the same network."),
        title=_("No laptop is here yet"),
    )
