"""A laptop opens for an evening without a passphrase, and closes by itself when it is over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer

from trainer_app.domain.errors import TrainerError, UnknownThing
from trainer_app.domain.tonight import is_time_to_close
from trainer_app.i18n import _
from trainer_app.keys.passes import Pass
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.evening_news import is_ours, trade
from trainer_app.ui.learner.goodbye import GoodbyePage
from trainer_app.ui.read_button import read_button
from trainer_app.ui.welcome.unlock import UnlockPage
from trainer_app.ui.welcome.waiting import WaitsFor
from trainer_app.ui.widgets import Toast

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow, Shown

_LOOK_EVERY = 20_000  # milliseconds
_CHANGED = (
    "attendance", "courses", "sessions", "people", "sittings", "hands", "laptops", "conflicts",
    "scams", "help", "paths",
)  # fmt: skip


class OpeningWays:
    """Opens the locked laptop with a pass, watches the evening, and closes it.

    A pass comes through the room's network (`use`), or on a stick that is put in.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._open_for = QElapsedTimer()
        self._ended_at: int | None = None
        self._told = False
        self._clock = QTimer(window, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self.look)
        window.bridge.changed.connect(self._changed)
        window.laptops.sticks.appeared.connect(self._stick_in)

    # Opening
    def wait(self) -> None:
        """The laptop is locked: a stick with a pass opens it."""
        if self._window.desk is None and not self._window.looking_around:
            self._window.laptops.sticks.start()

    @property
    def waits_for(self) -> WaitsFor:
        """What the unlock page says of it, before the room says more."""
        return "" if Doorkeeping(self._window.door).room_key() is None else "looking"

    def use(self, one: Pass) -> None:
        """Open with a pass that came through the room's network."""
        if self._window.desk is None:
            self._open(lambda: bool(self._window.door.open_with_pass(one)))

    def _stick_in(self, stick: Path) -> None:
        window = self._window
        if window.desk is None:
            keeping = Doorkeeping(window.door)
            self._open(lambda: keeping.open_from_stick(stick))
        if window.desk is not None and window.door.tonight and not window.door.trainer_inside:
            self._trade(stick)

    def _open(self, opening: Callable[[], bool]) -> None:
        """A guest who learns stays where she is; a strip tells her."""
        window = self._window
        if not window.door.has_centre or not window.bridge.run(opening):
            return
        window.open_desk()
        self._ended_at, self._told = None, False
        self._open_for.start()
        self._clock.start()
        if isinstance(window.page, UnlockPage):
            window.learner.who()
        elif window.learner.guests.notes is not None:
            window.learner.show_strips()

    # The stick's news
    def _trade(self, stick: Path) -> None:
        window = self._window
        if not is_ours(stick):
            return
        door = window.door

        def work() -> TrainerError | None:
            try:
                trade(door, stick)
            except TrainerError as trouble:
                return trouble
            return None

        def done(trouble: TrainerError | None) -> None:
            if trouble is None:
                window.say(_("You can take the stick out now."))
            else:
                window.say_trouble(trouble)

        window.bridge.work(work, done, *_CHANGED)

    # Closing
    def session_over(self) -> None:
        """The trainer's laptop says that the session is over."""
        if self._ended_at is None:
            self._ended_at = int(self._window.door.now().timestamp())
        self.look()

    def look(self) -> None:
        """Close if it is time; who still works hears of it before."""
        window, tonight = self._window, self._window.door.tonight
        if window.desk is None or tonight is None:
            self._clock.stop()
            return
        if window.door.trainer_inside:
            return
        ended, seated = self._ended(window.desk), bool(window.desk.seats.sittings())
        now = int(window.door.now().timestamp())
        open_for = self._open_for.elapsed() / 1000
        if is_time_to_close(tonight, now=now, open_for=open_for, ended=ended, seated=seated):
            self._close(window.desk)
        elif ended is not None and not self._told:
            self._told = True
            window.say(_("The workshop is over. This laptop closes in a few minutes."))

    def _ended(self, desk: Desk) -> int | None:
        tonight = self._window.door.tonight
        ends = [] if self._ended_at is None else [self._ended_at]
        if tonight is not None and tonight.session is not None:
            try:
                in_log = desk.courses.session(tonight.session).ended
            except UnknownThing:
                in_log = None
            ends += [] if in_log is None else [in_log]
        return min(ends, default=None)

    def _close(self, desk: Desk) -> None:
        from trainer_app.ui.main_window import Shown

        window = self._window
        self._clock.stop()
        window.leave_page()
        done, faces, grown = window.learner.done_today()
        window.bridge.run(desk.seats.leave, "sittings")
        for stick in filter(is_ours, window.laptops.sticks.sticks):
            with suppress(TrainerError):  # nobody is asked anything now; the next stick takes it
                trade(window.door, stick)
        Toast.hush(window)
        window.learner.covers.lift()
        window.learner.guests.stood_up()

        def build() -> Shown:
            page = GoodbyePage(done, faces, grown)
            page.finished.connect(window.welcome.to_centre)
            reader = read_button(window.aloud, page)
            if reader is not None:
                page.put_tool(reader)
            return Shown(page, page)

        window.show_page(build)
        window.close_centre()
        self.wait()

    def _changed(self, changed: frozenset[str]) -> None:
        if "sessions" in changed and self._clock.isActive():
            self.look()
