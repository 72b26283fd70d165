"""A recorder for a page: what it tells comes in the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from trainer_app.domain.sound import Sound
from trainer_app.services.hearing import Recorder


class Taking(QObject):
    """Records one thing at a time.

    Signals: level(float): how loud it is now, from 0 to 1; ended(object, str): the Sound that was
    heard and how it ended (`hearing.Heard`).
    """

    level = Signal(float)
    ended = Signal(object, str)
    _level_told = Signal(int, float)
    _end_told = Signal(int, object, str)

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._number = 0
        self.is_on = False
        # The recorder tells from its own thread.
        queued = Qt.ConnectionType.QueuedConnection
        self._level_told.connect(self._on_level, queued)
        self._end_told.connect(self._on_end, queued)

    def begin(self) -> None:
        """Listen from now on."""
        self._number += 1
        number, self.is_on = self._number, True

        def on_end(sound: Sound, how: str) -> None:
            self._end_told.emit(number, sound, how)

        self._recorder.listen(lambda level: self._level_told.emit(number, level), on_end)

    def stop(self) -> None:
        """Listen no more; what was heard comes with `ended`."""
        if self.is_on:
            self._recorder.stop()

    def close(self) -> None:
        """Forget what is being taken up, and let the microphone go."""
        self._number += 1
        self.is_on = False
        self._recorder.close()

    def _on_level(self, number: int, level: float) -> None:
        if number == self._number:
            self.level.emit(level)

    def _on_end(self, number: int, sound: Sound, how: str) -> None:
        if number == self._number:
            self.is_on = False
            self.ended.emit(sound, how)
