"""The page around every practice: the strip, the pretend world, the goals, and rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout

from trainer_app.domain.blocks import plain, words_of
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.engine import LEARNER, Progress
from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.scenario import CONSEQUENCES, GOALS, Practice, WordId
from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.practice.around.guide import Guide, guide_of
from trainer_app.ui.practice.around.play_time import PlayTime
from trainer_app.ui.practice.around.showing import Showing
from trainer_app.ui.practice.around.stage_words import IntroView
from trainer_app.ui.practice.around.surroundings import Front, Surroundings
from trainer_app.ui.practice.screens import screen_of
from trainer_app.ui.practice.stage_screen import Material, StageScreen
from trainer_app.ui.read_along import LANGUAGE

WAIT_SECONDS = 10
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


@dataclass(frozen=True, slots=True)
class Memory:
    """Where somebody is, for a page built anew. What was typed does not show in it."""

    playing: Playing = field(repr=False)
    screen: Any = field(repr=False)
    begun: bool
    met: frozenset[str]
    mistake: str
    time: PlayTime


class PracticePage(Page):
    """Plays a practice on the screens of its kinds. It stores nothing.

    `picture` says where a named picture lies, `back` what the way out is called. `now` gives
    seconds of a clock that is never set. `playing` and `stage_screen` are what is played now; it
    goes on after the stages whose goals are all `done`. `scene` is a picture of what it is about.
    Signals:
        reached(Result): more goals are met than ever before in this play, or it or a stage of it
            has ended; sent before the screen says so.
        left: somebody wants out. finished: the last stage is done, and its end was read.
        heard(object): an Utterance that the pretend world says aloud.
        paper_asked(str): "print" or "keep" what was made; to keep is offered if it `keeps`.
    """

    wants_height = True

    reached = Signal(object)
    left = Signal()
    finished = Signal()
    heard = Signal(object)
    paper_asked = Signal(str)

    def __init__(
        self,
        practice: Practice,
        picture: Callable[[str], Path],
        *,
        back: str,
        seed: int = 1,
        keeps: bool = False,
        done: Collection[str] = (),
        scene: Path | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._practice, self._picture, self._keeps = practice, picture, keeps
        self._scene = scene
        self.title = practice.words.stages[practice.scenario.stages[0].id].title
        self.setProperty("language", practice.words.language)
        self.setProperty(LANGUAGE, practice.words.language)
        self.playing = play.begin(practice, seed, done)
        self.stage_screen: StageScreen
        self._begun = False
        self._viewer = LEARNER
        self._met: frozenset[str] = frozenset()
        self._mistake = ""
        self._time = PlayTime(now)
        self._showing = Showing(self)
        self._showing.came.connect(lambda: self.act(play.ShowMe()))
        self._around = Surroundings(back, self._guide())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._around)
        self._connect()
        self._waiting = QTimer(self, interval=WAIT_SECONDS * 1000)
        self._waiting.timeout.connect(self._waited)
        self._hold = False
        self._begin_stage()

    def _guide(self) -> Guide | None:
        """Another way to show the goals than the usual one."""
        return None

    def _connect(self) -> None:
        around = self._around
        around.left.connect(self.leave)
        around.started.connect(self.start)
        around.beginning_wanted.connect(lambda: self.act(play.FromTheBeginning()))
        around.stopped.connect(lambda: self.act(play.Stop()))
        around.went_on.connect(lambda: self.act(play.GoOn()))
        around.hint_wanted.connect(lambda: self.act(play.TakeHint()))
        around.show_wanted.connect(self.show_me)
        around.afresh_wanted.connect(lambda: self.act(play.StartAfresh()))
        around.next_wanted.connect(self.go_on)
        around.more_wanted.connect(lambda: self.act(play.NextStage()))
        around.notice_closed.connect(self._close_mistake)

    def _begin_stage(self) -> None:
        """Put the screen of the stage that is played now, behind the words that begin it."""
        self._viewer, self._mistake, self._begun = LEARNER, "", False
        words, stage = self._practice.words, self.playing.stage
        voices = self._practice.scenario.world.voices
        material = Material(stage, words, self._picture, voices, self._keeps)
        self.stage_screen = screen_of(material)
        self.stage_screen.acted.connect(self._acted)
        self.stage_screen.looked_as.connect(self._look_as)
        self.stage_screen.heard.connect(self.heard)
        self.stage_screen.paper_asked.connect(self.paper_asked)
        at, of = len(self.playing.states), len(self._practice.scenario.needed)
        before = self.playing.before if self.playing.goes_on else 0
        said = words.stages[stage.id]
        intro = IntroView(said, at, of, self._picture, before, self._scene)
        self._around.put(self.stage_screen, intro)
        self._show()
        self.turned.emit()

    # Doing
    def start(self) -> None:
        """The words were read: into the pretend world."""
        self._begun = True
        self._time.go_on()
        self._show()
        self._focus()
        self.turned.emit()

    def act(self, action: Any) -> None:
        """Do an action of the play or of the kind, keep what was reached, and show it."""
        before, progress = self.playing, self.playing.progress
        self.playing = play.act(before, action)
        if len(self.playing.states) != len(before.states):
            self._begin_stage()
            self._focus()
            return
        if self.playing.stopped != before.stopped:
            self._rest_or_not()
        if self.playing.state is not before.state:
            self._keep(progress)
            self._mind(progress, self.playing.progress)
        self._show()
        if isinstance(action, play.TakeHint) and self.playing.hint:
            self._announce(plain(self._said(GOALS, self.playing.hint).then))

    def show_me(self) -> None:
        """One step done for the person: first it is shown where; pressed again, at once."""
        self._showing.begin(self.stage_screen, play.next_step(self.playing))

    def go_on(self) -> None:
        """To the next stage that is needed, or to the end."""
        if not self.playing.progress.finished:
            return
        if self.playing.enough:
            self._send()
            self.finished.emit()
        else:
            self.act(play.NextStage())

    def leave(self) -> None:
        """Out of the practice; what was reached is kept, what was typed is not."""
        self._send()
        self.left.emit()

    def hold_waiting(self, hold: bool) -> None:
        """While something is read aloud nobody is late: no hint comes due."""
        self._hold = hold
        self._time.touch()

    def _acted(self, action: Any) -> None:
        if not self._showing.takes(action):
            self.act(action)

    def _look_as(self, viewer: str) -> None:
        self._viewer = viewer
        self._show()

    def _keep(self, before: Progress) -> None:
        stage, now = self.playing.stage.id, self.playing.progress
        met = self._met | {f"{stage}/{goal}" for goal in now.met}
        # What was undone and is so again is no more than before, and may end the stage.
        if met != self._met or (now.finished and not before.finished):
            self._met = met
            self._send()

    def _send(self) -> None:
        self.reached.emit(play.result(self.playing, self._time.minutes))

    def _mind(self, before: Progress, after: Progress) -> None:
        """Say what went wrong until something goes right, and each goal that is newly met."""
        if after.consequence and after.mistakes > before.mistakes:
            self._mistake = after.consequence
            said = self._said(CONSEQUENCES, after.consequence)
            self._announce(f"{plain(said.line)} {plain(said.then)}")
        elif after.tries > before.tries or len(after.to_mend) < len(before.to_mend):
            self._mistake = ""
        if after.tries < before.tries:
            self._mistake = ""  # it was begun again
        for goal in after.met:
            if goal not in before.met:
                line = plain(self._said(GOALS, goal).line)
                self._announce(_("Done: {goal}").format(goal=line))
        if after.finished and not before.finished:
            done = self._practice.words.stages[self.playing.stage.id].done
            self._announce("\n".join(filter(None, map(words_of, done))))

    def _close_mistake(self) -> None:
        self._mistake = ""
        self._show()
        self.stage_screen.focus_first()

    def _rest_or_not(self) -> None:
        if self.playing.stopped:
            self._showing.end()
            self._time.rest()
        else:
            self._time.go_on()

    def _waited(self) -> None:
        if self._begun and not (self._hold or self.playing.stopped):
            self.playing = play.act(self.playing, play.Waited(WAIT_SECONDS))
            self._show_guide()

    # Showing
    def _show(self) -> None:
        had_keyboard = self._holds_keyboard()
        self.stage_screen.show_view(play.view(self.playing, self._viewer).inside)
        if had_keyboard and not self._holds_keyboard():
            # What had it is gone; Qt would hand it to whatever comes first on the page.
            self.stage_screen.focus_first()
        self._show_guide()
        front: Front = "world" if self._begun else "intro"
        if self._around.show_front("rest" if self.playing.stopped else front):
            self._focus()

    def _show_guide(self) -> None:
        self._around.show_guide(guide_of(self.playing, self._mistake))

    def _holds_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.stage_screen.isAncestorOf(now)

    def _said(self, name: str, thing: str) -> Any:
        word: WordId = self.playing.stage.word(name, thing)
        return self._practice.words.said[word]

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _focus(self) -> None:
        """Give the keyboard to what one would do next."""
        if self.isVisible():
            self._around.focus()

    # Built anew
    def remember(self) -> Memory:
        inside = self.stage_screen.remember()
        return Memory(self.playing, inside, self._begun, self._met, self._mistake, self._time)

    def recall(self, memory: Memory) -> None:
        """Go on where the page before was; in other words the stage begins afresh."""
        same = memory.playing.practice.words.language == self._practice.words.language
        playing = replace(memory.playing, practice=self._practice)
        if not same:
            stopped = playing.stopped
            fresh = play.act(replace(playing, stopped=False), play.StartAfresh())
            playing = replace(fresh, stopped=stopped)
        self.playing, self._met, self._time = playing, memory.met, memory.time
        self._begin_stage()
        self._begun = memory.begun and same
        if same:
            self._mistake = memory.mistake
            self.stage_screen.recall(memory.screen)
        self._show()
        self._focus()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._waiting.start()
            self._time.touch()
        # The same press is told to the window and to each widget around: once is enough.
        here = watched is QApplication.focusWidget() and event.type() == QEvent.Type.KeyPress
        if here and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self._around.put_in_order()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._waiting.start()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._focus()

    def hideEvent(self, event: QHideEvent) -> None:
        self._waiting.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        super().hideEvent(event)
