"""Taking up what a trainer says: one recording at a time, in a helper process of its own."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, RLock, Thread
from typing import Any, Literal

from trainer_app.domain.sound import Sound, trimmed
from trainer_app.speech.line import HelperGone, Line, command

Heard = Literal["done", "full", "missing", "failed"]
"""How it ended: stopped, after the longest time, without a microphone, or by a fault."""
OnLevel = Callable[[float], None]
"""How loud it is now, from 0 to 1."""
OnHeard = Callable[[Sound, Heard], None]
"""What was heard, without the silence around it; empty where nothing was."""
_PATIENCE = 8.0


@dataclass(slots=True)
class _Taking:
    number: int
    on_level: OnLevel
    on_end: OnHeard
    data: bytearray = field(default_factory=bytearray)


class Recorder:
    """Records one sentence at a time; the helper is started by the first and after a crash.

    Callbacks come from another thread, and none any more once `close` has returned; they must not
    wait for the thread that calls the recorder. Nothing is written anywhere. `starting` is how the
    helper is started, if not as this program; after `patience` seconds without any answer it
    counts as broken (a system may ask the person whether the program may listen).
    """

    def __init__(self, starting: Sequence[str] = (), patience: float = _PATIENCE) -> None:
        self._starting = list(starting) or command()
        self._patience = patience
        self._lock = RLock()
        self._taking: _Taking | None = None
        self._number = 0
        self._answered = Event()
        self._line: Line | None = None
        self._worker: Thread | None = None

    def listen(self, on_level: OnLevel, on_end: OnHeard) -> None:
        """Listen from now on. Returns at once; what was being taken up is forgotten."""
        self.forget()
        with self._lock:
            self._number += 1
            self._taking = _Taking(self._number, on_level, on_end)
            self._worker = Thread(target=self._begin, args=(self._number,), daemon=True)
            self._worker.start()

    def stop(self) -> None:
        """Listen no more: what was heard comes to `on_end` soon."""
        with self._lock:
            line = self._line
            if line is None or not self._answered.is_set():
                self._end("done")  # nothing was heard yet
        self._hush(line)

    def forget(self) -> None:
        """Listen no more, and tell nobody what was heard."""
        with self._lock:
            line = self._line if self._taking is not None else None
            self._taking = None
        self._hush(line)

    def close(self) -> None:
        """Forget what is being taken up, and end the helper. It may listen again afterwards."""
        self.forget()
        self._answered.set()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.join()
        with self._lock:
            line, self._line = self._line, None
        if line is not None:
            line.close()

    def _hush(self, line: Line | None) -> None:
        if line is not None:
            with suppress(HelperGone):
                line.ask({"kind": "stop"})

    def _begin(self, number: int) -> None:
        """Starting a process takes a while; the screen does not wait."""
        self._answered.clear()
        try:
            line = self._open_line()
            with self._lock:
                if not self._is_current(number):
                    return
                line.ask({"kind": "listen", "id": number})
        except HelperGone:
            self._fail(number)
            return
        if not self._answered.wait(self._patience):
            line.kill()

    def _open_line(self) -> Line:
        with self._lock:
            if self._line is None:
                self._line = Line(self._starting, self._hear, self._gone)
            return self._line

    def _is_current(self, number: int) -> bool:
        return self._taking is not None and self._taking.number == number

    def _hear(self, answer: dict[str, Any]) -> None:
        self._answered.set()
        with self._lock:
            if self._taking is None or answer["id"] != self._taking.number:
                return
            if answer["kind"] == "heard":
                self._taking.data += b64decode(answer["sound"])
                self._taking.on_level(answer["level"])
            elif answer["kind"] == "ended":
                self._end(answer["how"])

    def _gone(self, line: Line) -> None:
        with self._lock:
            if self._line is line:
                self._line = None
                self._fail(self._number)
        self._answered.set()

    def _fail(self, number: int) -> None:
        with self._lock:
            if self._is_current(number):
                self._end("failed")

    def _end(self, how: Heard) -> None:
        taken, self._taking = self._taking, None
        if taken is not None:
            sound = Sound(bytes(taken.data))
            taken.on_end(trimmed(sound) if sound.data else sound, how)
