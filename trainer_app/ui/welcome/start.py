"""No centre yet: start one, join one, or look around among invented people."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.welcome.big_buttons import WayButton
from trainer_app.ui.welcome.stage import Stage, column, language_button
from trainer_app.ui.widgets import FlowGrid, SvgPicture, Text


class StartPage(Stage):
    """Three ways to begin, and for a guest the way into a room.

    Signals: `found_requested()`, `join_requested()`, `demo_requested()`, `room_requested()`,
    `language_requested()`.
    """

    found_requested = Signal()
    join_requested = Signal()
    demo_requested = Signal()
    room_requested = Signal()
    language_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Welcome"))
        scene = SvgPicture(
            places.assets() / "scenes" / "welcome.svg",
            _("People sit together at a laptop and learn"),
            most=360,
        )
        found = WayButton(
            "house",
            _("Start your centre"),
            _("Give it a name and choose a passphrase. It takes one minute."),
            strong=True,
        )
        join = WayButton(
            "log-in",
            _("Join a centre"),
            _("Another laptop has it already and has made an invitation."),
        )
        demo = WayButton(
            "users",
            _("Look around with invented people"),
            _("See everything. Nobody in it is real."),
        )
        self._room = WayButton("wifi", _("Learn in a room"), "")
        self.show_room(False)
        words = column(
            Text(_("Welcome"), "headline", "bold"),
            Text(
                _("Learn together how to use social media. It works without internet."),
                colour="muted",
            ),
            found,
            join,
            demo,
            self._room,
            gap=12,
        )
        sides = FlowGrid(440, 48, most=2, upwards=True)
        sides.add(scene, words)
        language = language_button()
        self.lay_out(sides, found, width=1200, end=[language])
        found.clicked.connect(lambda: self.found_requested.emit())
        join.clicked.connect(lambda: self.join_requested.emit())
        demo.clicked.connect(lambda: self.demo_requested.emit())
        language.clicked.connect(lambda: self.language_requested.emit())
        self._room.clicked.connect(lambda: self.room_requested.emit())

    def show_room(self, found: bool) -> None:
        """Say whether a trainer's laptop is open here for guests."""
        open_here = _("A room is open here. You learn as a guest.")
        code = _("Your trainer gives you a code. You learn as a guest.")
        self._room.set_words(open_here if found else code)
