"""The shared wall as its trainer sees it, and large for the class."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.wall_stage import WallWords
from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.shared_plaza import SharedPlaza
from trainer_app.i18n import _
from trainer_app.ui.heading import Heading, margins
from trainer_app.ui.page import Page
from trainer_app.ui.practice.pieces.shelf import in_reading_order
from trainer_app.ui.practice.shared import wall_words
from trainer_app.ui.practice.shared.wall_card import WallCard
from trainer_app.ui.practice.shared.wall_control import WallControl
from trainer_app.ui.practice.shared.wall_scene import Look, WallScene
from trainer_app.ui.practice.shared.wall_view import WallView
from trainer_app.ui.read_along import LANGUAGE
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, Scroller, Text, TopBar

_WIDEST = 760
_AT_ONCE = 9
"""Posts that a class is shown: the newest."""


class Host(Protocol):
    """The wall on the trainer's laptop; `services/room/plaza.py` is one."""

    @property
    def wall(self) -> SharedPlaza:
        """All that stands on it."""

    def take_down(self, number: int) -> None:
        """Take a post or an answer off it."""

    def let_write(self, who: str, *, words: bool) -> None:
        """Whether whoever this is may write words."""


class TrainerWallPage(Page):
    """The wall with whose laptop wrote what; one press takes it down.

    `host` gives the wall, None while it is off; `mode` how it is. `laptop`: whose laptop plays
    somebody, in short words. Signals: `left`, `mode_set(str)`, `large_requested`.
    """

    guide = "room"

    left = Signal()
    mode_set = Signal(str)
    large_requested = Signal()

    wants_width = True

    def __init__(
        self,
        host: Callable[[], Host | None],
        words: WallWords,
        picture: Callable[[str], Path],
        mode: Callable[[], PlazaMode],
        laptop: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.title = _("Plaza for all laptops")
        self._host, self._mode = host, mode
        self._scene = WallScene(words, picture, laptop)
        large = self._large = Button(_("Show it large"), icon="presentation")
        large.clicked.connect(self.large_requested)
        under = _("Nothing of it is kept. Posts are there at once; you can take each of them down.")
        heading = Heading(self.title, under, [large], back=_("The room"))
        heading.back_requested.connect(self.left)
        self.control = WallControl(self._standing, compact=False)
        self.control.mode_set.connect(self.mode_set)
        self.wall_view = WallView(self._scene)
        self.wall_view.setMaximumWidth(current().px(_WIDEST))
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        column.addWidget(heading)
        column.addWidget(self.control)
        column.addWidget(self.wall_view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))
        self._scene.taken_down.connect(self._take_down)
        self._scene.words_set.connect(self._let_write)
        self.show_now()

    def news(self, changed: frozenset[str]) -> None:
        """Somebody did something, or a laptop came or went."""
        if changed & {"plaza", "room", "laptops"}:
            self.show_now()

    def show_now(self) -> None:
        """The wall as it is."""
        host = self._host()
        wall = SharedPlaza() if host is None else host.wall
        self.control.show_now()
        self.wall_view.show_wall(wall, Look(trains=True))
        in_reading_order(self, self._large)

    def _standing(self) -> tuple[PlazaMode, int]:
        host = self._host()
        return self._mode(), 0 if host is None else len(host.wall.posts)

    def _take_down(self, number: int) -> None:
        host = self._host()
        if host is not None:
            host.take_down(number)
            self.show_now()

    def _let_write(self, who: str, words: bool) -> None:
        host = self._host()
        if host is not None:
            host.let_write(who, words=words)
            self.show_now()


class LargeWallPage(Page):
    """The wall for a whole class: nothing of it can be pressed, and no laptop is named.

    Signals: `left`, `larger_requested` (the next text size).
    """

    left = Signal()
    larger_requested = Signal()

    def __init__(
        self,
        wall: Callable[[], SharedPlaza],
        words: WallWords,
        picture: Callable[[str], Path],
        *,
        back: str,
    ) -> None:
        super().__init__()
        self.title = words.words.stages[words.stage.id].title
        self.setProperty("language", words.language)
        self.setProperty(LANGUAGE, words.language)
        self._wall, self._scene = wall, WallScene(words, picture)
        self._shown: object = None
        leave = Button(back, icon="arrow-left")
        leave.clicked.connect(self.left)
        larger = Button(_("Text size"), icon="a-large-small")
        larger.clicked.connect(self.larger_requested)
        self._grid = FlowGrid(400, 20, most=3)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        column.addWidget(self._grid)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(TopBar(start=[leave], title=self.title, end=[larger]))
        whole.addWidget(Scroller(inside), 1)
        self.show_now()

    def to_read(self) -> QWidget:
        return self._grid

    def news(self, changed: frozenset[str]) -> None:
        """Somebody did something."""
        if changed & {"plaza", "room"}:
            self.show_now()

    def show_now(self) -> None:
        """The wall as it is."""
        wall = self._wall()
        if wall == self._shown:
            return
        self._shown = wall
        look, newest = Look(large=True), wall.posts[:_AT_ONCE]
        cards: list[QWidget] = [WallCard(self._scene, post, look, False) for post in newest]
        self._grid.set_tiles(cards or [Text(wall_words.nothing_yet(), "headline", colour="muted")])
