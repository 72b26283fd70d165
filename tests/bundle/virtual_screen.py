"""A screen without a monitor, with a keyboard: what stands on it is read from its memory."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1366, 768
_PATIENCE, _LOOK = 30_000, 0.1
_CALM_LOOKS = 4
_ANOTHER_PAGE, _ONE_FIELD = 0.4, 0.2


class NothingHappened(AssertionError):
    """What was waited for did not come."""


class Screen:
    """Presses keys like a person, and waits until the picture has changed and is calm."""

    def __init__(self, display: str, memory: Path) -> None:
        self.display = display
        self._memory = memory

    @property
    def env(self) -> dict[str, str]:
        """The surroundings of somebody without Python who sits at this screen."""
        return {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

    def show(self, program: subprocess.Popen[str]) -> None:
        """Wait for the program's window, and give it the whole screen and the keyboard."""
        found = self._xdotool("search", "--sync", "--onlyvisible", "--name", "^trainer-app$")
        window = found.split()[0]
        # No window manager runs here, that would do this.
        self._xdotool("windowsize", "--sync", window, str(WIDTH), str(HEIGHT))
        self._xdotool("windowmove", window, "0", "0", "windowfocus", "--sync", window)
        self._wait(program, self._calm(), "the window is calm")

    def press(self, program: subprocess.Popen[str], *keys: str) -> None:
        """Press keys one after the other; each changes something in sight."""
        for key in keys:
            before = self.lines()
            self._xdotool("key", key)
            self._wait(program, self._calm(before), f"something changes after {key}")

    def turn_page(self, program: subprocess.Popen[str], key: str) -> None:
        """Press a key that leads to another page."""
        before = self.lines()
        self._xdotool("key", key)
        self._wait(program, self._calm(before, _ANOTHER_PAGE), f"another page after {key}")

    def write(self, program: subprocess.Popen[str], words: str) -> None:
        """Type where the keyboard is; anything else in sight stays as it was."""
        before = self.lines()
        self._xdotool("type", "--delay", "15", words)
        self._wait(program, self._calm(before), f"{words!r} stands on the screen")
        if self._differs(before, _ONE_FIELD):
            raise NothingHappened(f"typing {words!r} led to another page")

    def lines(self) -> list[bytes]:
        """The rows of pixels, from the top."""
        held = self._memory.read_bytes()
        header = struct.unpack(">25I", held[:100])  # of an X window dump, version 7
        size, height, row, colours = header[0], header[5], header[12], header[19]
        start = size + 12 * colours
        return [held[start + row * n : start + row * (n + 1)] for n in range(height)]

    def take_picture(self, file: Path) -> None:
        """Save what stands on the screen."""
        file.parent.mkdir(parents=True, exist_ok=True)
        rows = b"".join(self.lines())
        assert QImage(rows, WIDTH, HEIGHT, QImage.Format.Format_RGB32).save(str(file))

    def _differs(self, before: list[bytes], share: float) -> bool:
        """Whether more than a share of the rows is not as before."""
        rows = zip(before, self.lines(), strict=True)
        return sum(then != now for then, now in rows) > share * HEIGHT

    def _calm(self, before: list[bytes] | None = None, share: float = 0.0) -> Callable[[], bool]:
        """True when several looks were alike, and more than a share of rows is not as before."""
        looks: list[list[bytes]] = []

        def calm() -> bool:
            now = self.lines()
            if looks and now != looks[-1]:
                looks.clear()
            looks.append(now)
            changed = before is None or self._differs(before, share)
            return changed and len(looks) >= _CALM_LOOKS

        return calm

    def _wait(self, program: subprocess.Popen[str], true: Callable[[], bool], what: str) -> None:
        patience = QDeadlineTimer(_PATIENCE)
        while not true():
            if patience.hasExpired():
                self.take_picture(Path("out/bundle/stuck.png"))
                raise NothingHappened(f"{what}: see out/bundle/stuck.png")
            listen_for_the_end(program)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.env,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout


def listen_for_the_end(program: subprocess.Popen[str]) -> None:
    """Give a program a moment; AssertionError if it ended."""
    try:
        code = program.wait(_LOOK)
    except subprocess.TimeoutExpired:
        return
    raise AssertionError(f"the program ended with {code}")


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen of an old laptop; `folder` holds its memory."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", folder],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        assert number, "Xvfb did not start"
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()
