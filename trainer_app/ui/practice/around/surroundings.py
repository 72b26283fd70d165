"""What lies around a stage's screen: the strip over it, its goals, its first words, and rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.ui.practice.around.goals_foot import GoalsFoot
from trainer_app.ui.practice.around.goals_panel import WIDTH, GoalsPanel
from trainer_app.ui.practice.around.guide import Guide, GuideView
from trainer_app.ui.practice.around.stage_words import IntroView, RestView
from trainer_app.ui.practice.around.strip import PracticeStrip
from trainer_app.ui.practice.stage_screen import StageScreen
from trainer_app.ui.tab_order import put_behind
from trainer_app.ui.theme import current

Front = Literal["intro", "world", "rest"]
_WORLD_WIDTH = 740
_USUAL_WIDTH = 1366
_BESIDE_UP_TO = 1.5


class Surroundings(QWidget):
    """Arranges what others give it; `back` is what the way out is called.

    The goals stand at the side where there is room, or in a strip below. With a `guide` of its own
    that one always stands below.
    Signals: `left`, `stopped`, `started` (the first words are read), `beginning_wanted` (the parts
    done before, too), `went_on` (after a rest), and those of Guide.
    """

    left = Signal()
    stopped = Signal()
    started = Signal()
    beginning_wanted = Signal()
    went_on = Signal()
    hint_wanted = Signal()
    show_wanted = Signal()
    afresh_wanted = Signal()
    next_wanted = Signal()
    more_wanted = Signal()
    notice_closed = Signal()

    def __init__(self, back: str, guide: Guide | None = None) -> None:
        super().__init__()
        self._strip = PracticeStrip(back)
        self._strip.left.connect(self.left)
        self._strip.stopped.connect(self.stopped)
        self._beside: Guide | None = None if guide else GoalsPanel()
        self._below: Guide = guide or GoalsFoot()
        self._intro: IntroView | None = None
        self._screen: StageScreen | None = None
        self._rest = RestView()
        self._rest.went_on.connect(self.went_on)
        self._rest.left.connect(self.left)
        self._room = QHBoxLayout()
        self._room.setSpacing(current().space(12))
        air = current().space(8)
        self._room.setContentsMargins(air, air, air, air)
        self._world = self._make_world()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._world)
        self._stack.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        # Before it is shown, so that it asks for no more height than it will need.
        self._fit(_USUAL_WIDTH)

    @property
    def guides(self) -> Sequence[Guide]:
        """All that show the goals; one of them is in sight."""
        return [self._below] if self._beside is None else [self._beside, self._below]

    def _make_world(self) -> QWidget:
        world = QWidget()
        world.setProperty("ground", "none")
        rows = QVBoxLayout(world)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._room, 1)
        if self._beside is not None:
            self._room.addWidget(self._beside)
        if self._below.in_strip:
            self._strip.add(self._below)
        else:
            rows.addWidget(self._below)
        for guide in self.guides:
            guide.setProperty("aloud", "never" if guide.in_strip else "first")
            guide.hint_wanted.connect(self.hint_wanted)
            guide.show_wanted.connect(self.show_wanted)
            guide.afresh_wanted.connect(self.afresh_wanted)
            guide.next_wanted.connect(self.next_wanted)
            guide.more_wanted.connect(self.more_wanted)
            guide.notice_closed.connect(self.notice_closed)
        return world

    def put(self, screen: StageScreen, intro: IntroView) -> None:
        """Take another stage in, and let go of the one before."""
        if self._screen is not None and self._intro is not None:
            self._room.removeWidget(self._screen)
            self._stack.removeWidget(self._intro)
            for old in (self._screen, self._intro):
                old.hide()
                old.deleteLater()
        self._screen, self._intro = screen, intro
        intro.started.connect(self.started)
        intro.beginning_wanted.connect(self.beginning_wanted)
        self._room.insertWidget(0, screen, 1)
        self._stack.addWidget(intro)

    def show_guide(self, view: GuideView) -> None:
        """Show how far the person is."""
        for guide in self.guides:
            guide.show_guide(view)

    def show_front(self, front: Front) -> bool:
        """Bring one of the three to the front; whether it was another one before."""
        ways = {"intro": self._intro, "world": self._world, "rest": self._rest}
        widget = ways[front]
        if widget is None or self._stack.currentWidget() is widget:
            return False
        self._stack.setCurrentWidget(widget)
        return True

    def put_in_order(self) -> None:
        """Have Tab go through the world, and then through the help beside it or below it.

        What is in the world is made anew again and again, and so comes last by itself.
        """
        if self._screen is None:
            return
        self._screen.put_in_order()
        helps = [guide for guide in self.guides if not guide.in_strip]
        put_behind(self._screen, *(part for guide in helps for part in guide.parts))

    def focus(self) -> None:
        """Give the keyboard to what one would do next."""
        front = self._stack.currentWidget()
        reason = Qt.FocusReason.OtherFocusReason
        if front is self._rest:
            self._rest.go_on.setFocus(reason)
        elif self._intro is not None and front is self._intro:
            self._intro.start.setFocus(reason)
        elif self._screen is not None:
            self._screen.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Show the goals beside the world, or below it where letters are large."""
        if self._beside is None:
            return
        theme = current()
        room = width - theme.px(WIDTH)
        beside = theme.scale < _BESIDE_UP_TO and room >= theme.space(_WORLD_WIDTH)
        self._beside.setVisible(beside)
        self._below.setVisible(not beside)
