"""A practice on the projector: the trainer shows where, the class says what, somebody does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.scenario import Practice
from trainer_app.ui.practice.around.class_bar import ClassBar
from trainer_app.ui.practice.around.guide import Guide
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.theme import current


class ClassPage(PracticePage):
    """Played step by step with a class; nothing of it is kept.

    Page Down (a presenter's clicker) and F show the next step, and do it when pressed again; the
    arrow does so too while the bar has the keyboard.
    Signals: those of PracticePage; `larger_requested` (the next text size).
    """

    larger_requested = Signal()

    def __init__(self, practice: Practice, picture: Callable[[str], Path], *, back: str) -> None:
        self._bar: ClassBar
        super().__init__(practice, picture, back=back)
        self._bar.step_wanted.connect(self.point)
        self._bar.larger_wanted.connect(self.larger_requested)
        arrow = Qt.Key.Key_Left if current().rtl else Qt.Key.Key_Right
        keys: list[tuple[Qt.Key, QWidget]] = [
            (Qt.Key.Key_PageDown, self),
            (Qt.Key.Key_F, self),
            (arrow, self._bar),
        ]
        for key, owner in keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click_on)

    def _guide(self) -> Guide | None:
        self._bar = ClassBar()
        return self._bar

    def click_on(self) -> None:
        """What a presenter's clicker does: begin, show where, do it, go on."""
        if self.playing.stopped:
            self.act(play.GoOn())
        elif not self._begun:
            self.start()
        elif self.playing.progress.finished:
            self.go_on()
        elif self._showing.is_pointing:
            self.show_me()
        else:
            self.point()

    def point(self) -> None:
        """Ring the control that comes next, say which goal it serves, and give the hint."""
        self._showing.point(self.stage_screen, play.next_step(self.playing))
        self.act(play.TakeHint())
        self._bar.show_pointing(self._showing.is_pointing)

    def show_me(self) -> None:
        """Do the step now: the class has seen where."""
        self._showing.at_once(self.stage_screen, play.next_step(self.playing))

    def _show(self) -> None:
        super()._show()
        self._bar.show_pointing(self._showing.is_pointing)
