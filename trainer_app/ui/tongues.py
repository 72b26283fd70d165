"""Languages to choose from say what they are called, each in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import own_name

DWELL_MS = 400
"""A pointer that only passes by says nothing."""
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def tongues(buttons: Mapping[str, QWidget]) -> dict[QWidget, Utterance]:
    """What each button of a language says, by the language's code: its own name."""
    return {button: Utterance(own_name(code), code) for code, button in buttons.items()}


class SaysItself(QObject):
    """Has widgets say something when they are pointed at or get the keyboard by Tab.

    Each of `names` is what a widget says. It lives as long as its parent.
    Signals: heard(object) with an Utterance.
    """

    heard = Signal(object)

    def __init__(self, names: Mapping[QWidget, Utterance], parent: QObject) -> None:
        super().__init__(parent)
        self._names = dict(names)
        self._at: QWidget | None = None
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self._say)
        for widget in self._names:
            widget.installEventFilter(self)

    def say(self, widget: QWidget) -> None:
        """Say it now."""
        self._dwell.stop()
        self.heard.emit(self._names[widget])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or watched not in self._names:
            return False
        if event.type() == QEvent.Type.Enter:
            self._at = watched
            self._dwell.start()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._dwell.stop()
        elif isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_KEY:
            self.say(watched)
        return False

    def _say(self) -> None:
        if self._at is not None and isValid(self._at) and self._at.isVisible():
            self.say(self._at)
