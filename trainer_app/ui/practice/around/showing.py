"""“Show me”: rings the control that comes next, presses it, and so on to the step itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from trainer_app.ui.practice.around.spotlight import Spotlight
from trainer_app.ui.practice.stage_screen import StageScreen, Touch
from trainer_app.ui.theme import current

RING_MS = 900
_MOST_TOUCHES = 15


class Showing(QObject):
    """Shows one step at a time on a stage's screen; it acts on no engine itself.

    What lies on the way, such as opening a tab, is pressed for the person. A step that is no press
    is only ringed: afterwards the screen shows what came of it.
    Signals: came: the step is to be done now.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, singleShot=True, interval=RING_MS)
        self._clock.timeout.connect(self._press)
        self._ring: Spotlight | None = None
        self._screen: StageScreen | None = None
        self._step: Any = None
        self._pressing = False
        self._left = 0

    @property
    def is_on(self) -> bool:
        """Whether a step is being shown."""
        return self._step is not None

    @property
    def is_pointing(self) -> bool:
        """Whether a control is ringed."""
        return self._ring is not None

    def begin(self, screen: StageScreen, step: Any) -> None:
        """Show the way to a step; a second time does what is left of it at once."""
        if step is None:
            return
        if self.is_on or not current().motion:
            self.at_once(screen, step)
            return
        self._screen, self._step, self._left = screen, step, _MOST_TOUCHES
        self._point()

    def at_once(self, screen: StageScreen, step: Any) -> None:
        """Press all that leads to a step, without waiting, and do it."""
        self.end()
        if step is None:
            return
        self._screen, self._step, self._left = screen, step, _MOST_TOUCHES
        while self.is_on:
            self._press(wait=False)

    def point(self, screen: StageScreen, step: Any) -> None:
        """Only ring what comes next, until something is done."""
        self.end()
        touch = None if step is None else screen.touch(step)
        if touch is not None:
            self._ring = Spotlight(touch.widget)

    def takes(self, action: Any) -> bool:
        """Whether an action came from here, and not from the person; hers ends the showing."""
        if not self._pressing:
            self.end()
            return False
        if action == self._step:
            self._done()
        return True

    def end(self) -> None:
        """Leave it."""
        self._clock.stop()
        self._step = None
        self._put_out()

    def _point(self) -> None:
        touch = self._touch()
        if touch is None:
            self._done()
            return
        self._put_out()
        self._ring = Spotlight(touch.widget)
        self._clock.start()

    def _press(self, *, wait: bool = True) -> None:
        touch = self._touch()
        self._left -= 1
        button = touch.widget if touch is not None and touch.does == "press" else None
        if not isinstance(button, QAbstractButton) or not button.isEnabled() or self._left <= 0:
            self._done()
            return
        self._pressing = True
        try:
            button.click()
        finally:
            self._pressing = False
        if not self.is_on:
            return
        again = self._touch()
        if again is None or again.widget is button:
            self._done()
        elif wait:
            self._point()

    def _touch(self) -> Touch | None:
        return None if self._screen is None else self._screen.touch(self._step)

    def _done(self) -> None:
        if self.is_on:
            self.end()
            self.came.emit()

    def _put_out(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
