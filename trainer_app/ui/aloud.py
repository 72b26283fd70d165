"""Speaks on a screen: one utterance, one thing, or a page with the word marked that is said."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trainer_app.domain.sound import Sound
from trainer_app.domain.speaking import Speed, Utterance
from trainer_app.services.recordings import RecordedLessons
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
        recorded: RecordedLessons | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker, self._speed, self._recorded = speaker, speed, recorded
        self._number = 0
        self._busy = False
        self._told_of_sound = False
        self._root: QWidget | None = None
        self._language = self._lesson = ""
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
        return self._now is not None and not self._now.alone

    def speaks(self, language: str, lesson: str = "") -> bool:
        """Whether a language has a voice, or anything of a lesson was recorded in it."""
        recorded = self._recorded
        there = language in self.languages
        return there or bool(lesson and recorded and recorded.has_any(lesson, language))

    def can_read(self, root: QWidget, language: str, lesson: str = "") -> bool:
        """Whether anything on a widget can be said: by a voice, or as it was recorded."""
        if language in self.languages:
            return True
        return any(self._can_say(one, lesson) for one in pieces(root, language))

    def say(self, utterance: Utterance) -> None:
        """Say one thing now; a page that was being read is left."""
        self._leave_page()
        self._start(utterance)

    def play(self, sound: Sound, text: str) -> None:
        """Play a recording of these words now; a page that was being read is left."""
        self._leave_page()
        self._begin_to_speak()
        self._speaker.play(sound, text, *self._told(self._number))

    def read(self, root: QWidget, language: str, lesson: str = "") -> None:
        """Read what is in sight on a widget, from its beginning.

        `lesson`: the one whose recordings are played.
        """
        self._leave_page()
        found = [one for one in pieces(root, language) if self._can_say(one, lesson)]
        if not found:
            self._set_busy(False)
            return
        self._root, self._language, self._lesson = root, language, lesson
        self._known = frozenset(one.text for one in found if one.is_news)
        root.installEventFilter(self)
        root.destroyed.connect(self._page_gone)
        self._read_pieces(found)

    def read_or_stop(self, root: QWidget, language: str, lesson: str = "") -> None:
        """What one button does: read, and at the second press stop."""
        if self.is_reading:
            self.stop()
        else:
            self.read(root, language, lesson)

    def read_one(self, piece: Piece, lesson: str = "") -> None:
        """Say one thing that somebody points at; the rest of a page that was being read is left.

        What comes up on that page later is still read.
        """
        if not self._can_say(piece, lesson):
            return
        self._end_page()
        self._left.clear()
        self._lesson = lesson
        self._take(piece)

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
        self._begin_to_speak()
        self._speaker.say(utterance, *self._told(self._number), self._speed())

    def _begin_to_speak(self) -> None:
        self._number += 1
        self._set_busy(True)

    def _told(self, number: int) -> tuple[Callable[[int, int], None], Callable[[str], None]]:
        """What the speaker calls for one utterance."""
        return (
            lambda start, length: self._word_told.emit(number, start, length),
            lambda how: self._end_told.emit(number, how),
        )

    def _can_say(self, piece: Piece, lesson: str) -> bool:
        if piece.language in self.languages:
            return True
        recorded = self._recorded
        return bool(lesson and recorded and recorded.has(lesson, piece.language, piece.text))

    def _take(self, piece: Piece) -> None:
        """Say a piece: as it was recorded, else by a voice."""
        self._now = piece
        sound = None
        if self._recorded is not None and self._lesson:
            sound = self._recorded.find(self._lesson, piece.language, piece.text)
        if sound is None:
            self._start(Utterance(piece.text, piece.language))
        else:
            self._begin_to_speak()
            self._speaker.play(sound, piece.text, *self._told(self._number))

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
                self._take(piece)
                return
        self._end_page()
        self._number += 1
        self._speaker.stop()
        self._set_busy(False)

    def _look_again(self) -> None:
        """News may have come up: they are read at once, in place of what is left."""
        if self._root is None:
            return
        there = [
            one
            for one in pieces(self._root, self._language)
            if one.is_news and self._can_say(one, self._lesson)
        ]
        fresh = [one for one in there if one.text not in self._known]
        self._known = frozenset(one.text for one in there)
        if fresh:
            self._read_pieces(fresh)

    def _page_gone(self) -> None:
        if self._now is not None:
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
        self._end_page()

    def _end_page(self) -> None:
        """Nothing of a page is being said any more."""
        self._clear_mark()
        was_reading, self._now = self.is_reading, None
        if was_reading:
            self.reading.emit(False)

    def _clear_mark(self) -> None:
        if self._now is not None:
            self._now.mark(0, 0)
