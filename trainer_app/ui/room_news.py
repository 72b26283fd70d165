"""What the network tells, brought to the window's thread and joined, so that pages stay calm."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_EVERY_MS = 250


class RoomNews(QObject):
    """Topics from any thread. The first are told at once, those after it at most four times a
    second: a board of 25 people that redraws at every answer would never hold still.

    Signals: `came(frozenset)` in the thread of this object.
    """

    came = Signal(object)
    _heard = Signal(object)

    def __init__(self, *, every_ms: int = _EVERY_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=every_ms)
        self._rest.timeout.connect(self._tell)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)

    def tell(self, topics: frozenset[str]) -> None:
        """Something changed; may be called from any thread."""
        self._heard.emit(topics)

    def _gather(self, topics: frozenset[str]) -> None:
        self._waiting |= topics
        if not self._rest.isActive():
            self._tell()

    def _tell(self) -> None:
        if not self._waiting:
            return
        told, self._waiting = frozenset(self._waiting), set()
        self._rest.start()
        self.came.emit(told)
