"""Listens for the program: one recording at a time, in a thread of the helper."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable
from threading import Event, Thread

from trainer_app.domain.sound import LONGEST, RATE, level
from trainer_app.speech.answers import Answers
from trainer_app.speech.ear import Ear, NoMicrophone


class Listening:
    """Opens an ear when it is asked to and sends on what it hears, until it is stopped.

    For each request it answers `heard` (sound in base64, level from 0 to 1) again and again, and
    `ended` (how): "done", "full" after the longest time, "missing" where there is no microphone.
    """

    def __init__(self, answers: Answers, open_ear: Callable[[], Ear]) -> None:
        self._answers, self._open = answers, open_ear
        self._hush = Event()

    def listen(self, number: int) -> None:
        """Listen now."""
        self.stop()
        self._hush = Event()
        Thread(target=self._serve, args=(number, self._hush), daemon=True).start()

    def stop(self) -> None:
        """Listen no more."""
        self._hush.set()

    def _serve(self, number: int, hush: Event) -> None:
        try:
            how = self._take(number, hush)
        except NoMicrophone:
            how = "missing"
        except BaseException:
            # As with the mouth: what is broken must not look like what only waits.
            os._exit(1)
        self._answers.give("ended", number, how=how)

    def _take(self, number: int, hush: Event) -> str:
        ear = self._open()
        self._answers.give("began", number)
        left = RATE * LONGEST
        try:
            while not hush.is_set():
                piece = ear.next()
                if piece is None:
                    return "done"
                piece = piece[:left]
                left -= len(piece)
                sound = b64encode(piece.tobytes()).decode()
                self._answers.give("heard", number, sound=sound, level=level(piece))
                if left <= 0:
                    return "full"
        finally:
            ear.close()
        return "done"
