"""Tells when nobody has touched the program for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_TOUCHED = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Idle(QObject):
    """Waits `minutes` from the last touch, which it asks for anew each time.

    Signals: `passed`.
    """

    passed = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        _application().installEventFilter(self)

    def begin(self) -> None:
        """Wait from now on."""
        self._timer.start(self._minutes() * 60_000)

    def end(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def close(self) -> None:
        """Look at nothing any more."""
        self.end()
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if self._timer.isActive() and event.type() in _TOUCHED:
            self.begin()
        return False  # every event of the program comes by here: nothing more is asked


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
