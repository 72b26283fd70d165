"""Somebody who has two switches, or two keys: Tab goes on, Space presses. Nothing else is there."""

from __future__ import annotations

from typing import Any, Never

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.practice.hand import Hand as Toucher
from trainer_app.i18n import _
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.practice.around.help_row import HelpRow
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.practice.stage_screen import Touch
from trainer_app.ui.widgets.drawn import DrawnButton

from .hand import plain, settle
from .practice_walk import PracticeWalk

MOST_TABS = 200


class Switches:
    """Works a window by Tab and Space alone."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def press(self, words: str) -> None:
        """Tab until a button that says this has the keyboard, then Space."""
        met: list[str] = []
        for _tab in range(MOST_TABS):
            now = self._now()
            met.append(plain(now.accessibleName()))
            if isinstance(now, DrawnButton) and met[-1] == plain(words):
                assert now.isEnabled(), words
                assert _in_sight(now), f"{words!r} has the keyboard and cannot be seen"
                QTest.keyClick(now, Qt.Key.Key_Space)
                settle()
                return
            QTest.keyClick(now, Qt.Key.Key_Tab)
            settle()
        raise AssertionError(f"Tab does not come to {words!r}: {list(dict.fromkeys(met))}")

    def _now(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window


def _in_sight(widget: QWidget) -> bool:
    """Whether the middle of a control is shown, not scrolled away."""
    return widget.visibleRegion().contains(widget.rect().center())


class _NeedsMore(Exception):
    """A step that Tab and Space cannot do."""


class _TwoKeys(Toucher):
    """Presses and carries; whatever else a step asks for it cannot do."""

    def __init__(self) -> None:
        super().__init__(None, "keys")

    def _type(self, touch: Touch) -> Never:
        raise _NeedsMore(touch.does)

    _scroll = _swipe = _hold = _type


class SwitchWalk(PracticeWalk):
    """A practice by Tab and Space; what they cannot do, such as turning a wheel, “Show me” does.

    Without a lesson it plays what is in sight. `shown` counts what was shown.
    """

    def __init__(self, window: MainWindow, lesson: str = "", language: str = "en") -> None:
        self.shown = 0
        super().__init__(window, lesson, language, "keys")
        self._toucher = _TwoKeys()

    def _open(self, lesson: str, language: str) -> None:
        if lesson:
            super()._open(lesson, language)

    def do(self, action: Any) -> None:
        """An action by Tab and Space, or by what they can ask for."""
        try:
            super().do(action)
        except _NeedsMore:
            self.shown += 1
            page: PracticePage = self.page
            row = next(each for each in page.findChildren(HelpRow) if each.isVisible())
            for _press in range(2):
                if row.show_me.isVisible():
                    self._toucher.do(Touch(row.show_me))
                    settle()

    def play(self) -> None:
        """From the words that begin it to its end."""
        self.start()
        while True:
            self.to_end_of_stage()
            if self.playing.last or self.playing.enough:
                break
            self.go_on()
            self.start()
        self.go_on()
        assert self.ends == [True], _("Finish")
