"""The one window: shows a page at a time, builds it anew when language, size or theme change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _, current, use
from trainer_app.services.door import Door
from trainer_app.services.joining import Joining
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.recordings import RecordedLessons
from trainer_app.services.rescuing import Rescuing
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.speaking import Speaker
from trainer_app.ui import theme
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.choosing import ask_for_file, ask_for_folder
from trainer_app.ui.desk import Desk
from trainer_app.ui.first_focus import mind_keyboard, tell_page
from trainer_app.ui.idle import Idle
from trainer_app.ui.messages import explain
from trainer_app.ui.page import Page
from trainer_app.ui.papers import Papers
from trainer_app.ui.sound_words import tell_of_sound
from trainer_app.ui.way_back import go_back
from trainer_app.ui.ways.backups import BackupWays
from trainer_app.ui.ways.colleagues import ColleagueWays
from trainer_app.ui.ways.evening import EveningWays
from trainer_app.ui.ways.free import FreeWays
from trainer_app.ui.ways.funding import FundingWays
from trainer_app.ui.ways.laptops import LaptopWays
from trainer_app.ui.ways.learner import LearnerWays
from trainer_app.ui.ways.listening import ListeningWays
from trainer_app.ui.ways.plans import PlanWays
from trainer_app.ui.ways.playing import PlayingWays
from trainer_app.ui.ways.settling import SettlingWays
from trainer_app.ui.ways.shelf import ShelfWays
from trainer_app.ui.ways.teaching import TeachingWays
from trainer_app.ui.ways.trainer import TrainerWays
from trainer_app.ui.ways.welcome import WelcomeWays
from trainer_app.ui.widgets import Button, Dialog, Toast
from trainer_app.ui.widgets.behind import read_front_only
from trainer_app.ui.widgets.second_press import be_patient


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window holds: the page, and the frame around it (or the page itself)."""

    page: Page
    frame: QWidget


Build = Callable[[], Shown]


