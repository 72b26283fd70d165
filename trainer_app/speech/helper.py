"""The speaking helper: a process of its own that reads requests and says them.

It is the program itself with a hidden sub-command, so that it also works packaged, and knows
nothing but what comes through its pipe: no file, no store, no window. Its requests: `say` (id,
text, language, voice, pitch, speed), `stop`, `quit`. What it answers: `sound` (there), once; for
each `say` `began`, `word` (start, length) in time with the sound, and `ended` (how).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader, BufferedWriter, FileIO
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import BinaryIO

from trainer_app.domain.speaking import Ending, Word, stretches
from trainer_app.speech import frames
from trainer_app.speech.espeak import Espeak, NoVoice, Spoken
from trainer_app.speech.player import Clock, Loudspeaker, NoSound, Player
from trainer_app.speech.voices import voices

WITHOUT_SOUND = "--without-sound"
_KEEP_DEVICE = 8.0  # seconds after the last word
_STEP = 0.04


class Mouth:
    """Says one request after the other in a thread of its own; a new one cuts the last short.

    `pace`: None to use the loudspeaker, otherwise how many times faster than real time words pass.
    """

    def __init__(self, answers: BinaryIO, pace: float | None = None) -> None:
        self._answers, self._pace = answers, pace
        self._writing = Lock()
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
        self._answer("ended", request["id"], how=how)

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
        if self._espeak is None:
            self._espeak = Espeak()
        parts = stretches(request["text"], request["language"], voices().__contains__)
        for part in parts:
            yield self._espeak.say(
                part, voice=request["voice"], pitch=request["pitch"], speed=request["speed"]
            )

    def _begin(self, number: int) -> None:
        """Have a player for a new text, and say once where there is no sound."""
        assert self._espeak is not None
        if not isinstance(self._player, Loudspeaker):
            self._player = self._open(self._espeak.rate)
        self._tell_of_sound(isinstance(self._player, Loudspeaker))
        self._player.begin()
        self._answer("began", number)

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
            self._answer("sound", 0, there=there)

    def _tell(self, number: int, said: list[tuple[Word, int]], hush: Event) -> bool:
        """Report words when they are heard; False where the text was cut short."""
        for word, moment in said:
            if not self._reach(moment, hush):
                return False
            self._answer("word", number, start=word.start, length=word.length)
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
            assert self._espeak is not None
            self._let_go()
            self._player = Clock(self._espeak.rate, heard=self._last_heard)
            self._tell_of_sound(False)
        return self._last_heard

    def _let_go(self) -> None:
        if self._player is not None:
            self._player.close()
            self._player = None

    def _answer(self, kind: str, number: int, **more: object) -> None:
        try:
            with self._writing:
                frames.write(self._answers, {"kind": kind, "id": number, **more})
        except OSError:
            # The program is gone, and nobody is left to speak to.
            os._exit(0)


def main(arguments: Sequence[str]) -> None:
    """Serve until the pipe closes or `quit` comes; never returns.

    `--without-sound N`: let words pass N times as fast as they are said, for tests and figures.
    """
    pace = float(arguments[1]) if arguments[:1] == [WITHOUT_SOUND] else None
    requests, answers = _own_pipes()
    mouth = Mouth(answers, pace)
    while _obey(mouth, frames.read(requests)):
        pass
    # A device that hangs must not keep the process.
    os._exit(0)


def _obey(mouth: Mouth, request: frames.Message | None) -> bool:
    """Do what is asked; False at the end."""
    if request is None or request["kind"] == "quit":
        return False
    if request["kind"] == "say":
        mouth.say(request)
    else:
        mouth.stop()
    return True


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes; what a library prints by itself goes nowhere, not between the frames."""
    requests = BufferedReader(FileIO(os.dup(sys.stdin.fileno()), "rb"))
    answers = BufferedWriter(FileIO(os.dup(sys.stdout.fileno()), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers
