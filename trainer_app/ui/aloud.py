"""Speaks on a screen: one utterance, or a whole page with the word marked that is being said."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trainer_app.domain.speaking import Speed, Utterance
from trainer_app.services.speaking import Speaker
from trainer_app.ui.read_along import Piece, pieces
from trainer_app.ui.widgets.panels import news


class Aloud(QObject):
    """One voice for the whole window; whatever is said next ends what is being said.

    Whoever had a page read also hears news that come up on it afterwards, such as why an answer
    was right; reading ends when the page goes.
    Signals: word(int, int): the characters being said; ended: it fell silent, however that came;
    speaking(bool); reading(bool): of a page; no_sound: once, when it turns out that the laptop has
    none, words go on being marked; failed: this cannot be said now.
    """

    word = Signal(int, int)
    ended = Signal()
    speaking = Signal(bool)
    reading = Signal(bool)
    no_sound = Signal()
    failed = Signal()
    _word_told = Signal(int, int, int)
    _end_told = Signal(int, str)

    def __init__(
        self,
        speaker: Speaker,
        speed: Callable[[], Speed] = lambda: "normal",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker, self._speed = speaker, speed
        self._number = 0
        self._busy = False
        self._told_of_sound = False
        self._root: QWidget | None = None
        self._language = ""
        self._left: deque[Piece] = deque()
        self._now: Piece | None = None
        self._known: frozenset[str] = frozenset()
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._look_again)
        news.came.connect(self._looking.start)
        # The speaker tells from its own thread.
        queued = Qt.ConnectionType.QueuedConnection
        self._word_told.connect(self._on_word, queued)
        self._end_told.connect(self._on_end, queued)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that can be said."""
        return self._speaker.languages

    @property
    def is_reading(self) -> bool:
        """Whether a page is being read."""
        return self._now is not None

    def say(self, utterance: Utterance) -> None:
        """Say one thing now; a page that was being read is left."""
        self._leave_page()
        self._start(utterance)

    def read(self, root: QWidget, language: str) -> None:
        """Read what is in sight on a widget, from its beginning."""
        self._leave_page()
        found = [one for one in pieces(root, language) if one.language in self.languages]
        if not found:
            self._set_busy(False)
            return
        self._root, self._language = root, language
        self._known = frozenset(one.text for one in found if one.is_news)
        root.installEventFilter(self)
        root.destroyed.connect(self._page_gone)
        self._read_pieces(found)

    def read_or_stop(self, root: QWidget, language: str) -> None:
        """What one button does: read, and at the second press stop."""
        if self.is_reading:
            self.stop()
        else:
            self.read(root, language)

    def stop(self) -> None:
        """Fall silent."""
        self._number += 1
        self._speaker.stop()
        self._leave_page()
        self._set_busy(False)

    def close(self) -> None:
        """Fall silent and end the helper."""
        self.stop()
        self._speaker.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._root:
            if event.type() == QEvent.Type.Hide and not event.spontaneous():
                self._page_gone()
            elif event.type() == QEvent.Type.LayoutRequest:
                self._looking.start()
        return False

    # One utterance
    def _start(self, utterance: Utterance) -> None:
        self._number += 1
        number = self._number
        self._set_busy(True)
        self._speaker.say(
            utterance,
            lambda start, length: self._word_told.emit(number, start, length),
            lambda how: self._end_told.emit(number, how),
            self._speed(),
        )

    def _on_word(self, number: int, start: int, length: int) -> None:
        if number != self._number:
            return
        if self._speaker.sound is False and not self._told_of_sound:
            self._told_of_sound = True
            self.no_sound.emit()
        if self._now is not None:
            if not self._now.in_sight:
                self._read_next()
                return
            self._now.mark(start, length)
        self.word.emit(start, length)

    def _on_end(self, number: int, how: str) -> None:
        if number != self._number:
            return
        if how == "failed":
            self._leave_page()
            self.failed.emit()
        if self._now is not None:
            self._read_next()
        else:
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        if busy is not self._busy:
            self._busy = busy
            self.speaking.emit(busy)
            if not busy:
                self.ended.emit()

    # A page
    def _read_pieces(self, found: list[Piece]) -> None:
        self._left = deque(found)
        was_reading = self.is_reading
        self._read_next()
        if self.is_reading and not was_reading:
            self.reading.emit(True)

    def _read_next(self) -> None:
        self._clear_mark()
        while self._left:
            piece = self._left.popleft()
            if piece.in_sight:
                self._now = piece
                self._start(Utterance(piece.text, piece.language))
                return
        self._now = None
        self._number += 1
        self._speaker.stop()
        self.reading.emit(False)
        self._set_busy(False)

    def _look_again(self) -> None:
        """News may have come up: they are read at once, in place of what is left."""
        if self._root is None:
            return
        there = [
            one
            for one in pieces(self._root, self._language)
            if one.is_news and one.language in self.languages
        ]
        fresh = [one for one in there if one.text not in self._known]
        self._known = frozenset(one.text for one in there)
        if fresh:
            self._read_pieces(fresh)

    def _page_gone(self) -> None:
        if self.is_reading:
            self.stop()
        else:
            self._leave_page()

    def _leave_page(self) -> None:
        self._looking.stop()
        if self._root is not None:
            root, self._root = self._root, None
            if isValid(root):
                root.removeEventFilter(self)
                root.destroyed.disconnect(self._page_gone)
        self._left.clear()
        self._known = frozenset()
        self._clear_mark()
        if self._now is not None:
            self._now = None
            self.reading.emit(False)

    def _clear_mark(self) -> None:
        if self._now is not None:
            self._now.mark(0, 0)
