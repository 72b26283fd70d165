"""The learners' side of the room: joining, being in it, and what the trainer asks of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, QTimer

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.rooms import RoomState
from trainer_app.i18n import _
from trainer_app.services.this_laptop import measure
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.room_news import RoomNews
from trainer_app.ui.room_signs import RoomStanding
from trainer_app.ui.ways.led import Led
from trainer_app.ui.ways.voting import Voting
from trainer_app.ui.welcome.join_room import JoinRoomPage
from trainer_app.ui.welcome.stage import Stage
from trainer_app.ui.welcome.start import StartPage
from trainer_app.ui.welcome.unlock import UnlockPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow, Shown

_TELL_EVERY_MS = 30_000


class JoiningWays:
    """Brings what the network tells to the pages, and what the trainer asks to the learners.

    `news.tell` may be called from any thread; everything else belongs to the window's.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.news = RoomNews(parent=window)
        self.news.came.connect(self._came)
        self.led = Led(window)
        self.voting = Voting(window)
        self._session: str | None = None
        self._was_in = self._is_left = False
        self._told: tuple[int, str] = (-1, "")
        self._again = QTimer(window, interval=_TELL_EVERY_MS)
        self._again.timeout.connect(self._tell)
        window.attaching.on_change = self.news.tell

    @property
    def state(self) -> RoomState | None:
        """What the room says now; None while this laptop is in none."""
        return self._window.attaching.state if self._is_in else None

    @property
    def _is_in(self) -> bool:
        return self._window.attaching.status == "joined"

    @property
    def standing(self) -> RoomStanding:
        """How this laptop stands to the room, for the sign in the learners' bar."""
        if self._is_in:
            return "joined"
        return "alone" if self._is_left else ""

    def dress(self, frame: LearnerFrame) -> None:
        """Give a learners' frame that was just built its sign and its strip."""
        frame.show_room(self.standing)
        self.led.dress(frame)
        self._window.evening.shared.dress(frame)

    def look(self) -> None:
        """A page came into sight, or the room said something: do what it asks."""
        window = self._window
        self._mind_standing()
        if not self._with_learners:
            self.voting.lift()
            self.led.rest()
            return
        state = self.state
        window.learner.covers.listen(self.everyone_listens())
        self.voting.look(None if state is None else state.vote)
        self.led.look(None if state is None else state.follow)
        window.evening.shared.look(state)
        self._mind_end(state)
        self._tell_if_new()

    def everyone_listens(self) -> bool:
        """Whether learners' screens are paused: the room's word first, then the log's.

        Where the trainer's laptop went down while everyone listened, nobody is left waiting.
        """
        window, state = self._window, self.state
        if state is not None:
            return state.listening
        if window.desk is None or window.learner.is_guest:
            return False
        session = window.desk.courses.open_session()
        if session is None or (self._is_left and session.id == self._session):
            return False
        return window.desk.attending.everyone_listens(session.id)

    # Joining as a guest
    def ask_code(self) -> None:
        """A guest's laptop joins a room by its code."""
        from trainer_app.ui.main_window import Shown

        window = self._window

        def build() -> Shown:
            of_centre = bool(window.evening.opening.waits_for)
            page = JoinRoomPage(len(window.attaching.rooms()), of_centre=of_centre)
            page.join_requested.connect(self._join)
            page.back_requested.connect(window.welcome.to_centre)
            return Shown(page, page)

        window.show_page(build)

    def _join(self, code: str, address: str) -> None:
        attaching = self._window.attaching

        def tried() -> TrainerError | None:
            try:
                attaching.join(code, address)
            except TrainerError as error:
                return error
            return None

        def done(error: TrainerError | None) -> None:
            page = self._window.page
            if not isinstance(page, JoinRoomPage):
                return
            page.set_busy(False)
            if error is not None:
                page.say(error)
            elif code:
                self._window.learner.guest()
            else:
                # The room opens this laptop of the centre by itself, if it may.
                self._window.welcome.to_centre()

        page = self._window.page
        if isinstance(page, JoinRoomPage):
            page.set_busy(True)
        self._window.bridge.work(tried, done)

    # Hearing
    def _came(self, topics: frozenset[str]) -> None:
        window = self._window
        window.bridge.changed.emit(topics)
        if "pass" in topics and (found := window.attaching.take_pass()) is not None:
            window.evening.opening.use(found)
        if "own-lessons" in topics and isinstance(window.page, HomePage):
            window.rebuild()
        self._show_rooms()
        self.look()

    def _show_rooms(self) -> None:
        """On the pages of the way in: which rooms there are, and what is waited for."""
        page, attaching = self._window.page, self._window.attaching
        if isinstance(page, JoinRoomPage):
            page.show_rooms(len(attaching.rooms()))
        elif isinstance(page, StartPage):
            page.show_room(bool(attaching.rooms()))
        elif isinstance(page, UnlockPage):
            self.show_waiting(page)

    def show_waiting(self, page: UnlockPage) -> None:
        """How far the room is with opening this locked laptop, on its unlock page."""
        attaching, waits_for = self._window.attaching, self._window.evening.opening.waits_for
        if waits_for and attaching.status not in ("alone", "joined"):
            waits_for = attaching.status
        page.show_waiting(waits_for, may_ask=attaching.can_ask_to_open)

    def ask_to_open(self) -> None:
        """This laptop was locked by hand, and somebody wants the room to open it after all."""
        self._window.attaching.ask_to_open()

    def _mind_standing(self) -> None:
        if self._is_in:
            self._was_in, self._is_left = True, False
            state = self.state
            self._session = self._session if state is None else state.session
            if not self._again.isActive():
                self._again.start()
        elif self._was_in:
            self._is_left = True
            self._again.stop()
            self._told = (-1, "")
        frame, desk = self._window.frame, self._window.desk
        if isinstance(frame, LearnerFrame):
            frame.show_room(self.standing)
            if desk is not None:
                # The trainer may have lowered it from her board.
                frame.show_hand(desk.seats.hand_is_up())

    @property
    def _with_learners(self) -> bool:
        """Whether a learner's page is in sight: no trainer's, and none of the way in."""
        window = self._window
        return not isinstance(window.page, Stage) and not window.door.trainer_inside

    def _mind_end(self, state: RoomState | None) -> None:
        """The session is over: what a pass opened closes, and a guest's laptop is its own again."""
        if state is None or not state.over:
            return
        if self._window.desk is not None:
            self._window.evening.opening.session_over()
        else:
            self._window.say(_("The session is over. See you next time!"))
            self._window.attaching.leave()

    # Telling
    def _tell_if_new(self) -> None:
        if self._is_in and self._told != (self._people(), self._lesson()):
            self._tell()

    def _tell(self) -> None:
        """Say how this laptop stands; asking the system may take a moment, so beside the window."""
        window = self._window
        people, lesson = self._told = self._people(), self._lesson()
        folder, voices = window.door.folder, window.aloud.languages
        clock = int(window.door.now().timestamp())
        attaching = window.attaching
        if window.desk is not None:
            window.evening.preparing.look_after()

        def ask() -> None:
            attaching.tell(measure(folder, clock, voices, people=people, lesson=lesson))

        QThreadPool.globalInstance().start(ask)

    def _people(self) -> int:
        window = self._window
        if window.desk is None or window.learner.is_guest:
            return 0
        return len(window.desk.seats.sittings())

    def _lesson(self) -> str:
        page = self._window.page
        if isinstance(page, LessonPage):
            return page.remember().lesson.id
        if isinstance(page, PracticePage):
            return page.playing.practice.scenario.lesson
        return ""
