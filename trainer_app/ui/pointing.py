"""Notices what somebody points at: by Tab or arrow, by a press, or a pointer that rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

REST_MS = 700
"""How long the pointer stays on a thing before it counts as meant."""
_KEYS = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
    | {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Pointing(QObject):
    """Watches the whole program while it is switched on, and changes nothing.

    Signals: reached(QWidget): it got the keyboard, by a key that the person pressed to get on;
    rested(QWidget): the pointer rests on it. pressed(QWidget): it was pressed and is no button.
    """

    reached = Signal(QWidget)
    rested = Signal(QWidget)
    pressed = Signal(QWidget)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = False
        self._by_key = False
        self._over: QWidget | None = None
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self._has_rested)

    def switch(self, on: bool) -> None:
        """Watch, or watch no more: then it costs nothing."""
        program = QApplication.instance()
        if on is self._on or program is None:
            return
        self._on = on
        if on:
            program.installEventFilter(self)
        else:
            program.removeEventFilter(self)
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_key = event.key() in _KEYS
            self._leave()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self._leave()
            if isinstance(watched, QWidget) and not isinstance(watched, QAbstractButton):
                self.pressed.emit(watched)
        elif isinstance(watched, QWidget):
            self._notice(watched, event)
        return False

    def _notice(self, widget: QWidget, event: QEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.Enter:
            self._over = widget
            self._resting.start()
        elif kind == QEvent.Type.Leave and widget is self._over:
            self._leave()
        elif kind == QEvent.Type.FocusIn and self._is_meant(event):
            self.reached.emit(widget)

    def _is_meant(self, event: QEvent) -> bool:
        """The program itself moves the keyboard, too: nobody meant that."""
        return self._by_key and isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS

    def _has_rested(self) -> None:
        widget, self._over = self._over, None
        if widget is not None and isValid(widget):
            self.rested.emit(widget)

    def _leave(self) -> None:
        self._over = None
        self._resting.stop()
