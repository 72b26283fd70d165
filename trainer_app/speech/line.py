"""The program's end of the line to the speaking helper: starts it, asks, listens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import BinaryIO

from trainer_app.speech import frames

_PATIENCE = 1.0  # seconds that the helper has to end by itself
# On Windows the helper would otherwise open a window of its own for its console.
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class HelperGone(Exception):
    """The helper could not be started, or does not listen any more."""


def command() -> list[str]:
    """How this program starts itself as its speaking helper, packaged or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--speak"]
    return [sys.executable, "-m", "trainer_app", "--speak"]


class Line:
    """One running helper. `heard` is called with each answer, `ended` once when it is gone.

    Both are called in a thread of the line. Raises HelperGone where it cannot be started.
    """

    def __init__(
        self,
        starting: Sequence[str],
        heard: Callable[[frames.Message], None],
        ended: Callable[[Line], None],
    ) -> None:
        self._heard, self._ended = heard, ended
        try:
            self._process = subprocess.Popen(
                starting,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise HelperGone(str(error)) from None
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, request: frames.Message) -> None:
        """Send a request. Raises HelperGone."""
        try:
            frames.write(self._pipe(self._process.stdin), request)
        except (OSError, ValueError) as error:
            raise HelperGone(str(error)) from None

    def close(self) -> None:
        """End the helper: asked first, then without asking."""
        try:
            self._pipe(self._process.stdin).close()
            self._process.wait(_PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            self.kill()
        self._listener.join(_PATIENCE)

    def kill(self) -> None:
        """End the helper without asking."""
        self._process.kill()

    def _listen(self) -> None:
        with self._pipe(self._process.stdout) as answers:
            while (answer := frames.read(answers)) is not None:
                self._heard(answer)
        # Something that is no answer came, or the helper is gone: either way it is of no use.
        self._process.kill()
        self._process.wait()
        with suppress(OSError):  # what was still to be sent has nobody to go to
            self._pipe(self._process.stdin).close()
        self._ended(self)

    @staticmethod
    def _pipe(stream: object) -> BinaryIO:
        assert stream is not None
        return stream  # type: ignore[return-value]
