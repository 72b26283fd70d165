"""The trainer's way to her room: its page, the sign of it on every page, passes on a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.domain.errors import UnknownThing
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.room.hosting import Hosting
from trainer_app.ui.page import Page
from trainer_app.ui.room.room_page import RoomPage
from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.workshop.attendance_words import session_title

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class RoomWays:
    """The room of the trainer inside. It goes on when she hands her laptop to learners."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.bridge.changed.connect(self._heard)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def begin(self) -> None:
        """A centre was opened: hear what its room tells."""
        self._desk.hosting.on_change = self._window.evening.joining.news.tell

    def page(self, session_id: str) -> None:
        """The room of a session, or the one that is open already."""

        def build() -> Page:
            desk, window = self._desk, self._window
            session = desk.hosting.session or session_id
            page = RoomPage(
                desk.hosting,
                desk.lessons,
                window.bridge,
                session,
                self._about(session),
                now=desk.now,
                passes=True,
                poster=True,
                plaza=window.evening.shared.controls,
            )
            page.poster_requested.connect(lambda: window.evening.preparing.print_poster(session))
            page.board_opened.connect(lambda: window.trainer.board(session))
            page.passes_requested.connect(lambda: self._write_passes(session))
            return page

        self._window.trainer.show("today", build)

    def put_sign(self, frame: TrainerFrame) -> None:
        """Show on a trainer's page that the room is open, with the way to it."""
        frame.room_requested.connect(self._to_open_room)
        self._show_sign(frame)

    # Parts
    def _to_open_room(self) -> None:
        session = self._desk.hosting.session
        if session is not None:
            self.page(session)

    def _about(self, session_id: str) -> str:
        try:
            session = self._desk.courses.session(session_id)
            return session_title(self._desk.courses.course(session.course), session)
        except UnknownThing:
            return ""

    def _heard(self, changed: frozenset[str]) -> None:
        window = self._window
        if window.desk is None:
            return
        if changed & {"room", "laptops"} and isinstance(window.frame, TrainerFrame):
            self._show_sign(window.frame)
        if "listening" in changed:
            self._mind_listening(window.desk.hosting)
        if "sessions" in changed:
            self._mind_end(window.desk.hosting)

    def _show_sign(self, frame: TrainerFrame) -> None:
        hosting = self._desk.hosting
        here = sum(laptop.here for laptop in hosting.laptops()) if hosting.is_open else None
        frame.show_room(here)

    def _mind_end(self, hosting: Hosting) -> None:
        """“Ended now”, wherever it was pressed: the room says goodbye, or takes that back."""
        if hosting.room is None or hosting.session is None:
            return
        has_ended = self._desk.courses.session(hosting.session).has_ended
        if has_ended and not hosting.state.over:
            hosting.finish()
            self._window.say(_("The session is over. The other laptops close by themselves."))
        elif hosting.state.over and not has_ended:
            hosting.room.say(over=False)

    def _mind_listening(self, hosting: Hosting) -> None:
        """“Everyone listen”, wherever it was pressed: guests hear it, too."""
        if hosting.room is None or hosting.session is None:
            return
        on = self._desk.attending.everyone_listens(hosting.session)
        if on != hosting.state.listening:
            hosting.room.say(listening=on)

    def _write_passes(self, session_id: str) -> None:
        window = self._window
        stick = next(iter(window.laptops.sticks.sticks), None) or window.choose_folder()
        if stick is None:
            return
        folder: Path = stick
        doorkeeping = self._desk.hosting.doorkeeping

        def written(count: int) -> None:
            if not count:
                window.say(
                    _("No other laptop can be opened with a pass yet. Open each once by hand.")
                )
                return
            words = ngettext(
                "A pass for {count} laptop is on the stick.",
                "Passes for {count} laptops are on the stick.",
                count,
            )
            window.say(words.format(count=number(count)))

        window.bridge.work(lambda: doorkeeping.write_to_stick(folder, session_id), written)
