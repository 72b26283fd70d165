"""Says what the program asks for: in a thread of the helper, word by word, one text at a time."""

from __future__ import annotations

import os
from array import array
from base64 import b64decode
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread

import miniaudio

from trainer_app.domain.sound import RATE
from trainer_app.domain.speaking import Ending, Word, stretches
from trainer_app.speech import frames
from trainer_app.speech.answers import Answers
from trainer_app.speech.espeak import Espeak, NoVoice, Spoken
from trainer_app.speech.player import Clock, Loudspeaker, NoSound, Player
from trainer_app.speech.voices import voices

_VOICES_RATE = 22_050  # samples a second, before a voice was loaded
_KEEP_DEVICE = 8.0  # seconds after the last word
_STEP = 0.04


class Mouth:
    """Says one request after the other in a thread of its own; a new one cuts the last short.

    `pace`: None to use the loudspeaker, otherwise how many times faster than real time words pass.
    """

    def __init__(self, answers: Answers, pace: float | None = None) -> None:
        self._answers, self._pace = answers, pace
        self._rate = _VOICES_RATE
        self._requests: SimpleQueue[tuple[frames.Message, Event]] = SimpleQueue()
        self._hush = Event()
        self._player: Player | None = None
        self._told_of_sound: bool | None = None
        self._espeak: Espeak | None = None
        self._last_heard = 0.0
        Thread(target=self._serve, daemon=True).start()

    def say(self, request: frames.Message) -> None:
        """Say this now."""
        self.stop()
        self._hush = Event()
        self._requests.put((request, self._hush))

    def stop(self) -> None:
        """Fall silent."""
        self._hush.set()

    def _serve(self) -> None:
        try:
            while True:
                self._serve_one()
        finally:
            # A mouth that is broken must not look like one that thinks: the program starts another.
            os._exit(1)

    def _serve_one(self) -> None:
        """Say the next request; a frame of its own, so that no text outlives being said."""
        try:
            wait = _KEEP_DEVICE if isinstance(self._player, Loudspeaker) else None
            request, hush = self._requests.get(timeout=wait)
        except Empty:
            self._let_go()
            return
        try:
            how = self._speak(request, hush)
        except NoVoice:
            how = "failed"
        self._answers.give("ended", request["id"], how=how)

    def _speak(self, request: frames.Message, hush: Event) -> Ending:
        number = request["id"]
        fed = 0
        waiting: list[tuple[Word, int]] = []
        for spoken in self._sounds(request):
            if fed == 0:
                self._begin(number)
            assert self._player is not None
            self._player.feed(spoken.samples)
            # While one stretch is heard, the next is already there.
            if not self._tell(number, waiting, hush):
                return "stopped"
            waiting = [(word, fed + moment) for word, moment in spoken.words]
            fed += len(spoken.samples)
        # A text without words has no player either.
        whole = fed == 0 or (self._tell(number, waiting, hush) and self._reach(fed, hush))
        return "said" if whole else "stopped"

    def _sounds(self, request: frames.Message) -> Iterator[Spoken]:
        """The stretches of a text, each made when it is asked for. Raises NoVoice."""
        if request["kind"] == "play":
            yield _recorded(request, self._rate)
            return
        if self._espeak is None:
            self._espeak = Espeak()
            if self._espeak.rate != self._rate:
                self._let_go()
                self._rate = self._espeak.rate
        parts = stretches(request["text"], request["language"], voices().__contains__)
        for part in parts:
            yield self._espeak.say(
                part, voice=request["voice"], pitch=request["pitch"], speed=request["speed"]
            )

    def _begin(self, number: int) -> None:
        """Have a player for a new text, and say once where there is no sound."""
        if not isinstance(self._player, Loudspeaker):
            self._player = self._open(self._rate)
        self._tell_of_sound(isinstance(self._player, Loudspeaker))
        self._player.begin()
        self._answers.give("began", number)

    def _open(self, rate: int) -> Player:
        if self._pace is not None:
            return Clock(rate, self._pace)
        try:
            return Loudspeaker(rate)
        except NoSound:
            # Asked again with the next text: headphones may have been put in.
            return Clock(rate)

    def _tell_of_sound(self, there: bool) -> None:
        if there is not self._told_of_sound:
            self._told_of_sound = there
            self._answers.give("sound", 0, there=there)

    def _tell(self, number: int, said: list[tuple[Word, int]], hush: Event) -> bool:
        """Report words when they are heard; False where the text was cut short."""
        for word, moment in said:
            if not self._reach(moment, hush):
                return False
            self._answers.give("word", number, start=word.start, length=word.length)
        return True

    def _reach(self, moment: int, hush: Event) -> bool:
        """Wait until so many samples have been heard; False where the text was cut short."""
        while not hush.is_set():
            left = moment - self._heard()
            assert self._player is not None
            if left <= 0:
                return True
            hush.wait(min(_STEP, self._player.seconds(left)))
        if self._player is not None:
            self._player.begin()
        return False

    def _heard(self) -> float:
        assert self._player is not None
        try:
            self._last_heard = self._player.heard()
        except NoSound:
            self._let_go()
            self._player = Clock(self._rate, heard=self._last_heard)
            self._tell_of_sound(False)
        return self._last_heard

    def _let_go(self) -> None:
        if self._player is not None:
            self._player.close()
            self._player = None


def _recorded(request: frames.Message, rate: int) -> Spoken:
    """A recording in the player's samples, `rate` a second, and the moments of its words."""
    plain = miniaudio.SampleFormat.SIGNED16
    given = b64decode(request["sound"])
    made = miniaudio.convert_frames(plain, 1, RATE, given, plain, 1, rate)
    words = tuple(
        (Word(start, length), moment * rate // RATE) for start, length, moment in request["words"]
    )
    return Spoken(array("h", bytes(made)), words)
