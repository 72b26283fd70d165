"""The learners' way: who sits here, the lessons, and handing the laptop to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer_app.domain.people import Person
from trainer_app.i18n import current, use
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising
from trainer_app.services.preferences import SCALES
from trainer_app.ui.grown import leaves_of
from trainer_app.ui.learner.done_today import DoneLesson, done_today
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.learner_page import LearnerPage
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.page import Page
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.read_along import page_language
from trainer_app.ui.read_button import read_button
from trainer_app.ui.ways.at_home import AtHome
from trainer_app.ui.ways.covers import Covers
from trainer_app.ui.ways.guests import GuestWays
from trainer_app.ui.ways.placing import PlacingWays
from trainer_app.ui.ways.reading import Reading
from trainer_app.ui.ways.recalling import RecallingWays
from trainer_app.ui.ways.signing_in import SigningInWays

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class LearnerWays(QObject):
    """The learners' pages. They also serve a guest while the centre is locked.

    A QObject, as are the others that every page is connected to: of each connection to a method of
    anything else PySide6 keeps a little for ever, and a laptop may be on all day.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._guest = False
        self.back_from_lesson: Callable[[], None] = self.home
        self.reading = Reading(window)
        self.covers = Covers(window, self._next)
        self.at_home = AtHome(window)
        self.signing_in = SigningInWays(window)
        self.recalling = RecallingWays(window)
        self.placing = PlacingWays(window)
        self.guests = GuestWays(window)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    # Who sits here
    def hand_over(self) -> None:
        """The trainer gives the laptop to learners; whoever sat here goes on."""
        self._window.leave_page()
        self._window.door.leave_trainer()
        if self._window.door.tonight is None:
            self._window.laptops.sticks.stop()
        self._guest = self.guests.waits and not self._desk.seats.sittings()
        if self._guest or self._desk.seats.sittings():
            self.home()
        else:
            self.who()

    def come_back(self) -> None:
        """Whoever sat here goes on: somebody pressed the trainer's key by mistake."""
        if self.is_guest:
            self.home()
        else:
            self.hand_over()

    def who(self) -> None:
        """Tap your language, then your face."""
        self.signing_in.who()

    # Learning
    def guest(self) -> None:
        """Learn without a name; nothing is stored."""
        self._guest = True
        self.guests.begin()
        self.placing.begin_anew()
        if self._window.desk is not None:
            self._window.bridge.run(self._desk.seats.leave, "sittings")
        self.home()

    def home(self) -> None:
        """All lessons."""
        self.back_from_lesson = self.home
        self.show(self.at_home.page)

    def abilities(self) -> None:
        """What I can do now."""
        self.show(self.at_home.abilities)

    def lesson(self, lesson_id: str, language: str) -> None:
        """Play a lesson in a language that it has; one without pages is its practice."""
        self._window.playing.lesson(lesson_id, language)

    def leave_lesson(self) -> None:
        """Back to where the lesson was opened."""
        self.back_from_lesson()

    def what_is_played(self) -> Playing:
        """What keeps the lessons of those who sit here; of a guest nothing."""
        return Playing(None, self.guests.notes) if self.is_guest else self._desk.playing

    def practising(self) -> Practising:
        """What keeps the practice of those who sit here; of a guest nothing."""
        return Practising(None, self.guests.notes) if self.is_guest else self._desk.practising

    def try_lesson(self, lesson_id: str, back: Callable[[], None] | None = None) -> None:
        """The trainer looks at a lesson as a guest would, and comes back: to its plan, say."""
        self._guest = True
        self.guests.pause()
        self.back_from_lesson = back or (lambda: self._window.teaching.plan(lesson_id))
        lesson = self._window.lessons.lesson(lesson_id)
        spoken = self.reading.language
        self.lesson(lesson_id, spoken if spoken in lesson.languages else lesson.languages[0])

    # Covers
    def ask_still_you(self) -> None:
        """Nobody touched the screen for a while."""
        self.covers.ask_still_you([] if self.is_guest else self._desk.seats.people())

    def _look_up(self) -> None:
        self._window.evening.joining.look()
        self._window.evening.feelings.look_soon()

    # Parts
    @property
    def is_guest(self) -> bool:
        """Whether nobody sits here by name."""
        return self._guest or self._window.desk is None

    @property
    def keeps(self) -> bool:
        """Whether something can be kept for those who sit here; of a guest nothing is."""
        return bool(self._people())

    def done_today(self) -> tuple[list[DoneLesson], list[str], list[str]]:
        """What those who sit here did since they sat down, their faces, and their plant's hues."""
        if self.is_guest:
            return [], [], []
        library, progress = self._window.lessons, self._desk.playing.progress()
        done = done_today(self._desk.seats, library, progress, self.reading.language)
        return done, self.faces(), leaves_of(library.lessons, progress)

    def faces(self) -> list[str]:
        """The faces of those who sit here."""
        return [person.face for person in self._people()]

    def _people(self) -> list[Person]:
        return [] if self.is_guest else self._desk.seats.people()

    def show_bare(self, build_page: Callable[[], LearnerPage]) -> None:
        """A page before anybody sits here."""
        from trainer_app.ui.main_window import Shown

        def build() -> Shown:
            page = build_page()
            reader = read_button(self._window.aloud, page)
            if reader is not None:
                page.put_tool(reader)
            self._window.listening.comes(page)
            return Shown(page, page)

        self._guest = False
        self.guests.pause()
        self._window.show_page(build)
        self._look_up()

    def show(self, build_page: Callable[[], Page], reads: Callable[[], str] | None = None) -> None:
        """A page of whoever sits here, under their bar.

        `reads`: the language whose way the page runs, where it may not be the program's.
        """
        from trainer_app.domain.sittings import MOST_AT_ONE_LAPTOP
        from trainer_app.ui.main_window import Shown

        def build() -> Shown:
            if reads is not None:
                self._window.dress(reads())
            page = build_page()
            people = self._people()
            frame = LearnerFrame(
                page,
                people,
                hand_up=not self.is_guest and self._desk.seats.hand_is_up(),
                can_join=len(people) < MOST_AT_ONE_LAPTOP,
                guest=self.is_guest,
                can_read=self._window.aloud.speaks(page_language(page), page.recorded_in),
                asks_how=isinstance(page, HomePage),
                languages=self.reading.choices,
                reading=self.reading.language,
            )
            self._let_read(page, frame)
            self.guests.on(frame)
            self._window.evening.joining.dress(frame)
            frame.join_requested.connect(self.who)
            frame.leave_requested.connect(self._leave)
            frame.next_requested.connect(self._next)
            frame.hand_set.connect(self._set_hand)
            frame.language_chosen.connect(self._language_chosen)
            frame.larger_requested.connect(self._larger)
            frame.heard.connect(self.signing_in.say_tongue)
            frame.trainer_requested.connect(self._window.welcome.to_centre)
            return Shown(page, frame)

        self._window.show_page(build)
        self._look_up()

    def show_strips(self) -> None:
        """The laptop was opened while a guest learns: her page stays, and a strip says it."""
        if isinstance(self._window.frame, LearnerFrame):
            self.guests.on(self._window.frame)

    def _let_read(self, page: Page, frame: LearnerFrame) -> None:
        aloud, listening = self._window.aloud, self._window.listening
        frame.read_requested.connect(lambda: listening.read_or_stop(page))
        frame.listening_requested.connect(listening.ask)
        aloud.reading.connect(frame.show_reading)
        if page_language(page) not in aloud.languages:
            frame.show_can_read(listening.can_read(page))
            page.turned.connect(lambda: frame.show_can_read(listening.can_read(page)))
        listening.comes(page)
        if isinstance(page, PracticePage):
            page.heard.connect(aloud.say)
            aloud.speaking.connect(page.hold_waiting)

    def _language_chosen(self, code: str) -> None:
        people = self._people()

        def remember() -> None:
            for person in people:
                self._desk.enrolling.speak(person.id, code)

        if people:
            self._window.bridge.run(remember, "people")
        self.reading.choose(code)

    def _leave(self, person_id: str) -> None:
        self._window.evening.feelings.before_leaving([person_id], lambda: self._stand_up(person_id))

    def _stand_up(self, person_id: str) -> None:
        self._window.bridge.run(lambda: self._desk.seats.leave(person_id), "sittings")
        if self._people():
            self._window.rebuild()
        else:
            self._all_stand_up()

    def _next(self) -> None:
        ids = [person.id for person in self._people()]
        self._window.evening.feelings.before_leaving(ids, self._all_stand_up)

    def _all_stand_up(self) -> None:
        """Everybody stands up; the laptop speaks its own language again."""
        window = self._window
        window.listening.forget()
        self.guests.stood_up()
        if window.desk is None:
            window.welcome.to_centre()
            return
        if window.door.trainer_inside:
            self._guest = False
            self.back_from_lesson()
            return
        self.signing_in.part(self.done_today()[0])
        window.bridge.run(self._desk.seats.leave, "sittings")
        self.reading.forget()
        use(window.preferences.now.language or current().code)
        self.who()

    def _set_hand(self, up: bool) -> None:
        self._window.bridge.run(lambda: self._desk.seats.raise_hand(up), "hands")
        self._window.rebuild()

    def _larger(self) -> None:
        scale = self._window.preferences.now.scale
        bigger = SCALES[(SCALES.index(scale) + 1) % len(SCALES)]
        self._window.preferences.change(scale=bigger)
        self._window.rebuild()
