"""Puts slides on the right screen, and takes them to another when screens come or go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from trainer_app.ui.presenter.displays import Displays, Spot, arrangement, chosen, spots
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_window import SlideWindow

Mode = Literal["two", "mirror", "walk"]
"""Slides on a screen of their own; on the one that everybody sees; or in the trainer's hand."""
WALK = "walk"
"""Stands in place of a screen's name where somebody walks round in that arrangement."""


class Projecting(QObject):
    """The windows of one presentation. `kept` and `keep`: what was chosen, by arrangement.

    Signals: `mode_changed`: another page belongs on the trainer's window now.
    """

    mode_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        presentation: Presentation,
        kept: Callable[[], Mapping[str, str]],
        keep: Callable[[str, str], None],
        displays: Displays | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._presentation = window, presentation
        self._kept, self._keep = kept, keep
        self._before = window.windowState()
        self.slides: SlideWindow | None = None
        self.mode: Mode = "mirror"
        self._displays = displays or Displays(self)
        self._displays.changed.connect(self._screens_changed)
        self._arrange()

    def swap(self) -> None:
        """The slides go to the trainer's screen, and hers to theirs; remembered."""
        if self.slides is None:
            return
        theirs, mine = self.slides.screen(), self._window.screen()
        self._keep(arrangement(self._displays.there()), mine.name())
        _take(self._window, theirs)
        self.slides.fill(mine)

    def walk(self, walking: bool) -> None:
        """Whether the laptop is carried around; remembered for screens that stand as now."""
        if self.mode == "two":
            return
        self._keep(arrangement(self._displays.there()), WALK if walking else "")
        self.mode = "walk" if walking else "mirror"
        self.mode_changed.emit()

    def end(self) -> None:
        """Close the slides and give the trainer's window back as it was."""
        self._displays.changed.disconnect(self._screens_changed)
        self._close_slides()
        self._window.setWindowState(self._before)
        self.deleteLater()

    def fall_back(self) -> None:
        """Somebody closed the slides' window: they go on in the trainer's."""
        self._close_slides()
        self._one_picture("")
        self.mode_changed.emit()

    def _arrange(self) -> None:
        there = self._displays.there()
        kept = self._kept().get(arrangement(there), "")
        mine = _spot(self._window.screen())
        spot = chosen(there, mine, kept)
        screen = self._displays.screen_of(spot) if spot is not None else None
        if spot is None or screen is None:
            self._close_slides()
            self._one_picture(kept)
            return
        self.mode = "two"
        if spot == mine:
            others = [one for one in there if one != mine and not one.box.intersects(mine.box)]
            other = self._displays.screen_of(others[0])
            if other is not None:
                _take(self._window, other)
        if self._window.windowState() & Qt.WindowState.WindowFullScreen:
            self._window.setWindowState(self._before)
        if self.slides is None:
            self.slides = SlideWindow(self._presentation)
            self.slides.closed.connect(self.fall_back)
        self.slides.fill(screen)
        # The trainer's own keys go on working: the slides take the keyboard only when pressed.
        self._window.activateWindow()

    def _one_picture(self, kept: str) -> None:
        self.mode = "walk" if kept == WALK else "mirror"
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    def _close_slides(self) -> None:
        if self.slides is not None:
            self.slides.leave()
            self.slides = None

    def _screens_changed(self) -> None:
        before = self.mode
        self._arrange()
        if self.mode != before:
            self.mode_changed.emit()


def _spot(screen: QScreen) -> Spot:
    return spots([screen])[0]


def _take(window: QWidget, screen: QScreen) -> None:
    """Take a window to another screen, as large as it was if there is room."""
    state = window.windowState()
    window.setWindowState(Qt.WindowState.WindowNoState)
    room = screen.availableGeometry()
    size = window.size().boundedTo(room.size())
    spare = QPoint((room.width() - size.width()) // 2, (room.height() - size.height()) // 2)
    window.setScreen(screen)
    window.resize(size)
    window.move(room.topLeft() + spare)
    window.setWindowState(state)
