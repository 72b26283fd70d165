"""Saying words aloud: one utterance at a time, in a helper process that may crash without harm."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, RLock, Thread
from typing import Any

from trainer_app.domain.sound import Sound, moments
from trainer_app.domain.speaking import Ending, Speed, Utterance
from trainer_app.speech.line import HelperGone, Line, command
from trainer_app.speech.voices import voices

OnWord = Callable[[int, int], None]
"""A word is being said: its first character and its length."""
OnEnd = Callable[[Ending], None]
_PATIENCE = 6.0


@dataclass(frozen=True, slots=True)
class _Said:
    number: int
    on_word: OnWord
    on_end: OnEnd


class Speaker:
    """Says one utterance at a time; the helper is started by the first and after a crash.

    Callbacks come from another thread, and none any more once `stop` or `close` has returned;
    they must not wait for the thread that calls the speaker. `sound` is None until something was
    said, then whether this laptop has sound. Nothing of what is said is written anywhere.
    `starting` is how the helper is started, if not as this program; after `patience` seconds
    without any answer it counts as broken (an old disk may need a few for the first word).
    """

    def __init__(self, starting: Sequence[str] = (), patience: float = _PATIENCE) -> None:
        self._starting = list(starting) or command()
        self._patience = patience
        self._lock = RLock()
        self._said: _Said | None = None
        self._number = 0
        self._asked = 0  # the last number that a helper has got
        self._answered = Event()
        self._line: Line | None = None
        self._jobs: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._worker: Thread | None = None
        self.sound: bool | None = None

    @property
    def languages(self) -> frozenset[str]:
        """The languages that can be said."""
        return voices()

    @property
    def helper(self) -> int | None:
        """The process number of the helper, while one runs."""
        with self._lock:
            return self._line.pid if self._line is not None else None

    def say(
        self, utterance: Utterance, on_word: OnWord, on_end: OnEnd, speed: Speed = "normal"
    ) -> None:
        """Say this now; what was being said ends "stopped". Returns at once."""
        with self._lock:
            self._take_up(on_word, on_end)
            if utterance.language not in self.languages:
                self._end("failed")
                return
            self._ask(
                {
                    "kind": "say",
                    "id": self._number,
                    "text": utterance.text,
                    "language": utterance.language,
                    "voice": utterance.voice,
                    "pitch": utterance.pitch,
                    "speed": speed,
                }
            )

    def play(self, sound: Sound, text: str, on_word: OnWord, on_end: OnEnd) -> None:
        """Play a recording of these words now, as `say` would say them; its own speed stays."""
        words = [(word.start, word.length, moment) for word, moment in moments(text, sound)]
        with self._lock:
            self._take_up(on_word, on_end)
            given = b64encode(sound.data).decode()
            self._ask({"kind": "play", "id": self._number, "sound": given, "words": words})

    def _take_up(self, on_word: OnWord, on_end: OnEnd) -> None:
        self._end("stopped")
        self._number += 1
        self._said = _Said(self._number, on_word, on_end)

    def stop(self) -> None:
        """Fall silent; what was being said ends "stopped"."""
        with self._lock:
            if self._said is not None:
                self._end("stopped")
                self._ask({"kind": "stop"})

    def close(self) -> None:
        """Fall silent and end the helper. Something may be said again afterwards."""
        with self._lock:
            self._end("stopped")
            worker, self._worker = self._worker, None
        self._answered.set()
        if worker is not None:
            self._jobs.put(None)
            worker.join()

    def _ask(self, job: dict[str, Any]) -> None:
        if self._worker is None:
            self._worker = Thread(target=self._work, daemon=True)
            self._worker.start()
        self._jobs.put(job)

    def _work(self) -> None:
        """Starting a process and writing to it may take a while; the screen does not wait."""
        while self._serve_one():
            pass
        with self._lock:
            line, self._line = self._line, None
        if line is not None:
            line.close()

    def _serve_one(self) -> bool:
        """Hand over the next job; a frame of its own, so that no text outlives being said."""
        job = self._jobs.get()
        if job is None:
            return False
        try:
            self._hand_over(job)
        except HelperGone:
            self._fail(job.get("id", 0))
        return True

    def _hand_over(self, job: dict[str, Any]) -> None:
        with self._lock:
            late = job["kind"] != "stop" and not self._is_current(job["id"])
            line = self._line
        if late or (line is None and job["kind"] == "stop"):
            return
        self._answered.clear()
        if line is None or not self._give(line, job):
            # It died unnoticed: a new one gets the same request.
            line = self._start()
            if not self._give(line, job):
                raise HelperGone
        if job["kind"] != "stop" and not self._answered.wait(self._patience):
            line.kill()

    def _give(self, line: Line, job: dict[str, Any]) -> bool:
        """Whether the helper has got it; one that died since then has failed it."""
        try:
            line.ask(job)
        except HelperGone:
            return False
        number = job.get("id", 0)
        with self._lock:
            if self._line is line:
                self._asked = number or self._asked
            else:
                self._fail(number)
        return True

    def _start(self) -> Line:
        line = Line(self._starting, self._heard, self._gone)
        with self._lock:
            self._line = line
        return line

    def _is_current(self, number: int) -> bool:
        return self._said is not None and self._said.number == number

    def _heard(self, answer: dict[str, Any]) -> None:
        self._answered.set()
        with self._lock:
            if answer["kind"] == "sound":
                self.sound = answer["there"]
            elif self._said is None or not self._is_current(answer["id"]):
                return
            elif answer["kind"] == "word":
                self._said.on_word(answer["start"], answer["length"])
            elif answer["kind"] == "ended":
                self._end(answer["how"])

    def _gone(self, line: Line) -> None:
        """The helper has ended: what it was saying fails, the next request starts another."""
        with self._lock:
            if self._line is line:
                self._line = None
                self._fail(self._asked)
        self._answered.set()

    def _fail(self, number: int) -> None:
        with self._lock:
            if self._is_current(number):
                self._end("failed")

    def _end(self, how: Ending) -> None:
        said, self._said = self._said, None
        if said is not None:
            said.on_end(how)
