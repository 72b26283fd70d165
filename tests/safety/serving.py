"""The other end of `server.py`: starts programs, listens to them, and ends them."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from programs import PROGRAMS, Program, Said

SERVER = Path(__file__).with_name("server.py")
PATIENCE = 60.0
"""Seconds after which a program that says nothing is taken to hang."""


class Server:
    """One process from which programs are started quickly."""

    def __init__(self) -> None:
        known = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, str(SERVER)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": known},
        )  # fmt: skip
        assert self._process.stdout is not None
        self._pipe = self._process.stdout.fileno()
        self._rest = b""
        assert self.hear() == ("ready", "")

    def start(self, program: str, folder: Path, rounds: int, **more: int) -> Running:
        """A program that stands at its beginning until `go`."""
        order = {"program": program, "folder": str(folder), "rounds": rounds, **more}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        heard = self.hear()
        assert heard is not None
        assert heard[0] == "here"
        return Running(self, PROGRAMS[program], folder, int(heard[1]))

    def hear(self, seconds: float = PATIENCE) -> tuple[str, str] | None:
        """The next line that comes within so many seconds."""
        until = time.monotonic() + seconds
        while b"\n" not in self._rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
                return None
            more = os.read(self._pipe, 65536)
            assert more, "the server is gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        word, _, value = line.decode().partition(" ")
        return word, value

    def close(self) -> None:
        """End it, with whatever it still runs."""
        self._process.kill()
        self._process.communicate()


class Running:
    """One child and what it said so far."""

    def __init__(self, server: Server, program: Program, folder: Path, pid: int) -> None:
        self.program, self.folder, self.pid = program, folder, pid
        self.said: Said = []
        self.ended = False
        self._server = server

    def go(self) -> None:
        """Let it begin, or go on."""
        os.kill(self.pid, signal.SIGCONT)

    def stop(self) -> None:
        """Hold it still between two system calls, until `go`."""
        os.kill(self.pid, signal.SIGSTOP)
        while not all(_stands_still(task) for task in Path(f"/proc/{self.pid}/task").iterdir()):
            self.listen(seconds=0.001)

    def listen(self, *, lines: int = 0, seconds: float = 0.0) -> None:
        """Hear so many lines more, and then whatever comes in so many seconds."""
        for _ in range(lines):
            if not self._hear(PATIENCE):
                return
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._hear(left):
            pass

    def listen_for(self, word: str) -> None:
        """Hear lines until one began with this word."""
        if not self.words(word):
            self.listen_for_next(word)

    def listen_for_next(self, word: str) -> None:
        """Hear lines until another one begins with this word."""
        known = len(self.words(word))
        while len(self.words(word)) == known:
            assert self._hear(PATIENCE), f"it ended without a {word}: {self.said[-3:]}"

    def kill(self) -> None:
        """End it as a dead battery would, and hear what it had still said."""
        with suppress(ProcessLookupError):  # it may have come to its end
            os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Hear everything until it is gone."""
        while self._hear(PATIENCE):
            pass

    def words(self, word: str) -> list[str]:
        """Values of all lines that begin with a word."""
        return [value for one, value in self.said if one == word]

    def _hear(self, seconds: float) -> bool:
        if self.ended:
            return False
        heard = self._server.hear(seconds)
        if heard is None:
            assert seconds < PATIENCE, f"it hangs after {self.said[-3:]}"
        elif heard[0] == "gone":
            self.ended = True
        else:
            self.said.append(heard)
            return True
        return False


def _stands_still(task: Path) -> bool:
    """Whether a thread is stopped, by its state in /proc (man 5 proc)."""
    return task.joinpath("stat").read_text().rpartition(") ")[2].startswith("T")


@contextmanager
def serving() -> Iterator[Server]:
    """A server that is closed at the end."""
    server = Server()
    try:
        yield server
    finally:
        server.close()
