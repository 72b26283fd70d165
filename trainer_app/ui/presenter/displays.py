"""The screens of this laptop: which one shows the slides, and when one comes or goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

_CALM_MS = 400
"""Screens are plugged in with a few events; one waits until it is quiet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen: its name, and where it lies among the others in pixels."""

    name: str
    left: int
    top: int
    width: int
    height: int

    @property
    def box(self) -> QRect:
        """Where it lies."""
        return QRect(self.left, self.top, self.width, self.height)


def spots(screens: Sequence[QScreen]) -> tuple[Spot, ...]:
    """The screens that there are."""
    return tuple(
        Spot(one.name(), box.x(), box.y(), box.width(), box.height())
        for one in screens
        for box in (one.geometry(),)
    )


def arrangement(there: Sequence[Spot]) -> str:
    """What an arrangement of screens is remembered by: their names and places, nothing else."""
    return " ".join(
        f"{one.name}:{one.width}x{one.height}{one.left:+d}{one.top:+d}"
        for one in sorted(there, key=lambda one: (one.left, one.top, one.name))
    )


def apart(there: Sequence[Spot], mine: Spot) -> tuple[Spot, ...]:
    """Screens that show something else than mine; one that mirrors it lies over it."""
    return tuple(one for one in there if one != mine and not one.box.intersects(mine.box))


def chosen(there: Sequence[Spot], mine: Spot, remembered: str) -> Spot | None:
    """Where the slides go: to the screen of that name, or to the one that is not the trainer's.

    None where there is one picture only: a projector that mirrors the laptop, or none at all.
    """
    others = apart(there, mine)
    if not others:
        return None
    return next((one for one in there if one.name == remembered), others[0])


class Displays(QObject):
    """Tells when screens come or go. Signals: `changed`, once it is quiet."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self.changed)
        running = QGuiApplication.instance()
        assert isinstance(running, QGuiApplication)
        running.screenAdded.connect(self._added)
        running.screenRemoved.connect(self._calm.start)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._calm.start)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._calm.start)
        self._calm.start()

    @staticmethod
    def there() -> tuple[Spot, ...]:
        """The screens now."""
        return spots(QGuiApplication.screens())

    @staticmethod
    def screen_of(spot: Spot) -> QScreen | None:
        """The screen at a spot, if it is still there."""
        screens = QGuiApplication.screens()
        return next((one for one in screens if spots([one])[0] == spot), None)