class MainWindow(QWidget):
    """Holds one page; knows the three ways through the program, not what is on their pages.

    `choose_file` asks for a place to save (a suggested name) or a file to open (None).
    """

    def __init__(
        self,
        *,
        door: Door,
        preferences: PreferencesFile,
        lessons: LessonLibrary,
        make_desk: Callable[[Door], Desk],
        make_joining: Callable[[], Joining],
        make_rescuing: Callable[[], Rescuing],
        open_demo: Callable[[], Door],
        speaker: Speaker,
        attaching: Attaching,
    ) -> None:
        super().__init__()
        read_front_only(self)
        # No name of a person or centre: the system's task list is seen by everyone.
        self.setWindowTitle("trainer-app")
        self.setWindowIcon(QIcon(str(places.assets() / "icon.png")))
        self.setMinimumSize(800, 560)
        self.door = door
        self.preferences = preferences
        self.lessons = lessons
        self.make_desk = make_desk
        self.make_joining = make_joining
        self.make_rescuing = make_rescuing
        self.open_demo = open_demo
        self.attaching = attaching
        self.bridge = Bridge()
        self.choose_file: Callable[[str | None], Path | None] = partial(ask_for_file, self)
        self.choose_folder: Callable[[], Path | None] = partial(ask_for_folder, self)
        self.papers = Papers(self)
        self.listening = ListeningWays(self)
        recorded = RecordedLessons(lessons, lambda: self.door.folder)
        self.aloud = Aloud(speaker, lambda: self.listening.speed, self, recorded)
        tell_of_sound(self, self.aloud)
        self.desk: Desk | None = None
        self._own_door = door
        self._build: Build | None = None
        self._shown: Shown | None = None
        self._dense = False
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.welcome = WelcomeWays(self)
        self.trainer = TrainerWays(self)
        self.teaching = TeachingWays(self)
        self.learner = LearnerWays(self)
        self.playing = PlayingWays(self)
        self.plans = PlanWays(self)
        self.shelf = ShelfWays(self)
        self.free = FreeWays(self)
        self.laptops = LaptopWays(self)
        self.colleagues = ColleagueWays(self)
        self.backups = BackupWays(self)
        self.settling = SettlingWays(self)
        self.evening = EveningWays(self)
        self.funding = FundingWays(self)
        self.bridge.changed.connect(self._tell)
        self.bridge.troubled.connect(self.say_trouble)
        self._idle = Idle(self._patience, self)
        self._idle.passed.connect(self._nobody_there)
        self.dress()
        self.welcome.begin()

    # Showing pages
    def show_page(self, build: Build, *, dense: bool = False) -> None:
        """Go to a page; `build` makes it now and again after a change of language or size."""
        if dense:
            self.listening.left()
        if dense != self._dense:
            # What was said to a trainer is not for the learner who sits down next.
            Toast.hush(self)
        self.leave_page()
        self._build, self._dense = build, dense
        self._swap(memory=None)

    def rebuild(self) -> None:
        """Build the page anew with what was typed in it: language, size or theme have changed."""
        memory = self._shown.page.remember() if self._shown else None
        self._swap(memory)

    def in_sight(self) -> tuple[Build, object]:
        """How the page in sight is made, and what was typed on it: to go on with it later."""
        assert self._build is not None
        return self._build, self.page.remember()

    @property
    def page(self) -> Page:
        """The page in sight."""
        assert self._shown is not None
        return self._shown.page

    @property
    def frame(self) -> QWidget:
        """What stands around the page in sight."""
        assert self._shown is not None
        return self._shown.frame

    def leave_page(self) -> None:
        """Have the page in sight write what waits, while whoever wrote it is still inside."""
        if self._shown is not None:
            self._shown.page.leaving()

    def speak(self, language: str) -> None:
        """Show everything in another language, at once."""
        if language != current().code:
            use(language)
            self.rebuild()

    def dress(self, language: str = "") -> None:
        """Put the chosen look on the program; `language` is that of the page if it is another."""
        chosen = self.preferences.now
        theme.apply(
            application(),
            theme.Theme(
                name=cast("theme.ThemeName", chosen.theme),
                scale=chosen.scale / 100,
                language=language or current().code,
                dense=self._dense,
                motion=chosen.motion == "system" and not theme.system_wants_stillness(),
                letters=cast("theme.Letters", chosen.letters),
                large_pointer=chosen.pointer == "large",
            ),
        )
        be_patient(chosen.patience)

    # Saying things
    def say(self, words: str) -> None:
        """A calm message that goes by itself."""
        Toast.say(self, words)

    def say_trouble(self, error: TrainerError) -> None:
        """A known trouble: what, where, and what to do."""
        message = explain(error)
        body = "\n\n".join(part for part in (message.text, message.what_to_do) if part)
        self.ask(message.title, body, [("ok", Button(_("OK"), "primary"))], lambda _answer: None)

    def say_bug(self) -> None:
        """A mistake of ours: calm, and a way on."""
        self.ask(
            _("Something went wrong in the program"),
            _("All that was confirmed before is saved. You can go on."),
            [("on", Button(_("Go on"), "primary", icon="arrow-right", icon_last=True))],
            lambda _answer: None,
        )

    def ask(
        self,
        title: str,
        body: str,
        buttons: list[tuple[str, Button]],
        then: Callable[[str], None],
    ) -> Dialog:
        """Ask something in front of the page; the last button is the one that does it."""
        dialog = Dialog(self, title, body, buttons, escape=buttons[0][0])
        dialog.answered.connect(then)
        dialog.open(buttons[-1][1])
        return dialog

    # The centre
    def centre_opened(self) -> None:
        """A trainer has unlocked: make the services and show today."""
        desk = self.open_desk()
        use(self.preferences.now.language or current().code)
        # Keys that a merge or an interrupted removal left to be renewed.
        self.bridge.run(desk.trainers.finish)
        self.trainer.today()
        self.laptops.sticks.stop()
        if not self.looking_around:
            self.laptops.sticks.start()
            self.evening.preparing.look_after()

    def open_desk(self) -> Desk:
        """The store is open: make the services, and begin what goes on by itself."""
        if self.desk is None:
            self.desk = self.make_desk(self.door)
            self.evening.room.begin()
        self.attaching.opened(self.door)
        self._idle.begin()
        if not self.looking_around:
            self.backups.begin()
        return self.desk

    def demo_opened(self, door: Door) -> None:
        """Show a centre of invented people until it is locked; the own one stays as it is."""
        self.door = door
        self.centre_opened()

    @property
    def looking_around(self) -> bool:
        """Whether the people in sight are invented."""
        return self.door is not self._own_door

    def close_centre(self) -> None:
        """Lock the store; everything confirmed is on the disk already."""
        self.leave_page()
        self.evening.feelings.closing()
        if self.evening.projector is not None:
            self.evening.projector.stop()
        self.attaching.closed()
        self.bridge.forget()
        self.laptops.sticks.stop()
        self.backups.end()
        self.desk = None
        self._idle.end()
        self.door.lock()
        self.door = self._own_door

    def come_forward(self) -> None:
        """A second start of the program asks to see this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_in_room(self) -> None:
        """Fill the screen, as the only program of a learner's laptop."""
        self.setWindowState(Qt.WindowState.WindowMaximized)
        self.show()

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            go_back(self.page)
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_centre()
        self.attaching.stop()
        self.aloud.close()
        self._idle.close()
        event.accept()

    def _swap(self, memory: object) -> None:
        assert self._build is not None
        self.aloud.stop()
        self.dress()
        old = self._shown
        self._shown = self._build()
        self._room.addWidget(self._shown.frame)
        if old is not None:
            self._room.removeWidget(old.frame)
            old.frame.hide()
            old.frame.deleteLater()
        if memory is not None:
            self._shown.page.recall(memory)
        shown = self._shown
        QTimer.singleShot(0, shown.frame, lambda: self._come_to(shown))

    def _come_to(self, shown: Shown) -> None:
        mind_keyboard(self, shown.page, shown.frame)
        tell_page(shown.page)

    def _tell(self, changed: frozenset[str]) -> None:
        if self._shown is not None:
            self._shown.page.news(changed)

    def _patience(self) -> int:
        chosen = self.preferences.now
        return chosen.lock_minutes if self.door.trainer_inside else chosen.idle_minutes

    def _nobody_there(self) -> None:
        """Nobody has touched anything: the trainer's state ends, a learner's screen dims."""
        projector = self.evening.projector
        if projector is not None and projector.in_sight:
            projector.rest()
        elif self.door.trainer_inside:
            self.learner.hand_over()
        elif self.desk is not None:
            self.learner.ask_still_you()


def application() -> QApplication:
    """The running QApplication."""
    return cast("QApplication", QApplication.instance())
