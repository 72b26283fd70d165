"""The shared wall on a learner's laptop: what everybody put there, and what can be put there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.wall_stage import WallWords
from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.shared_plaza import SharedPlaza
from trainer_app.domain.wall_acts import Refusal, WallAct
from trainer_app.i18n import _
from trainer_app.ui.heading import clear, column
from trainer_app.ui.page import Page
from trainer_app.ui.practice.around.strip import PracticeStrip
from trainer_app.ui.practice.pieces.laid_out import LARGE_TEXT
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import in_reading_order
from trainer_app.ui.practice.plaza.faces import Face
from trainer_app.ui.practice.shared import wall_words
from trainer_app.ui.practice.shared.wall_chooser import Choosing, WallChooser, What, ways
from trainer_app.ui.practice.shared.wall_scene import Look, WallScene
from trainer_app.ui.practice.shared.wall_view import WallView
from trainer_app.ui.read_along import LANGUAGE
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Notice, Scroller, Text, Toast

_SIDE = 300
_WIDEST = 720


class Seat(Protocol):
    """What this laptop has of the wall; `services/room/seen_plaza.py` is one."""

    @property
    def wall(self) -> SharedPlaza:
        """All that stands on it."""

    @property
    def who(self) -> str:
        """Whom this laptop plays; "" where it can only look."""

    def act(self, act: WallAct) -> None:
        """Wish for something."""

    def take_refused(self) -> Refusal:
        """Why the last wish cannot be, once."""


class WallPage(Page):
    """A laptop plays one person of the pretend world; what it does is on the wall at once.

    `mode` tells how the trainer lets it be, None while the room is lost.
    Signals: `left`.
    """

    wants_height = True

    left = Signal()

    def __init__(
        self,
        seat: Seat,
        words: WallWords,
        picture: Callable[[str], Path],
        mode: Callable[[], PlazaMode | None],
        *,
        back: str,
    ) -> None:
        super().__init__()
        self.title = words.words.stages[words.stage.id].title
        self.setProperty("language", words.language)
        self.setProperty(LANGUAGE, words.language)
        self._seat, self._mode = seat, mode
        self._scene = WallScene(words, picture)
        self._choosing = Choosing()
        self._shown: object = None
        self.chooser: WallChooser | None = None
        self._strip = PracticeStrip(back, said=wall_words.pretend(), stops=False)
        self._strip.leave.clicked.connect(self.left)
        self._body = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._side, self._main = QVBoxLayout(), QVBoxLayout()
        self.wall_view = WallView(self._scene)
        self._arrange()
        self._connect()
        self.show_now()

    # Building
    def _arrange(self) -> None:
        theme = current()
        self._large = theme.scale > LARGE_TEXT
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._strip)
        edge = theme.space(12 if self._large else 24)
        self._row.setContentsMargins(edge, theme.space(14), edge, theme.space(14))
        self._row.setSpacing(theme.space(20))
        self._side.setSpacing(theme.space(10))
        side = self._beside = QWidget()
        main = QWidget()
        side.setLayout(self._side)
        main.setLayout(self._main)
        for layout in (self._side, self._main):
            layout.setContentsMargins(0, 0, 0, 0)
        main.setMaximumWidth(theme.px(_WIDEST))
        self._row.addWidget(side)
        self._row.addWidget(main, 10)
        self._main.addWidget(self.wall_view)
        if self._large:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            whole.addWidget(Scroller(self._body), 1)
            return
        # The buttons stay in sight while the wall scrolls.
        side.setFixedWidth(theme.space(_SIDE))
        self._row.removeWidget(main)
        inside = QWidget()
        inside.setProperty("ground", "none")
        room = QHBoxLayout(inside)
        room.setContentsMargins(0, 0, theme.space(8), 0)
        room.addWidget(main, 10)
        room.addStretch(1)
        self._row.addWidget(Scroller(inside), 1)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        scene = self._scene
        scene.heart_set.connect(
            lambda post, on: self._act(WallAct("like" if on else "unlike", of=post))
        )
        scene.taken_back.connect(lambda number: self._act(WallAct("take-back", of=number)))
        scene.answer_wanted.connect(lambda post: self.choose(Choosing("answer", post)))

    def to_read(self) -> QWidget:
        return self._body

    # Showing
    def news(self, changed: frozenset[str]) -> None:
        """Somebody did something, or the trainer said how it goes on."""
        if changed & {"plaza", "room"}:
            said = wall_words.refused(self._seat.take_refused())
            if said:
                Toast.say(self.window(), said)
            self.show_now()

    def show_now(self) -> None:
        """Everything as it is now; the keyboard stays where it is."""
        look = self._look()
        state = (look, self._mode(), self._may_write())
        if state != self._shown:
            self._shown = state
            self._fill_side(look)
            if not look.acts and self._choosing.what:
                self.choose(Choosing())
        if not self._choosing.what:
            self.wall_view.show_wall(self._seat.wall, look)
        in_reading_order(self, self._strip.leave)

    def _look(self) -> Look:
        acts = self._mode() in ("set-phrases", "free-words") and bool(self._seat.who)
        return Look(me=self._seat.who, acts=acts)

    def _may_write(self) -> bool:
        return self._mode() == "free-words" and self._seat.who not in self._seat.wall.held_back

    def _fill_side(self, look: Look) -> None:
        had = QApplication.focusWidget()
        at = had.accessibleName() if had is not None and self.isAncestorOf(had) else ""
        words = self._may_write()
        clear(self._side)
        if look.me:
            self._side.addWidget(self._me(look.me))
        if not self._large:
            self._side.addWidget(Text(self._scene.words.intro, "body", colour="muted"))
        notice = self._notice()
        if notice is not None:
            self._side.addWidget(notice)
        buttons = [self._way(what, said) for what, said in ways(words=words)] if look.acts else []
        self._ways = Wrapping(buttons) if self._large else column(*buttons, gap=10)
        self._ways.setVisible(bool(buttons) and not self._choosing.what)
        self._side.addWidget(self._ways)
        for button in buttons:
            if button.accessibleName() == at:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._side.addStretch(1)

    def _way(self, what: What, said: Saying) -> Button:
        role: Literal["primary", "secondary"] = "primary" if what == "sticker" else "secondary"
        button = Button(said.word, role, icon=said.icon)
        button.clicked.connect(lambda: self.choose(Choosing(what)))
        return button

    def _me(self, who: str) -> QWidget:
        name = self._scene.name(who)
        words = Text(wall_words.you_are(name), "body", "semibold", tight=True)
        card = Card(pad=8 if self._large else 12)
        row = QHBoxLayout()
        row.setSpacing(current().space(12))
        row.addWidget(Face(self._scene.face(who), "", 40 if self._large else 64))
        row.addWidget(words, 1)
        card.body.addLayout(row)
        return card

    def _notice(self) -> Notice | None:
        match self._mode():
            case None:
                words = _("Alone for now. The wall goes on when the room is back.")
                return Notice(words, "plain", icon="wifi-off")
            case "paused":
                words = _("The wall stands still for a moment. Everything stays.")
                return Notice(words, "primary", icon="pause")
            case _ if not self._seat.who:
                return Notice(_("You can look on here."), "plain", icon="eye")
        return None

    # Choosing
    def choose(self, choosing: Choosing) -> None:
        """Choose something, or go back to the wall."""
        self._choosing = choosing
        old, self.chooser = self.chooser, None
        if old is not None:
            old.away()
            self._main.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.wall_view.setVisible(not choosing.what)
        self._beside.setVisible(not (choosing.what and self._large))
        self._ways.setVisible(not choosing.what)
        if not choosing.what:
            self.wall_view.show_wall(self._seat.wall, self._look())
            in_reading_order(self, self._strip.leave)
            return
        chooser = WallChooser(self._scene, choosing, self, words=self._may_write())
        chooser.chosen.connect(self._put)
        chooser.went.connect(self.choose)
        chooser.left.connect(lambda: self._back_to(choosing))
        self._main.insertWidget(0, chooser)
        chooser.show()
        self.chooser = chooser
        in_reading_order(self, self._strip.leave)
        QTimer.singleShot(0, chooser, chooser.begin)

    def _back_to(self, choosing: Choosing) -> None:
        self.choose(Choosing())
        buttons = [one for one in self.findChildren(Button) if one.isVisible()]
        deed = f"answer {choosing.of}" if choosing.of else ""
        said = {what: saying.word for what, saying in ways(words=True)}.get(choosing.what, "")
        for button in buttons:
            if (deed and button.property("deed") == deed) or (
                not deed and button.accessibleName() == said
            ):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _put(self, act: WallAct) -> None:
        choosing = self._choosing
        self._act(act)
        self._back_to(choosing)

    def _act(self, act: WallAct) -> None:
        self._seat.act(act)

    # Built anew
    def remember(self) -> Any:
        """What is being chosen, with what was typed."""
        typed = self.chooser.typed if self.chooser is not None else ""
        return replace(self._choosing, typed=typed)

    def recall(self, memory: Any) -> None:
        if isinstance(memory, Choosing) and memory.what and self._look().acts:
            self.choose(memory)
